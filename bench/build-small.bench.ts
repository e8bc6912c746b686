import { answer } from './harness/answer.js';
import { compare } from './harness/compare.js';
import { scratchFolder } from './harness/scratch-folder.js';
import { layOut } from './samples/game.js';
import { asarPacker, fflatePacker, ownBuild, type PackingJob, rawConcat, syncTarPacker, tarPacker, yazlPacker } from './samples/packers.js';
import { type PackingGame, packingGameFiles, sourcesOf } from './samples/packing-game.js';

function jobOf(name: string, game: PackingGame): PackingJob {
  const folder = scratchFolder(name);
  layOut(folder, packingGameFiles(game));
  return { folder, sources: sourcesOf(game), bytes: game.assets * game.filesEach * game.bytesEach };
}

const shared = jobOf('small-shared', { assets: 200, filesEach: 50, bytesEach: 4096 });
const singles = jobOf('small-singles', { assets: 10_000, filesEach: 1, bytesEach: 4096 });
const operation = 'build small files, every gate, flushed to disk';

answer([
  await compare({
    operation,
    size: '10,000 files of 4 KB in 200 assets',
    target: 1.4,
    limit: rawConcat(shared),
    subject: ownBuild(shared),
  }),
  await compare({
    operation,
    size: '10,000 files of 4 KB in as many assets',
    target: null,
    limit: rawConcat(singles),
    subject: ownBuild(singles),
    note: 'the limit reads 10,000 files, the packer 20,000: each asset has a declaration',
  }),
  await compare({
    operation: 'pack small files, beside others',
    size: '10,000 files of 4 KB in 200 assets',
    target: null,
    rounds: 1,
    limit: rawConcat(shared),
    subject: ownBuild(shared),
    peers: [asarPacker(shared), yazlPacker(shared), fflatePacker(shared), tarPacker(shared), syncTarPacker(shared)],
    note: 'the others flush nothing; zip and tar digest nothing that would withstand intent',
  }),
]);
