import { checkHeaderStructure } from '../../src/artifacts/archive/check-header-structure.js';
import { ASSET_TYPES } from '../../src/artifacts/asset/model.js';
import { findStructureFault } from '../../src/artifacts/journal/find-structure-fault.js';
import { probeStructure, type Accepts } from './probe-structure.js';
import type { Json, Shape } from './shape.js';
import { keysOf, textsOf } from './texts-of.js';

/** A check that is written by hand, and values that it takes. */
export interface ProbedCheck {
  /** The file that holds it. */
  readonly file: string;
  /** Whether it takes a value. */
  readonly accepts: Accepts;
  /** Values that it takes. */
  readonly samples: Readonly<Record<string, Json>>;
  /** Texts that it takes from elsewhere. */
  readonly words: readonly string[];
  /** Whether the object literals of its source are its members and nothing else, so that their keys can be listed. */
  readonly isTable: boolean;
}

const SHA256 = '0f'.repeat(32);

const entry = (before: Json, after: Json, staged: Json): Json => ({
  target: 'assets/hero/asset.json',
  op: 'replace',
  class: 'authored',
  before,
  after,
  staged,
});

/** The structure of a journal. */
export const journalCheck: ProbedCheck = {
  file: 'src/artifacts/journal/find-structure-fault.ts',
  accepts: (value) => findStructureFault(value) === null,
  samples: {
    'every kind of entry': {
      schema_version: 1,
      plan_digest: SHA256,
      token: '0123456789abcdef',
      entries: [
        { target: 'assets/far/away', op: 'move', from: 'assets/near' },
        entry({ kind: 'absent' }, { kind: 'sha256', sha256: SHA256, length: 3 }, '.asset.json.0123456789abcdef.prometeu.tmp'),
        entry({ kind: 'sha256', sha256: SHA256 }, { kind: 'absent' }, null),
        entry({ kind: 'any' }, { kind: 'archive', length: 128, archive_digest: SHA256 }, null),
      ],
      checksum: SHA256,
    },
  },
  words: [],
  isTable: true,
};

/** The structure of an archive's header. */
export const headerCheck: ProbedCheck = {
  file: 'src/artifacts/archive/check-header-structure.ts',
  accepts: (value) =>
    checkHeaderStructure(value, (steps) => ({ file: 'build/assets.pa', offset: 32, length: 0, subject: steps.join('/') })) === null,
  samples: {
    'one asset, preloaded': {
      asset_table: [
        {
          asset_id: 1,
          asset_name: 'hero',
          bank_type: 'TILES',
          codec: 'NONE',
          decoded_size: 5,
          metadata: { text: 'x', number: 1, flag: true },
          offset: 0,
          sha256: SHA256,
          size: 5,
        },
      ],
      header_version: 1,
      preload: [{ asset_id: 1, slot: 3 }],
    },
  },
  words: Object.values(ASSET_TYPES).map(({ bankType }) => bankType),
  isTable: false,
};

/** The texts and keys that the source of a check holds: a text that it comes to take is one of them. */
export function wordsFor({ file, words }: ProbedCheck): readonly string[] {
  return [...new Set([...textsOf(file), ...words])];
}

/** The shape of a check that is written by hand. */
export function probedShape(check: ProbedCheck): Shape {
  return {
    ...probeStructure(check.accepts, check.samples, wordsFor(check)),
    ...(check.isTable ? { keys: keysOf(check.file) } : {}),
  };
}
