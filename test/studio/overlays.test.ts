import { describe, expect, it } from 'vitest';
import type { Failure } from 'prometeu-packer';
import type { AppliedPreview, DocumentEdits, PlanPreview, StudioSession } from 'prometeu-packer/studio';
import type { Result } from 'neverthrow';
import { heroDeclaration } from '../e2e/small-workspace.js';
import { unwrap } from '../e2e/unwrap.js';
import { assetV2, registryV2, workspaceOf } from '../operations/versioned-workspace.js';
import { editedText } from './edited-text.js';
import { filesRead, openBench, rest } from './studio-bench.js';

const HERO = 'assets/hero/asset.json';
const COLOURS = 'assets/colours/asset.json';
const textOf = (change: object): string => `${JSON.stringify({ ...heroDeclaration, ...change }, null, 2)}\r\n`;

const codes = (answer: Result<unknown, Failure>): readonly string[] => answer._unsafeUnwrapErr().map(({ code }) => code);

const rename = (session: StudioSession, root: string, name: string) =>
  session.preview({ kind: 'mutate', mutations: [{ kind: 'rename', root, name }] });

const previewed = async (session: StudioSession, root: string, name: string): Promise<PlanPreview> =>
  unwrap(await rename(session, root, name)).value;

function editsOf(applied: AppliedPreview): DocumentEdits {
  if (applied.target !== 'editor') throw new Error('it was written');
  return applied.edits;
}

describe('documents of the editor', () => {
  it('leave nothing behind when they are closed after their folder became a file', async () => {
    const { session, workspace } = await openBench();
    unwrap(await session.setOverlay({ path: HERO, version: 1, text: '{' }));
    unwrap(await session.settle());
    workspace.delete('assets/hero');
    workspace.set('assets/hero', 'a file now');
    session.notifyChanged(['assets/hero']);
    unwrap(await session.settle());
    unwrap(await session.removeOverlay(HERO));
    unwrap(await session.settle());
    const { counts } = unwrap(await session.summary());
    session.notifyChanged();
    unwrap(await session.settle());
    expect(unwrap(await session.summary()).counts).toEqual(counts);
    expect(unwrap(await session.diagnosticsOf('assets/hero')).diagnostics).toEqual([]);
  });

  it('are read in place of their files: findings come from their texts, in their versions', async () => {
    const { session, events, calls } = await openBench();
    unwrap(await session.setOverlay({ path: HERO, version: 7, text: textOf({ name: 'Hero' }) }));
    unwrap(await session.settle());
    const found = unwrap(await session.diagnosticsOf(HERO));
    expect(found).toMatchObject({ version: 7, diagnostics: [{ code: 'STRUCTURE_BAD_FORMAT', location: { pointer: '/name' } }] });
    expect(events).toContainEqual({ kind: 'diagnostics', revision: 2, files: [found], isLast: true });
    expect(filesRead(calls).filter((path) => path.endsWith('asset.json'))).toEqual([]);
    expect(unwrap(await session.readDocument(HERO))).toEqual({ file: HERO, version: 7, text: textOf({ name: 'Hero' }) });
    expect(unwrap(await session.summary()).overlays).toEqual([{ path: HERO, version: 7 }]);
  });

  it('can be of files that are not there yet, in folders that are not there yet', async () => {
    const { session } = await openBench();
    unwrap(await session.setOverlay({ path: 'assets/fresh/new/asset.json', version: 0, text: '{' }));
    unwrap(await session.settle());
    expect(unwrap(await session.diagnosticsOf('assets/fresh/new/asset.json')).diagnostics.map(({ code }) => code)).toEqual(['JSON_SYNTAX']);
    unwrap(await session.removeOverlay('assets/fresh/new/asset.json'));
    unwrap(await session.settle());
    expect(unwrap(await session.findings()).total).toBe(0);
  });

  it('tell the version of their findings also where only that has changed', async () => {
    const { session, events, workspace, quiet } = await openBench();
    const text = textOf({ name: 'Hero' });
    workspace.set(HERO, text);
    session.notifyChanged([HERO]);
    await quiet();
    unwrap(await session.setOverlay({ path: HERO, version: 3, text }));
    await quiet();
    const told = events.flatMap((event) => (event.kind === 'diagnostics' ? event.files.map(({ version }) => version) : []));
    expect(told).toEqual([null, 3]);
  });

  it('take newer versions only, and paths that are paths', async () => {
    const { session } = await openBench();
    unwrap(await session.setOverlay({ path: HERO, version: 3, text: '' }));
    for (const version of [3, 2, -1, 4.5])
      expect(codes(await session.setOverlay({ path: HERO, version, text: '{}' }))).toEqual(['STUDIO_DOCUMENT_OUTDATED']);
    unwrap(await session.removeOverlay(HERO));
    unwrap(await session.setOverlay({ path: HERO, version: 1, text: '' }));
    expect(codes(await session.setOverlay({ path: '../x', version: 1, text: '' }))).toEqual(['PATH_ESCAPES_ROOT']);
  });
});

