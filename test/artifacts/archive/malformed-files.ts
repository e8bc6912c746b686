import type { JsonBudgets } from '../../../src/codec/json/read-json.js';
import type { DiagnosticCode } from '../../../src/diagnostics/catalogue.js';
import { buildArchive, SMALL } from './build-archive.js';
import { MALFORMED } from './malformed-archives.js';

/** A malformed archive under the name that `fixtures/archives/malformed.json` has for it. */
export interface MalformedFile {
  /** Its code, then what is wrong with it where several have that code. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly code: DiagnosticCode;
  /** Limits without which it would not be refused. */
  readonly budgets?: Partial<JsonBudgets>;
}

/** Most bytes of a file. */
export const MOST_BYTES = 2048;

const TEXTS: readonly (readonly [DiagnosticCode, string | Uint8Array, Partial<JsonBudgets>?])[] = [
  ['JSON_EMPTY', '   '],
  ['JSON_BOM', '\ufeff{}'],
  ['JSON_NOT_UTF8', Buffer.from('{"a":"\x80"}', 'latin1')],
  ['JSON_SYNTAX', '{"a":nil}'],
  ['JSON_TRAILING_TEXT', '{} {}'],
  ['JSON_COMMENT', '{/**/}'],
  ['JSON_TRAILING_COMMA', '{"a":1,}'],
  ['JSON_MERGE_CONFLICT', '{\n<<<<<<< ours\n"a":1\n=======\n>>>>>>> theirs\n}'],
  ['JSON_LFS_POINTER', `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`],
  ['JSON_WRONG_ROOT', '[]'],
  ['JSON_DUPLICATE_KEY', '{"a":1,"\\u0061":2}'],
  ['JSON_RESERVED_KEY', '{"a":1,"__proto__":{}}'],
  ['JSON_NUMBER_RANGE', '{"header_version":1,"x":1e400}'],
  ['JSON_LONE_SURROGATE', '{"header_version":1,"x":"\\ud800"}'],
  ['JSON_TOO_DEEP', `{"a":${'['.repeat(64)}${']'.repeat(64)}}`],
  ['JSON_TOO_MANY_NODES', '{"a":[1,2,3,4]}', { maxNodes: 4 }],
  ['JSON_STRING_TOO_LONG', '{"a":"12345"}', { maxStringBytes: 4 }],
];

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** Every file of the set, by name: small ones of the cases of the archive's own codes, and one for each code of its header's text. */
export function malformedFiles(): readonly MalformedFile[] {
  const own = MALFORMED.filter(({ bytes }) => bytes.length < MOST_BYTES).map(({ name, bytes, code }) => ({
    ...{ name: `${code}-${slug(name)}.pa`, bytes, code },
  }));
  const limited: MalformedFile = {
    ...{ name: 'ARCHIVE_HEADER_TOO_LARGE.pa', bytes: buildArchive(SMALL), code: 'ARCHIVE_HEADER_TOO_LARGE', budgets: { maxBytes: 64 } },
  };
  const texts = TEXTS.map(([code, text, budgets]) => ({
    ...{ name: `${code}.pa`, bytes: buildArchive({ ...SMALL, text: () => text }), code },
    ...(budgets === undefined ? {} : { budgets }),
  }));
  return [...own, limited, ...texts].sort((a, b) => (a.name < b.name ? -1 : 1));
}
