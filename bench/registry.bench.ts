import * as z from 'zod';
import { findClashes } from '../src/artifacts/registry/find-clashes.js';
import { readRegistry } from '../src/artifacts/registry/read-registry.js';
import { answer } from './harness/answer.js';
import { compare } from './harness/compare.js';
import type { Contestant } from './harness/contestant.js';
import { median } from './harness/median.js';
import { registryOf } from './samples/game.js';

const ASSETS = 100_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const id = z.int().min(1).max(4_294_967_294);
const uuid = z.string().regex(UUID);
const schema = z.strictObject({
  $schema: z.string().optional(),
  schema_version: z.literal(4),
  project_uuid: uuid,
  next_asset_id: z.int().min(1).max(4_294_967_295),
  assets: z.array(z.strictObject({ asset_id: id, asset_uuid: uuid, root: z.string(), included_in_build: z.boolean() })),
  retired: z.array(z.strictObject({ asset_id: id, asset_uuid: uuid })),
});

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function readByZod(bytes: Uint8Array): void {
  const { assets } = schema.parse(JSON.parse(decoder.decode(bytes)));
  const ids = new Set(assets.map(({ asset_id }) => asset_id));
  const uuids = new Set(assets.map(({ asset_uuid }) => asset_uuid));
  const roots = new Set(assets.map(({ root }) => root));
  if (ids.size + uuids.size + roots.size !== 3 * assets.length) throw new Error('something stands there twice');
}

/** Every gate of a single file, and what is judged across the records. */
function readByUs(bytes: Uint8Array, assets: number): void {
  const { registry } = readRegistry(bytes, 'assets/.prometeu/index.json');
  if (registry?.assets.length !== assets || findClashes(registry).size > 0) throw new Error('refused');
}

const ours = (name: string, bytes: Uint8Array, assets: number): Contestant => ({ name, run: () => readByUs(bytes, assets) });

const written = bytesOf(registryOf(ASSETS));
const spaced = bytesOf(registryOf(ASSETS).replace('"schema_version": 4', '"schema_version" : 4'));

const row = await compare({
  operation: 'read a registry through all gates',
  size: `${ASSETS} entries, ${(written.length / 2 ** 20).toFixed(0)} MiB`,
  target: 0.6,
  rounds: 7,
  limit: { name: 'decode + JSON.parse + zod 4 + uniqueness by Sets', run: () => readByZod(written) },
  subject: ours('prometeu-packer', written, ASSETS),
  peers: [
    { name: 'decode + JSON.parse alone', run: () => void JSON.parse(decoder.decode(written)) },
    ours('prometeu-packer, of a text that somebody laid out otherwise', spaced, ASSETS),
  ],
  note: 'Roots, numbers and uuids are told apart by all but the peer that only parses.',
});

/** Milliseconds for as many entries as the largest registry has, read from registries of each size, size after size in each round. */
function timesOf(sizes: readonly number[]): readonly number[] {
  const texts = sizes.map((assets) => bytesOf(registryOf(assets)));
  const rounds = Array.from({ length: 8 }, () =>
    sizes.map((assets, index) => {
      globalThis.gc?.();
      const start = performance.now();
      for (let left = ASSETS; left > 0; left -= assets) readByUs(texts[index] as Uint8Array, assets); // a text a size
      return performance.now() - start;
    }),
  ).slice(1);
  return sizes.map((_, index) => median(rounds.map((times) => times[index] ?? Number.NaN)));
}

const sizes = [1000, 10_000, 100_000];
const times = timesOf(sizes);
const growths = sizes.slice(1).map((size, index) => ({
  operation: 'growth of reading a registry, for each entry',
  size: `${sizes[index] ?? 0} to ${size} entries`,
  target: 1.3,
  found: (times[index + 1] ?? Number.NaN) / (times[index] ?? Number.NaN),
  unit: 'times',
}));

answer([row], growths);
