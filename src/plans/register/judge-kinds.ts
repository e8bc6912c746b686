import { compareStrings } from '../../base/compare-strings.js';
import type { AssetType, OutputFormat } from '../../artifacts/asset/model.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { SourceContent } from '../../sources/source-kind.js';
import { folderOf } from '../../workspace/input-tree.js';
import type { UndeclaredFolder } from './find-undeclared.js';

/** An undeclared folder with the kind of each of its files. */
export interface SniffedFolder extends UndeclaredFolder {
  /** What each file is by content, in the order of `files`. */
  readonly kinds: readonly SourceContent[];
}

/** What a folder becomes. */
export interface JudgedKinds {
  /** The asset's type. */
  readonly type: AssetType;
  /** How its files are read. */
  readonly format: OutputFormat;
  /** REGISTER_MIXED_KINDS where the files are of several kinds. */
  readonly warnings: readonly Diagnostic[];
}

const BANKS: Readonly<Record<SourceContent, readonly [AssetType, OutputFormat]>> = {
  png: ['tile_bank', 'png'],
  wav: ['sound_bank', 'wav'],
  other: ['data_bank', 'raw'],
};

/** All PNG: tiles; all WAV: sounds; anything else, or mixed: raw data. */
export function judgeKinds({ root, kinds }: SniffedFolder): JudgedKinds {
  const counts = new Map<SourceContent, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const [only = 'other', ...more] = counts.keys();
  const [type, format] = BANKS[more.length === 0 ? only : 'other'];
  if (more.length === 0) return { type, format, warnings: [] };
  const sorted = Object.fromEntries([...counts].sort(([a], [b]) => compareStrings(a, b)));
  const location = { kind: 'file', file: folderOf(root) } as const;
  return { type, format, warnings: [diagnose('REGISTER_MIXED_KINDS', { artifact: 'source', location, data: { kinds: sorted } })] };
}
