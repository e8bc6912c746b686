import { diagnosePath } from '../../../src/paths/diagnose-path.js';
import { isInside, joinPath, nameOf, parentOf, parseWorkspacePath, type WorkspacePath } from '../../../src/paths/workspace-path.js';
import { collisionKey } from '../../../src/paths/collision-key.js';
import { isPortablePath } from '../../paths/portable-oracle.js';
import { type Boundary, holds } from '../boundary.js';
import { encode } from '../seeds.js';

const seeds = [
  ...[
    'assets/hero/idle.png',
    'a',
    'a/b/c/d/e/f',
    '../x',
    'a/../b',
    './a',
    'a//b',
    'a/',
    '/a',
    '\\\\s\\x',
    'C:x',
    'C:\\x',
    'file:///x',
    'con',
    'aux.txt',
    'COM¹.x',
  ],
  ...[
    'a\\b',
    'a ',
    'a.',
    ' a',
    'ﬁ',
    'Straße/STRASSE',
    'é/é',
    '日本語/ファイル.png',
    '\u{1f600}.bin',
    'a\u0000b',
    'a\u202eb',
    '\ufffd',
    `${'x'.repeat(255)}/y`,
  ],
  ...[
    'é'.repeat(127),
    'x/'.repeat(511),
    `${'a/'.repeat(512)}b`,
    'a?b',
    'a:b',
    'a*b',
    'a|b',
    'a"b',
    'a<b>',
    '~$x',
    '.git/config',
    '..',
    '...',
    'a/...',
  ],
];

/** Paths of a workspace, as UTF-16 code units: bytes that are no UTF-8 become half surrogate pairs. */
const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('utf8')
    .replaceAll('\ufffd', (_, at: number) => (at % 2 === 0 ? '\ud800' : '\ufffd'));

/** The text of a path. */
export const pathBoundary: Boundary = {
  name: 'path',
  extension: 'txt',
  words: [
    '/',
    '..',
    '.',
    '\\',
    ':',
    ' ',
    '\u0000',
    '\n',
    '\u007f',
    '\u0085',
    'con',
    'NUL',
    'lpt9',
    '.txt',
    'C:',
    '//',
    '\u{1f600}',
    '\u0301',
    '\ufb01',
    'x'.repeat(250),
  ],
  seeds: () => seeds.map(encode),
  run: (bytes) => {
    const text = textOf(bytes);
    const location = { kind: 'file', file: 'f' } as const;
    return parseWorkspacePath(text).match<ReturnType<Boundary['run']>>(
      (value) => ({ value, diagnostics: [] }),
      (fault) => ({ value: null, diagnostics: [diagnosePath(fault, { artifact: 'asset', location, text })] }),
    );
  },
  check: ({ value, diagnostics }, bytes) => {
    const text = textOf(bytes);
    holds((value !== null) === isPortablePath(text), 'a path is portable as another reading of the rules has it', text);
    for (const { data } of diagnostics) {
      const { index = 0 } = data as { readonly index?: number };
      holds(index <= text.length, 'a fault is inside the text', data);
    }
    if (value === null) return;
    const path = value as WorkspacePath;
    const parent = parentOf(path);
    holds(path === text, 'a path has one spelling');
    holds(
      parent !== null && isInside(path, parent) && joinPath(parent, nameOf(path)).unwrapOr(null as never) === path,
      'a path is its folder and its name',
    );
    const key = collisionKey(path);
    holds(
      collisionKey(key) === key && collisionKey(path.toUpperCase()) === collisionKey(path.toUpperCase().toLowerCase()),
      'a key is its own key',
      key,
    );
  },
};
