import { mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, isCompiled } from '../e2e/bundle.js';
import { runProgram } from '../e2e/run-program.js';
import type { ProgramReport } from '../e2e/workspace-program.js';
import { generateInputs, inputs } from './generate-inputs.js';

const limitKiB = 150 * 1024;
const MiB = 2 ** 20;

let temporary: string;
let workspace: string;
let program: string;
let generated: number;

/** Inputs and archive, each once, and a quarter more for blocks half used and all the rest. */
function demandRoom(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const needed = inputs.bytes * 2.5;
  const free = bavail * bsize;
  if (free < needed) throw new Error(`${folder} has ${Math.floor(free / MiB)} MiB free; this test needs ${Math.ceil(needed / MiB)}`);
}

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'prometeu-memory-'));
  demandRoom(temporary);
  workspace = join(temporary, 'workspace');
  mkdirSync(workspace);
  generated = generateInputs(workspace);
  const from = isCompiled() ? 'compiled' : 'sources';
  program = await bundle('test/e2e/workspace-program.ts', join(temporary, 'program'), from);
  console.log(`${inputs.files} files, ${generated} bytes; the package is taken from its ${from === 'compiled' ? 'compiled form' : from}`);
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

async function run(step: string): Promise<ProgramReport> {
  const report = await runProgram(program, [workspace, step]);
  console.log(`${step}: at most ${Math.ceil(report.maxRssKiB / 1024)} MiB`);
  expect(report.failure).toBeNull();
  return report;
}

describe('a workspace of 1 GiB in 5000 files', () => {
  it('is registered in flat memory', async () => {
    expect(generated).toBeGreaterThanOrEqual(inputs.bytes);
    expect((await run('register')).maxRssKiB).toBeLessThan(limitKiB);
  });

  it('is built in flat memory', async () => {
    const { maxRssKiB, archiveLength } = await run('build');
    expect(maxRssKiB).toBeLessThan(limitKiB);
    expect(archiveLength).toBe(statSync(join(workspace, 'build/assets.pa')).size);
    expect(archiveLength).toBeGreaterThan(generated);
    const metadata = JSON.parse(readFileSync(join(workspace, 'build/asset_table_metadata.json'), 'utf8')) as {
      readonly assets: readonly { readonly inputs: readonly { readonly size: number }[] }[];
    };
    const sizes = metadata.assets.flatMap((asset) => asset.inputs.map(({ size }) => size));
    expect(metadata.assets).toHaveLength(inputs.folders);
    expect(sizes).toHaveLength(inputs.files);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(generated);
  });

  it('is verified in flat memory, every byte', async () => {
    const { maxRssKiB, archiveLength } = await run('verify');
    expect(maxRssKiB).toBeLessThan(limitKiB);
    expect(archiveLength).toBe(statSync(join(workspace, 'build/assets.pa')).size);
  });
});
