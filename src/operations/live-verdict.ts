import { archiveLayout } from '../artifacts/archive/layout.js';
import { JSON_BUDGETS } from '../codec/json/read-json.js';
import { compareStrings } from '../base/compare-strings.js';
import { isBlocked, isBuildBlocked } from '../workspace/live/live-snapshot.js';
import type { LiveState } from '../workspace/live/live-state.js';
import { missingRegistry } from '../workspace/missing-registry.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import type { Ability, Verdict } from './doctor/judge-workspace.js';
import { workspaceVerdict } from './workspace-verdict.js';

/** Slots of a bank type: among fewer assets one is always free. */
const SLOTS = 65_536;
/** More than the header has besides its assets. */
const FRAME_BYTES = 4096;

const CAN: Ability = { can: true, decidedBy: [] };
const CODE = 'code ';

/** Whether sums alone tell that an archive can be laid out: whatever is near a limit is laid out to be certain. */
function fitsSurely({ tally }: LiveState): boolean {
  const sum = (name: string): number => tally.get(name) ?? 0;
  const crowded = [...tally].some(([name, count]) => name.startsWith('preloaded ') && count > SLOTS);
  const header = sum('header') + FRAME_BYTES;
  return (
    sum('doubtful') === 0 &&
    !crowded &&
    header < JSON_BUDGETS.maxBytes &&
    header + sum('payload') < Number.MAX_SAFE_INTEGER - archiveLayout.payloadAlignment
  );
}

/**
 * What a workspace allows, from sums that are kept up to date: the answer of `workspaceVerdict`, which goes through all of it.
 * That one is asked where an archive comes near a limit.
 */
export function liveVerdict(state: LiveState, snapshot: () => WorkspaceSnapshot): Verdict {
  const { registry, tally } = state;
  const codes = [...tally.keys()].flatMap((name) => (name.startsWith(CODE) ? [name.slice(CODE.length)] : [])).sort(compareStrings);
  const count = (tally.get('error') ?? 0) + (tally.get('warning') ?? 0) + (tally.get('info') ?? 0);
  const missing = missingRegistry();
  const all = (told: readonly string[]): Ability => ({ can: told.length === 0, decidedBy: told });
  const orMissing = (isMissing: boolean): Ability =>
    all(isMissing && missing.severity === 'error' ? [...new Set([...codes, missing.code])].sort(compareStrings) : codes);
  const isRead = (registry.accepted?.registry ?? null) !== null;
  const isBlockedWhole = isBlocked(state);
  const mutates = !isBlockedWhole && (isRead || registry.accepted === null);
  const builds = !isBlockedWhole && !isBuildBlocked(state) && isRead && !tally.has('blocked');
  const isMissing = !isRead && !tally.has('error');
  if (builds && !fitsSurely(state)) return workspaceVerdict(snapshot());
  return {
    read: tally.has('error') ? all(codes) : CAN,
    mutate: mutates ? CAN : orMissing(count === 0),
    build: builds ? CAN : orMissing(isMissing || count === 0),
  };
}
