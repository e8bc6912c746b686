import { describe, expect, it } from 'vitest';
import type { Failure } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { lspWorkspaceEditOf, openSession, type StudioSession } from 'prometeu-packer/studio';
import type { Result } from 'neverthrow';
import { smallWorkspace, heroDeclaration } from '../e2e/small-workspace.js';
import { unwrap } from '../e2e/unwrap.js';
import { openBench, rest } from './studio-bench.js';

const HERO = 'assets/hero/asset.json';
const codes = (answer: Result<unknown, Failure>): readonly string[] => answer._unsafeUnwrapErr().map(({ code }) => code);

const rename = async (session: StudioSession, name: string) =>
  unwrap(await session.preview({ kind: 'mutate', mutations: [{ kind: 'rename', root: 'hero', name }] })).value.digest;

describe('openSession', () => {
  it('answers Err where the workspace cannot be read at all, and where it is cancelled', async () => {
    const host = createMemoryWorkspace();
    const broken = { ...host, read: { ...host.read, listFolders: () => Promise.reject(new Error('no')) } };
    expect(codes(await openSession(broken))).toEqual(['IO_BROKEN_PORT']);
    expect(codes(await openSession(host, { signal: AbortSignal.abort() }))).toEqual(['IO_ABORTED']);
  });

  it('opens anything that can be read, however broken', async () => {
    const session = unwrap(await openSession(createMemoryWorkspace({ 'assets/.prometeu/index.json': '[' })));
    expect(unwrap(await session.summary())).toMatchObject({ revision: 1, state: 'fresh', verdict: { mutate: { can: false } } });
  });
});

