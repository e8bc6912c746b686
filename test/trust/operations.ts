import {
  applyPlan,
  build,
  checkShard,
  compareBuilds,
  describeArchive,
  doctor,
  fixChoicesOf,
  mergeEvidence,
  followWorkspace,
  observe,
  planBuild,
  planFix,
  planMigration,
  planMutation,
  planRegister,
  planResolveIdentity,
  planSafeFixes,
  planUndo,
  readDocument,
  readWorkspace,
  rebasePlan,
  recheckWorkspace,
  reconcile,
  recover,
  refreshWorkspace,
  unlock,
  verifyArchive,
  verifyWorkspace,
  writeCache,
  type Mutation,
  type PackerHost,
  type Plan,
} from 'prometeu-packer';
import { hostilePlans } from './hostile-plans.js';

/** Runs an operation in each way that a caller might, and gives what it answered. */
type Run = (host: PackerHost) => Promise<readonly unknown[]>;

const CHOICES = ['new-identity', 'remove-record', 'update-root'] as const;

const OUTSIDE = ['../outside', '/etc/passwd', 'a/../../b', '.prometeu'];

/** Roots that are there, and roots that must never be: the operation has to refuse these by itself. */
async function rootsOf(host: PackerHost): Promise<readonly string[]> {
  const read = await readWorkspace(host);
  return [...read.map(({ assets }) => assets.slice(0, 1).map(({ root }) => root)).unwrapOr([]), ...OUTSIDE];
}

async function observed(host: PackerHost): Promise<readonly unknown[]> {
  const first = await observe(host);
  if (first.isErr()) return [first];
  const changed = ['assets', '../outside', '/etc', 'assets/../..'];
  return [first, await reconcile(host, first.value), await reconcile(host, first.value, { changed, trustTimes: true })];
}

async function followed(host: PackerHost): Promise<readonly unknown[]> {
  const first = await followWorkspace(host);
  if (first.isErr()) return [first];
  const changed = ['assets', '../outside', '/etc', 'assets/../..'];
  return [await refreshWorkspace(host, first.value), await refreshWorkspace(host, first.value, { changed })];
}

/** Writes a cache, and looks at the workspace by it. */
async function cached(host: PackerHost): Promise<readonly unknown[]> {
  const first = await observe(host);
  return first.isErr() ? [first] : [await writeCache(host, first.value), await recheckWorkspace(host)];
}

async function fixes(host: PackerHost): Promise<readonly unknown[]> {
  const examined = await doctor(host);
  const found = examined.map(({ diagnostics }) => diagnostics).unwrapOr([]);
  const answers: unknown[] = [];
  for (const diagnostic of found.slice(0, 3)) {
    const { fingerprint } = diagnostic;
    answers.push(await planFix(host, { fingerprint }));
    for (const { choice } of fixChoicesOf(diagnostic).slice(0, 3)) {
      answers.push(await planFix(host, { fingerprint, choice }));
    }
  }
  return [...answers, await planFix(host, { fingerprint: '../../etc/passwd' })];
}

/** The doctor with what two shards have found, and with evidence that is of none. */
async function shards(host: PackerHost): Promise<readonly unknown[]> {
  const checked = [await checkShard(host, { shard: { index: 1, count: 2 } }), await checkShard(host, { shard: { index: 2, count: 2 } })];
  const [one, two] = checked.flatMap((report) => (report.isOk() ? [report.value.evidence] : []));
  if (one === undefined || two === undefined) return checked;
  const merged = mergeEvidence([one, two]);
  const answers = [...checked, merged, await doctor(host, { evidence: one })];
  return merged.isOk() ? [...answers, await doctor(host, { evidence: merged.value })] : answers;
}

