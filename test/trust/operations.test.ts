import { readFileSync } from 'node:fs';
import type { WorkspacePath } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { expect, it } from 'vitest';
import { readSources } from '../architecture/read-sources.js';
import { READERS, WRITERS } from './operations.js';
import { recordHost, writesAmong } from './record-host.js';
import { findStrayCalls } from './trusted-paths.js';

it('every operation of the package that is given a host is among those that are watched', () => {
  const exported = readFileSync(new URL('../../src/index.ts', import.meta.url), 'utf8');
  const taking = readSources('src/operations').flatMap(({ text }) =>
    [...text.matchAll(/export (?:async )?function (?<name>\w+)\(\s*\w+: (?:Read|Write|Register|Packer)Host\b/g)].map(
      ({ groups }) => groups?.['name'] ?? '',
    ),
  );
  const offered = taking.filter((name) => new RegExp(`\\b${name}\\b[^}]*\\} from './operations/`).test(exported));
  expect(new Set(offered)).toEqual(new Set([...Object.keys(READERS), ...Object.keys(WRITERS)]));
});

it('what goes astray is seen: a path that is none, an answer through what is refused, anything that changes', async () => {
  const recorded = recordHost(createMemoryWorkspace({ 'assets/a/b.bin': 'b' }));
  const { read, write } = recorded.host;
  const seen: boolean[] = [];
  const inside = 'assets/a/b.bin' as WorkspacePath;
  const outside = '../outside' as WorkspacePath;
  const done = await read.readFiles([{ path: inside, maxBytes: 9 }], (_, answer) => void seen.push(answer.isOk()));
  expect([done.isOk(), seen]).toEqual([true, [true]]);
  expect(findStrayCalls(recorded, [])).toEqual([]);
  expect(findStrayCalls(recorded, ['assets/a'])).toHaveLength(1);
  expect(writesAmong(recorded.calls)).toEqual([]);
  expect((await write.rename(inside, outside)).isOk()).toBeDefined();
  expect(findStrayCalls(recorded, [])).toHaveLength(1);
  expect(writesAmong(recorded.calls).map(({ operation }) => operation)).toEqual(['rename-to', 'rename']);
});
