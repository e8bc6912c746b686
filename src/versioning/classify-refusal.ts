import { type JsonClass, jsonClassOf } from '../codec/json/json-class.js';
import { jsonCodes } from '../diagnostics/catalogue/json-codes.js';
import type { JsonCode } from '../codec/json/json-fault.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { PortError } from '../ports/port-error.js';
import type { VersionClass } from './classify-version.js';
import type { TrustStage } from './trust-stage.js';

/** What a JSON file is found to be, before anything of its structure is judged: the first that applies (CONTRACT.md §2). */
export type JsonFileClass = 'absent' | 'unreadable' | Exclude<JsonClass, 'values'> | VersionClass['class'];

/** Where a file was refused. */
export interface Refusal {
  /** What it was found to be. */
  readonly class: JsonFileClass;
  /** The last gate that it passed; null where it passed none. */
  readonly stage: TrustStage | null;
  /** The version found; the token's text where it is none, null where the file was not read that far, or has none. */
  readonly version: number | string | null;
}

const VERSION_CLASSES = {
  VERSION_MISSING: 'version-missing',
  VERSION_MALFORMED: 'version-malformed',
  VERSION_TOO_NEW: 'version-too-new',
  VERSION_TOO_OLD: 'version-too-old',
} as const satisfies Partial<Record<Diagnostic['code'], VersionClass['class']>>;

function isJsonCode(code: string): code is JsonCode {
  return Object.hasOwn(jsonCodes, code);
}

function isVersionCode(code: string): code is keyof typeof VERSION_CLASSES {
  return Object.hasOwn(VERSION_CLASSES, code);
}

/** The last gate before the one that finds a class of unreadable text. */
function stageBefore(code: JsonCode): TrustStage | null {
  if (code === 'JSON_TOO_LARGE') return null; // the other budgets are counted while the text is read
  const found = jsonClassOf(code);
  return found === 'empty' || found === 'encoding' ? 'bytes' : 'encoding';
}

/**
 * Tells from the findings of `readVersionedJson` where a file was refused: one class and one gate for each of them, whatever
 * the artifact.
 *
 * @param diagnostics - the findings; those of other areas are passed over.
 */
export function classifyRefusal(diagnostics: readonly Diagnostic[]): Refusal {
  for (const { code, found = null } of diagnostics) {
    if (isVersionCode(code)) return { class: VERSION_CLASSES[code], stage: 'strict-json', version: found };
    if (!isJsonCode(code)) continue;
    const name = jsonClassOf(code);
    if (name !== 'values') return { class: name, stage: stageBefore(code), version: null };
  }
  return { class: 'unreadable', stage: 'containment', version: null };
}

/** Tells from the error of a port where a file was refused that gave no bytes. */
export function classifyUnread({ kind }: Pick<PortError, 'kind'>): Refusal {
  switch (kind) {
    case 'not-found':
    case 'not-a-folder': // something else stands in place of a folder above: no file can be there
      return { class: 'absent', stage: null, version: null };
    case 'too-large':
      return { class: 'over-budget', stage: null, version: null };
    case 'symlink':
    case 'not-a-file':
      return { class: 'unreadable', stage: 'budget', version: null };
    default:
      return { class: 'unreadable', stage: 'containment', version: null };
  }
}
