import { build, observe, readWorkspace, recheckWorkspace, reconcile } from '../src/index.js';
import { openNodeWorkspace } from '../src/node.js';
import { answer } from './harness/answer.js';
import { compare } from './harness/compare.js';
import { scratchFolder } from './harness/scratch-folder.js';
import { gameFiles, layOut } from './samples/game.js';
import { rawLook } from './samples/raw-look.js';

const ASSETS = 10_000;
const game = scratchFolder('recheck');
layOut(game, gameFiles(ASSETS, 64));
const host = openNodeWorkspace(game)._unsafeUnwrap();
(await build(host, { cache: 'write' }))._unsafeUnwrap();
const { id } = (await readWorkspace(host))._unsafeUnwrap();
const seen = { observed: (await observe(host))._unsafeUnwrap() };

const limit = { name: 'readdirSync of all folders, statSync of all files', run: rawLook(game, ASSETS) };

answer([
  await compare({
    operation: 're-check of unchanged assets, the cache loaded from disk',
    size: `${ASSETS} assets`,
    target: 1.3,
    limit,
    subject: {
      name: 'recheckWorkspace',
      run: async () => {
        const { snapshot } = (await recheckWorkspace(host))._unsafeUnwrap();
        if (snapshot?.id !== id || snapshot.counts.error > 0) throw new Error('it was not recognised');
      },
    },
    note: 'The caller trusts modification times and sizes, those of folders included: a folder of the time it had is not listed.',
  }),
  await compare({
    operation: 're-check of unchanged assets, in the same process',
    size: `${ASSETS} assets`,
    target: 1.3,
    limit,
    subject: {
      name: 'reconcile, trusting times',
      run: async () => {
        const again = (await reconcile(host, seen.observed, { trustTimes: true }))._unsafeUnwrap();
        if (again.state !== 'fresh' || again.snapshot.id !== id) throw new Error('it was not recognised');
        seen.observed = again;
      },
    },
  }),
]);
