import type { ArchiveHeader } from '../../artifacts/archive/model.js';
import type { AssetMetadata } from '../../artifacts/companions/asset-metadata.js';
import type { ArchiveRecipe } from '../../plans/compose/archive-recipe.js';
import { companionTexts } from '../../plans/compose/companion-texts.js';
import type { Staleness } from './artifact-report.js';

/** What companions are held against. */
export interface CompanionYardstick {
  /** The header of the archive; null where there is none, or it is not valid. */
  readonly header: ArchiveHeader | null;
  /** Digest of the archive. */
  readonly archiveDigest: string;
  /** What a build would put into the archive; null where it would be refused. */
  readonly recipe: ArchiveRecipe | null;
  /** How the archive stands to its sources. */
  readonly archive: Staleness;
}

/** How a companion that only repeats the archive stands to it: byte for byte what is written beside that archive. */
export function judgeCompanionCopyStaleness(path: string, text: string, { header, archiveDigest }: CompanionYardstick): Staleness {
  if (header === null) return 'unknown';
  const texts = new Map<string, string>(companionTexts({ assets: [], preload: [] }, { header, archiveDigest, copied: [] }));
  return texts.get(path) === text ? 'current' : 'stale';
}

/**
 * How the companion that tells where the bytes come from stands to the archive and its sources. Digests of sources that nobody
 * worked out leave it `unknown`, but for the one source of an asset: its digest is the archive's own.
 */
export function judgeCompanionMetadataStaleness(
  path: string,
  text: string,
  found: AssetMetadata,
  yardstick: CompanionYardstick,
): Staleness {
  const { header, archiveDigest, recipe, archive } = yardstick;
  if (header === null) return 'unknown';
  if (found.archive_digest !== archiveDigest) return 'stale';
  if (recipe === null || archive === 'stale') return 'unknown'; // its sources are not what they were: nothing to hold it against
  const built = new Map(header.asset_table.map(({ asset_id, sha256 }) => [asset_id, sha256]));
  const told = new Map(found.assets.map(({ asset_id, inputs }) => [asset_id, inputs.map(({ sha256 }) => sha256)]));
  const known = recipe.assets.map(({ asset_id, inputs }) => ({
    asset_id,
    inputs: inputs.map(({ sha256 }) => (inputs.length === 1 ? (built.get(asset_id) ?? null) : sha256)),
  }));
  const copied = known.map(({ asset_id, inputs }) => ({
    inputs: inputs.map((digest, index) => digest ?? told.get(asset_id)?.[index] ?? ''),
    sha256: '',
  }));
  const texts = new Map<string, string>(companionTexts(recipe, { header, archiveDigest, copied }));
  if (texts.get(path) !== text) return 'stale';
  return known.some(({ inputs }) => inputs.includes(null)) ? 'unknown' : 'current';
}
