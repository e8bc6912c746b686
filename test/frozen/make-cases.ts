import {
  applyPlan,
  baselineOf,
  build,
  checkShard,
  doctor,
  evidenceText,
  formatLockOwner,
  planMigration,
  planMutation,
  planRegister,
  type Mutation,
} from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryContent, type MemoryWorkspace } from 'prometeu-packer/memory';
import { jsonReport, policyText } from 'prometeu-packer/report';
import { smallWorkspace } from '../e2e/small-workspace.js';
import { mixed, sources, version1, version2, version3, withFindings } from './earlier-files.js';
import type { FrozenCase } from './frozen-case.js';

type Files = Readonly<Record<string, MemoryContent>>;

const open = (files: Files, options: Parameters<typeof createMemoryWorkspace>[1] = {}): MemoryWorkspace =>
  createMemoryWorkspace(files, { capabilities: { durable: true }, ...options });

const frozen = (name: string, about: string, host: MemoryWorkspace, papers: Readonly<Record<string, string>> = {}): FrozenCase => ({
  ...{ name, about, workspace: host.files(), papers: new Map(Object.entries(papers)) },
});

async function registered(host: MemoryWorkspace): Promise<MemoryWorkspace> {
  (await applyPlan(host, (await planRegister(host))._unsafeUnwrap().value))._unsafeUnwrap();
  return host;
}

async function mutated(host: MemoryWorkspace, ...mutations: readonly Mutation[]): Promise<MemoryWorkspace> {
  (await applyPlan(host, (await planMutation(host, { mutations }))._unsafeUnwrap().value))._unsafeUnwrap();
  return host;
}

async function built(host: MemoryWorkspace): Promise<MemoryWorkspace> {
  (await build(host, { cache: 'write' }))._unsafeUnwrap();
  return host;
}

/** A workspace whose plan was committed, and stopped when the third file was to be renamed into place. */
async function interrupted(): Promise<MemoryWorkspace> {
  let renames = 0;
  const faults = (operation: string) => (operation === 'rename' && (renames += 1) === 3 ? ('io' as const) : undefined);
  const host = open(sources, { faults });
  const { state } = (await applyPlan(host, (await planRegister(host))._unsafeUnwrap().value))._unsafeUnwrap().value;
  if (state !== 'pending') throw new Error('The plan was not interrupted after it was committed.');
  return host;
}

async function migrated(): Promise<FrozenCase> {
  const host = open(version2);
  const { plan, report } = (await planMigration(host))._unsafeUnwrap().value;
  (await applyPlan(host, plan, { consent: { planDigest: plan.digest } }))._unsafeUnwrap();
  const hex = (content: MemoryContent | undefined): string => Buffer.from(content ?? '').toString('hex');
  const certificates = report.files.map(({ file, certificate }) => {
    return { certificate, before: hex(version2[file]), after: hex(host.files().get(file)) };
  });
  const papers = { 'certificates.json': `${JSON.stringify(certificates, null, 2)}\n` };
  return frozen('migrated', 'Migrated from version 2, with a certificate of each file and what undo needs.', host, papers);
}

/** A workspace full of findings, with the report on it, a baseline of it, and the evidence of its shards. */
async function reported(): Promise<FrozenCase> {
  const host = open(withFindings);
  const { diagnostics, verdict } = (await doctor(host))._unsafeUnwrap();
  const report = jsonReport({ command: 'doctor', diagnostics, verdict, exitCode: 1 });
  const count = 3;
  const shards = await Promise.all([1, 2, 3].map((index) => checkShard(host, { shard: { index, count } })));
  const evidence = shards.map(
    (shard, index) => [`evidence-${index + 1}.json`, evidenceText(shard._unsafeUnwrap().evidence)._unsafeUnwrap()] as const,
  );
  const policy = policyText({ rules: [{ code: 'WORKSPACE_LOOSE_FILES', severity: 'ignore' }], baseline: baselineOf(diagnostics) });
  const papers = { 'report.json': report, 'policy.json': policy, ...Object.fromEntries(evidence) };
  return frozen(
    'reported',
    'Findings of many kinds, with the report, a baseline of what may be known, and the evidence of three shards.',
    host,
    papers,
  );
}

/** What a release is known by: every kind of file that it writes, and every earlier version that it reads. */
export async function makeCases(): Promise<readonly FrozenCase[]> {
  const owner = { token: '00000000000000aa', host: 'build-farm', bootId: 'boot', pid: 77, processStart: '1' };
  return [
    frozen('registered', 'Sources that were registered just now.', await registered(open(sources))),
    frozen('built', 'Something of everything, built: archive, companions and cache.', await built(open(smallWorkspace()))),
    frozen(
      'mutated',
      'Registered, built, and changed since: the archive is out of date, and the change can be undone.',
      await mutated(
        await built(await registered(open(sources))),
        { kind: 'rename', root: 'colours', name: 'night' },
        { kind: 'set-preload', root: 'tiles/hero', preload: { enabled: true, slot: 2 } },
        { kind: 'set-inclusion', root: 'levels/one', included: false },
      ),
    ),
    frozen('interrupted', 'A plan was committed and not finished: its journal and its staged files are there.', await interrupted()),
    frozen(
      'locked',
      'The lock of a process on another machine was left behind.',
      open({ ...mixed, 'assets/.prometeu/lock': formatLockOwner(owner) }),
    ),
    frozen('version-1', 'Registry and declaration of version 1: below the window.', open(version1)),
    frozen('version-2', 'Registry and declarations of version 2, formatted by four hands.', open(version2)),
    frozen('version-3', 'Registry and declarations of version 3.', open(version3)),
    frozen('mixed', 'A registry of version 4 over declarations of versions 2, 3 and 4.', open(mixed)),
    frozen('built-from-earlier', 'Built from declarations of versions 2, 3 and 4.', await built(open(mixed))),
    await migrated(),
    await reported(),
  ];
}
