import { err, ok } from 'neverthrow';
import { refreshWorkspace, type MemoryDifference, type Observed, type PackerHost } from 'prometeu-packer';
import type { Emitter } from './create-emitter.js';
import { createLane, type Lane } from './create-lane.js';
import { overlaidHost, type OverlaidDocuments, type Overlays } from './create-overlays.js';
import { mergeDifferences } from './merge-differences.js';
import { createPendingPaths } from './pending-paths.js';
import type { SessionState } from './session-summary.js';
import { changedEvent, diagnosticsEvents, type DocumentedWorkspace, showWorkspace, type ShownWorkspace } from './shown-workspace.js';

/** What a view is made of. */
export interface ViewParts {
  /** The workspace. */
  readonly host: PackerHost;
  /** The documents of the editor. */
  readonly overlays: Overlays;
  /** Takes what there is to tell. */
  readonly emitter: Emitter;
  /** Says when reported changes are looked at. */
  readonly schedule: (run: () => void) => () => void;
  /** Fires when the session is closed. */
  readonly closing: AbortSignal;
  /** The workspace as it was opened. */
  readonly opened: DocumentedWorkspace;
}

/** What a session shows of its workspace, and how it stays true. */
export interface View {
  /** What is shown now. */
  readonly shown: () => ShownWorkspace;
  /** How it stands to the workspace. */
  readonly state: () => SessionState;
  /** Paths may have changed; everything where there are none. */
  readonly notify: (paths?: readonly string[]) => void;
  /** Looks at what was reported and shows it. */
  readonly settle: (signal?: AbortSignal) => Promise<Observed<void>>;
  /** Keeps everyone from looking while a task writes what is looked at. */
  readonly whileWriting: Lane['run'];
  /** Something is being made of the workspace, or no longer. */
  readonly setBusy: (isBusy: boolean) => void;
}

interface Unshown {
  readonly difference: MemoryDifference;
  readonly unrelated: boolean;
  /** Files whose findings were others at some look. */
  readonly files: ReadonlySet<string>;
}

const NOTHING: Unshown = { difference: { changed: [], added: [], removed: [] }, unrelated: false, files: new Set() };

/** Whether documents are in other versions than what is shown was found in. */
function hasOtherVersions({ versions }: ShownWorkspace, documents: OverlaidDocuments): boolean {
  return versions.size !== documents.size || [...documents.values()].some(({ path, version }) => versions.get(path) !== version);
}

/** How often changes that go on are looked at before they are shown as they are. */
const MAX_PASSES = 16;

/** Shows a workspace: looks at what was reported once it is quiet, and tells what is new. */
export function createView({ host, overlays, emitter, schedule, closing, opened }: ViewParts): View {
  const lane = createLane();
  const pending = createPendingPaths();
  let shown = showWorkspace(opened, 1);
  let latest = opened;
  let unshown: Unshown | null = null;
  let isLooking = false;
  let busy = 0;
  let told: SessionState = 'fresh';
  let callOff: () => void = () => undefined;

  const state = (): SessionState => {
    if (busy > 0) return 'busy';
    if (unshown !== null) return 'diverged';
    return isLooking || !pending.isEmpty() ? 'suspect' : 'fresh';
  };
  const tellState = (): void => {
    const now = state();
    if (now === told) return;
    told = now;
    emitter.emit({ kind: 'state', state: now });
  };

  const show = (): void => {
    if (unshown === null) return;
    const { difference, unrelated, files } = unshown;
    unshown = null;
    const before = shown;
    shown = showWorkspace(latest, before.revision + 1);
    emitter.emit(changedEvent(shown, difference, unrelated));
    for (const event of diagnosticsEvents(before, shown, files)) emitter.emit(event);
  };

  const look = async (signal: AbortSignal): Promise<Observed<void>> => {
    if (pending.isEmpty()) return ok();
    const taken = pending.take();
    const documents = overlays.now();
    isLooking = true;
    const options = { signal, ...(taken !== 'all' && { changed: taken }) };
    const found = await refreshWorkspace(overlaidHost(host, documents), latest.followed, options);
    isLooking = false;
    if (found.isErr()) {
      pending.add(taken === 'all' ? undefined : taken);
      return err(found.error);
    }
    latest = { followed: found.value.followed, documents };
    if (found.value.state !== 'fresh') {
      const { state: now, changed, added, removed, files } = found.value;
      const { difference, unrelated, files: earlier } = unshown ?? NOTHING;
      unshown = {
        difference: mergeDifferences(difference, { changed, added, removed }),
        unrelated: unrelated || now === 'unrelated',
        files: new Set([...earlier, ...files]),
      };
    } else if (hasOtherVersions(shown, documents)) {
      unshown ??= NOTHING; // the same findings, in other versions of their documents
    }
    return ok();
  };

  /** Looks once, and shows what was found where nothing was reported meanwhile, or where it is shown in any case. */
  const pass = (signal: AbortSignal, isLast: boolean): Promise<Observed<void>> =>
    lane.run(signal, async () => {
      const looked = await look(signal);
      if (looked.isOk() && (isLast || pending.isEmpty())) show();
      tellState();
      return looked;
    });

  const inBackground = async (): Promise<void> => {
    const looked = await pass(closing, false);
    if (looked.isErr() && !closing.aborted) emitter.emit({ kind: 'fault', diagnostics: looked.error });
  };

  closing.addEventListener('abort', () => callOff(), { once: true });
  const runLater = (): void => {
    callOff();
    callOff = schedule(() => void inBackground());
  };
  const settle = async (signal: AbortSignal = closing): Promise<Observed<void>> => {
    callOff();
    for (let count = 1; ; count += 1) {
      const isLast = count === MAX_PASSES;
      const looked = await pass(signal, isLast);
      if (looked.isErr() && signal.aborted && !closing.aborted) runLater(); // who gave up was not the one who reported
      if (looked.isErr() || isLast || pending.isEmpty()) return looked;
    }
  };

  return {
    shown: () => shown,
    state,
    settle,
    notify(paths) {
      if (closing.aborted) return;
      pending.add(paths);
      tellState();
      runLater();
    },
    whileWriting: lane.run,
    setBusy(isBusy) {
      busy += isBusy ? 1 : -1;
      tellState();
    },
  };
}
