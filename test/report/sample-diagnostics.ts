import { diagnose } from '../../src/diagnostics/diagnose.js';
import type { Location } from '../../src/diagnostics/location.js';

/** A finding of each kind of place, for what renders them. */
export const atWorkspace = diagnose('IO_ABORTED', {
  artifact: 'workspace',
  location: { kind: 'workspace' },
  data: { operation: 'read', path: '', kind: 'aborted', detail: 'aborted' },
});

/** A finding about a file whose name would forge a line, were it shown as it is. */
export const atHostileFile = diagnose('WORKSPACE_LOOSE_FILES', {
  artifact: 'workspace',
  location: { kind: 'file', file: 'assets/\u001b[2J\nerror FORGED x\u202e' },
  data: { names: ['a'], count: 1 },
});

const inText: Location = {
  kind: 'text',
  file: 'assets/hero/asset.json',
  pointer: '/output/format',
  range: { start: { line: 2, column: 13, offset: 14 }, end: { line: 2, column: 18, offset: 19 } },
};

/** A finding in a text, with a second place and a way to mend it. */
export const atText = diagnose('ASSET_FORMAT_UNSUITABLE', {
  artifact: 'asset',
  location: inText,
  data: { type: 'tile_bank', format: 'wav', expected: ['png', 'raw'] },
  related: [{ message: 'the type is given here', location: { ...inText, pointer: '/type' } }],
  fixes: [{ title: 'Write "png"', applicability: 'unsafe', edits: [] }],
});

/** A finding in bytes. */
export const atBytes = diagnose('ASSET_NO_INPUTS', {
  artifact: 'asset',
  location: { kind: 'bytes', file: 'assets/hero/idle.png', offset: 33, length: 4 },
  data: {},
});

/** A finding about findings that are only counted: 30 of 80 errors stand for the rest. */
export const omitted = diagnose('DIAGNOSTICS_OMITTED', {
  artifact: 'asset',
  location: { kind: 'file', file: 'assets/hero/asset.json' },
  data: { code: 'ASSET_NO_INPUTS', severity: 'error', shown: 50, total: 80 },
});