async function mutations(host: PackerHost): Promise<readonly unknown[]> {
  const [own, ...outside] = await rootsOf(host);
  const root = own ?? 'hero';
  const tried: readonly Mutation[] = [
    { kind: 'set-inclusion', root, included: false },
    { kind: 'set-inputs', root, inputs: { main: ['../../outside.bin', '/etc/passwd'] } },
    { kind: 'relocate', root, to: '../outside' },
    { kind: 'relocate', root, to: 'moved' },
    { kind: 'remove', root, deleteDeclaration: true },
    ...outside.map((other): Mutation => ({ kind: 'relocate', root: other, to: 'moved' })),
  ];
  const answers: unknown[] = [];
  for (const mutation of tried) answers.push(await planMutation(host, { mutations: [mutation] }));
  return answers;
}

async function identities(host: PackerHost): Promise<readonly unknown[]> {
  const [own, ...outside] = await rootsOf(host);
  const tried = [...CHOICES.map((choice) => ({ root: own ?? 'hero', choice })), ...outside.map((root) => ({ root, choice: 'register' }))];
  const answers: unknown[] = [];
  for (const each of tried) answers.push(await planResolveIdentity(host, each));
  return answers;
}

/** A plan of every kind that can be made of the workspace as it is. */
async function plansOf(host: PackerHost): Promise<readonly Plan[]> {
  const plans: Plan[] = [];
  for (const planned of [await planRegister(host), await planBuild(host), await planUndo(host)]) {
    if (planned.isOk()) plans.push(planned.value.value);
  }
  const migration = await planMigration(host);
  return migration.isOk() ? [...plans, migration.value.value.plan] : plans;
}

async function rebased(host: PackerHost): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  for (const plan of [...(await plansOf(host)), ...hostilePlans().slice(0, 3)]) {
    answers.push(await rebasePlan(host, plan, { replan: () => planBuild(host) }));
  }
  return answers;
}

/** Every operation that is given a host and never writes. */
export const READERS: Readonly<Record<string, Run>> = {
  readDocument: async (host) => Promise.all([...OUTSIDE, 'assets/hero/asset.json'].map((path) => readDocument(host, path))),
  readWorkspace: async (host) => [await readWorkspace(host), await readWorkspace(host, { requireCurrent: true })],
  observe: async (host) => [await observe(host)],
  reconcile: observed,
  followWorkspace: async (host) => [await followWorkspace(host)],
  refreshWorkspace: followed,
  planRegister: async (host) => [await planRegister(host), await planRegister(host, { roots: OUTSIDE })],
  planFix: fixes,
  planResolveIdentity: identities,
  planMigration: async (host) => [await planMigration(host), await planMigration(host, { roots: OUTSIDE })],
  planMutation: mutations,
  planUndo: async (host) => [await planUndo(host)],
  planBuild: async (host) => [await planBuild(host)],
  planSafeFixes: async (host) => [await planSafeFixes(host)],
  rebasePlan: rebased,
  verifyWorkspace: async (host) => [await verifyWorkspace(host)],
  verifyArchive: async (host) => [await verifyArchive(host), ...(await Promise.all(OUTSIDE.map((path) => verifyArchive(host, { path }))))],
  describeArchive: async (host) => [await describeArchive(host)],
  compareBuilds: async (host) => [await compareBuilds(host, host)],
  doctor: async (host) => [await doctor(host)],
  recheckWorkspace: async (host) => [await recheckWorkspace(host), await recheckWorkspace(host, { requireCurrent: true })],
  checkShard: shards,
};

/** Every operation that is given a host and may write. */
export const WRITERS: Readonly<Record<string, Run>> = {
  applyPlan: async (host) => {
    const answers: unknown[] = [];
    for (const plan of await plansOf(host)) answers.push(await applyPlan(host, plan, { consent: { planDigest: plan.digest } }));
    return answers;
  },
  build: async (host) => [await build(host), await build(host, { cache: 'write' }), await build(host, { cache: 'trust' })],
  writeCache: cached,
  recover: async (host) => [await recover(host)],
  unlock: async (host) => [await unlock(host, { owner: '0123456789abcdef' }), await unlock(host, { owner: '../../x', preview: true })],
};
