import * as z from 'zod';
import { createAssetReader } from '../src/artifacts/asset/create-asset-reader.js';
import { answer } from './harness/answer.js';
import { compare } from './harness/compare.js';
import { declarationOf } from './samples/game.js';

const texts = Array.from({ length: 1000 }, (_, id) => new TextEncoder().encode(declarationOf(id + 1)));

const schema = z.strictObject({
  $schema: z.string().optional(),
  schema_version: z.literal(4),
  asset_uuid: z.uuid(),
  name: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/),
  type: z.enum(['tile_bank', 'sound_bank', 'palette_bank', 'data_bank']),
  inputs: z.record(z.string().regex(/^[a-z][a-z0-9_-]{0,31}$/), z.array(z.string()).min(1)),
  output: z.strictObject({
    format: z.enum(['png', 'wav', 'raw']),
    codec: z.literal('none'),
    metadata: z.record(z.string(), z.union([z.string(), z.int(), z.boolean()])).optional(),
  }),
  preload: z.strictObject({ enabled: z.boolean(), slot: z.int().min(0).max(65535).optional() }).optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const reader = createAssetReader();

answer([
  await compare({
    operation: 'parse one declaration through all gates',
    size: `${texts[0]?.length ?? 0} bytes, warm`,
    target: 0.7,
    repeat: 5,
    limit: {
      name: 'decode + JSON.parse + zod 4',
      run: () => {
        for (const bytes of texts) schema.parse(JSON.parse(decoder.decode(bytes)));
      },
    },
    subject: {
      name: 'prometeu-packer',
      run: () => {
        for (const bytes of texts)
          if (reader.accept(reader.parse(bytes, 'assets/a/asset.json'), null).body === null) throw new Error('refused');
      },
    },
    peers: [
      {
        name: 'decode + JSON.parse alone',
        run: () => {
          for (const bytes of texts) JSON.parse(decoder.decode(bytes));
        },
      },
    ],
  }),
]);
