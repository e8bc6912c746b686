import { createAssetReader } from '../src/artifacts/asset/create-asset-reader.js';
import { answer } from './harness/answer.js';
import { compare } from './harness/compare.js';
import { declarationSchema } from './samples/declaration-schema.js';
import { declarationOf } from './samples/game.js';

const texts = Array.from({ length: 1000 }, (_, id) => new TextEncoder().encode(declarationOf(id + 1)));

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
        for (const bytes of texts) declarationSchema.parse(JSON.parse(decoder.decode(bytes)));
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
