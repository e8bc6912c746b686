import { fileURLToPath } from 'node:url';
import { planBuild } from '../src/index.js';
import { createMemoryWorkspace } from '../src/memory.js';
import { answer } from './harness/answer.js';
import { median } from './harness/median.js';
import type { Figure } from './harness/row.js';
import { scratchFolder } from './harness/scratch-folder.js';
import { gameFiles, layOut } from './samples/game.js';
import { type PackingGame, packingGameFiles } from './samples/packing-game.js';
import { buildAsTold, peakMemoryOf } from './samples/peak-memory.js';

const MIB = 2 ** 20;
const bytesEach = Math.ceil(2 ** 30 / 5000);

function peakOf(name: string, game: PackingGame): number {
  const folder = scratchFolder(name);
  layOut(folder, packingGameFiles(game));
  return peakMemoryOf(folder, fileURLToPath(import.meta.url));
}

/** Milliseconds that planning a build takes for each asset of a workspace in memory. */
async function planningOf(assets: number, rounds: number): Promise<number> {
  const host = createMemoryWorkspace(Object.fromEntries(gameFiles(assets, 16)));
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    globalThis.gc?.();
    const start = performance.now();
    const planned = await planBuild(host);
    times.push(performance.now() - start);
    if (planned.isErr()) throw new Error('refused');
  }
  return median(times) / assets;
}

async function findFigures(): Promise<readonly Figure[]> {
  const whole = peakOf('peak-whole', { assets: 100, filesEach: 50, bytesEach });
  const quarter = peakOf('peak-quarter', { assets: 100, filesEach: 50, bytesEach: bytesEach >> 2 });
  const few = peakOf('peak-few', { assets: 2000, filesEach: 1, bytesEach: 64 });
  const many = peakOf('peak-many', { assets: 20_000, filesEach: 1, bytesEach: 64 });
  const thousand = await planningOf(1000, 15);
  const tenThousand = await planningOf(10_000, 5);
  const hundredThousand = await planningOf(100_000, 1);
  const memory = { operation: 'peak memory of a build', unit: 'MiB' };
  const growth = { operation: 'growth of planning a build, each asset, in memory', target: 1.3, unit: 'times' };
  return [
    { ...memory, size: '1 GiB in 5,000 files of 100 assets', target: 120, found: whole / MIB },
    { ...memory, size: '1 GiB more than 256 MiB, as many files', target: 8, found: (whole - quarter) / MIB },
    {
      operation: 'peak memory of a build, each further asset',
      size: '2,000 to 20,000 assets',
      target: 4,
      found: (many - few) / 18_000 / 1024,
      unit: 'KiB',
      note: 'resident memory, with what the engine has not collected yet',
    },
    { ...growth, size: '1,000 to 10,000 assets', found: tenThousand / thousand },
    { ...growth, size: '10,000 to 100,000 assets', found: hundredThousand / tenThousand },
  ];
}

if (!(await buildAsTold())) answer([], await findFigures());
