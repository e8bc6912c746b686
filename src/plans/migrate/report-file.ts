import type { ComputePort } from '../../ports/compute-port.js';
import { makeCertificate } from '../../versioning/migration-certificate.js';
import type { MigrationChain } from '../../versioning/migration-chain.js';
import { supportWindow } from '../../versioning/support-window.js';
import type { MigratedText } from './migrate-text.js';
import type { MigratedFile, MigratedIdentity } from './migration-report.js';

/** All that the report of one file is made of. */
export interface FileMigration {
  /** Path from the workspace root. */
  readonly file: string;
  /** How files of its artifact are migrated. */
  readonly chain: Pick<MigrationChain<never>, 'descriptor' | 'steps'>;
  /** Its texts, and what was done to its value. */
  readonly text: MigratedText;
  /** The diff of the texts. */
  readonly diff: string;
  /** What becomes of its identity. */
  readonly identity: MigratedIdentity;
  /** Whether it cannot be built before it is migrated. */
  readonly blocksBuild: boolean;
}

/** Tells what a migration does to one file, with the certificate of it. */
export function reportFile(migration: FileMigration, compute: Pick<ComputePort, 'sha256'>): MigratedFile {
  const { file, chain, text, diff, identity, blocksBuild } = migration;
  const { descriptor, steps } = chain;
  const { run, before, after } = text;
  const summaries = new Map(steps.map(({ id, summary }) => [id, summary]));
  const artifact = descriptor.artifact === 'registry' ? 'registry' : 'asset';
  const encoder = new TextEncoder();
  const bytes = { before: encoder.encode(before), after: encoder.encode(after) };
  return {
    artifact,
    file,
    found: run.from,
    supported: { range: descriptor.supported, oldest: supportWindow(descriptor).oldest, current: descriptor.current },
    target: run.to,
    deprecated: descriptor.deprecated.find(({ version }) => version === run.from) ?? null,
    steps: run.steps.map(({ id, from, to, outcome }) => ({ id, from, to, summary: summaries.get(id) ?? '', outcome })),
    identity,
    unknownKeys: run.unknownKeys,
    changes: before !== after,
    diff,
    blocks: { build: blocksBuild, studio: false },
    certificate: makeCertificate({ artifact, file, ...bytes, run }, compute),
  };
}
