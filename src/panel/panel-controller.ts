import type { Diagnostic, Observed } from 'prometeu-packer';
import type { PlanPreview, PreviewRequest, SessionEvent } from 'prometeu-packer/studio';
import { applyDocumentEdits } from './apply-document-edits.js';
import type { Store } from './create-store.js';
import type { PanelBuffer, PanelDetails, PanelNotice, PanelState } from './panel-state.js';
import type { PanelWorkspace } from './panel-workspace.js';
import { readEverything } from './read-everything.js';
import { textEndsOf, withTextEnds } from './text-ends.js';

/** What a person can do with the workspace that is open. */
export interface PanelController {
  /** Shows a file. */
  readonly openFile: (path: string) => Promise<void>;
  /** The text of the open file is another one, as the text area has it. */
  readonly edit: (shown: string) => void;
  /** Stores the open file, or every one that is not stored yet. */
  readonly save: (all?: boolean) => Promise<void>;
  /** Makes a plan and shows it. */
  readonly preview: (name: string, request: PreviewRequest) => Promise<void>;
  /** Applies the plan that is shown. */
  readonly apply: () => Promise<void>;
  /** Puts the plan that is shown away. */
  readonly dismiss: () => void;
  /** Builds what is stored, after storing what is not. */
  readonly build: () => Promise<void>;
  /** Stops what is going on. */
  readonly cancel: () => void;
  /** Shows details. */
  readonly show: (details: PanelDetails | null) => void;
  /** Gives up the workspace. */
  readonly close: () => Promise<void>;
}

type Shown = Pick<PanelState, 'notice'>;

function notice(tone: PanelNotice['tone'], text: string, diagnostics: readonly Diagnostic[] = []): Shown {
  return { notice: { tone, text, diagnostics } };
}
const bad = (text: string, diagnostics: readonly Diagnostic[]): Shown => notice('bad', text, diagnostics);
const good = (text: string): Shown => notice('good', text);

