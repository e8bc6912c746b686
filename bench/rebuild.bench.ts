import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, recheckWorkspace } from '../src/index.js';
import { openNodeWorkspace } from '../src/node.js';
import { answer } from './harness/answer.js';
import { compare } from './harness/compare.js';
import { scratchFolder } from './harness/scratch-folder.js';
import { gameFiles, layOut } from './samples/game.js';

const ASSETS = 10_000;
const game = scratchFolder('rebuild');
layOut(game, gameFiles(ASSETS, 64));
const host = openNodeWorkspace(game)._unsafeUnwrap();
const first = (await build(host, { cache: 'write' }))._unsafeUnwrap().value;
const archive = readFileSync(join(game, 'build/assets.pa'));

async function recheck(): Promise<void> {
  const { state } = (await recheckWorkspace(host))._unsafeUnwrap();
  if (state !== 'unchanged') throw new Error('it was not recognised');
}

async function rebuild(): Promise<void> {
  const { state, archive: found } = (await build(host, { cache: 'trust' }))._unsafeUnwrap().value;
  if (state !== 'nothing-to-do' || found?.archiveDigest !== first.archive?.archiveDigest) throw new Error('it was built again');
}

const row = await compare({
  operation: 'build with nothing changed',
  size: `${ASSETS} assets`,
  target: 1.3,
  limit: { name: 'recheckWorkspace', run: recheck },
  subject: { name: 'build, trusting the cache', run: rebuild },
  note: 'Sources and payload by sizes and times; companions and all of the archive before its payload by digest.',
});
if (!readFileSync(join(game, 'build/assets.pa')).equals(archive)) throw new Error('the archive changed');
answer([row]);
