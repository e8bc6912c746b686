import { err, ok } from 'neverthrow';
import { fileDiagnosticLimits } from '../../diagnostics/diagnostic-limits.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { PortResult } from '../../ports/port-error.js';
import type { ReadPort } from '../../ports/read-port.js';
import { claimedUuid } from '../claimed-uuid.js';
import type { CheckedSource } from '../checked-source.js';
import { indexNamedPaths } from '../named-paths.js';
import type { PlacedInputs } from '../place-inputs.js';
import { assembleRoot } from './assemble-root.js';
import { checkRootSources, type RootSources } from './check-root-sources.js';
import { findReplacedRoots, findResourcedRoots, findUnseenRoots } from './find-roots.js';
import { findIdentityNeighbours } from './find-identity-neighbours.js';
import { findTakers, takenKeys } from './find-takers.js';
import { judgeIdentities, type SettledRegistry } from './judge-identities.js';
import { judgeNeighbours } from './judge-neighbours.js';
import type { JudgedIdentity, JudgedRoot } from './judged-root.js';
import type { LiveState } from './live-state.js';
import { placeRoot } from './place-root.js';
import type { LiveOptions, ReadChanges } from './read-changes.js';
import { type Regrouped, regroup } from './regroup.js';
import type { SortedPaths } from './sort-named-paths.js';

/** What was judged again. */
export interface JudgedChanges extends SettledRegistry, Pick<LiveState, 'takers'> {
  /** Every root that was looked at; undefined for one that is gone. */
  readonly roots: ReadonlyMap<string, JudgedRoot | undefined>;
}

/** A workspace of which the files are read already, and the verdicts are those of before. */
export type ReadState = Pick<LiveState, 'folders' | 'unseen' | 'declarations' | 'claimants' | 'judged' | 'takers' | 'registry'>;

/** What decides how much is judged, and how. */
export interface JudgedBy {
  /** What may have changed, sorted. */
  readonly paths: SortedPaths;
  /** What may have changed. */
  readonly named: readonly string[];
  /** Whether all is judged. */
  readonly isWhole: boolean;
  /** How many declarations claim anything. */
  readonly claiming: number;
  /** How files are read and judged. */
  readonly options: LiveOptions;
}

const NO_SOURCES: ReadonlyMap<WorkspacePath, CheckedSource> = new Map();

/** Every root there is, or was. */
function allRoots(before: LiveState, now: ReadState, { registry }: ReadChanges): ReadonlySet<string> {
  const records = (registry.parsed?.records ?? []).map(({ root }) => root);
  return new Set([
    ...records,
    ...[...before.judged.entries()].map(([root]) => root),
    ...[...now.declarations.entries()].map(([root]) => root),
  ]);
}

function findNeighbours(before: LiveState, now: ReadState, { declarations }: ReadChanges): ReadonlySet<string> {
  const claimed = [...declarations.keys()].flatMap((root) => claimedUuid(before.declarations.get(root)?.claim) ?? []);
  const seeds = [...declarations.keys(), ...findUnseenRoots(before.unseen, now.unseen, before.registry.index)];
  return findIdentityNeighbours(seeds, claimed, { declarations: now.declarations, claimants: now.claimants, index: before.registry.index });
}

const isSameBody = (before: JudgedIdentity | undefined, now: JudgedIdentity | undefined): boolean =>
  (before?.asset?.body ?? null) === (now?.asset?.body ?? null) && before?.asset?.locate === now?.asset?.locate;

/**
 * Judges what depends on something that was read again, and nothing else: identities among those that claim or record the same,
 * names and slots among those that take the same, inputs where folders or the declaration changed.
 *
 * All is judged where the registry is another, where one of its records has no identity yet and a declaration is another, and
 * where there is none and the first claim comes or the last one goes.
 */
export async function judgeChanges(
  read: ReadPort,
  before: LiveState,
  now: ReadState,
  changes: ReadChanges,
  { paths, named, isWhole, claiming, options }: JudgedBy,
): Promise<PortResult<JudgedChanges>> {
  const { compute, sources: budgets, signal, requireCurrent = false, reader } = options;
  const limits = fileDiagnosticLimits(options.diagnostics);
  const judgedBefore = (root: string): JudgedRoot | undefined => before.judged.get(root);
  const judging = isWhole ? allRoots(before, now, changes) : findNeighbours(before, now, changes);
  const parts = {
    declarations: now.declarations,
    parsed: changes.registry.parsed,
    settled: isWhole ? null : before.registry,
    claiming,
    unseen: now.unseen,
    before: judgedBefore,
  };
  const { byRoot, accepted, index } = judgeIdentities(judging, parts, { reader, requireCurrent, limits });
  const identityOf = (root: string): JudgedIdentity | undefined => (judging.has(root) ? byRoot.get(root) : before.judged.get(root));

  const replaced = new Set(findReplacedRoots(before, changes.folders));
  for (const root of judging) if (!isSameBody(judgedBefore(root), byRoot.get(root))) replaced.add(root);
  const toCheck = new Map<string, RootSources>();
  for (const root of new Set([...replaced, ...findResourcedRoots(before.judged, paths)])) {
    const identity = identityOf(root);
    if (identity === undefined) continue;
    const known = judgedBefore(root);
    const asset = identity.asset;
    const placed = !replaced.has(root) ? (known?.placed ?? null) : asset === null ? null : placeRoot(root, asset, now.folders, limits);
    toCheck.set(root, { placed, kind: asset?.body?.output.format ?? 'raw', before: known?.sources ?? NO_SOURCES });
  }
  const { concern } = indexNamedPaths(named);
  const checked = await checkRootSources(read, toCheck, concern, { compute, sources: budgets, signal });
  if (checked.isErr()) return err(checked.error);

  const regrouped = new Map<string, Regrouped>();
  const rivals = new Set<string>();
  for (const root of judging) {
    const [was, is] = [judgedBefore(root), byRoot.get(root)];
    if (isSameBody(was, is) && was?.reachable === is?.reachable) continue;
    rivals.add(root);
    regrouped.set(root, { member: root, before: takenKeys(was?.asset?.body ?? null), now: takenKeys(is?.asset?.body ?? null) });
  }
  const takers = regroup(now.takers, regrouped.values());
  const keys = [...regrouped.values()].flatMap((member) => member.before);
  const bodyOf = (root: string) => identityOf(root)?.asset?.body ?? null;
  const contested = findTakers(rivals, keys, bodyOf, takers);
  const across = judgeNeighbours(contested, identityOf);

  const roots = new Map<string, JudgedRoot | undefined>();
  for (const root of new Set([...judging, ...toCheck.keys(), ...contested])) {
    const identity = identityOf(root);
    const known = judgedBefore(root);
    const placed: PlacedInputs | null = (toCheck.has(root) ? toCheck.get(root)?.placed : known?.placed) ?? null;
    const sources = checked.value.get(root) ?? known?.sources ?? NO_SOURCES;
    const clashes = contested.has(root) ? (across.get(root) ?? []) : (known?.across ?? []);
    roots.set(root, identity === undefined ? undefined : assembleRoot(identity, { placed, sources, across: clashes }));
  }
  return ok({ roots, accepted, index, takers });
}
