import type { Diagnostic, Observed } from 'prometeu-packer';
import { createActionsView } from './actions-view.js';
import { createArchiveView } from './archive-view.js';
import { createStore } from './create-store.js';
import { createDetailsView } from './details-view.js';
import { createEditorView } from './editor-view.js';
import { element } from './element.js';
import { createFilesView } from './files-view.js';
import { createNoticeView } from './notice-view.js';
import { createPanelController, type PanelController } from './panel-controller.js';
import type { PanelState } from './panel-state.js';
import type { PanelView, PanelViewContext } from './panel-view.js';
import type { PanelWorkspace } from './panel-workspace.js';
import { createPreviewView } from './preview-view.js';
import { createProblemsView } from './problems-view.js';
import { readEverything } from './read-everything.js';
import { sampleFiles } from './sample-files.js';
import type { Sample } from './sample.js';
import { createVerdictView } from './verdict-view.js';

/** What the panel is started with. */
export interface PanelStart {
  /** The page's window. */
  readonly window: Window;
  /** The workspaces that can be opened; the first one is. */
  readonly samples: readonly [Sample, ...Sample[]];
  /** Where the packer runs. */
  readonly host: 'worker' | 'page';
  /** Opens a workspace. */
  readonly openWorkspace: (files: ReadonlyMap<string, Uint8Array>, pauseMs: number) => Promise<Observed<PanelWorkspace>>;
}

const IDLE: Pick<PanelState, 'files' | 'buffers' | 'open' | 'bytes' | 'summary' | 'findings' | 'actions' | 'archive' | 'details' | 'preview' | 'task' | 'notice'> = {
  files: [],
  buffers: new Map(),
  open: null,
  bytes: null,
  summary: null,
  findings: new Map(),
  actions: new Map(),
  archive: null,
  details: null,
  preview: null,
  task: null,
  notice: null,
}; // prettier-ignore

const NOTHING: PanelController = {
  openFile: async () => undefined,
  edit: () => undefined,
  save: async () => undefined,
  preview: async () => undefined,
  apply: async () => undefined,
  dismiss: () => undefined,
  build: async () => undefined,
  cancel: () => undefined,
  show: () => undefined,
  close: async () => undefined,
};

/** Which file to show first: one with an error, else a declaration, else any. */
function firstFile({ files, findings }: PanelState): string | undefined {
  const known = files.map(({ path }) => path);
  const broken = known.find((path) => findings.get(path)?.some(({ severity }) => severity === 'error') === true);
  const json = known.filter((path) => path.endsWith('.json') && !path.startsWith('build/'));
  return broken ?? json.find((path) => findings.has(path)) ?? json.find((path) => path.endsWith('asset.json')) ?? known[0];
}

/** Starts the panel in a page that is empty but for its `main`. */
export function startPanel({ window, samples, host, openWorkspace }: PanelStart): void {
  const { document } = window;
  const store = createStore<PanelState>({ ...IDLE, sample: samples[0], phase: 'opening', host });
  let control = NOTHING;
  const context: PanelViewContext = { document, control: () => control, state: store.get };

  const editor = createEditorView(context);
  const goTo = (finding: Diagnostic): void => {
    const { location } = finding;
    if (location.kind === 'workspace') return control.show({ kind: 'finding', fingerprint: finding.fingerprint });
    void control.openFile(location.file).then(() => editor.goTo(finding));
  };
  const verdict = createVerdictView(context);
  const actions = createActionsView(context);
  const files = createFilesView(context);
  const problems = createProblemsView(context, goTo);
  const details = createDetailsView(context);
  const archive = createArchiveView(context);
  const preview = createPreviewView(context);
  const notice = createNoticeView(context);
  const views: readonly PanelView[] = [verdict, actions, files, editor, problems, details, archive, preview, notice];

  const choose = element(
    document,
    'select',
    {
      attributes: { id: 'sample', 'data-part': 'sample' },
      on: { change: () => void open(samples.find(({ id }) => id === choose.value) ?? samples[0]) },
    },
    samples.map(({ id, title }) => element(document, 'option', { attributes: { value: id } }, [title])),
  );
  const brand = element(document, 'h1', {}, [
    element(document, 'span', { attributes: { class: 'logo', 'aria-hidden': 'true' } }),
    'Packer',
  ]);
  const label = element(document, 'label', { attributes: { for: 'sample', class: 'soft' } }, ['Workspace']);
  const top = element(document, 'header', {}, [brand, label, choose, actions.node, verdict.node]);
  const side = element(document, 'div', { attributes: { class: 'side' } }, [problems.node, details.node]);
  const main = document.querySelector('main') ?? document.body;
  main.replaceChildren(top, files.node, editor.node, side, archive.node, notice.node, preview.node);

  store.subscribe((state, before) => {
    for (const view of views) view.render(state, before);
  });

  let turn = 0;
  async function open(sample: Sample): Promise<void> {
    turn += 1;
    const mine = turn;
    const left = control;
    control = NOTHING;
    store.set({ ...IDLE, sample, phase: 'opening' });
    await left.close();
    const opened = await openWorkspace(sampleFiles(sample), sample.pauseMs ?? 0);
    if (opened.isErr())
      return store.set({ phase: 'failed', notice: { tone: 'bad', text: 'Cannot be opened.', diagnostics: opened.error } });
    const shown = await readEverything(opened.value, store.get);
    if (turn !== mine) return opened.value.close(); // another one was chosen meanwhile
    control = createPanelController(opened.value, store);
    store.set({ ...shown, phase: 'ready' });
    const first = firstFile(store.get());
    if (first !== undefined) await control.openFile(first);
  }

  /** The next problem of the open file below the cursor, else its first. */
  const nextProblem = (): void => {
    const { open: file, findings } = store.get();
    const found = (findings.get(file ?? '') ?? []).filter(({ location }) => location.kind === 'text');
    const area = document.querySelector('textarea');
    const line = area === null ? 0 : area.value.slice(0, area.selectionStart).split('\n').length;
    const lineOf = ({ location }: Diagnostic): number => (location.kind === 'text' ? location.range.start.line : 0);
    const next = found.find((finding) => lineOf(finding) > line) ?? found[0];
    if (next !== undefined) goTo(next);
  };
  document.addEventListener('keydown', (event) => {
    if (store.get().preview !== null) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const act: Readonly<Record<string, () => void>> = {
      s: () => void control.save(),
      b: () => void control.build(),
      '.': () => editor.goToFixes(),
    };
    const run = isCommand ? act[event.key] : event.key === 'F8' ? nextProblem : undefined;
    if (run === undefined) return;
    event.preventDefault();
    run();
  });
  for (const view of views) view.render(store.get(), null);
  void open(samples[0]);
}
