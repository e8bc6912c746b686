import { describe, expect, it } from 'vitest';
import { createStore } from '../../src/panel/create-store.js';
import { openInPage } from '../../src/panel/open-in-page.js';
import { createPanelController } from '../../src/panel/panel-controller.js';
import type { PanelState } from '../../src/panel/panel-state.js';
import type { PanelWorkspace } from '../../src/panel/panel-workspace.js';
import { unwrap } from '../e2e/unwrap.js';

const HERO = 'assets/hero/asset.json';
const NOTES = 'assets/hero/notes.txt';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const IDLE: PanelState = {
  sample: { id: 'x', title: 'x', about: 'x', files: {} },
  phase: 'ready',
  host: 'page',
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
};

/** A panel without a page, over a workspace that can be changed before it is used. */
async function openPanel(text: string, change: (workspace: PanelWorkspace) => PanelWorkspace, path = HERO) {
  const after = (milliseconds: number, run: () => void): (() => void) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  };
  const files = new Map([[path, bytesOf(text)], ['assets/hero/colours.bin', Uint8Array.of(1, 2, 3)]]); // prettier-ignore
  const workspace = unwrap(await openInPage(files, 0, { after }));
  const store = createStore(IDLE);
  const control = createPanelController(change(workspace), store);
  await control.openFile(path);
  return { workspace, store, control };
}

describe('the panel loses nothing that is typed', () => {
  it('while a file is stored', async () => {
    const { workspace, store, control } = await openPanel('{', (real) => ({
      ...real,
      write: async (path, text) => {
        await real.write(path, text);
        control.edit('{ third');
      },
    }));
    control.edit('{ second');
    await control.save();
    expect(store.get().buffers.get(HERO)).toMatchObject({ text: '{ third', stored: '{ second', version: 3 });
    expect(unwrap(await workspace.session.readDocument(HERO))).toEqual({ file: HERO, version: 3, text: '{ third' });
    await control.close();
  });

  it('while a plan is applied that leaves the open file alone', async () => {
    let isApplying = false;
    const { store, control } = await openPanel(
      'first',
      (real) => ({
        ...real,
        read: async (path) => {
          const bytes = await real.read(path);
          if (isApplying) control.edit('second');
          return bytes;
        },
      }),
      NOTES,
    );
    await control.preview('Register', { kind: 'register' });
    isApplying = true;
    await control.apply();
    expect(store.get().notice?.tone).toBe('good');
    expect(store.get().buffers.get(NOTES)).toMatchObject({ text: 'second', stored: 'first' });
    await control.close();
  });

  it('while a plan is applied that is left to the editor: its edits are of another text', async () => {
    const { workspace, store, control } = await openPanel('{ "schema_version": 4, }', (real) => ({
      ...real,
      session: {
        ...real.session,
        apply: async (request, options) => {
          const applied = await real.session.apply(request, options);
          control.edit(`\n\n\n${store.get().buffers.get(HERO)?.text ?? ''}`);
          return applied;
        },
      },
    }));
    control.edit('{ "schema_version": 4,  }');
    unwrap(await workspace.session.settle());
    const { diagnostics } = unwrap(await workspace.session.diagnosticsOf(HERO));
    const { fingerprint = '' } = diagnostics.find(({ code }) => code === 'JSON_TRAILING_COMMA') ?? {};
    await control.preview('Mend', { kind: 'fix', fingerprint });
    expect(store.get().preview?.target).toBe('editor');
    await control.apply();
    expect(store.get().notice?.tone).toBe('bad');
    expect(store.get().buffers.get(HERO)?.text).toBe('\n\n\n{ "schema_version": 4,  }');
    await control.close();
  });
});
