import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnostics/diagnose.js';
import type { PortErrorKind } from '../../src/ports/port-error.js';
import { classifyRefusal, classifyUnread, type Refusal } from '../../src/versioning/classify-refusal.js';
import { firstVersionDescriptor } from '../../src/versioning/first-version-descriptor.js';
import { readVersionedJson } from '../../src/versioning/read-versioned-json.js';
import type { VersionDescriptor } from '../../src/versioning/version-descriptor.js';

const descriptor: VersionDescriptor = {
  ...firstVersionDescriptor({ artifact: 'cache', whenUnsupported: 'discard' }),
  current: 3,
  supported: '>=2 <4',
  migratable: [2],
  retired: [1],
  writable: [3],
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('classifyRefusal', () => {
  it.each<readonly [text: string | Uint8Array, refusal: Refusal]>([
    ['', { class: 'empty', stage: 'bytes', version: null }],
    ['\ufeff{"schema_version":3}', { class: 'encoding', stage: 'bytes', version: null }],
    [Uint8Array.of(0x7b, 0xff, 0x7d), { class: 'encoding', stage: 'bytes', version: null }],
    ['<<<<<<< a\n=======\n>>>>>>> b\n', { class: 'merge-conflict', stage: 'encoding', version: null }],
    ['version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n', { class: 'merge-conflict', stage: 'encoding', version: null }],
    ['{"a"}', { class: 'malformed-json', stage: 'encoding', version: null }],
    ['{"a":1,}', { class: 'malformed-json', stage: 'encoding', version: null }],
    ['[]', { class: 'wrong-root', stage: 'encoding', version: null }],
    ['{"a":1,"a":2}', { class: 'duplicate-key', stage: 'encoding', version: null }],
    ['{"__proto__":1}', { class: 'reserved-key', stage: 'encoding', version: null }],
    ['{}', { class: 'version-missing', stage: 'strict-json', version: null }],
    ['{"schema_version":"3"}', { class: 'version-malformed', stage: 'strict-json', version: '"3"' }],
    ['{"schema_version":4}', { class: 'version-too-new', stage: 'strict-json', version: 4 }],
    ['{"schema_version":1}', { class: 'version-too-old', stage: 'strict-json', version: 1 }],
  ])('%j', (text, refusal) => {
    const bytes = typeof text === 'string' ? utf8(text) : text;
    expect(classifyRefusal(readVersionedJson(bytes, descriptor, 'x.json')._unsafeUnwrapErr())).toEqual(refusal);
  });

  it.each<readonly [limits: object, stage: Refusal['stage']]>([
    [{ maxBytes: 3 }, null],
    [{ maxDepth: 1 }, 'encoding'],
    [{ maxNodes: 2 }, 'encoding'],
  ])('over the budget %j', (limits, stage) => {
    const read = readVersionedJson(utf8('{"schema_version":3,"a":[[1]]}'), descriptor, 'x.json', limits);
    expect(classifyRefusal(read._unsafeUnwrapErr())).toEqual({ class: 'over-budget', stage, version: null });
  });

  it('passes over what is of another area, and what is judged with the structure', () => {
    const at = { artifact: 'asset', location: { kind: 'workspace' } } as const;
    const other = diagnose('STRUCTURE_TOO_MANY_FAULTS', { ...at, data: {} });
    const value = diagnose('JSON_LONE_SURROGATE', { ...at, data: { escape: '\\ud800', part: 'value', total: 1 } });
    const empty = diagnose('JSON_EMPTY', { ...at, data: {} });
    expect(classifyRefusal([other, value, empty])).toEqual({ class: 'empty', stage: 'bytes', version: null });
    expect(classifyRefusal([other, value])).toEqual({ class: 'unreadable', stage: 'containment', version: null });
  });
});

describe('classifyUnread', () => {
  it.each<readonly [kind: PortErrorKind, refusal: Refusal]>([
    ['not-found', { class: 'absent', stage: null, version: null }],
    ['not-a-folder', { class: 'absent', stage: null, version: null }],
    ['too-large', { class: 'over-budget', stage: null, version: null }],
    ['symlink', { class: 'unreadable', stage: 'budget', version: null }],
    ['not-a-file', { class: 'unreadable', stage: 'budget', version: null }],
    ['denied', { class: 'unreadable', stage: 'containment', version: null }],
    ['io', { class: 'unreadable', stage: 'containment', version: null }],
  ])('%s', (kind, refusal) => {
    expect(classifyUnread({ kind })).toEqual(refusal);
  });
});
