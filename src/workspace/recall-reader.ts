import type { AssetReader } from '../artifacts/asset/create-asset-reader.js';
import type { AssetReading, ParsedAsset } from '../artifacts/asset/parsed-asset.js';

/** What a declaration said in the current version, and for which identity. */
export interface RememberedReading {
  /** The uuid that was decided for it. */
  readonly uuid: string | null;
  /** What it said. */
  readonly reading: AssetReading;
}

/** A reader that keeps what it has read. */
export interface RecallingReader extends Pick<AssetReader, 'accept'> {
  /** What was read, by declaration. It grows. */
  readonly readings: ReadonlyMap<ParsedAsset, RememberedReading>;
}

/** A reader that judges no declaration again for the same identity. */
export function recallReader(
  reader: Pick<AssetReader, 'accept'>,
  known: ReadonlyMap<ParsedAsset, RememberedReading> = new Map(),
): RecallingReader {
  const readings = new Map<ParsedAsset, RememberedReading>();
  return {
    readings,
    accept(parsed, uuid) {
      const before = known.get(parsed);
      const kept = before?.uuid === uuid ? before : { uuid, reading: reader.accept(parsed, uuid) };
      readings.set(parsed, kept);
      return kept.reading;
    },
  };
}
