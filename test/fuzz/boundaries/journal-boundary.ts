import { isDeepStrictEqual } from 'node:util';
import type { Journal } from '../../../src/artifacts/journal/model.js';
import { parseJournal } from '../../../src/artifacts/journal/parse-journal.js';
import { journalChecksum, serializeJournal } from '../../../src/artifacts/journal/serialize-journal.js';
import { nodeCompute } from '../../../src/node/node-compute.js';
import { isPortablePath } from '../../paths/portable-oracle.js';
import { type Boundary, holds } from '../boundary.js';
import { decode, encode, fixturesOf } from '../seeds.js';

/** Where a plan may write: below `assets/`, or the four files of a build. */
const targets = /^assets\/|^build\/(assets\.pa|asset_table\.json|preload\.json|asset_table_metadata\.json)$/;

/** `journal.json`, by which recovery writes. */
export const journalBoundary: Boundary = {
  name: 'journal',
  extension: 'json',
  words: [
    '"replace"',
    '"remove"',
    '"move"',
    '"assets/../x"',
    '"build/assets.pa"',
    '"/etc/passwd"',
    '".prometeu"',
    '"authored"',
    '"derived"',
    '"control"',
  ],
  seeds: () => fixturesOf('versions/journal', 'in.json'),
  repair: (bytes) => {
    const journal = JSON.parse(decode(bytes)) as Journal;
    return encode(JSON.stringify({ ...journal, checksum: journalChecksum(journal, nodeCompute) }, null, 2));
  },
  run: (bytes) =>
    parseJournal(bytes, nodeCompute).match<ReturnType<Boundary['run']>>(
      (value) => ({ value, diagnostics: [] }),
      ({ diagnostics }) => ({ value: null, diagnostics }),
    ),
  check: ({ value }) => {
    if (value === null) return;
    const journal = value as Journal;
    for (const { target } of journal.entries) {
      holds(isPortablePath(target) && targets.test(target), 'a journal names targets of plans alone', target);
    }
    const again = parseJournal(encode(serializeJournal(journal, nodeCompute)), nodeCompute);
    holds(isDeepStrictEqual(again.unwrapOr(null), journal), 'what was accepted is accepted again as it is written');
  },
};
