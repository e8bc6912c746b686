import type { DiagnosticSubject } from '../diagnostics/artifact-kind.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Location } from '../diagnostics/location.js';
import { MAX_PATH_BYTES, MAX_SEGMENT_BYTES, type PathFault } from './path-fault.js';
import { utf8Length } from './utf8-length.js';

/** A code for a text that is no path. */
export type PathCode =
  | 'PATH_EMPTY'
  | 'PATH_NOT_RELATIVE'
  | 'PATH_ESCAPES_ROOT'
  | 'PATH_NOT_NORMALIZED'
  | 'PATH_NOT_PORTABLE'
  | 'PATH_NOT_UTF8'
  | 'PATH_TOO_LONG';

/** Where a faulty path was found. */
export interface FaultyPathContext {
  /** What the path stands in. */
  readonly artifact: DiagnosticSubject;
  /** Where it stands. */
  readonly location: Location;
  /** The path as found. */
  readonly text: string;
}

/** The code that {@link diagnosePath} gives to a fault. */
export function pathCodeOf({ kind }: PathFault): PathCode {
  switch (kind) {
    case 'empty':
      return 'PATH_EMPTY';
    case 'absolute':
    case 'unc':
    case 'drive':
    case 'scheme':
      return 'PATH_NOT_RELATIVE';
    case 'parent-segment':
      return 'PATH_ESCAPES_ROOT';
    case 'dot-segment':
    case 'empty-segment':
      return 'PATH_NOT_NORMALIZED';
    case 'replacement-character':
    case 'lone-surrogate':
      return 'PATH_NOT_UTF8';
    case 'segment-too-long':
    case 'path-too-long':
      return 'PATH_TOO_LONG';
    default:
      return 'PATH_NOT_PORTABLE';
  }
}

/**
 * Tells a path fault as a diagnostic.
 *
 * Codes: PATH_EMPTY, PATH_NOT_RELATIVE, PATH_ESCAPES_ROOT, PATH_NOT_NORMALIZED, PATH_NOT_PORTABLE, PATH_NOT_UTF8,
 * PATH_TOO_LONG.
 *
 * @example
 * ```ts
 * import { diagnosePath, parseWorkspacePath } from 'prometeu-packer';
 *
 * const text = 'assets/../secret';
 * const path = parseWorkspacePath(text);
 * if (path.isErr()) console.log(diagnosePath(path.error, { artifact: 'asset', location: { kind: 'workspace' }, text }).code); // PATH_ESCAPES_ROOT
 * ```
 */
export function diagnosePath(fault: PathFault, { artifact, location, text }: FaultyPathContext): Diagnostic {
  const { kind, segment, index } = fault;
  const finding = { artifact, location, subject: text };
  const at = { path: text, index };
  switch (kind) {
    case 'empty':
      return diagnose('PATH_EMPTY', { ...finding, data: { path: '' } });
    case 'absolute':
    case 'unc':
    case 'drive':
    case 'scheme':
      return diagnose('PATH_NOT_RELATIVE', { ...finding, data: { ...at, beginning: segment, form: kind } });
    case 'parent-segment':
      return diagnose('PATH_ESCAPES_ROOT', { ...finding, data: at });
    case 'dot-segment':
    case 'empty-segment':
      return diagnose('PATH_NOT_NORMALIZED', { ...finding, data: { ...at, problem: kind } });
    case 'replacement-character':
    case 'lone-surrogate':
      return diagnose('PATH_NOT_UTF8', { ...finding, data: { ...at, problem: kind } });
    case 'segment-too-long':
      return diagnose('PATH_TOO_LONG', { ...finding, data: tooLong(text, 'segment', segment, MAX_SEGMENT_BYTES) });
    case 'path-too-long':
      return diagnose('PATH_TOO_LONG', { ...finding, data: tooLong(text, 'path', segment, MAX_PATH_BYTES) });
    default:
      return diagnose('PATH_NOT_PORTABLE', { ...finding, data: { ...at, segment, problem: kind } });
  }
}

function tooLong<Part extends 'segment' | 'path'>(path: string, part: Part, found: string, limit: number) {
  return { path, part, bytes: utf8Length(found), limit };
}
