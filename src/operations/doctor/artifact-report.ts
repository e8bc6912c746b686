import type { ArtifactKind } from '../../diagnostics/artifact-kind.js';
import type { JsonFileClass } from '../../versioning/classify-refusal.js';
import type { TrustStage } from '../../versioning/trust-stage.js';
import type { IdentityClass } from '../../workspace/classify-identity.js';

/**
 * What a file was found to be: the class of its version where it could be read that far, else why not. `malformed`: a file that
 * is no JSON, and not what it should be. `unversioned`: it has no version, and could be read.
 */
export type ArtifactClass = JsonFileClass | 'malformed' | 'unversioned';

/** Where the version of a file stands in the support window; `none` where there is no version to be judged. */
export type WindowPosition = 'current' | 'migratable' | 'deprecated' | 'too-new' | 'too-old' | 'none';

/**
 * How a derived file stands to what it is derived from: the archive to the sources, a companion to the archive and to where its
 * bytes come from. `stale`: it says something else. `invalid`: it is not what any build makes. `unknown`: nothing that was read
 * says so, but not everything was; `verifyWorkspace` reads all of it.
 */
export type Staleness = 'absent' | 'current' | 'stale' | 'invalid' | 'unknown';

/**
 * What is to be said of the journal. `pending`: a committed plan is finished by the next one. `conflicting`: it cannot be, since
 * someone else changed what it was to write. Any but `absent` and `pending` refuses every writer.
 */
export type JournalState = 'absent' | 'pending' | 'conflicting' | 'damaged' | 'too-new' | 'unreadable';

/** One file that the packer owns or reads, and how far it can be trusted. */
export interface ArtifactReport {
  /** What it is. `undo` is the record of the last plan, `lock` the file of whoever writes. */
  readonly artifact: ArtifactKind | 'undo' | 'lock';
  /** Path from the workspace root. */
  readonly path: string;
  /**
   * The version found, also one outside the window; the token's text where it is none; null where it has none or was not read
   * that far. Of the archive it is that of the envelope, or of the header where that is the one refused.
   */
  readonly version: number | string | null;
  /** What it was found to be. */
  readonly class: ArtifactClass;
  /** Where its version stands. */
  readonly window: WindowPosition;
  /** The last gate that it passed; null where it passed none, or is not there. */
  readonly stage: TrustStage | null;
  /** How its claim stands to the registry; null for anything but a declaration. */
  readonly identity: IdentityClass | null;
  /** How it stands to its sources; null for anything but the archive and its companions. */
  readonly staleness: Staleness | null;
  /** What is to be said of the journal; null for anything else. */
  readonly journal: JournalState | null;
  /**
   * Codes of the findings on it, and on the inputs of a declaration, each once, by code units. Those on the archive, its companions and the undo record stand in no
   * list of the report, since nothing but themselves is at stake: a build makes them anew.
   */
  readonly codes: readonly string[];
}

/** What each report says of its own. */
type OwnFacts = Partial<Pick<ArtifactReport, 'identity' | 'staleness' | 'journal' | 'codes'>>;

/** Makes the report on one file; what is not said of it is null. */
export function artifactReport(
  artifact: ArtifactReport['artifact'],
  path: string,
  found: Pick<ArtifactReport, 'version' | 'class' | 'window' | 'stage'>,
  { identity = null, staleness = null, journal = null, codes = [] }: OwnFacts = {},
): ArtifactReport {
  const { version, class: name, window, stage } = found;
  return { artifact, path, version, class: name, window, stage, identity, staleness, journal, codes };
}
