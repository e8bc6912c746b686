import { passed } from '../../base/passed.js';
import { err, ok } from 'neverthrow';
import { defaultDiagnosticLimits } from '../../diagnostics/diagnostic-limits.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { countDiagnostics } from '../../diagnostics/count-diagnostics.js';
import { ASSETS_FOLDER } from '../../paths/owned-paths.js';
import type { PortResult } from '../../ports/port-error.js';
import type { ReadPort } from '../../ports/read-port.js';
import { claimedUuid } from '../claimed-uuid.js';
import type { MemoryDifference } from '../compare-memories.js';
import { diagnoseUndecided } from '../diagnose-undecided.js';
import { diagnoseWorkspace } from '../diagnose-workspace.js';
import { isRegistryKnown } from '../is-registry-known.js';
import { declarationOf } from '../input-tree.js';
import { followUnseen } from './find-roots.js';
import { tellLater, tellNow } from './file-findings.js';
import type { FolderChanges } from './follow-folders.js';
import { type JudgedChanges, judgeChanges } from './judge-changes.js';
import type { SettledRegistry } from './judge-identities.js';
import { liveDifference } from './live-difference.js';
import type { FollowedDeclaration, FollowedFolder, LiveState } from './live-state.js';
import { FOLDER_TELLER, type LiveOptions, readChanges } from './read-changes.js';
import { regroup } from './regroup.js';
import { sortNamedPaths } from './sort-named-paths.js';
import { tallyAsset } from './tally-asset.js';
import { changeTally, type Tally, type TallyChange } from './tally.js';
import { type ToldByFile, toldByFile } from './told-by-file.js';
import { type Retold, updateFindings } from './update-findings.js';

/** A workspace after a look at what may have changed. */
export interface LiveUpdate {
  /** The workspace as it is. */
  readonly state: LiveState;
  /** Tells what differs from before. */
  readonly difference: () => MemoryDifference;
  /** Files whose findings are others than before, in code-unit order. */
  readonly files: readonly string[];
}

const toldBy = (path: string, folder: FollowedFolder | undefined): ToldByFile | undefined =>
  folder === undefined || folder.diagnostics.length === 0
    ? undefined
    : toldByFile(folder.diagnostics.map((found) => tellNow(found, 'folders', path)));

const tallyFolder = (folder: FollowedFolder | undefined): Tally | undefined =>
  folder === undefined || folder.diagnostics.length === 0 ? undefined : new Map([['folders', countDiagnostics(folder.diagnostics).error]]);

const CLAIMING: Tally = new Map([['claiming', 1]]);

const tallyClaim = (declaration: FollowedDeclaration | undefined): Tally | undefined =>
  declaration === undefined || declaration.claim.kind === 'none' ? undefined : CLAIMING;

const claimingOf = (tally: Tally): number => tally.get('claiming') ?? 0;

function* tallyFolders({ folders }: LiveState, changes: FolderChanges): Generator<TallyChange, void, void> {
  for (const [path, now] of changes) yield { before: tallyFolder(folders.get(path)), now: tallyFolder(now) };
}

function* tallyRoots({ judged }: LiveState, roots: JudgedChanges['roots']): Generator<TallyChange, void, void> {
  for (const [root, now] of roots) {
    const before = judged.get(root);
    yield { before: before && tallyAsset(before.state), now: now && tallyAsset(now.state) };
  }
}

/** What is told of the workspace as a whole. */
function tellGeneral({ general, registry }: Pick<LiveState, 'general' | 'registry'>): ToldByFile {
  const undecided =
    registry.accepted === null
      ? []
      : registry.accepted.undecided.map((record) =>
          diagnoseUndecided(record, registry.accepted ?? { version: null, locate: () => ({ kind: 'workspace' }) }),
        );
  return toldByFile([
    ...general.map((found) => tellNow(found, 'general', '')),
    ...undecided.map((pending) => tellLater(pending, 'general', '')),
  ]);
}

