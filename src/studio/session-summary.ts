import type { Diagnostic, IdentityClass, SeverityCounts, Verdict } from 'prometeu-packer';

/**
 * How what the session shows stands to the workspace.
 *
 * - `fresh`: nothing was reported since it was last looked at.
 * - `suspect`: something was reported, and not looked at yet.
 * - `diverged`: it is known to differ, and is not shown yet, since more changes were reported meanwhile.
 * - `busy`: a plan is being made or applied, or the workspace built or verified.
 */
export type SessionState = 'fresh' | 'suspect' | 'diverged' | 'busy';

/** The workspace in short, as it is shown. */
export interface SessionSummary {
  /** Counts what the session has shown, from 1. */
  readonly revision: number;
  /** How it stands to the workspace. */
  readonly state: SessionState;
  /** What the workspace allows. */
  readonly verdict: Verdict;
  /** Findings by severity. */
  readonly counts: SeverityCounts;
  /** How many files have findings. */
  readonly filesWithFindings: number;
  /** How many assets there are, records without a folder included. */
  readonly assets: number;
  /** How many declarations and registries a migration would change. */
  readonly pendingMigrations: number;
  /** The registry's schema version as found; null where there is none. */
  readonly registryVersion: number | null;
  /** The documents that stand over files, by path. */
  readonly overlays: readonly DocumentVersion[];
}

/** A document that an editor holds, in one version. */
export interface DocumentVersion {
  /** Path from the workspace root. */
  readonly path: string;
  /** The editor's own count. */
  readonly version: number;
}

/** All findings of one file. */
export interface FileFindings {
  /** Path from the workspace root; empty for the workspace as a whole. */
  readonly file: string;
  /** The version of the document that they were found in; null where the stored file was read. */
  readonly version: number | null;
  /** The findings, in the one order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Which part of a list is wanted. */
export interface PageRequest {
  /** How many to leave out at the beginning; none unless told. */
  readonly from?: number;
  /** How many at most; 200 unless told, and never more than 1000. */
  readonly limit?: number;
}

/** A part of a list, of one revision. */
export interface Page<Item> {
  /** The revision that it was taken from. */
  readonly revision: number;
  /** How many there are in all. */
  readonly total: number;
  /** Those that were asked for. */
  readonly items: readonly Item[];
}

/** One asset in short. */
export interface AssetSummary {
  /** Folder of the asset, relative to `assets/`. */
  readonly root: string;
  /** Its name; null where the declaration cannot be read. */
  readonly name: string | null;
  /** What it is made for; null where the declaration cannot be read. */
  readonly type: string | null;
  /** The schema version found; null where there is none. */
  readonly version: number | null;
  /** How its claim stands to the registry. */
  readonly identity: IdentityClass;
  /** The runtime's number; null where the registry records none. */
  readonly assetId: number | null;
  /** Whether builds contain it. */
  readonly included: boolean;
  /** Whether something of its own keeps it from being built. */
  readonly blocked: boolean;
  /** Whether a migration would change its declaration. */
  readonly migrates: boolean;
  /** How many source files it has. */
  readonly inputs: number;
}
