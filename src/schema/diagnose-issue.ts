import { valueAt } from '../codec/value-at.js';
import type * as z from 'zod/mini';
import type { JsonDocument } from '../codec/json/json-document.js';
import { jsonPointer } from '../codec/json-pointer.js';
import type { DiagnosticSubject } from '../diagnostics/artifact-kind.js';
import type { DiagnosticCode, DiagnosticData } from '../diagnostics/catalogue.js';
import type { Collector } from '../diagnostics/collector.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Fix } from '../diagnostics/diagnostic.js';
import type { TextLocation } from '../diagnostics/location.js';
import { knownKeysAt } from './known-keys.js';
import { nearMiss } from './near-miss.js';

/** Whose file is being judged. */
export interface StructureContext {
  /** What it is of. */
  readonly artifact: DiagnosticSubject;
  /** Path from the workspace root. */
  readonly file: string;
  /** Whether a key that the schema does not know asks for something to be run. */
  readonly isScriptKey?: (pointer: string, key: string) => boolean;
  /** The version that is judged by, and the later ones; absent where there is only one. */
  readonly versions?: JudgedVersions;
}

/** The version that a document says it is, among those of its window. */
export interface JudgedVersions {
  /** The version. */
  readonly own: number;
  /** The schemas of later versions, oldest first: a key that one of them knows belongs to that version. */
  readonly later: readonly VersionSchema[];
}

/** The schema of one version. */
export interface VersionSchema {
  /** The version. */
  readonly version: number;
  /** Its schema. */
  readonly schema: z.core.$ZodType;
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

const TYPE_NAMES: ReadonlyMap<string, string> = new Map([
  ['int', 'integer'],
  ['record', 'object'],
]);

/** What one of zod's issues asks for, in our own words. */
export function expectedOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_NAMES.get(issue.expected) ?? issue.expected;
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' or ');
    case 'invalid_union':
      return issue.errors.flatMap((branch) => branch.slice(0, 1).map(expectedOf)).join(' or ');
    case 'invalid_format':
      return issue.pattern ?? issue.format;
    default:
      return 'a valid value';
  }
}

function rangeData(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall, value: unknown) {
  const unit = issue.origin === 'string' ? ('characters' as const) : issue.origin === 'array' ? ('items' as const) : ('value' as const);
  const found = typeof value === 'number' ? value : typeof value === 'string' || Array.isArray(value) ? value.length : null;
  return {
    found,
    minimum: issue.code === 'too_small' ? Number(issue.minimum) : null,
    maximum: issue.code === 'too_big' ? Number(issue.maximum) : null,
    unit,
  };
}

/** The fix that gives a key another name: a person has to say whether that is the one that was meant. */
function renaming(to: string, { file, range: { start, end } }: TextLocation): Fix {
  const edit = { file, start: start.offset, end: end.offset, newText: JSON.stringify(to) };
  return { title: `Rename the key to ${to}`, applicability: 'unsafe', edits: [edit] };
}

/**
 * Turns one of zod's issues into diagnostics of our own words; zod's message is never shown.
 *
 * Codes: the structure area. STRUCTURE_UNKNOWN_KEY has an unsafe fix where a known key, which is not there, is spelled much like it.
 */
export function diagnoseIssue(
  issue: Issue,
  schema: z.core.$ZodType,
  document: JsonDocument,
  { artifact, file, isScriptKey, versions }: StructureContext,
  collector: Collector,
): void {
  const at = (path: Path, part: 'key' | 'value'): TextLocation => {
    const pointer = jsonPointer(path);
    return { kind: 'text', file, pointer, range: document.locate(pointer, part) };
  };
  const tell = <Code extends DiagnosticCode>(
    code: Code,
    path: Path,
    part: 'key' | 'value',
    data: DiagnosticData<Code>,
    subject = '',
  ): void => collector.add(code, file, () => diagnose(code, { artifact, location: at(path, part), data, subject }));
  const tellUnknown = (path: Path, key: string, known: readonly string[]): void =>
    collector.add('STRUCTURE_UNKNOWN_KEY', file, () => {
      const didYouMean = nearMiss(key, known); // looking takes long
      const location = at(path, 'key');
      const isFree = didYouMean !== null && valueAt(document.value, [...path.slice(0, -1), didYouMean]) === undefined;
      const fixes = isFree && (artifact === 'asset' || artifact === 'registry') ? [renaming(didYouMean, location)] : [];
      return diagnose('STRUCTURE_UNKNOWN_KEY', { artifact, location, data: { key, didYouMean }, fixes });
    });

  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeysAt(schema, path);
    const later = versions?.later.map(({ version, schema: of }) => ({ version, keys: new Set(knownKeysAt(of, path)) }));
    for (const key of issue.keys) {
      const laterVersion = later?.find(({ keys }) => keys.has(key));
      if (isScriptKey?.(jsonPointer(path), key) === true) tell('STRUCTURE_SCRIPT_KEY', [...path, key], 'key', { key });
      else if (versions !== undefined && laterVersion !== undefined) {
        const data = { key, version: versions.own, definedIn: laterVersion.version };
        tell('STRUCTURE_KEY_FROM_LATER_VERSION', [...path, key], 'key', data);
      } else tellUnknown([...path, key], key, known);
    }
    return;
  }
  const value = valueAt(document.value, path); // undefined where the path leads nowhere: no value of a document is
  const key = String(path.at(-1));
  if (value === undefined) tell('STRUCTURE_MISSING_KEY', path.slice(0, -1), 'value', { key, expected: expectedOf(issue) }, key);
  else if (issue.code === 'invalid_value' && typeof value === 'string') {
    tell('STRUCTURE_NOT_ALLOWED', path, 'value', { found: value, expected: issue.values.map(String) });
  } else if (issue.code === 'too_small' || issue.code === 'too_big') tell('STRUCTURE_OUT_OF_RANGE', path, 'value', rangeData(issue, value));
  else if (issue.code === 'invalid_format')
    tell('STRUCTURE_BAD_FORMAT', path, 'value', {
      found: typeof value === 'string' ? value : typeName(value),
      expected: expectedOf(issue),
    });
  else if (issue.code === 'invalid_key') {
    const [inner] = issue.issues;
    tell('STRUCTURE_BAD_FORMAT', path, 'key', { found: key, expected: inner === undefined ? 'a valid key' : expectedOf(inner) }, 'key');
  } else tell('STRUCTURE_WRONG_TYPE', path, 'value', { found: typeName(value), expected: expectedOf(issue) });
}
