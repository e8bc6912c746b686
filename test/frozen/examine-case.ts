import { createHash } from 'node:crypto';
import {
  applyPlan,
  build,
  doctor,
  parsePolicy,
  planMigration,
  planUndo,
  recover,
  verifyArchive,
  verifyMigration,
  verifyWorkspace,
  applyPolicy,
  type Diagnostic,
  type DoctorReport,
  type Failure,
} from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { examineEvidence } from './examine-evidence.js';
import type { FrozenCase } from './frozen-case.js';

/** What a release may tell or leave out of any case: a cache is left aside by every release but the one that wrote it. */
const UNTOLD: readonly string[] = ['CACHE_DISCARDED'];

/** A finding: its code, severity, file and fingerprint; nothing that is written for people. */
type Finding = readonly [code: string, severity: string, file: string, fingerprint: string];

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The findings of a list, in its order. */
function findingsOf(diagnostics: readonly Diagnostic[]): readonly Finding[] {
  return diagnostics
    .filter(({ code }) => !UNTOLD.includes(code))
    .map(({ code, severity, location, fingerprint }) => [code, severity, 'file' in location ? location.file : '', fingerprint]);
}

const codesOf = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code }) => code).filter((code) => !UNTOLD.includes(code));
const refused = (failure: Failure) => ({ refused: codesOf(failure) });
const open = ({ workspace }: FrozenCase): MemoryWorkspace => createMemoryWorkspace(workspace, { capabilities: { durable: true } });

/** Files that a release may write in its own way without anybody's loss. */
const isPrivate = (path: string): boolean => path.startsWith('assets/.prometeu/') && path !== 'assets/.prometeu/index.json';

/** What became of the files: the digest of each that is new or another, null for each that is gone. */
function changesOf(host: MemoryWorkspace, { workspace }: FrozenCase): Readonly<Record<string, string | null>> {
  const after = host.files();
  const digestOf = (bytes: Uint8Array | undefined): string | null => (bytes === undefined ? null : sha256(bytes));
  const paths = [...new Set([...workspace.keys(), ...after.keys()])].filter((path) => !isPrivate(path)).sort();
  const changes = paths.map((path) => [path, digestOf(workspace.get(path)), digestOf(after.get(path))] as const);
  return Object.fromEntries(changes.filter(([, before, now]) => before !== now).map(([path, , now]) => [path, now]));
}

const verdictOf = ({ verdict: { read, mutate, build: built } }: DoctorReport) => ({ read, mutate, build: built });

async function examineMigration(frozen: FrozenCase) {
  const host = open(frozen);
  const planned = await planMigration(host);
  if (planned.isErr()) return refused(planned.error);
  const { plan, report } = planned.value.value;
  const steps = report.files.map(({ file, found, target }) => [file, found, target] as const);
  if (steps.length === 0) return { steps };
  const applied = await applyPlan(host, plan, { consent: { planDigest: plan.digest } });
  if (applied.isErr()) return refused(applied.error);
  const after = (await doctor(host))._unsafeUnwrap();
  const derived = report.derived.map(({ root, uuid }) => [root, uuid] as const);
  return { steps, derived, files: changesOf(host, frozen), verdict: verdictOf(after), findings: findingsOf(after.diagnostics) };
}

async function examineBuild(frozen: FrozenCase) {
  const host = open(frozen);
  const built = await build(host);
  if (built.isErr()) return refused(built.error);
  return { archive: built.value.value.archive, files: changesOf(host, frozen) };
}

async function examineUndo(frozen: FrozenCase) {
  const host = open(frozen);
  const planned = await planUndo(host);
  if (planned.isErr()) return refused(planned.error);
  const applied = await applyPlan(host, planned.value.value, { consent: { planDigest: planned.value.value.digest } });
  return applied.isErr() ? refused(applied.error) : { files: changesOf(host, frozen) };
}

async function examineRecovery(frozen: FrozenCase) {
  const host = open(frozen);
  const recovered = await recover(host);
  if (recovered.isErr()) return refused(recovered.error);
  const { state, targets } = recovered.value.value;
  return { state, targets, files: changesOf(host, frozen) };
}

async function examineOutputs(frozen: FrozenCase) {
  if (!frozen.workspace.has('build/assets.pa')) return null;
  const host = open(frozen);
  const alone = (await verifyArchive(host))._unsafeUnwrap();
  const whole = (await verifyWorkspace(host))._unsafeUnwrap();
  const { length, archiveDigest } = alone;
  return { length, archiveDigest, archive: findingsOf(alone.diagnostics), workspace: findingsOf(whole.diagnostics) };
}

function examinePolicy({ papers }: FrozenCase, found: readonly Diagnostic[]) {
  const text = papers.get('policy.json');
  if (text === undefined) return null;
  const policy = parsePolicy(new TextEncoder().encode(text), 'policy.json');
  if (policy.isErr()) return refused(policy.error);
  const { diagnostics, suppressed } = applyPolicy(found, policy.value.value, { complete: true });
  return { left: findingsOf(diagnostics), suppressed: findingsOf(suppressed.map(({ diagnostic }) => diagnostic)) };
}

/** A certificate with both files, as `certificates.json` keeps them. */
interface KeptCertificate {
  readonly certificate: unknown;
  readonly before: string;
  readonly after: string;
}

function examineCertificates({ papers }: FrozenCase) {
  const text = papers.get('certificates.json');
  if (text === undefined) return null;
  const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
  return (JSON.parse(text) as readonly KeptCertificate[]).map(({ certificate, before, after }) =>
    verifyMigration(certificate, bytesOf(before), bytesOf(after)).map(({ reason }) => reason),
  );
}

/** Everything that is recorded of a case, found out anew: pure data. Nothing outside memory is touched. */
export async function examineCase(frozen: FrozenCase) {
  const host = open(frozen);
  const report = (await doctor(host))._unsafeUnwrap();
  const found = {
    verdict: verdictOf(report),
    versions: report.artifacts.flatMap(({ artifact, path, version }) => (version === null ? [] : [[artifact, path, version]])),
    findings: findingsOf(report.diagnostics),
    outputs: await examineOutputs(frozen),
    migration: await examineMigration(frozen),
    build: await examineBuild(frozen),
    undo: await examineUndo(frozen),
    recovery: await examineRecovery(frozen),
    policy: examinePolicy(frozen, report.diagnostics),
    evidence: await examineEvidence(frozen.papers, host, report),
    certificates: examineCertificates(frozen),
  };
  return JSON.parse(JSON.stringify(found)) as typeof found;
}

/** What `expected.json` holds. */
export type Verdict = Awaited<ReturnType<typeof examineCase>>;