describe('a plan that changes a document of the editor', () => {
  it('is made from the unsaved text, carries its version, and is answered as edits; nothing is written', async () => {
    const { session, workspace } = await openBench();
    const before = new Map(workspace.files());
    const text = textOf({ note: 'unsaved' });
    unwrap(await session.setOverlay({ path: HERO, version: 4, text }));
    const preview = await previewed(session, 'hero', 'heroine');
    expect(preview).toMatchObject({ target: 'editor', documents: [{ path: HERO, version: 4 }], files: [HERO] });
    const edits = editsOf(unwrap(await session.apply({ digest: preview.digest })).value);
    const [edit, ...more] = edits.edits;
    expect(more).toEqual([]);
    expect(edit).toMatchObject({ kind: 'change', path: HERO, version: 4 });
    expect(edit?.kind === 'change' && editedText(text, edit.edits)).toBe(text.replace('"hero"', '"heroine"'));
    expect(new Map(workspace.files())).toEqual(before);
    expect(codes(await session.apply({ digest: preview.digest }))).toEqual(['STUDIO_PREVIEW_UNKNOWN']);
  });

  it('is refused once the document has another version, or is closed, or another file has changed', async () => {
    const { session, workspace } = await openBench();
    unwrap(await session.setOverlay({ path: HERO, version: 1, text: textOf({ note: 1 }) }));
    const { digest } = await previewed(session, 'hero', 'heroine');
    workspace.set(COLOURS, '{}');
    expect(codes(await session.apply({ digest }))).toEqual(['PLAN_STALE']);
    unwrap(await session.setOverlay({ path: HERO, version: 2, text: textOf({ note: 2 }) }));
    const [changed] = (await session.apply({ digest }))._unsafeUnwrapErr();
    expect(changed).toMatchObject({ code: 'STUDIO_DOCUMENT_CHANGED', data: { path: HERO, expected: 1, found: 2 } });
    unwrap(await session.removeOverlay(HERO));
    const [closed] = (await session.apply({ digest }))._unsafeUnwrapErr();
    expect(closed).toMatchObject({ code: 'STUDIO_DOCUMENT_CHANGED', data: { expected: 1, found: null } });
  });

  it('is refused where somebody types while it is checked: no edits carry a version that they were not made for', async () => {
    const { session, holdReads } = await openBench();
    unwrap(await session.setOverlay({ path: HERO, version: 1, text: textOf({ note: 1 }) }));
    const { digest } = await previewed(session, 'hero', 'heroine');
    const release = holdReads();
    const applying = session.apply({ digest });
    await rest();
    unwrap(await session.setOverlay({ path: HERO, version: 2, text: `\n\n${textOf({ note: 1 })}` }));
    release();
    expect((await applying)._unsafeUnwrapErr()[0]).toMatchObject({ code: 'STUDIO_DOCUMENT_CHANGED', data: { expected: 1, found: 2 } });
  });

  it('is rebased on the document as it is now', async () => {
    const { session } = await openBench();
    unwrap(await session.setOverlay({ path: HERO, version: 1, text: textOf({ note: 1 }) }));
    const { digest } = await previewed(session, 'hero', 'heroine');
    expect(unwrap(await session.rebase({ digest })).value).toMatchObject({ state: 'valid', preview: { digest, target: 'editor' } });
    const text = textOf({ note: 2 });
    unwrap(await session.setOverlay({ path: HERO, version: 2, text }));
    const { value } = unwrap(await session.rebase({ digest }));
    expect(value).toMatchObject({ state: 'conflicting', preview: { target: 'editor', documents: [{ path: HERO, version: 2 }] } });
    expect(value.conflicts).toMatchObject([{ path: HERO, theirs: text, recomputed: text.replace('"hero"', '"heroine"') }]);
    const [edit] = editsOf(unwrap(await session.apply({ digest: value.preview.digest })).value).edits;
    expect(edit?.kind === 'change' && editedText(text, edit.edits)).toBe(text.replace('"hero"', '"heroine"'));
  });

  it('rests on every document that it was made from, and creates, changes and moves what else belongs to it', async () => {
    const { session } = await openBench();
    unwrap(await session.setOverlay({ path: HERO, version: 1, text: textOf({}) }));
    unwrap(await session.setOverlay({ path: COLOURS, version: 5, text: '{}' }));
    const { value } = unwrap(await session.preview({ kind: 'mutate', mutations: [{ kind: 'relocate', root: 'hero', to: 'people/hero' }] }));
    expect(value).toMatchObject({
      target: 'editor',
      documents: [
        { path: COLOURS, version: 5 },
        { path: HERO, version: 1 },
      ],
    });
    const { edits } = editsOf(unwrap(await session.apply({ digest: value.digest })).value);
    expect(edits.map(({ kind, path }) => [kind, path])).toEqual([
      ['change', 'assets/.prometeu/index.json'],
      ['move', 'assets/people/hero'],
    ]);
  });

  it('needs the same consent as one that is written', async () => {
    const { session } = await openBench(workspaceOf(registryV2({ a: 1 }), { a: assetV2('a') }));
    unwrap(await session.setOverlay({ path: 'assets/a/asset.json', version: 1, text: assetV2('b') }));
    const { value } = unwrap(await session.preview({ kind: 'migrate' }));
    expect(value).toMatchObject({ target: 'editor', blocks: { build: true } });
    expect(value.consent).toHaveLength(1);
    expect(codes(await session.apply({ digest: value.digest }))).toEqual(['PLAN_CONSENT_MISSING']);
    const { edits } = editsOf(unwrap(await session.apply({ digest: value.digest, consent: { uuids: value.consent } })).value);
    expect(edits.map(({ kind }) => kind)).toEqual(['change', 'change']);
  });
});

