import canonicalize from 'canonicalize';
import { encodeHeader } from '../src/artifacts/archive/encode-header.js';
import { planLayout } from '../src/artifacts/archive/plan-layout.js';
import { answer } from './harness/answer.js';
import { compare } from './harness/compare.js';

const ASSETS = 100_000;

/** Half of the assets say something of themselves, in the order of code units, as the recipe of a build has it. */
function metadataOf(index: number): Readonly<Record<string, string | number>> {
  return index % 2 === 0 ? {} : { author: `somebody number ${index % 17}`, licence: 'CC-BY-4.0', width: index % 640 };
}

const planned = planLayout({
  assets: Array.from({ length: ASSETS }, (_, index) => ({
    asset_id: index + 1,
    asset_name: `asset-${index + 1}`,
    bank_type: 'DATA',
    size: 4000 + (index % 97),
    metadata: metadataOf(index),
  })),
  preload: [],
  file: 'build/assets.pa',
  maxHeaderBytes: 2 ** 30,
});
if (planned.isErr()) throw new Error('no layout');
const { header } = planned.value;

const encoder = new TextEncoder();
const expected = canonicalize(header) ?? '';
const found = encodeHeader(header);
if (found.isErr() || Buffer.compare(found.value, encoder.encode(expected)) !== 0) throw new Error('another header');

answer([
  await compare({
    operation: 'write the header',
    size: `${ASSETS.toLocaleString('en')} assets, ${(expected.length / 2 ** 20).toFixed(0)} MiB`,
    target: 1.3,
    limit: { name: 'JSON.stringify + TextEncoder', run: () => encoder.encode(JSON.stringify(header)) },
    subject: {
      name: 'prometeu-packer, RFC 8785',
      run: () => {
        if (encodeHeader(header).isErr()) throw new Error('refused');
      },
    },
    peers: [
      { name: 'JSON.stringify alone, no bytes', run: () => JSON.stringify(header) },
      { name: 'canonicalize', run: () => encoder.encode(canonicalize(header)) },
    ],
  }),
]);