/** Makes what a person can do of a workspace, and keeps what is shown up to date with it. */
export function createPanelController(workspace: PanelWorkspace, store: Store<PanelState>): PanelController {
  const { session } = workspace;
  const { get } = store;
  let isOver = false;
  const set = (patch: Partial<PanelState>): void => {
    if (!isOver) store.set(patch); // what an answer that comes late has to say is of another workspace than the one shown
  };
  const tell = (answered: Observed<unknown>): void => {
    if (answered.isErr()) set(bad('Refused', answered.error));
  };
  let refreshed = Promise.resolve();
  const refresh = (): Promise<void> => {
    refreshed = refreshed.then(async () => set(await readEverything(workspace, get)));
    return refreshed;
  };
  const unsubscribe = session.subscribe((event: SessionEvent) => {
    const { task } = get();
    if (event.kind === 'progress' && task !== null) set({ task: { ...task, progress: event.progress } });
    if (event.kind === 'changed' || (event.kind === 'diagnostics' && event.isLast)) void refresh();
  });

  /** Runs one thing at a time: what is asked meanwhile is left undone, and its button says so. */
  const run = async (name: string, work: (signal: AbortSignal) => Promise<Partial<PanelState>>): Promise<void> => {
    if (get().task !== null) return;
    const abort = new AbortController();
    set({ task: { name, progress: null, abort }, notice: null });
    const shown = await work(abort.signal);
    tell(await session.settle());
    await refresh();
    set({ task: null, ...shown }); // only now, so that nothing offered by it is asked for too early
  };

  const reread = async (): Promise<void> => {
    for (const path of get().buffers.keys()) {
      const bytes = await workspace.read(path);
      const stored = bytes === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      const buffers = new Map(get().buffers);
      const buffer = buffers.get(path); // as it is by now: somebody may have typed
      if (buffer === undefined || buffer.text !== buffer.stored || stored === buffer.stored) continue;
      if (stored === null) buffers.delete(path);
      else buffers.set(path, { text: stored, stored, ends: textEndsOf(stored), version: buffer.version + 1 });
      set({ buffers });
    }
  };

  const saveAll = async (only?: string | null): Promise<void> => {
    for (const [path, buffer] of get().buffers) {
      if (buffer.text === buffer.stored || (only !== undefined && path !== only)) continue;
      await workspace.write(path, buffer.text);
      const now = get().buffers.get(path) ?? buffer; // somebody may have typed meanwhile
      set({ buffers: new Map(get().buffers).set(path, { ...now, stored: buffer.text }) });
      if (now.text === buffer.text) tell(await session.removeOverlay(path));
      session.notifyChanged([path]);
    }
    tell(await session.settle());
  };

  const setText = async (path: string, text: string): Promise<void> => {
    const buffer = get().buffers.get(path);
    if (buffer === undefined || buffer.text === text) return;
    const version = buffer.version + 1;
    set({ buffers: new Map(get().buffers).set(path, { ...buffer, text, version }) });
    if (text === buffer.stored) {
      tell(await session.removeOverlay(path));
      session.notifyChanged([path]);
    } else tell(await session.setOverlay({ path, version, text }));
  };

  return {
    openFile: async (path) => {
      if (get().buffers.has(path)) return set({ open: path, bytes: null });
      const bytes = await workspace.read(path);
      if (bytes === null) return;
      const text = decodeText(bytes);
      if (text === null) return set({ open: path, bytes: bytes.slice(0, 512) });
      const buffer = { text, stored: text, ends: textEndsOf(text), version: 1 };
      set({ open: path, bytes: null, buffers: new Map(get().buffers).set(path, buffer) });
    },
    edit: (shown) => {
      const { open, buffers } = get();
      const buffer = open === null ? undefined : buffers.get(open);
      if (open !== null && buffer !== undefined) void setText(open, withTextEnds(shown, buffer.ends));
    },
    save: (all = false) =>
      run('Save', async () => {
        await saveAll(all ? undefined : get().open);
        return good('Saved.');
      }),
    preview: (name, request) =>
      run(name, async (signal) => {
        if (request.kind !== 'fix' && request.kind !== 'resolve') await saveAll();
        const planned = await session.preview(request, { signal });
        if (planned.isErr()) return bad(`${name}: refused`, planned.error);
        const preview = planned.value.value;
        if (preview.edits.length === 0) return notice('plain', `${name}: there is nothing to do.`);
        return { preview: { ...preview, title: request.kind === 'fix' ? name : preview.title } };
      }),
    apply: async () => {
      const { preview } = get();
      if (preview === null) return;
      set({ preview: null });
      await run(preview.title, (signal) => applyPreview(preview, signal));
    },
    dismiss: () => set({ preview: null }),
    build: () =>
      run('Build', async (signal) => {
        await saveAll();
        const built = await session.build({}, { signal });
        if (built.isErr()) {
          return signal.aborted ? notice('plain', 'Build cancelled: nothing was written.') : bad('Not built', built.error);
        }
        const described = await session.describeArchive();
        const archive = described.unwrapOr(null);
        set({ archive });
        return good(archive === null ? 'Built.' : `Built: ${archive.header?.asset_table.length ?? 0} assets.`);
      }),
    cancel: () => get().task?.abort.abort(),
    show: (details) => set({ details }),
    close: async () => {
      isOver = true;
      unsubscribe();
      await workspace.close();
    },
  };

  async function applyPreview({ digest, consent, title, kind }: PlanPreview, signal: AbortSignal): Promise<Shown> {
    const agreed = consent.length === 0 ? {} : { consent: { planDigest: digest } };
    const applied = await session.apply({ digest, ...agreed }, { signal });
    if (applied.isErr()) return bad(`${title}: refused`, applied.error);
    const { value } = applied.value;
    if (value.target === 'disk') await reread();
    else {
      const { buffers } = get();
      const typed = value.edits.edits.some((edit) => edit.kind === 'change' && !isVersion(buffers.get(edit.path), edit.version));
      if (typed) return bad(`${title}: a file was changed meanwhile, nothing was done.`, []);
      await applyDocumentEdits(value.edits, { workspace, textOf: (path) => get().buffers.get(path)?.text, setText });
    }
    return good(kind === 'undo' ? 'Undone.' : `Done: ${title}.`);
  }
}

/** Whether a file is as the session knew it: held in that version, or not changed where the session knew of no version. */
function isVersion(buffer: PanelBuffer | undefined, version: number | null): boolean {
  if (buffer === undefined) return version === null;
  return version === null ? buffer.text === buffer.stored : buffer.version === version;
}

/** The text of a file; null where it is none that an editor could show. */
function decodeText(bytes: Uint8Array): string | null {
  if (bytes.length > 256 * 1024 || bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
