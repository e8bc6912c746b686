import type { Result } from 'neverthrow';
import { expect } from 'vitest';
import { createMemoryWorkspace, type MemoryContent, type MemoryWorkspace, type MemoryWorkspaceOptions } from 'prometeu-packer/memory';
import { nodeCompute } from '../../src/node/node-compute.js';
import type { FaultPlan } from '../../src/ports/fault-plan.js';
import type { LockWitness } from '../../src/ports/lock-witness.js';
import { isStagedName } from '../../src/paths/staged-names.js';
import { parseWorkspacePath, type WorkspacePath } from '../../src/paths/workspace-path.js';
import { applyPlan, type ApplyOptions } from '../../src/plans/apply/apply-plan.js';
import type { ArchiveRecipe, RecipeAsset } from '../../src/plans/compose/archive-recipe.js';
import { createTextEdit } from '../../src/plans/create-text-edit.js';
import { digestBytes } from '../../src/ports/digest-bytes.js';
import { layoutRecipe } from '../../src/plans/compose/layout-recipe.js';
import { makePlan } from '../../src/plans/make-plan.js';
import { createUndoRecord, serializeUndoRecord } from '../../src/plans/stage/undo-record.js';
import type { Edit, Plan, Preconditions } from '../../src/plans/plan.js';
import { recover } from '../../src/plans/recover/recover.js';
import { listingDigest } from '../../src/workspace/listing-digest.js';

export const compute = nodeCompute;

export const REGISTRY = 'assets/.prometeu/index.json';

export function valueOf<T, E>(result: Result<T, E>): T {
  if (result.isOk()) return result.value;
  throw new Error(`unexpected error: ${JSON.stringify(result.error)}`);
}

/** For a process that dies: nobody is left to look at what it would have answered. */
export function ignoreOutcome<T, E>(outcome: Result<T, E>): void {
  expect(outcome.isOk() || outcome.isErr()).toBe(true);
}

export function codesOf<T>(result: Result<T, readonly { readonly code: string }[]>): readonly string[] {
  return result.isErr() ? result.error.map(({ code }) => code) : [];
}

export function path(text: string): WorkspacePath {
  return valueOf(parseWorkspacePath(text));
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function sha256(content: Uint8Array | string): string {
  return digestBytes(typeof content === 'string' ? bytes(content) : content, compute);
}

/** A process that comes after a restart of the machine: locks of before are proven dead. */
export function afterRestart(count = 1): LockWitness {
  return { self: { host: 'memory', bootId: `boot ${count}`, pid: 1, processStart: '1' }, processStart: () => '' };
}

/** What can go wrong with a workspace, to be changed while it is used. */
export interface Switchboard {
  faults: FaultPlan;
  /** Operations asked so far. */
  calls: { readonly operation: string; readonly path: string }[];
}

export interface Bench {
  readonly workspace: MemoryWorkspace;
  readonly board: Switchboard;
}

export function benchWith(files: Readonly<Record<string, MemoryContent>>, options: MemoryWorkspaceOptions = {}): Bench {
  const board: Switchboard = { faults: () => undefined, calls: [] };
  const faults: FaultPlan = (operation, at) => {
    board.calls.push({ operation, path: at });
    return board.faults(operation, at, board.calls.length - 1);
  };
  return { workspace: createMemoryWorkspace(files, { ...options, faults }), board };
}

export class Crash extends Error {}

/** The process dies at operation `index`: from there on nothing answers. */
export function crashAt(index: number): FaultPlan {
  return (_operation, _path, call) => {
    if (call >= index) throw new Crash();
    return undefined;
  };
}

/** Makes the calls count from 0 again, with other faults. */
export function rewire(board: Switchboard, faults: FaultPlan = () => undefined): void {
  board.calls = [];
  board.faults = faults;
}

let tokens = 0;

export function apply(workspace: Pick<MemoryWorkspace, 'read' | 'write'>, plan: unknown, options: Partial<ApplyOptions> = {}) {
  tokens += 1;
  const token = tokens.toString(16).padStart(16, '0');
  return applyPlan(plan, { ports: { read: workspace.read, write: workspace.write }, compute, token: () => token, ...options });
}

export function recoverAs(workspace: MemoryWorkspace, witness: LockWitness = afterRestart()) {
  return recover({ ports: { read: workspace.read, write: workspace.writeAs(witness) }, compute });
}

/** What a user sees: everything but locks, journals, undo records and staged files. */
export function visible(workspace: MemoryWorkspace): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [file, content] of workspace.files()) {
    const name = file.slice(file.lastIndexOf('/') + 1);
    const isControl = /^assets\/\.prometeu\/(?:lock|journal\.json|undo\/.*)$/.test(file);
    if (!isControl && !isStagedName(name)) shown[file] = sha256(content);
  }
  return shown;
}

