import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnostics/diagnose.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';

const hostile = 'a\n\u001b[31m\u202e';
const at = { artifact: 'workspace', location: { kind: 'workspace' } } as const;

const diagnostics: readonly Diagnostic[] = [
  diagnose('PATH_COLLISION', { ...at, data: { folder: hostile, names: Array.from({ length: 9 }, () => hostile) } }),
  diagnose('PATH_SYMLINK', { ...at, data: { path: hostile } }),
  diagnose('PATH_SPECIAL_FILE', { ...at, data: { path: hostile, found: 'other', expected: 'file' } }),
  diagnose('PATH_SPECIAL_FILE', { ...at, data: { path: hostile, found: 'folder', expected: 'file' } }),
  diagnose('PATH_OWNED', { ...at, data: { path: hostile, segment: hostile } }),
];

describe('path codes of the workspace', () => {
  it.each(diagnostics)('$code is an error whose message forges nothing', ({ severity, message }) => {
    expect(severity).toBe('error');
    expect(message).not.toMatch(/[\p{Control}\u202e]/u);
  });
});
