import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ParsedAsset } from '../../artifacts/asset/parsed-asset.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { AcceptedAsset } from '../accept-workspace.js';
import type { AssetState } from '../asset-state.js';
import type { CheckedSource } from '../checked-source.js';
import type { IdentityVerdict } from '../classify-identity.js';
import type { PendingDiagnostic } from '../diagnose-identity.js';
import type { PlacedInputs } from '../place-inputs.js';
import type { RememberedReading } from '../recall-reader.js';
import type { Told } from './file-findings.js';

/** What is judged of a root together with those that claim or record the same identities. */
export interface JudgedIdentity {
  /** The declaration that was judged; null where the root holds none. */
  readonly parsed: ParsedAsset | null;
  /** What it said, and for which identity. */
  readonly remembered: RememberedReading | undefined;
  /** The declaration after the gates of a single file; null where the root holds none. */
  readonly asset: AcceptedAsset | null;
  /** How it stands to the registry. */
  readonly verdict: IdentityVerdict;
  /** Whether a build depends on it. */
  readonly reachable: boolean;
  /** What there is to say of it. */
  readonly identityTold: readonly PendingDiagnostic[];
  /** Whether its identity stands in no file yet. */
  readonly derived: boolean;
}

/** One root with everything that was judged of it, each part by what it was judged from. */
export interface JudgedRoot extends JudgedIdentity {
  /** Its inputs; null where its declaration cannot be read. */
  readonly placed: PlacedInputs | null;
  /** The sources that were looked into. */
  readonly sources: ReadonlyMap<WorkspacePath, CheckedSource>;
  /** Names and slots that are taken by others too. */
  readonly across: readonly Diagnostic[];
  /** All of it, as a snapshot has it. */
  readonly state: AssetState;
  /** All that is told, by file. */
  readonly told: ReadonlyMap<string, readonly Told[]>;
}
