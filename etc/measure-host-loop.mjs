// Measures the longest block of an editor's loop while a worker opens, refreshes, migrates, verifies and builds a workspace of
// 10,000 assets (or as many as are asked for), and what the same takes in the editor's own thread. Prints a table. Needs dist/.
//
//   node etc/measure-host-loop.mjs [ASSETS]

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { openNodeWorkspace } from 'prometeu-packer/node';
import { connectSession, openSession, portChannel } from 'prometeu-packer/studio';

const assets = Number(process.argv[2] ?? 10_000);
/** How often the loop is looked at, in milliseconds; what is measured is off by no more than this. */
const RESOLUTION = 1;
const LIMIT = 50;

const uuidOf = (id) => `00000000-0000-4000-8000-${id.toString(16).padStart(12, '0')}`;
const rootOf = (id) => `group-${Math.floor(id / 100)}/asset-${id}`;

/** Every tenth declaration is of an earlier version, and every seventh has a key that nobody knows. */
function declarationOf(id) {
  const isOld = id % 10 === 0;
  return `${JSON.stringify(
    {
      schema_version: isOld ? 3 : 4,
      asset_uuid: uuidOf(id),
      name: `asset-${id}`,
      type: 'data_bank',
      inputs: { main: ['data.bin'] },
      output: { format: 'raw', codec: 'none' },
      ...(id % 7 === 0 && { note: 'kept' }),
    },
    null,
    2,
  )}\n`;
}

function layOut(folder) {
  for (let id = 1; id <= assets; id += 1) {
    const path = join(folder, 'assets', rootOf(id));
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'asset.json'), declarationOf(id));
    writeFileSync(join(path, 'data.bin'), Buffer.alloc(256, id));
  }
  const records = Array.from({ length: assets }, (_, index) => ({
    asset_id: index + 1,
    asset_uuid: uuidOf(index + 1),
    root: rootOf(index + 1),
    included_in_build: true,
  }));
  mkdirSync(join(folder, 'assets/.prometeu'));
  const registry = { schema_version: 4, project_uuid: uuidOf(assets + 1), next_asset_id: assets + 1, assets: records, retired: [] };
  writeFileSync(join(folder, 'assets/.prometeu/index.json'), `${JSON.stringify(registry, null, 2)}\n`);
}

const unwrap = (answer) => {
  if (answer.isErr()) throw new Error(JSON.stringify(answer.error.slice(0, 3), null, 2));
  return answer.value;
};

/**
 * How long this thread has run, in milliseconds, without the time that other processes took from it; null where the host does not
 * say.
 */
function threadTime() {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return null;
  }
}

/** Measures the longest time between two turns of the loop, and the most work that was done between two. */
async function measure(name, run) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.reset();
  let busiest = 0;
  let before = threadTime();
  const timer = setInterval(() => {
    const now = threadTime();
    busiest = Math.max(busiest, now - before);
    before = now;
  }, RESOLUTION);
  const start = performance.now();
  const value = await run();
  const took = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 20)); // so that the last block is seen
  clearInterval(timer);
  delay.disable();
  const row = {
    step: name,
    'longest block (ms)': Number((delay.max / 1e6).toFixed(1)),
    'work in one turn (ms)': before === null ? null : Number(busiest.toFixed(1)),
    'took (ms)': Math.round(took),
  };
  return { value, row };
}

async function runSteps(folder, open) {
  const rows = [];
  const step = async (name, run) => {
    const { value, row } = await measure(name, run);
    rows.push(row);
    return value;
  };
  await step('nothing, for two seconds', () => new Promise((resolve) => setTimeout(resolve, 2000)));
  const session = unwrap(await step('open', open));
  let told = 0;
  session.subscribe(() => {
    told += 1;
  });
  const file = `assets/${rootOf(1)}/asset.json`;
  const edit = (from, to) => {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    session.notifyChanged([file]);
    return session.settle();
  };
  await step('refresh one edited file', async () => unwrap(await edit('"name"', '"nam"')));
  await step('refresh it again', async () => unwrap(await edit('"nam"', '"name"')));
  await step('type in a document', async () => {
    const { text } = unwrap(await session.readDocument(file));
    for (let version = 1; version <= 5; version += 1) {
      unwrap(await session.setOverlay({ path: file, version, text: `${text}${' '.repeat(version)}` }));
      unwrap(await session.settle());
    }
    unwrap(await session.removeOverlay(file));
    unwrap(await session.settle());
  });
  await step('look at everything again', async () => {
    session.notifyChanged();
    unwrap(await session.settle());
  });
  await step('findings, 1000 files', async () => unwrap(await session.findings({ limit: 1000 })));
  const { value: migration } = await step('preview a migration', async () => unwrap(await session.preview({ kind: 'migrate' })));
  await step('apply it', async () => unwrap(await session.apply({ digest: migration.digest })));
  await step('build', async () => unwrap(await session.build()));
  await step('describe the archive', async () => unwrap(await session.describeArchive()));
  await step('verify', async () => unwrap(await session.verify()));
  await step('doctor', async () => unwrap(await session.doctor()));
  await session.close();
  console.log(`${told} events`);
  return rows;
}

const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'prometeu-loop-')));
try {
  for (const folder of folders) layOut(folder);
  const [ours, theirs] = folders;
  console.log(`${assets} assets, session in a worker`);
  const rows = await runSteps(theirs, () =>
    connectSession(portChannel(new Worker(new URL('loop-worker.mjs', import.meta.url), { workerData: theirs }))),
  );
  console.table(rows);
  const mostOf = (column) => Math.max(...rows.map((row) => row[column] ?? 0));
  const [block, work] = [mostOf('longest block (ms)'), mostOf('work in one turn (ms)')];
  // The verdict is on the block. Other processes lengthen it: the work, and the row in which nothing is done, help to tell by how much.
  console.log(`longest block: ${block} ms, ${block < LIMIT ? 'below' : 'NOT below'} ${LIMIT} ms; most work in one turn: ${work} ms`);
  console.log(`${assets} assets, session in the editor's own thread`);
  console.table(await runSteps(ours, () => openSession(unwrap(openNodeWorkspace(ours)))));
  process.exitCode = block < LIMIT ? 0 : 1;
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
