import {
  applyPlan,
  applyPolicy,
  parsePolicy,
  checkShard,
  mergeEvidence,
  parseEvidence,
  build,
  doctor,
  planBuild,
  planFix,
  planMigration,
  planMutation,
  planRegister,
  planResolveIdentity,
  planUndo,
  portableCompute,
  readWorkspace,
  recover,
  unlock,
  verifyArchive,
  verifyWorkspace,
  type Diagnostic,
  type DoctorOptions,
  type Evidence,
  type PackerHost,
  type Plan,
  type WorkspacePath,
} from 'prometeu-packer';
import type { Result } from 'neverthrow';
import { planDigest } from '../../../src/plans/plan-digest.js';
import type { MemoryWorkspace } from 'prometeu-packer/memory';
import type { CaseAction, CaseFault, CaseFile } from './code-case.js';
import { growingFileHost } from './growing-file-host.js';
import { layOut } from './lay-out.js';
import { refusingZlibHost } from './refusing-zlib-host.js';
import { rewriteArchive } from './rewrite-archive.js';
import { sparseFileHost } from './sparse-file-host.js';
import { withoutKeys } from './without-keys.js';

/** What an action works on. */
export interface ActionContext {
  /** The host, with the faults of the case where they apply. */
  readonly host: PackerHost;
  /** The workspace behind it. */
  readonly workspace: MemoryWorkspace;
  /** Runs another action on the same workspace. */
  readonly run: (action: CaseAction) => Promise<ActionAnswer>;
}

/** What came of an action. */
export interface ActionAnswer {
  /** Whether it did what it was asked. */
  readonly ok: boolean;
  /** What it found. */
  readonly diagnostics: readonly Diagnostic[];
  /** The plan it made, where it made one. */
  readonly plan?: Plan;
}

/** Does one thing. */
export type Action = (context: ActionContext, args: CaseAction) => Promise<ActionAnswer>;

type Answer<T> = Result<T, readonly Diagnostic[]>;

/** The answer of an operation that finds things. */
function observed(answer: Answer<{ readonly diagnostics: readonly Diagnostic[] }>): ActionAnswer {
  return answer.isOk() ? { ok: true, diagnostics: answer.value.diagnostics } : { ok: false, diagnostics: answer.error };
}

/** The answer of an operation that makes a plan. */
function planned(answer: Answer<{ readonly value: Plan; readonly diagnostics: readonly Diagnostic[] }>): ActionAnswer {
  return answer.isOk()
    ? { ok: true, diagnostics: answer.value.diagnostics, plan: answer.value.value }
    : { ok: false, diagnostics: answer.error };
}

/**
 * The arguments of an action as the options that an operation takes; what they hold is the case's own business. With
 * `cancelled` the caller has cancelled before it begins.
 */
function optionsOf<Options>(args: CaseAction): Options {
  const { cancelled, ...options } = withoutKeys(args, ['do']);
  return { ...options, ...(cancelled === true && { signal: AbortSignal.abort() }) } as Options;
}

/** Follows a path of keys (`-` is behind the last item) and gives a copy in which what stands there is another value. */
function changedAt(value: unknown, [key, ...rest]: readonly (string | number)[], to: unknown): unknown {
  if (key === undefined) return to;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string | number, unknown>;
  const place = key === '-' && Array.isArray(value) ? value.length : key;
  copy[place] = changedAt(copy[place], rest, to);
  return copy;
}

/**
 * `apply`: makes the plan that `plan` says (an action), changes it where `tamper` says ([path, value], ...), lets `between` be
 * done (actions), and applies it with `options`. With `forged` the digest is made anew after the changes.
 */
const apply: Action = async ({ host, run }, args) => {
  const {
    plan: making,
    tamper = [],
    between = [],
    options = {},
    consent,
    forged = false,
    cancelled,
  } = args as unknown as {
    readonly plan: CaseAction;
    readonly tamper?: readonly (readonly [readonly (string | number)[], unknown])[];
    readonly between?: readonly CaseAction[];
    readonly options?: object;
    readonly consent?: 'digest';
    readonly forged?: boolean;
    readonly cancelled?: boolean;
  };
  const made = await run(making);
  if (made.plan === undefined) throw new Error(`no plan: ${made.diagnostics.map(({ code }) => code).join(', ')}`);
  const changed = tamper.reduce<unknown>((value, [path, to]) => changedAt(value, path, to), made.plan) as Plan;
  const plan = forged ? { ...changed, digest: planDigest(changed, portableCompute) ?? '' } : changed;
  for (const action of between) await run(action);
  const agreed = consent === 'digest' ? { consent: { planDigest: plan.digest } } : {};
  const signalled = cancelled === true ? { signal: AbortSignal.abort() } : {};
  const applied = await applyPlan(host, plan, { ...options, ...agreed, ...signalled });
  return observed(applied);
};

