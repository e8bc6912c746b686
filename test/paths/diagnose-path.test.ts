import { describe, expect, it } from 'vitest';
import { diagnosePath, pathCodeOf } from '../../src/paths/diagnose-path.js';
import { parseWorkspacePath } from '../../src/paths/workspace-path.js';

const location = { kind: 'file', file: 'assets/hero/asset.json' } as const;

function diagnosticOf(text: string) {
  return diagnosePath(parseWorkspacePath(text)._unsafeUnwrapErr(), { artifact: 'asset', location, text });
}

const long = 'é'.repeat(128);

describe('diagnosePath', () => {
  it.each([
    ['', 'PATH_EMPTY', { path: '' }],
    ['/x', 'PATH_NOT_RELATIVE', { path: '/x', index: 0, beginning: '/', form: 'absolute' }],
    ['\\\\s\\x', 'PATH_NOT_RELATIVE', { path: '\\\\s\\x', index: 0, beginning: '\\\\', form: 'unc' }],
    ['C:x', 'PATH_NOT_RELATIVE', { path: 'C:x', index: 0, beginning: 'C:', form: 'drive' }],
    ['file:///x', 'PATH_NOT_RELATIVE', { path: 'file:///x', index: 0, beginning: 'file:/', form: 'scheme' }],
    ['a/../b', 'PATH_ESCAPES_ROOT', { path: 'a/../b', index: 2 }],
    ['a/.', 'PATH_NOT_NORMALIZED', { path: 'a/.', index: 2, problem: 'dot-segment' }],
    ['a/', 'PATH_NOT_NORMALIZED', { path: 'a/', index: 2, problem: 'empty-segment' }],
    ['a\\b', 'PATH_NOT_PORTABLE', { path: 'a\\b', index: 1, segment: 'a\\b', problem: 'backslash' }],
    ['a/b\n', 'PATH_NOT_PORTABLE', { path: 'a/b\n', index: 3, segment: 'b\n', problem: 'control-character' }],
    ['a/b?', 'PATH_NOT_PORTABLE', { path: 'a/b?', index: 3, segment: 'b?', problem: 'reserved-character' }],
    ['a/nul', 'PATH_NOT_PORTABLE', { path: 'a/nul', index: 2, segment: 'nul', problem: 'reserved-name' }],
    ['a/ b', 'PATH_NOT_PORTABLE', { path: 'a/ b', index: 2, segment: ' b', problem: 'leading-space' }],
    ['a/b.', 'PATH_NOT_PORTABLE', { path: 'a/b.', index: 3, segment: 'b.', problem: 'trailing-dot-or-space' }],
    ['a\ufffd', 'PATH_NOT_UTF8', { path: 'a\ufffd', index: 1, problem: 'replacement-character' }],
    ['a\ud800', 'PATH_NOT_UTF8', { path: 'a\ud800', index: 1, problem: 'lone-surrogate' }],
    [`a/${long}`, 'PATH_TOO_LONG', { path: `a/${long}`, part: 'segment', bytes: 256, limit: 255 }],
    ['水/'.repeat(257), 'PATH_TOO_LONG', { path: '水/'.repeat(257), part: 'path', bytes: 1028, limit: 1024 }],
  ])('tells %j as %s', (text, code, data) => {
    expect(diagnosticOf(text)).toMatchObject({ code, severity: 'error', artifact: 'asset', location, data });
  });

  it.each([
    '',
    '/x',
    '\\\\s\\x',
    'C:x',
    'file:///x',
    'a/../b',
    'a/.',
    'a/',
    'a\\b',
    'a/b?',
    'a\ufffd',
    'a\ud800',
    `a/${long}`,
    '水/'.repeat(257),
  ])('tells %j by the code that pathCodeOf foretells', (text) => {
    expect(pathCodeOf(parseWorkspacePath(text)._unsafeUnwrapErr())).toBe(diagnosticOf(text).code);
  });

  it('gives two faulty paths in one place two fingerprints', () => {
    expect(diagnosticOf('../a').fingerprint).not.toBe(diagnosticOf('../b').fingerprint);
  });

  it.each(['\u001b[31m\n', 'a\u202eb?', '\ud800', `/${'\u0000'.repeat(2_000)}`])('escapes %j in its message', (text) => {
    expect(diagnosticOf(text).message).not.toMatch(/[\p{Control}\u202e\p{Surrogate}]/u);
  });
});