describe('a plan that leaves the documents of the editor alone', () => {
  it('is made from what is stored, and written', async () => {
    const { session, workspace } = await openBench();
    unwrap(await session.setOverlay({ path: HERO, version: 1, text: textOf({ name: 'heroine' }) }));
    const preview = await previewed(session, 'colours', 'shades');
    expect(preview).toMatchObject({ target: 'disk', documents: [] });
    expect(unwrap(await session.apply({ digest: preview.digest })).value.target).toBe('disk');
    expect(new TextDecoder().decode(workspace.files().get(COLOURS))).toContain('"shades"');
    expect(unwrap(await session.summary()).state).toBe('fresh');
  });

  it('sees what the documents say all the same', async () => {
    const { session } = await openBench();
    unwrap(await session.setOverlay({ path: HERO, version: 1, text: textOf({ name: 'shades' }) }));
    expect(codes(await rename(session, 'colours', 'shades'))).toContain('ASSET_NAME_TAKEN');
  });

  it('is refused where it comes to change one that has unsaved changes, and not where that is as it is stored', async () => {
    const { session, workspace } = await openBench();
    const { digest } = await previewed(session, 'hero', 'heroine');
    unwrap(await session.setOverlay({ path: HERO, version: 1, text: textOf({ note: 1 }) }));
    const before = new Map(workspace.files());
    const [refused] = (await session.apply({ digest }))._unsafeUnwrapErr();
    expect(refused).toMatchObject({ code: 'STUDIO_UNSAVED_CHANGES', location: { file: HERO }, data: { paths: [HERO] } });
    expect(new Map(workspace.files())).toEqual(before);
    const stored = new TextDecoder().decode(workspace.files().get(HERO));
    unwrap(await session.setOverlay({ path: HERO, version: 2, text: stored }));
    expect(unwrap(await session.apply({ digest })).value.target).toBe('disk');
  });

  it('is not written where somebody begins to type in a file that it changes before it is committed', async () => {
    const { session, workspace } = await openBench();
    const { digest } = await previewed(session, 'hero', 'heroine');
    const before = new Map(workspace.files());
    let typing: Promise<unknown> | null = null;
    session.subscribe(({ kind }) => {
      if (kind === 'progress') typing ??= session.setOverlay({ path: HERO, version: 1, text: textOf({ note: 1 }) });
    });
    const [refused] = (await session.apply({ digest }))._unsafeUnwrapErr();
    expect(refused).toMatchObject({ code: 'STUDIO_UNSAVED_CHANGES', data: { paths: [HERO] } });
    expect(new Map(workspace.files())).toEqual(before);
  });

  it('undoes what was written, unless that has unsaved changes', async () => {
    const { session } = await openBench();
    unwrap(await session.apply({ digest: (await previewed(session, 'hero', 'heroine')).digest }));
    unwrap(await session.setOverlay({ path: HERO, version: 1, text: textOf({ note: 1 }) }));
    expect(codes(await session.preview({ kind: 'undo' }))).toEqual(['STUDIO_UNSAVED_CHANGES']);
    unwrap(await session.removeOverlay(HERO));
    const { value } = unwrap(await session.preview({ kind: 'undo' }));
    expect(unwrap(await session.apply({ digest: value.digest })).value.target).toBe('disk');
  });
});
