import { ok } from 'neverthrow';
import {
  applyPlan,
  build,
  doctor,
  type Failure,
  observe,
  type Outcome,
  type Plan,
  planMigration,
  planMutation,
  planRegister,
  planUndo,
  portableCompute,
  readWorkspace,
  reconcile,
  verifyArchive,
  verifyMigration,
  verifyWorkspace,
} from 'prometeu-packer';
import { jsonReport, renderText } from 'prometeu-packer/report';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';

/** Files by path, each as base64, so that they can stand in a module. */
export type EncodedFiles = Readonly<Record<string, string>>;

/** What came of each operation, by what was done: plain JSON, the same on every host. */
export type JourneyReport = Readonly<Record<string, unknown>>;

const refused = (failure: Failure): unknown => ({ refused: failure.map(({ code }) => code) });

const decode = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

function digestsOf(workspace: MemoryWorkspace): unknown {
  const digest = (bytes: Uint8Array): string => {
    const stream = portableCompute.sha256();
    stream.update(bytes);
    return stream.hex();
  };
  return Object.fromEntries([...workspace.files()].map(([path, bytes]) => [path, digest(bytes)]));
}

/** Applies a plan as one that came from another process: it goes through its schema. */
async function apply(workspace: MemoryWorkspace, planned: Outcome<Plan>): Promise<unknown> {
  if (planned.isErr()) return refused(planned.error);
  const plan = JSON.parse(JSON.stringify(planned.value.value)) as Plan;
  const applied = await applyPlan(workspace, plan, { consent: { planDigest: plan.digest } });
  return applied.match(({ value }) => value, refused);
}

async function workOn(workspace: MemoryWorkspace): Promise<JourneyReport> {
  const observed = await observe(workspace);
  return {
    registered: await apply(workspace, await planRegister(workspace)),
    reconciled: observed.isErr()
      ? refused(observed.error)
      : (await reconcile(workspace, observed.value)).match(({ state }) => state, refused),
    read: (await readWorkspace(workspace)).match(({ assets }) => assets, refused),
    doctor: (await doctor(workspace)).match(({ verdict, diagnostics }) => ({ verdict, diagnostics }), refused),
    renamed: await apply(
      workspace,
      await planMutation(workspace, { mutations: [{ kind: 'rename', root: 'levels/forest', name: 'wood' }] }),
    ),
    undone: await apply(workspace, await planUndo(workspace)),
    built: (await build(workspace)).match(({ value }) => value, refused),
    verified: (await verifyWorkspace(workspace)).match(({ ok, diagnostics }) => ({ ok, diagnostics }), refused),
    archive: (await verifyArchive(workspace)).match((report) => report, refused),
    files: digestsOf(workspace),
  };
}

async function migrate(workspace: MemoryWorkspace): Promise<JourneyReport> {
  const before = workspace.files();
  const planned = await planMigration(workspace);
  if (planned.isErr()) return { refused: refused(planned.error) };
  const { value, diagnostics } = planned.value;
  const migrated = await apply(workspace, ok({ value: value.plan, diagnostics }));
  const after = workspace.files();
  const nothing = new Uint8Array();
  return {
    migrated,
    certificates: value.report.files.map(({ file, certificate }) => [
      file,
      verifyMigration(certificate, before.get(file) ?? nothing, after.get(file) ?? nothing),
    ]),
    files: digestsOf(workspace),
    text: renderText(diagnostics),
    json: jsonReport({ command: 'migrate', diagnostics }),
  };
}

/**
 * A first day's work on two workspaces in memory: one that nobody has registered yet, and one of an earlier version.
 * What it answers is the same wherever it runs.
 */
export async function journey(sample: EncodedFiles, earlier: EncodedFiles): Promise<JourneyReport> {
  const workspaceOf = (files: EncodedFiles): MemoryWorkspace =>
    createMemoryWorkspace(Object.entries(files).map(([path, text]) => [path, decode(text)] as const));
  const report = { sample: await workOn(workspaceOf(sample)), earlier: await migrate(workspaceOf(earlier)) };
  return JSON.parse(JSON.stringify(report, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))) as JourneyReport;
}
