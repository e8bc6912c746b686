import type { ParsedAsset } from '../../artifacts/asset/parsed-asset.js';
import type { IdentityClaim } from '../../artifacts/asset/claim.js';
import type { ParsedRegistry } from '../../artifacts/registry/parsed-registry.js';
import type { Passed } from '../../base/passed.js';
import type { SortedMap } from '../../base/sorted-map.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { PortResult } from '../../ports/port-error.js';
import type { AcceptedRegistry } from '../accept-workspace.js';
import type { FileReading } from '../file-reading.js';
import type { ScannedFolder } from '../scan-folders.js';
import type { FileFindings, ToldOfFile } from './file-findings.js';
import type { JudgedRoot } from './judged-root.js';
import type { RegistryIndex } from './registry-index.js';
import type { Tally } from './tally.js';

/** A folder that was to be listed. */
export interface FollowedFolder {
  /** As it was listed; null where it could not be. */
  readonly folder: ScannedFolder | null;
  /** Whether it is not there at all, which only `assets` can be. */
  readonly absent: boolean;
  /** Folders in it. */
  readonly subfolders: ReadonlySet<WorkspacePath>;
  /** What in it was not looked into, itself where it could not be listed. */
  readonly unseen: readonly WorkspacePath[];
  /** What must not be there, or why it could not be listed. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A declaration as it was read. */
export interface FollowedDeclaration {
  /** What the port answered. */
  readonly answer: PortResult<FileReading<ParsedAsset>>;
  /** What was made of it, also where it could not be read. */
  readonly parsed: ParsedAsset;
  /** What it claims, in whatever version. */
  readonly claim: IdentityClaim;
}

/** The registry as it was read. */
export interface FollowedRegistry {
  /** What the port answered. */
  readonly answer: PortResult<FileReading<ParsedRegistry>>;
  /** What was made of it, also where it could not be read; null where there is none. */
  readonly parsed: ParsedRegistry | null;
  /** The same after its gates; null where there is none. */
  readonly accepted: AcceptedRegistry | null;
  /** Its records, ready to be asked for. */
  readonly index: RegistryIndex;
}

/**
 * A workspace as it was read and judged, kept so that a change is judged alone: every part knows what it came from. It never
 * changes; the next one shares with it all that stayed as it was. Only looking at a workspace makes it.
 */
export interface LiveState extends Passed<'meaning'> {
  /** Folders by path. */
  readonly folders: SortedMap<FollowedFolder>;
  /** Paths that were not looked at or into. */
  readonly unseen: ReadonlySet<WorkspacePath>;
  /** The registry. */
  readonly registry: FollowedRegistry;
  /** Declarations by root. */
  readonly declarations: SortedMap<FollowedDeclaration>;
  /** Roots whose declaration could not be read. */
  readonly unread: SortedMap<true>;
  /** Roots by the uuid that they claim, each list by code units. */
  readonly claimants: SortedMap<readonly string[]>;
  /** Roots by the names and slots that they take, each list by code units. */
  readonly takers: SortedMap<readonly string[]>;
  /** What was judged, by root: one for each identity verdict. */
  readonly judged: SortedMap<JudgedRoot>;
  /** What belongs to no single asset, but for what folders tell. */
  readonly general: readonly Diagnostic[];
  /** What there is to say of the journal. */
  readonly journal: readonly Diagnostic[];
  /** All that is told of each file, limits aside. */
  readonly told: SortedMap<ToldOfFile>;
  /** Findings of each file that has some, within the limits. */
  readonly findings: SortedMap<FileFindings>;
  /** Whether there is more to tell than a report may hold. */
  readonly overflows: boolean;
  /** Sums over all of it. */
  readonly tally: Tally;
}
