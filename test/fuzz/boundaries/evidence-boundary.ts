import { type Evidence, evidenceText, mergeEvidence, parseEvidence } from 'prometeu-packer';
import { type Boundary, holds } from '../boundary.js';
import { encode, handsOf } from '../seeds.js';

const evidence = `{
  "evidence_version": 1,
  "rules": 1,
  "budgets": { "max_file_bytes": 2147483648, "max_png_side": 16384, "max_png_inflated_bytes": 536870912 },
  "shard_count": 2,
  "shards": [{ "shard": 1, "sound": { "png": ["${'0'.repeat(64)}"], "wav": [] } }]
}`;

const textOf = (read: Evidence): string => evidenceText(read)._unsafeUnwrap();

/** Evidence of a shard, from another process. */
export const evidenceBoundary: Boundary = {
  name: 'evidence',
  extension: 'json',
  words: ['"shard":2', '"shard_count":1e9', '"rules":2', '"evidence_version":2', `"${'f'.repeat(64)}"`, '"__proto__"', '"wav":["'],
  seeds: () => [
    ...handsOf(evidence),
    encode(evidence.replace('"shards": [', '"shards": [{ "shard": 2, "sound": { "png": [], "wav": [] } }, ')),
  ],
  run: (bytes) =>
    parseEvidence(bytes, 'evidence.json').match<ReturnType<Boundary['run']>>(
      ({ value, diagnostics }) => ({ value, diagnostics }),
      (diagnostics) => ({ value: null, diagnostics }),
    ),
  check: ({ value }) => {
    if (value === null) return;
    const accepted = value as Evidence;
    const again = parseEvidence(encode(textOf(accepted)), 'evidence.json');
    holds(again.isOk() && textOf(again.value.value) === textOf(accepted), 'what was accepted is accepted again as it is written');
    const merged = mergeEvidence([accepted, accepted]);
    holds(merged.isOk() && textOf(merged.value) === textOf(accepted), 'what is given twice is taken once');
  },
};