function diagnoseGeneral({ folders, tally }: Pick<LiveState, 'folders' | 'tally'>, { accepted }: SettledRegistry): readonly Diagnostic[] {
  const assets = folders.get(ASSETS_FOLDER);
  const folder = assets?.folder ?? null;
  const listed = folder === null ? [] : [[ASSETS_FOLDER, folder] as const];
  const scan = { found: assets?.absent !== true, folders: new Map(listed), diagnostics: [] };
  return diagnoseWorkspace(scan, accepted, claimingOf(tally));
}

/**
 * Looks again at what may have changed in a workspace, and judges that and all that depends on it: the answer is what reading
 * the whole of it would give, since each part is judged by the functions that judge the whole.
 *
 * @param named - files and folders that may have changed, from the workspace root; the root for everything.
 * @param journal - what there is to say of the journal.
 * @returns Err only where the port could not run a batch at all.
 */
export async function updateLive(
  read: ReadPort,
  before: LiveState,
  named: readonly string[],
  journal: readonly Diagnostic[],
  options: LiveOptions,
): Promise<PortResult<LiveUpdate>> {
  const paths = sortNamedPaths(named, before);
  const found = await readChanges(read, before, paths, options);
  if (found.isErr()) return err(found.error);
  const changes = found.value;
  const declarations = before.declarations.changed(changes.declarations);
  const claims = [...changes.declarations].map(([root, now]) => {
    const keysOf = (uuid: string | null): readonly string[] => (uuid === null ? [] : [uuid]);
    return { member: root, before: keysOf(claimedUuid(before.declarations.get(root)?.claim)), now: keysOf(claimedUuid(now?.claim)) };
  });
  const looked = {
    ...before,
    folders: before.folders.changed(changes.folders),
    unseen: followUnseen(before, changes.folders),
    declarations,
    unread: before.unread.changed(
      new Map([...changes.declarations].map(([root, now]) => [root, now?.answer.isErr() === true ? true : undefined])),
    ),
    claimants: regroup(before.claimants, claims),
  };
  const claimed = changeTally(
    before.tally,
    [...changes.declarations].map(([root, now]) => ({ before: tallyClaim(before.declarations.get(root)), now: tallyClaim(now) })),
  );
  const isKnown = (tally: Tally): boolean => isRegistryKnown(before.registry.accepted, claimingOf(tally));
  const isAwaited = before.registry.index.awaits && changes.declarations.size > 0;
  const isWhole = changes.registry !== before.registry || isAwaited || isKnown(before.tally) !== isKnown(claimed);
  const judging = { paths, named, isWhole, claiming: claimingOf(claimed), options };
  const judged = await judgeChanges(read, before, looked, changes, judging);
  if (judged.isErr()) return err(judged.error);
  const { roots, accepted, index, takers } = judged.value;

  const tally = changeTally(claimed, [...tallyFolders(before, changes.folders), ...tallyRoots(before, roots)]);
  const registry = isWhole ? { ...changes.registry, accepted, index } : before.registry;
  const isGeneral = isWhole || changes.folders.has(ASSETS_FOLDER) || claimingOf(tally) !== claimingOf(before.tally);
  const general = isGeneral ? diagnoseGeneral({ folders: looked.folders, tally }, registry) : before.general;
  const retold: Retold[] = [
    ...[...changes.folders].map(([path, now]) => ({
      teller: `${FOLDER_TELLER}${path}`,
      before: toldBy(path, before.folders.get(path)),
      now: toldBy(path, now),
    })),
    ...[...roots].map(([root, now]) => ({ teller: `root ${root}`, before: before.judged.get(root)?.told, now: now?.told })),
  ];
  if (isGeneral) retold.push({ teller: 'general', before: tellGeneral(before), now: tellGeneral({ general, registry }) });
  const isSameJournal = JSON.stringify(journal) === JSON.stringify(before.journal);
  const limits = options.diagnostics ?? defaultDiagnosticLimits;
  const { files, ...findings } = updateFindings({ ...before, tally }, retold, isSameJournal ? before.journal : journal, limits);
  const state = passed<LiveState>({ ...looked, registry, judged: before.judged.changed(roots), takers, general, ...findings });
  const reread = [...changes.declarations.keys()].map(declarationOf);
  return ok({ state, difference: () => liveDifference(before, state, changes.folders, reread, roots.keys()), files });
}
