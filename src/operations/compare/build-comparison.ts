import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { MetadataValue } from '../../artifacts/asset/model.js';

/** An asset of an archive, as a comparison names it. */
export interface ComparedAsset {
  /** Runtime number. */
  readonly asset_id: number;
  /** Name in the archive. */
  readonly asset_name: string;
}

/** A source file of an asset, as a comparison names it. */
export interface ComparedInput {
  /** The role it was packed under. */
  readonly role: string;
  /** Its path, relative to the asset's folder. */
  readonly path: string;
  /** Bytes from the start of that file. */
  readonly offset: number;
}

/** The first byte in which two archives differ, and what it is. */
export interface ArchiveByteDifference {
  /** Bytes from the start of both files. */
  readonly offset: number;
  /** What the first archive holds there, 0 to 255; null where it has ended. */
  readonly a: number | null;
  /** What the second holds there. */
  readonly b: number | null;
  /** Where in the archive that is; `outside` where the archive to say it by has ended or is broken. */
  readonly region: 'prelude' | 'header' | 'padding' | 'payload' | 'outside';
  /** The field of the prelude (`headerCrc32`), or the pointer into the header's JSON (`/asset_table/0/sha256`); null elsewhere. */
  readonly field: string | null;
  /** The asset it belongs to, or whose entry in the header it stands in; null where it is none's. */
  readonly asset: ComparedAsset | null;
  /** The source file it came from; null where it came from none, or where the companion that says so is not there. */
  readonly input: ComparedInput | null;
}

/** A field of an asset in which two archives differ. */
export interface AssetFieldDifference {
  /** The field of the header's table, or `slot` for preloading. */
  readonly field: 'asset_name' | 'bank_type' | 'size' | 'sha256' | 'metadata' | 'slot';
  /** What the first archive says; null where it says nothing. */
  readonly a: string | number | Readonly<Record<string, MetadataValue>> | null;
  /** What the second says. */
  readonly b: string | number | Readonly<Record<string, MetadataValue>> | null;
}

/** The first byte of an asset in which two archives differ. */
export interface AssetByteDifference {
  /** Bytes from the start of the asset. */
  readonly offset: number;
  /** What the first archive holds there, 0 to 255; null where the asset has ended. */
  readonly a: number | null;
  /** What the second holds there. */
  readonly b: number | null;
  /** The source file that the first archive has there, else the second; null where no companion says so. */
  readonly input: ComparedInput | null;
}

/** An asset that is not the same in two builds. */
export interface AssetDifference extends ComparedAsset {
  /** Whether both have it. */
  readonly state: 'only-a' | 'only-b' | 'changed';
  /** The fields that differ; none where only one has it. */
  readonly fields: readonly AssetFieldDifference[];
  /** The first byte that differs; null where only one has it, where its bytes are the same, or where the places of an archive are unsound. */
  readonly byte: AssetByteDifference | null;
}

/** A companion in two builds. */
export interface CompanionDifference {
  /** Its path from the workspace root. */
  readonly path: string;
  /** Whether both have it, and whether their bytes are the same. */
  readonly state: 'equal' | 'changed' | 'only-a' | 'only-b' | 'absent';
  /** Where in its JSON the first difference is; null where there is none, or where one is no JSON. */
  readonly pointer: string | null;
}

/** One of two builds. */
export interface ComparedBuild {
  /** Bytes of the archive. */
  readonly length: number;
  /** SHA-256 of everything before the payload; null where that is broken. */
  readonly archiveDigest: string | null;
  /** What prelude, header and the places of the assets gave rise to, in the one order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What two builds have in common and what not. */
export interface BuildComparison {
  /** Whether archive and companions are the same, byte for byte. */
  readonly equal: boolean;
  /** The first build. */
  readonly a: ComparedBuild;
  /** The second build. */
  readonly b: ComparedBuild;
  /** The first byte in which the archives differ; null where they do not. */
  readonly first: ArchiveByteDifference | null;
  /** The assets that are not the same, by asset_id; empty where a header is broken. */
  readonly assets: readonly AssetDifference[];
  /** The companions, by path. */
  readonly companions: readonly CompanionDifference[];
  /** What both builds gave rise to, those of the first before those of the second. */
  readonly diagnostics: readonly Diagnostic[];
}