/** Staged files, journals and locks that stand in a workspace. */
export function leftovers(workspace: MemoryWorkspace): readonly string[] {
  return [...workspace.files().keys()].filter((file) => {
    return file.endsWith('.prometeu.tmp') || file === 'assets/.prometeu/journal.json' || file === 'assets/.prometeu/lock';
  });
}

export function textOf(workspace: MemoryWorkspace, file: string): string | null {
  const content = workspace.files().get(file);
  return content === undefined ? null : new TextDecoder().decode(content);
}

/** The preconditions of a plan that read the registry, some files, and listed some folders. */
export async function preconditionsOf(
  workspace: MemoryWorkspace,
  { files = [], folders = [], heads = [] }: { files?: readonly string[]; folders?: readonly string[]; heads?: Preconditions['heads'] } = {},
): Promise<Preconditions> {
  const present = workspace.files();
  const digest = (file: string): string | null => {
    const content = present.get(file);
    return content === undefined ? null : sha256(content);
  };
  const listed: { path: string; listing: string | null }[] = [];
  const paths = folders.map((folder) => (folder === '' ? ('' as WorkspacePath) : path(folder)));
  valueOf(
    await workspace.read.listFolders(paths, (index, answer) => {
      const folder = paths[index] ?? path('assets');
      listed.push({ path: folder, listing: answer.isOk() ? listingDigest(answer.value, folder) : null });
    }),
  );
  const registry = digest(REGISTRY);
  return {
    projectUuid: registry === null ? null : '00000000-0000-4000-8000-000000000000',
    files: [REGISTRY, ...files].map((file) => ({ path: file, sha256: digest(file) })),
    heads,
    folders: listed,
  };
}

/**
 * A plan that turns the named files into other texts, null for absent. One to undo, whose texts need be no declarations and
 * no registry; the workspace gets the record that it undoes.
 */
export async function textPlan(
  workspace: MemoryWorkspace,
  after: Readonly<Record<string, string | null>>,
  reads: Parameters<typeof preconditionsOf>[1] = {},
): Promise<Plan> {
  const edits = Object.entries(after).map(([file, text]) => createTextEdit(file, textOf(workspace, file), text));
  const plan = makePlan({ kind: 'undo', edits, identityChanges: [], preconditions: await preconditionsOf(workspace, reads) });
  const undone = edits.map((edit) => ({ ...edit, before: edit.after, after: edit.before }));
  const record = createUndoRecord({ ...plan, edits: undone }, compute);
  if (record !== null) workspace.set('assets/.prometeu/undo/last.json', serializeUndoRecord(record, compute));
  return plan;
}

/** A recipe of one asset for each folder, of the named files. */
export function recipeOf(
  workspace: MemoryWorkspace,
  assets: Readonly<Record<string, readonly string[]>>,
  withDigests = false,
): ArchiveRecipe {
  const present = workspace.files();
  const list = Object.entries(assets).map(([root, files], index): RecipeAsset => ({
    asset_id: index + 1,
    asset_uuid: `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
    root,
    asset_name: `asset-${index + 1}`,
    bank_type: 'DATA',
    metadata: {},
    inputs: files.map((file) => {
      const full = `assets/${root}/${file}`;
      const content = present.get(full) ?? new Uint8Array();
      return { role: 'main', path: file, file: full, size: content.length, sha256: withDigests ? sha256(content) : null };
    }),
  }));
  return { assets: list, preload: list.slice(0, 1).map(({ asset_id }) => ({ asset_id, slot: 0 })) };
}

export function composeEdit(recipe: ArchiveRecipe): Edit {
  return { kind: 'compose', path: 'build/assets.pa', length: valueOf(layoutRecipe(recipe)).totalLength, recipe };
}

export async function buildPlan(
  workspace: MemoryWorkspace,
  recipe: ArchiveRecipe,
  reads: Parameters<typeof preconditionsOf>[1] = {},
): Promise<Plan> {
  return makePlan({
    kind: 'build',
    edits: [composeEdit(recipe)],
    identityChanges: [],
    preconditions: await preconditionsOf(workspace, reads),
  });
}
