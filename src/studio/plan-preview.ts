import type { IdentityChange, MigrationReport, PlanKind, RebaseConflict } from 'prometeu-packer';
import type { DocumentVersion } from './session-summary.js';

/** One change of a plan, without the texts that it is made of. */
export interface PreviewedEdit {
  /** What happens at the path. */
  readonly action: 'create' | 'change' | 'remove' | 'move';
  /** Path from the workspace root; where a folder goes. */
  readonly path: string;
  /** Where a moved folder stands; null for files. */
  readonly from: string | null;
  /** Unified diff of the text; empty for a folder. */
  readonly diff: string;
}

/** What a plan would do: plain data that survives structured cloning. The session holds the plan itself, under its digest. */
export interface PlanPreview {
  /** Names the plan: what {@link StudioSession.apply} takes. */
  readonly digest: string;
  /** What it is for. */
  readonly kind: PlanKind;
  /** What it does, in the imperative. Free text, not part of the contract. */
  readonly title: string;
  /**
   * Where it is carried out. `editor`: it changes a file that the editor holds, so that it is answered as edits of documents;
   * it was made from the unsaved texts. `disk`: it is written, all of it or nothing; unsaved texts had no part in it.
   */
  readonly target: 'disk' | 'editor';
  /** The documents that it was made from, by path: in other versions it cannot be applied. Empty for the disk. */
  readonly documents: readonly DocumentVersion[];
  /** Its changes, by path; empty where there is nothing to do. */
  readonly edits: readonly PreviewedEdit[];
  /** Identity changes, by root. */
  readonly identityChanges: readonly IdentityChange[];
  /** Files and folders that it changes, by path. */
  readonly files: readonly string[];
  /** The uuids that it derives: applying it needs consent to each. */
  readonly consent: readonly string[];
  /** What cannot go on until it is applied. */
  readonly blocks: { readonly build: boolean; readonly studio: boolean };
  /** What a migration does, file by file; null for any other plan. Certificates are left out. */
  readonly migration: PreviewedMigration | null;
}

/** What a migration does. */
export interface PreviewedMigration {
  /** The files that are migrated, by path: which version was found, which steps are taken, what becomes of the identity. */
  readonly files: readonly Omit<MigrationReport['files'][number], 'certificate' | 'diff'>[];
  /** The files of earlier versions that are not, by path. */
  readonly leftOut: MigrationReport['leftOut'];
  /** The identities that are derived, by root. */
  readonly derived: MigrationReport['derived'];
  /** How many files are of the current version already. */
  readonly upToDate: number;
}

/** How a previewed plan stands to the workspace as it is now. */
export interface RebasedPreview {
  /** `valid`: as it was. `recomputed`: made anew it makes the same edits. `conflicting`: it makes others, which a person has to look at. */
  readonly state: 'valid' | 'recomputed' | 'conflicting';
  /** The plan as it is made now, which the session holds under its own digest. */
  readonly preview: PlanPreview;
  /** The files about which the two plans do not agree, with their sides. */
  readonly conflicts: readonly RebaseConflict[];
}
