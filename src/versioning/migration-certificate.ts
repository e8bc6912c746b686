import type { JsonPatchOperation } from '../codec/json-patch.js';
import type { ArtifactKind } from '../diagnostics/artifact-kind.js';
import type { ComputePort } from '../ports/compute-port.js';
import { digestBytes } from '../ports/digest-bytes.js';
import type { MigrationRun } from './migration-run.js';

/** One step of a certificate: what it changed, as a JSON Patch (RFC 6902). */
export interface CertifiedStep {
  /** Stable name of the step. */
  readonly id: string;
  /** Schema version before. */
  readonly from: number;
  /** Schema version afterwards. */
  readonly to: number;
  /** What it changed, the version among it. */
  readonly patch: readonly JsonPatchOperation[];
}

/** By what a reviewer can verify the migration of one file without the engine that made it: plain data. */
export interface MigrationCertificate {
  /** Version of this form. */
  readonly certificate_version: 1;
  /** The artifact. */
  readonly artifact: ArtifactKind;
  /** Path of the file from the workspace root. */
  readonly file: string;
  /** SHA-256 of the file as it was, 64 lower-case hexadecimal digits. */
  readonly input_sha256: string;
  /** Schema version before. */
  readonly from: number;
  /** Schema version afterwards. */
  readonly to: number;
  /** The steps, oldest first. */
  readonly steps: readonly CertifiedStep[];
  /** SHA-256 of the file as it becomes. */
  readonly output_sha256: string;
}

/** A migration of one file, with its bytes. */
export interface MigratedBytes {
  /** The artifact. */
  readonly artifact: ArtifactKind;
  /** Path of the file from the workspace root. */
  readonly file: string;
  /** The bytes before. */
  readonly before: Uint8Array;
  /** The bytes afterwards. */
  readonly after: Uint8Array;
  /** What was done; it succeeded. */
  readonly run: MigrationRun;
}

/** Certifies a migration. */
export function makeCertificate(
  { artifact, file, before, after, run }: MigratedBytes,
  compute: Pick<ComputePort, 'sha256'>,
): MigrationCertificate {
  return {
    certificate_version: 1,
    artifact,
    file,
    input_sha256: digestBytes(before, compute),
    from: run.from,
    to: run.to,
    steps: run.steps.map(({ id, from, to, patch }) => ({ id, from, to, patch })),
    output_sha256: digestBytes(after, compute),
  };
}
