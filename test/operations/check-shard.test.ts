import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  build,
  type BuildOptions,
  checkShard,
  type CheckShardOptions,
  DEFAULT_BUDGETS,
  doctor,
  type Evidence,
  portableCompute,
} from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryContent } from 'prometeu-packer/memory';
import { recordingPort } from 'prometeu-packer/testing';
import { shardOf } from '../../src/operations/shards/shard-of.js';
import { SOURCE_RULES } from '../../src/sources/source-rules.js';
import { chunk, end, idat, ihdr, png as pngOf, soundPng } from '../sources/png/png-builder.js';
import { soundWav } from '../sources/wav/wav-builder.js';
import { declaration, registry } from '../workspace/workspaces.js';
import { checkShards, doctorOfShards, throughFiles } from './shards/run-shards.js';

const ROOTS = ['a', 'b', 'b/c', 'd', 'e', 'f', 'g'] as const;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const png = { type: 'tile_bank', output: { format: 'png', codec: 'none' } } as const;
const wav = { type: 'sound_bank', output: { format: 'wav', codec: 'none' } } as const;

/** A sound picture of its own. */
const picture = (digit: number): Buffer => pngOf(ihdr(), idat(Buffer.from([0, 1, digit, 0, 3, 4])), end);

/** Seven sound assets with pictures; the content of `a` stands in `b` as well. */
const game = (change: Readonly<Record<string, MemoryContent>> = {}): Readonly<Record<string, MemoryContent>> => ({
  'assets/.prometeu/index.json': registry(Object.fromEntries(ROOTS.map((root, index) => [root, index + 1]))),
  ...Object.fromEntries(ROOTS.map((root, index) => [`assets/${root}/asset.json`, declaration(index + 1, png)])),
  ...Object.fromEntries(ROOTS.map((root, index) => [`assets/${root}/data.bin`, index < 2 ? soundPng : picture(index)])),
  ...change,
});

/** A host that counts what is inflated. */
function counting(files: Readonly<Record<string, MemoryContent>>) {
  const inflated = { streams: 0 };
  const host = createMemoryWorkspace(files);
  const inflate: typeof portableCompute.inflate = (most) => {
    inflated.streams += 1;
    return portableCompute.inflate(most);
  };
  return { inflated, host: { ...host, compute: { ...portableCompute, inflate } } };
}

describe('checkShard', () => {
  it('opens the declarations and sources of its share, and those of no other', async () => {
    const opened: string[] = [];
    for (const index of [1, 2, 3]) {
      const { ports, calls } = recordingPort(createMemoryWorkspace(game()));
      const { roots, allRoots } = (await checkShard(ports, { shard: { index, count: 3 } }))._unsafeUnwrap();
      const read = calls.filter(({ operation }) => operation === 'read' || operation === 'open').map(({ path }) => path);
      const own = read.filter((path) => path.endsWith('.bin') || path.endsWith('/asset.json'));
      expect(own.sort()).toEqual(roots.flatMap((root) => [`assets/${root}/asset.json`, `assets/${root}/data.bin`]).sort());
      expect([allRoots, roots.every((root) => shardOf(root, 3, portableCompute) === index)]).toEqual([ROOTS.length, true]);
      opened.push(...own);
    }
    expect(opened.sort()).toEqual(
      Object.keys(game())
        .filter((path) => !path.endsWith('index.json'))
        .sort(),
    );
  });

  it('gives evidence of sound contents by digest, each once, with the limits it was made with', async () => {
    const files = game({
      'assets/d/asset.json': declaration(4, wav),
      'assets/d/data.bin': soundWav,
      'assets/e/data.bin': Buffer.concat([soundPng, Buffer.from('x')]),
      'assets/f/data.bin': soundPng.subarray(0, 40),
    });
    const report = (
      await checkShard(createMemoryWorkspace(files), { shard: { index: 1, count: 1 }, budgets: { sources: { maxPngSide: 20 } } })
    )._unsafeUnwrap();
    const { maxFileBytes, maxPngInflatedBytes } = DEFAULT_BUDGETS.sources;
    const contents = [soundPng, picture(2), picture(6)].map(sha256).sort();
    expect(report.evidence).toEqual({
      evidence_version: 1,
      rules: SOURCE_RULES,
      budgets: { max_file_bytes: maxFileBytes, max_png_side: 20, max_png_inflated_bytes: maxPngInflatedBytes },
      shard_count: 1,
      shards: [{ shard: 1, sound: { png: contents, wav: [sha256(soundWav)] } }],
    });
    expect(report.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['PNG_TRAILING_BYTES', 'warning'],
      ['PNG_TRUNCATED', 'error'],
    ]);
    expect([report.checkedSources, report.counts]).toEqual([7, { error: 1, warning: 1, info: 0 }]);
  });

  it.each([
    [0, 1],
    [2, 1],
    [1, 0],
    [1.5, 2],
    [1, Number.POSITIVE_INFINITY],
    [Number.NaN, 2],
  ])('there is no shard %d of %d', async (index, count) => {
    const refused = (await checkShard(createMemoryWorkspace(game()), { shard: { index, count } }))._unsafeUnwrapErr();
    expect(refused.map(({ code, data }) => ({ code, data }))).toEqual([{ code: 'EVIDENCE_SHARD_INVALID', data: { shard: index, count } }]);
  });
});