describe('a session', () => {
  it('gives lists part by part, in bounds', async () => {
    const { session } = await openBench();
    const all = unwrap(await session.assets());
    expect(all).toMatchObject({ revision: 1, total: 6 });
    expect(all.items).toHaveLength(6);
    expect(unwrap(await session.assets({ from: 2, limit: 2 })).items).toEqual(all.items.slice(2, 4));
    expect(unwrap(await session.assets({ from: 9 })).items).toEqual([]);
    for (const page of [{ from: -1 }, { limit: 0.5 }, { limit: Infinity }, { more: 1 }, 'all']) {
      expect(codes(await session.assets(page as object))).toEqual(['STUDIO_MESSAGE_MALFORMED']);
    }
  });

  it('answers what is no argument with a diagnostic, whatever it is', async () => {
    const { session } = await openBench();
    const wrong: readonly [Exclude<keyof StudioSession, 'subscribe' | 'notifyChanged' | 'close'>, unknown][] = [
      ['diagnosticsOf', 7],
      ['readDocument', null],
      ['codeActions', {}],
      ['codeActions', { file: HERO, range: { start: { line: 0, character: -1 }, end: { line: 0, character: 0 } } }],
      ['lspDiagnostics', { file: HERO }],
      ['setOverlay', { path: HERO, version: '1', text: '' }],
      ['preview', { kind: 'build' }],
      ['preview', { kind: 'mutate', mutations: [{ kind: 'rename', root: 'hero' }] }],
      ['preview', { kind: 'mutate', mutations: [{ kind: 'set-inputs', root: 'hero', inputs: { main: 'x' } }] }],
      ['preview', { kind: '__proto__' }],
      ['apply', { digest: '0', consent: { uuids: [1] } }],
      ['rebase', undefined],
      ['build', { force: true }],
    ];
    for (const [operation, argument] of wrong) {
      const call = session[operation] as (given: unknown) => Promise<Result<unknown, Failure>>;
      expect([operation, codes(await call(argument))]).toEqual([operation, ['STUDIO_MESSAGE_MALFORMED']]);
    }
  });

  it('answers what cannot even be looked at, and options that are none', async () => {
    const { session } = await openBench();
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const hostile = {
      get kind(): string {
        throw new TypeError('no');
      },
    };
    for (const argument of [proxy, hostile]) {
      expect(codes(await session.preview(argument as { kind: 'undo' }))).toEqual(['STUDIO_MESSAGE_MALFORMED']);
    }
    for (const signal of [7, {}]) {
      expect(codes(await session.verify({ signal: signal as AbortSignal }))).toEqual(['STUDIO_MESSAGE_MALFORMED']);
    }
    expect((await session.verify(null as unknown as object)).isOk()).toBe(true);
    expect(codes(await openSession(createMemoryWorkspace(), null as unknown as object))).toEqual(['INTERNAL_DEFECT']);
  });

  it('looks at everything where it is told of what is no list of paths', async () => {
    const { session, workspace } = await openBench();
    const { proxy, revoke } = Proxy.revocable<string[]>([], {});
    revoke();
    for (const [index, paths] of [7, 'assets', {}, proxy, Array<string>(2)].entries()) {
      workspace.set(HERO, '{'.repeat(index + 1));
      session.notifyChanged(paths as readonly string[]);
      expect(unwrap(await session.settle()).revision).toBe(index + 2);
    }
  });

  it('holds previews under their digests, the last 32', async () => {
    const { session } = await openBench();
    const digests: string[] = [];
    for (let count = 0; count <= 32; count += 1) digests.push(await rename(session, `hero-${count}`));
    expect(codes(await session.apply({ digest: digests[0] ?? '' }))).toEqual(['STUDIO_PREVIEW_UNKNOWN']);
    expect(unwrap(await session.apply({ digest: digests[1] ?? '' })).value.target).toBe('disk');
    expect(codes(await session.apply({ digest: digests[2] ?? '' }))).toEqual(['PLAN_STALE']);
    expect(unwrap(await session.rebase({ digest: digests[2] ?? '' })).value.state).toBe('conflicting');
  });

  it('shows what it wrote, and what made a plan stale, before it answers', async () => {
    const { session, workspace } = await openBench();
    const digest = await rename(session, 'heroine');
    workspace.set('assets/colours/asset.json', '{');
    expect(codes(await session.apply({ digest }))).toEqual(['PLAN_STALE']);
    expect(unwrap(await session.diagnosticsOf('assets/colours/asset.json')).diagnostics).toHaveLength(1);
  });

  it('offers the ways to mend findings, in a range and as the Language Server Protocol has them', async () => {
    const text = JSON.stringify({ ...heroDeclaration, nam: 1 }, null, 2);
    const { session } = await openBench({
      ...smallWorkspace(),
      [HERO]: `\ufeff${text}`,
      'assets/copy/asset.json': text.replace('"hero"', '"copy"'),
    });
    const offered = unwrap(await session.codeActions({ file: HERO }));
    expect(offered.map(({ code, choice, isPreferred }) => [code, choice, isPreferred])).toEqual([['JSON_BOM', '1', true]]);
    const start = { line: 0, character: 0 };
    const elsewhere = { line: 3, character: 0 };
    expect(unwrap(await session.codeActions({ file: HERO, range: { start, end: start } }))).toEqual(offered);
    expect(unwrap(await session.codeActions({ file: HERO, range: { start: elsewhere, end: elsewhere } }))).toEqual([]);
    const [action] = unwrap(await session.lspCodeActions({ file: HERO, rootUri: 'file:///my%20game' }));
    expect(action?.edit?.documentChanges[0]?.textDocument).toEqual({ uri: 'file:///my%20game/assets/hero/asset.json', version: null });
    const [finding] = unwrap(await session.lspDiagnostics({ file: HERO, rootUri: 'file:///my%20game' }));
    expect(finding).toMatchObject({ code: 'JSON_BOM', severity: 1, range: { start } });
    const fixed = unwrap(await session.preview({ kind: 'fix', fingerprint: offered[0]?.fingerprint ?? '' }));
    expect(fixed.value.files).toEqual([HERO]);
  });

  it('gives edits as a workspace edit of the Language Server Protocol', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const edits = [
      { kind: 'change', path: 'assets/a b/asset.json', version: 2, edits: [{ range, newText: 'x' }] },
      { kind: 'create', path: 'new.json', text: '{}' },
      { kind: 'remove', path: 'old.json' },
      { kind: 'move', from: 'assets/a', path: 'assets/ä' },
    ] as const;
    expect(lspWorkspaceEditOf({ title: '', edits }, 'file:///g/')).toEqual({
      documentChanges: [
        { textDocument: { uri: 'file:///g/assets/a%20b/asset.json', version: 2 }, edits: [{ range, newText: 'x' }] },
        { kind: 'create', uri: 'file:///g/new.json' },
        { textDocument: { uri: 'file:///g/new.json', version: null }, edits: [{ range, newText: '{}' }] },
        { kind: 'delete', uri: 'file:///g/old.json' },
        { kind: 'rename', oldUri: 'file:///g/assets/a', newUri: 'file:///g/assets/%C3%A4' },
      ],
    });
  });

  it('builds with progress, and stops when it is cancelled', async () => {
    const { session, workspace } = await openBench();
    const phases: string[] = [];
    const leave = session.subscribe(
      (event) => void (event.kind === 'progress' && event.operation === 'build' && phases.push(event.progress.phase)),
    );
    expect(unwrap(await session.build()).value.state).toBe('applied');
    expect([...new Set(phases)]).toEqual(expect.arrayContaining(['lock', 'compose', 'commit', 'roll-forward']));
    leave();
    const before = new Map(workspace.files());
    const controller = new AbortController();
    session.subscribe((event) => void (event.kind === 'progress' && event.progress.phase === 'compose' && controller.abort()));
    expect(codes(await session.build({}, { signal: controller.signal }))).toEqual(['PLAN_CANCELLED']);
    expect(new Map(workspace.files())).toEqual(before);
    expect(codes(await session.verify({ signal: AbortSignal.abort() }))).toEqual(['IO_ABORTED']);
    expect(unwrap(await session.verify()).ok).toBe(true);
  });

  it('says busy while it works, and looks at reported changes meanwhile', async () => {
    const { session, workspace, events, quiet } = await openBench();
    workspace.set(HERO, '{');
    session.notifyChanged([HERO]);
    const verifying = session.verify();
    await quiet();
    expect((await verifying).isOk()).toBe(true);
    const states = events.flatMap((event) => (event.kind === 'state' ? [event.state] : []));
    expect(states).toEqual(['suspect', 'busy', 'fresh']);
    expect(unwrap(await session.diagnosticsOf(HERO)).diagnostics).toHaveLength(1);
  });

  it('ends: what is under way is cancelled, later calls are refused, and nothing is told any more', async () => {
    const { session, workspace, events, holdReads, quiet, schedule } = await openBench();
    session.notifyChanged([HERO]);
    const release = holdReads();
    const asked = session.preview({ kind: 'register' });
    await rest();
    const closing = session.close();
    expect(codes(await asked)).toEqual(['IO_ABORTED']);
    await closing;
    expect(schedule).toEqual({ asked: 1, calledOff: 1 });
    release();
    await session.close();
    expect(events.filter(({ kind }) => kind === 'closed')).toEqual([{ kind: 'closed', reason: 'closed' }]);
    expect(codes(await session.summary())).toEqual(['STUDIO_SESSION_CLOSED']);
    workspace.set(HERO, '{');
    session.notifyChanged([HERO]);
    await quiet();
    expect(events.at(-1)?.kind).toBe('closed');
  });
});