/** Everything a case can do, by name. */
export const actions: Readonly<Record<string, Action>> = {
  /** Lays `files` over the workspace, as a person would. */
  edit: ({ workspace }, { files }) => {
    layOut(workspace, files as Readonly<Record<string, CaseFile>>);
    return Promise.resolve({ ok: true, diagnostics: [] });
  },
  read: async ({ host }, args) => observed(await readWorkspace(host, optionsOf(args))),
  doctor: async ({ host }, args) => observed(await doctor(host, optionsOf(args))),
  /** Another program adds `bytes` bytes to the file at `path` while it is read. */
  'doctor-of-growing-file': async ({ host }, { path, bytes }) => observed(await doctor(growingFileHost(host, String(path), Number(bytes)))),
  'doctor-with-refusing-zlib': async ({ host }, args) => observed(await doctor(refusingZlibHost(host), optionsOf(args))),
  verify: async ({ host }, args) => observed(await verifyWorkspace(host, optionsOf(args))),
  'verify-archive': async ({ host }, args) => observed(await verifyArchive(host, optionsOf(args))),
  /** Changes the text of the header of the archive that was built (`replace`), and makes its prelude fit. */
  'rewrite-archive': ({ workspace }, { replace }) => {
    const path = 'build/assets.pa';
    const archive = workspace.files().get(path) ?? new Uint8Array();
    workspace.set(path, rewriteArchive(archive, replace as readonly (readonly [string, string])[]));
    return Promise.resolve({ ok: true, diagnostics: [] });
  },
  /** The archive goes on with holes until it is `size` bytes long. */
  'verify-sparse-archive': async ({ host }, { size }) =>
    observed(await verifyArchive(sparseFileHost(host, 'build/assets.pa', Number(size)))),
  /** The file at `path` goes on with holes until it is `size` bytes long. */
  'build-of-sparse-file': async ({ host }, { path, size, ...args }) =>
    observed(await build(sparseFileHost(host, String(path), Number(size)), optionsOf({ ...args, do: 'build' }))),
  register: async ({ host }, args) => planned(await planRegister(host, optionsOf(args))),
  migrate: async ({ host }, args) => {
    const answer = await planMigration(host, optionsOf(args));
    return planned(answer.map(({ value, diagnostics }) => ({ value: value.plan, diagnostics })));
  },
  mutate: async ({ host }, args) => planned(await planMutation(host, optionsOf(args))),
  resolve: async ({ host }, args) => planned(await planResolveIdentity(host, optionsOf(args))),
  fix: async ({ host }, args) => planned(await planFix(host, optionsOf(args))),
  undo: async ({ host }, args) => planned(await planUndo(host, optionsOf(args))),
  'plan-build': async ({ host }, args) => planned(await planBuild(host, optionsOf(args))),
  build: async ({ host }, args) => observed(await build(host, optionsOf(args))),
  recover: async ({ host }) => observed(await recover(host)),
  unlock: async ({ host }, args) => observed(await unlock(host, optionsOf(args))),
  apply,
  /** Fixes the first finding of the code `code`, by `choice`. */
  'fix-code': async ({ host, run }, { code, choice }) => {
    const { diagnostics } = await run({ do: 'doctor' });
    const found = diagnostics.find((diagnostic) => diagnostic.code === code);
    const fingerprint = found?.fingerprint ?? 'none';
    return planned(await planFix(host, { fingerprint, ...(typeof choice === 'string' && { choice }) }));
  },
  /** Examines the workspace and judges what is found by the policy in the file `policy`, as `--policy` does. */
  'doctor-with-policy': async ({ host, workspace }, { policy }) => {
    const parsed = parsePolicy(workspace.files().get(String(policy)) ?? new Uint8Array(), String(policy));
    if (parsed.isErr()) return { ok: false, diagnostics: parsed.error };
    const { diagnostics } = observed(await doctor(host));
    return { ok: true, diagnostics: applyPolicy(diagnostics, parsed.value.value, { complete: true }).diagnostics };
  },
  'check-shard': async ({ host }, args) => observed(await checkShard(host, optionsOf(args))),
  /** Reads the evidence in the files `files`, puts it together and examines the workspace with it, as `--merge` does. */
  'doctor-with-evidence': async ({ host, workspace }, { files, ...args }) => {
    const names = files as readonly string[];
    const pieces: Evidence[] = [];
    for (const name of names) {
      const parsed = parseEvidence(workspace.files().get(name) ?? new Uint8Array(), name);
      if (parsed.isErr()) return { ok: false, diagnostics: parsed.error };
      pieces.push(parsed.value.value);
    }
    const merged = mergeEvidence(pieces as [Evidence, ...Evidence[]], { files: names });
    if (merged.isErr()) return { ok: false, diagnostics: merged.error };
    return observed(await doctor(host, { ...optionsOf<DoctorOptions>({ ...args, do: 'doctor' }), evidence: merged.value }));
  },
  /** Another process, on another machine, takes the lock and keeps it. */
  lock: async ({ workspace }) => {
    const other = workspace.writeAs({ self: { host: 'elsewhere', bootId: 'b', pid: 7, processStart: '1' }, processStart: () => '' });
    const answer = await other.lock('assets/.prometeu/lock' as WorkspacePath);
    return { ok: answer.isOk(), diagnostics: [] };
  },
};

/** The faults that an action brings itself. */
export function faultsOf(action: CaseAction): readonly CaseFault[] {
  return (action['faults'] as readonly CaseFault[] | undefined) ?? [];
}