describe('shardOf', () => {
  it('depends on the root alone, for ever', () => {
    expect(ROOTS.map((root) => shardOf(root, 8, portableCompute))).toEqual(
      ROOTS.map((root) => (createHash('sha256').update(root).digest().readUInt32BE(0) % 8) + 1),
    );
  });

  it('gives every shard about as much', () => {
    const sizes = new Map<number, number>();
    for (let index = 0; index < 8000; index += 1) {
      const shard = shardOf(`sprites/hero-${index}`, 8, portableCompute);
      sizes.set(shard, (sizes.get(shard) ?? 0) + 1);
    }
    expect([...sizes.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const size of sizes.values()) expect(Math.abs(size - 1000)).toBeLessThan(120);
  });
});

describe('the option evidence of doctor', () => {
  const evidenceOf = async (files: Readonly<Record<string, MemoryContent>>): Promise<Evidence> =>
    throughFiles(await checkShards(() => createMemoryWorkspace(files), 3));

  it('saves the check of every content that is known to be sound', async () => {
    const evidence = await evidenceOf(game());
    const [with_, without] = [counting(game()), counting(game())];
    const report = (await doctor(with_.host, { evidence }))._unsafeUnwrap();
    expect(report).toEqual((await doctor(without.host))._unsafeUnwrap());
    expect([with_.inflated.streams, without.inflated.streams]).toEqual([0, ROOTS.length]);
  });

  it('tells of its own bytes alone: a content that has changed since is checked', async () => {
    const evidence = await evidenceOf(game());
    const later = game({ 'assets/g/data.bin': picture(5).subarray(0, 60), 'assets/f/data.bin': picture(9) });
    const { host, inflated } = counting(later);
    const report = (await doctor(host, { evidence }))._unsafeUnwrap();
    expect(report).toEqual((await doctor(createMemoryWorkspace(later)))._unsafeUnwrap());
    expect(report.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    expect(inflated.streams).toBe(2);
  });

  it('tells of one kind alone: a picture that is declared as a sound is no sound', async () => {
    const evidence = await evidenceOf(game());
    const later = game({ 'assets/a/asset.json': declaration(1, wav) });
    const { diagnostics } = (await doctor(createMemoryWorkspace(later), { evidence }))._unsafeUnwrap();
    expect(diagnostics.map(({ code }) => code)).toContain('SOURCE_FORMAT_MISMATCH');
  });

  it('holds for files that are read in pieces', async () => {
    const large = Buffer.concat([soundPng.subarray(0, -12), bigChunk(), soundPng.subarray(-12)]);
    const open = (bytes: Uint8Array) => () => createMemoryWorkspace(game({ 'assets/g/data.bin': bytes }));
    const broken = Uint8Array.from(large);
    broken[large.length - 20] = 9;
    for (const bytes of [large, broken]) {
      const { reports, report } = await doctorOfShards(open(bytes), 2);
      expect(report._unsafeUnwrap()).toEqual((await doctor(open(bytes)()))._unsafeUnwrap());
      const known = reports.flatMap(({ evidence }) => evidence.shards.flatMap(({ sound }) => sound.png));
      expect(known.includes(sha256(bytes))).toBe(bytes === large);
    }
  });

  it.each<[string, (evidence: Evidence) => Evidence, object]>([
    ['EVIDENCE_RULES_DIFFER', (found) => ({ ...found, rules: 9 }), { found: 9, expected: SOURCE_RULES }],
    [
      'EVIDENCE_BUDGET_DIFFERS',
      (found) => ({ ...found, budgets: { ...found.budgets, max_file_bytes: 7 } }),
      { budget: 'max_file_bytes', found: 7, expected: DEFAULT_BUDGETS.sources.maxFileBytes },
    ],
    ['EVIDENCE_SHARD_MISSING', ({ shards, ...found }) => ({ ...found, shards: shards.slice(1) }), { missing: [1], count: 1, of: 3 }],
    [
      'EVIDENCE_SHARD_MISSING',
      (found) => ({ ...found, shard_count: 1e9 }),
      { missing: Array.from({ length: 20 }, (_, index) => index + 4), count: 1e9 - 3, of: 1e9 },
    ],
  ])('is refused with %s where it may not be used', async (code, change, data) => {
    const evidence = change(await evidenceOf(game()));
    const refused = (await doctor(createMemoryWorkspace(game()), { evidence }))._unsafeUnwrapErr();
    expect(refused.map((found) => ({ code: found.code, data: found.data }))).toEqual([{ code, data }]);
  });
});

describe('operations of a call that their types forbid', () => {
  it('answer as every operation does', async () => {
    const host = createMemoryWorkspace(game());
    const asked: unknown[] = [undefined, null, {}];
    for (const options of asked) {
      const refused = (await checkShard(host, options as CheckShardOptions))._unsafeUnwrapErr();
      expect(refused.map(({ code }) => code)).toEqual(['INTERNAL_DEFECT']);
    }
    const nothing = null as unknown as BuildOptions;
    expect((await doctor(host, nothing))._unsafeUnwrapErr().map(({ code }) => code)).toEqual(['INTERNAL_DEFECT']);
    expect((await build(host, nothing))._unsafeUnwrapErr().map(({ code }) => code)).toEqual(['INTERNAL_DEFECT']);
  });
});

/** A chunk of text so large that the file is read in pieces. */
function bigChunk(): Buffer {
  return chunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), Buffer.alloc(3 << 19, 'a')]));
}
