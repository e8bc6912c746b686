import { build, parseWorkspacePath, readWorkspace } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { recordingPort } from 'prometeu-packer/testing';
import { describe, expect, it } from 'vitest';
import { joinPath, WORKSPACE_ROOT } from '../../src/paths/workspace-path.js';
import { heroDeclaration, smallRegistry, smallWorkspace } from '../e2e/small-workspace.js';
import { unwrap } from '../e2e/unwrap.js';

const HERO = 'assets/hero/asset.json';
const REGISTRY = 'assets/.prometeu/index.json';
const LONG = 'x'.repeat(256);

/** Paths that are refused on every platform, by the case that they belong to. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'P1 a segment that goes up': ['../x', 'a/../../x', 'a/..', '..'],
  'P2 a backslash between segments': ['..\\x', 'a\\..\\..\\x', 'a/..\\x'],
  'P3 a path from a root': ['/etc/x', '//x', '////x', '\\x'],
  'P4 a drive': ['C:\\x', 'C:x', 'c:../x', 'C:'],
  'P5 a share or a device': ['\\\\server\\share', '//server/share', '\\\\?\\C:\\x', '\\\\.\\pipe\\x', '\\??\\x'],
  'P6 a scheme': ['file:///x', 'http://x'],
  'P7 a path with another spelling': ['', '.', './', 'a//b', 'a/./b', 'a/'],
  'P8 a control character': ['a\u0000b', 'a\nb', 'a\u001bb', 'a\u007fb'],
  'P9 a name of a device': ['CON', 'nul.txt', 'aux.c', 'com1', 'com\u00b9', 'LPT9.x', 'CONIN$', 'PRN ', 'CON:..\\x', 'a/Nul'],
  'P10 a dot or space at an end': ['a.', 'a ', 'a./b', 'a /b', ' a'],
  'P11 a stream or a wildcard': ['a:b', 'a<b', 'a>b', 'a"b', 'a|b', 'a?b', 'a*b'],
  'P12 a name or a path that is too long': [LONG, 'é'.repeat(128), Array.from({ length: 200 }, () => 'folder').join('/')],
};

const rows = Object.entries(REFUSED).flatMap(([title, paths]) => paths.map((path) => [title, path] as const));

const hero = (paths: readonly string[]): string => JSON.stringify({ ...heroDeclaration, inputs: { main: ['idle.png', ...paths] } });

describe('paths that no platform may be given', () => {
  it.each(rows)('%s: %j is no path', (_, path) => {
    expect(parseWorkspacePath(path).isErr()).toBe(true);
    expect(joinPath(WORKSPACE_ROOT, path).isErr()).toBe(true);
  });

  it.each(Object.entries(REFUSED))('%s: refused as an input, each at its place, and nothing there is asked for', async (_, paths) => {
    const { ports, calls } = recordingPort(createMemoryWorkspace({ ...smallWorkspace(), [HERO]: hero(paths) }));
    const { diagnostics } = unwrap(await readWorkspace(ports));
    const told = diagnostics.filter(({ severity, location }) => severity === 'error' && 'file' in location && location.file === HERO);
    const places = told.map(({ code, location }) => [code.startsWith('PATH_'), 'pointer' in location ? location.pointer : '']);
    expect(places).toEqual(paths.map((_path, index) => [true, `/inputs/main/${index + 1}`]));
    expect((await build(ports)).isErr()).toBe(true);
    expect(calls.filter(({ path }) => paths.some((refused) => refused !== '' && path.endsWith(`/${refused}`)))).toEqual([]);
  });

  it.each(Object.entries(REFUSED))('%s: refused as a root that is recorded', async (_, paths) => {
    const [first] = smallRegistry.assets;
    for (const root of paths) {
      const registry = { ...smallRegistry, assets: [{ ...first, root }] };
      const { diagnostics, registry: read } = unwrap(await readWorkspace(createMemoryWorkspace({ [REGISTRY]: JSON.stringify(registry) })));
      const codes = diagnostics
        .filter(({ location }) => 'pointer' in location && location.pointer === '/assets/0/root')
        .map(({ code }) => code);
      expect([root, codes.length, codes.every((code) => code.startsWith('PATH_')), read]).toEqual([root, 1, true, null]);
    }
  });

  it.each(['~/x', '$HOME/x', '%2e%2e/x', '%2e%2e%2fx', '%USERPROFILE%/x'])(
    'P6 %j is a name like any other: nothing is expanded or decoded',
    (path) => {
      expect(parseWorkspacePath(path)._unsafeUnwrap()).toBe(path);
    },
  );
});
