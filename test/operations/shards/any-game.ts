import fc from 'fast-check';
import type { MemoryContent } from 'prometeu-packer/memory';
import { indexedPng, soundPng } from '../../sources/png/png-builder.js';
import { soundWav } from '../../sources/wav/wav-builder.js';
import { declaration, registry } from '../../workspace/workspaces.js';
import { assetV2 } from '../versioned-workspace.js';

const ROOTS = ['a', 'b', 'b/c', 'd', 'e', 'f'] as const;

const CONTENTS: readonly MemoryContent[] = [
  soundPng,
  soundPng,
  indexedPng([0, 1]),
  Buffer.concat([soundPng, Buffer.from('end')]),
  soundWav,
  soundWav.subarray(0, 20),
  'raw',
  '',
];

const kinds = [
  { type: 'tile_bank', output: { format: 'png', codec: 'none' } },
  { type: 'sound_bank', output: { format: 'wav', codec: 'none' } },
  { type: 'data_bank', output: { format: 'raw', codec: 'none' } },
] as const;

const inputs = fc.subarray(['data.bin', 'more.bin', 'gone.bin'] as const, { minLength: 1 }).map((main) => ({ main }));

const anyDeclaration = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 7 }), fc.constantFrom(...kinds), inputs)
      .map(([digit, kind, paths]) => declaration(digit, { ...kind, inputs: paths })),
  },
  { weight: 1, arbitrary: fc.constantFrom(assetV2('old'), assetV2('older'), '{', '{}') },
);

const anyAsset = fc.record({ declared: anyDeclaration, data: fc.constantFrom(...CONTENTS), more: fc.constantFrom(...CONTENTS) });

const anyRegistry = fc.constantFrom(
  registry({ a: 1, b: 2 }),
  registry({ a: 1, b: 2, 'b/c': 3, d: 4, e: 5, f: 6 }),
  registry({ a: 1 }).slice(1),
);

/** The files of a workspace in any state: sound and broken sources of each kind, the same content in several places. */
export const anyGame: fc.Arbitrary<Readonly<Record<string, MemoryContent>>> = fc
  .tuple(
    fc.uniqueArray(fc.tuple(fc.constantFrom(...ROOTS), anyAsset), { selector: ([root]) => root, minLength: 1 }),
    fc.option(anyRegistry),
  )
  .map(([assets, records]) =>
    Object.fromEntries<MemoryContent>([
      ...(records === null ? [] : ([['assets/.prometeu/index.json', records]] as const)),
      ...assets.flatMap(([root, { declared, data, more }]) => [
        [`assets/${root}/asset.json`, declared] as const,
        [`assets/${root}/data.bin`, data] as const,
        [`assets/${root}/more.bin`, more] as const,
      ]),
    ]),
  );
