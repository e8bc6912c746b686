import { answer } from './harness/answer.js';
import { compare } from './harness/compare.js';
import { scratchFolder } from './harness/scratch-folder.js';
import { layOut } from './samples/game.js';
import { asarPacker, fflatePacker, ownBuild, type PackingJob, rawConcat, syncTarPacker, tarPacker, yazlPacker } from './samples/packers.js';
import { type PackingGame, packingGameFiles, sourcesOf } from './samples/packing-game.js';

const bytesEach = Math.ceil(2 ** 30 / 5000);

function jobOf(name: string, game: PackingGame): PackingJob {
  const folder = scratchFolder(name);
  layOut(folder, packingGameFiles(game));
  return { folder, sources: sourcesOf(game), bytes: game.assets * game.filesEach * game.bytesEach };
}

const operation = 'build large files, every gate, flushed to disk';
const whole = jobOf('large', { assets: 5000, filesEach: 1, bytesEach });
const quarter = jobOf('quarter', { assets: 1250, filesEach: 1, bytesEach });
const shared = jobOf('shared', { assets: 25, filesEach: 50, bytesEach });

answer([
  await compare({
    operation,
    size: '1 GiB in 5,000 files of as many assets',
    target: 1.1,
    rounds: 5,
    limit: rawConcat(whole),
    subject: ownBuild(whole),
  }),
  await compare({
    operation,
    size: '256 MiB in 1,250 files of 25 assets',
    target: null,
    rounds: 5,
    limit: rawConcat(shared),
    subject: ownBuild(shared),
    note: 'the packer digests each file, and each asset of several files besides: twice as many bytes as the limit',
  }),
  await compare({
    operation: 'pack large files, beside others',
    size: '256 MiB in 1,250 files of as many assets',
    target: null,
    rounds: 3,
    limit: rawConcat(quarter),
    subject: ownBuild(quarter),
    peers: [asarPacker(quarter), yazlPacker(quarter), fflatePacker(quarter), tarPacker(quarter), syncTarPacker(quarter)],
    note: 'the others flush nothing; zip and tar digest nothing that would withstand intent',
  }),
]);
