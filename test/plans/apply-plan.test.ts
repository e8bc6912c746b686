import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { PathState } from '../../src/diagnostics/catalogue/plan-codes.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Outcome } from '../../src/diagnostics/outcome.js';
import type { ApplyProgress } from '../../src/plans/apply/apply-context.js';
import { hasCode } from '../../src/plans/apply/has-code.js';
import {
  apply,
  benchWith,
  buildPlan,
  codesOf,
  leftovers,
  path,
  recipeOf,
  recoverAs,
  REGISTRY,
  rewire,
  sha256,
  textOf,
  textPlan,
  valueOf,
  visible,
} from './bench.js';

const START = {
  'assets/hero/idle.png': 'pixels',
  'assets/villain/asset.json': '{"name":"villain"}\n',
  'assets/villain/walk.png': 'more pixels',
  'assets/old/asset.json': '{"name":"old"}\n',
  [REGISTRY]: '{"assets":[]}\n',
};

const CHANGES = {
  'assets/hero/asset.json': '{"name":"hero"}\n',
  'assets/villain/asset.json': '{"name":"scoundrel"}\n',
  'assets/old/asset.json': null,
  [REGISTRY]: '{"assets":[1]}\n',
};

const READS = {
  folders: ['assets', 'assets/hero'],
  files: ['assets/villain/walk.png'],
  heads: [{ path: 'assets/hero/idle.png', length: 3, sha256: sha256('pix') }],
};

const file = (content: string | null): PathState =>
  content === null ? { kind: 'absent' } : { kind: 'file', sha256: sha256(content), length: content.length };

function differencesOf<T>(outcome: Outcome<T>) {
  const [first] = outcome.isErr() ? outcome.error : ([] as readonly Diagnostic[]);
  return first !== undefined && hasCode(first, 'PLAN_STALE') ? first.data.differences : [];
}

describe('applyPlan, texts', () => {
  it('creates, changes and removes files, and leaves nothing else behind', async () => {
    const { workspace } = benchWith(START);
    const plan = await textPlan(workspace, CHANGES, READS);
    const applied = valueOf(await apply(workspace, plan));
    expect(applied.value).toEqual({
      state: 'applied',
      digest: plan.digest,
      written: [REGISTRY, 'assets/hero/asset.json', 'assets/villain/asset.json'],
      removed: ['assets/old/asset.json'],
      moved: [],
      archive: null,
    });
    expect(applied.diagnostics).toEqual([]);
    for (const [name, text] of Object.entries(CHANGES)) expect(textOf(workspace, name)).toBe(text);
    expect([...workspace.files().keys()]).toEqual([
      REGISTRY,
      'assets/.prometeu/undo/last.json',
      'assets/hero/asset.json',
      'assets/hero/idle.png',
      'assets/villain/asset.json',
      'assets/villain/walk.png',
    ]);
  });

  it('takes a plan that went through JSON', async () => {
    const { workspace } = benchWith(START);
    const plan: unknown = JSON.parse(JSON.stringify(await textPlan(workspace, CHANGES, READS)));
    expect(valueOf(await apply(workspace, plan)).value.state).toBe('applied');
  });

  it('begins a workspace: makes the control folder, which does not count as a change of the folder above it', async () => {
    const { workspace } = benchWith({ 'assets/hero/idle.png': 'pixels' });
    const plan = await textPlan(
      workspace,
      { 'assets/hero/asset.json': '{}\n', [REGISTRY]: '{}\n' },
      { folders: ['assets', 'assets/hero'] },
    );
    expect(valueOf(await apply(workspace, plan)).value.state).toBe('applied');
  });

  it('has nothing to do for an empty plan, and asks nobody', async () => {
    const { workspace, board } = benchWith(START);
    const plan = await textPlan(workspace, { [REGISTRY]: START[REGISTRY] });
    rewire(board);
    expect(valueOf(await apply(workspace, plan)).value).toMatchObject({ state: 'nothing-to-do', written: [], removed: [] });
    expect(board.calls).toEqual([]);
  });

  it('changes the registry last', async () => {
    const { workspace, board } = benchWith(START);
    const plan = await textPlan(workspace, CHANGES);
    rewire(board);
    valueOf(await apply(workspace, plan));
    const changes = board.calls.filter(
      ({ operation, path: at }) => operation === 'rename' || (operation === 'remove' && at.endsWith('asset.json')),
    );
    expect(changes.map(({ path: at }) => at.replace(/\.[0-9a-f]{16}\.prometeu\.tmp$/, ''))).toEqual([
      'assets/.prometeu/.journal.json',
      'assets/hero/.asset.json',
      'assets/old/asset.json',
      'assets/villain/.asset.json',
      'assets/.prometeu/undo/.last.json',
      'assets/.prometeu/.index.json',
    ]);
  });

  it('flushes in the order that a power cut demands', async () => {
    const { workspace, board } = benchWith({ [REGISTRY]: '{}\n' });
    const plan = await textPlan(workspace, { [REGISTRY]: '{"assets":[1]}\n' });
    rewire(board);
    valueOf(await apply(workspace, plan));
    const order = board.calls
      .filter(({ operation }) => /sync|rename|remove|^check$/.test(operation))
      .map(({ operation, path: at }) => {
        return `${operation} ${at.replace(/\.[0-9a-f]{16}\.prometeu\.tmp$/, ' (staged)')}`;
      });
    expect(order).toEqual([
      'sync assets/.prometeu/.index.json (staged)',
      'sync assets/.prometeu/undo/.last.json (staged)',
      'sync-folder assets',
      'sync-folder assets/.prometeu',
      'sync-folder assets/.prometeu/undo',
      'sync assets/.prometeu/.journal.json (staged)',
      'check assets/.prometeu/lock',
      'rename assets/.prometeu/.journal.json (staged)',
      'sync-folder assets/.prometeu',
      'rename assets/.prometeu/undo/.last.json (staged)',
      'rename assets/.prometeu/.index.json (staged)',
      'sync-folder assets/.prometeu/undo',
      'sync-folder assets/.prometeu',
      'remove assets/.prometeu/journal.json',
      'sync-folder assets/.prometeu',
    ]);
  });

  it('reports phases in their order, and does not mind a listener that throws', async () => {
    const { workspace } = benchWith(START);
    const seen: ApplyProgress[] = [];
    const onProgress = (progress: ApplyProgress): void => {
      seen.push(progress);
      throw new Error('listener');
    };
    valueOf(await apply(workspace, await textPlan(workspace, CHANGES), { onProgress }));
    expect([...new Set(seen.map(({ phase }) => phase))]).toEqual([
      'lock',
      'recover',
      'recheck',
      'stage',
      'read-back',
      'commit',
      'roll-forward',
    ]);
  });

  it('does not mind a listener whose promise is rejected', async () => {
    const { workspace } = benchWith(START);
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', note);
    const onProgress: () => unknown = () => Promise.reject(new Error('listener'));
    valueOf(await apply(workspace, await textPlan(workspace, CHANGES), { onProgress }));
    await setImmediate();
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });

  it('keeps the bytes before for one undo', async () => {
    const { workspace } = benchWith(START);
    const plan = await textPlan(workspace, CHANGES);
    valueOf(await apply(workspace, plan));
    const record: unknown = JSON.parse(textOf(workspace, 'assets/.prometeu/undo/last.json') ?? '');
    expect(record).toMatchObject({
      schema_version: 1,
      plan_digest: plan.digest,
      plan_kind: 'undo',
      files: [
        { path: REGISTRY, before: Buffer.from(START[REGISTRY]).toString('base64'), after_sha256: sha256(CHANGES[REGISTRY]) },
        { path: 'assets/hero/asset.json', before: null, after_sha256: sha256(CHANGES['assets/hero/asset.json']) },
        { path: 'assets/old/asset.json', before: Buffer.from(START['assets/old/asset.json']).toString('base64'), after_sha256: null },
        { path: 'assets/villain/asset.json' },
      ],
    });
  });

  it('takes away what it made where it fails, folders too', async () => {
    const { workspace, board } = benchWith({ 'assets/hero/a.bin': 'a' });
    const plan = await buildPlan(workspace, recipeOf(workspace, { hero: ['a.bin'] }));
    rewire(board, (operation, at) => (operation === 'sync' && at.includes('journal') ? 'no-space' : undefined));
    expect(codesOf(await apply(workspace, plan))).toEqual(['PLAN_IO_FAILED']);
    rewire(board);
    const kinds: string[] = [];
    valueOf(
      await workspace.read.statPaths([path('build'), path('assets/.prometeu')], (_, answer) => {
        kinds.push(answer.isErr() ? answer.error.kind : answer.value.kind);
      }),
    );
    expect(kinds).toEqual(['not-found', 'not-found']);
  });

  it('says what it could not take away', async () => {
    const { workspace, board } = benchWith(START);
    const plan = await textPlan(workspace, { [REGISTRY]: '{}\n' });
    rewire(board, (operation, at) => (operation === 'remove' || (operation === 'sync' && at.includes('journal')) ? 'denied' : undefined));
    const outcome = await apply(workspace, plan);
    expect([...new Set(codesOf(outcome))]).toEqual(['PLAN_IO_FAILED', 'PLAN_STAGED_FILE_LEFT']);
    expect(leftovers(workspace)).toHaveLength(3);
    rewire(board);
    valueOf(await apply(workspace, plan));
    expect(leftovers(workspace)).toEqual([]);
  });
});

describe('applyPlan, refusals before anything is asked', () => {
  it('refuses a plan of several files where files cannot be replaced in one step', async () => {
    const { workspace } = benchWith(START, { capabilities: { atomicReplace: false } });
    const outcome = await apply(workspace, await textPlan(workspace, CHANGES));
    expect(outcome.isErr() && outcome.error[0]).toMatchObject({ code: 'PLAN_NEEDS_ATOMIC_REPLACE', data: { targets: 4 } });
    const build = await apply(workspace, await buildPlan(workspace, recipeOf(workspace, { hero: ['idle.png'] })));
    expect(build.isErr() && build.error[0]).toMatchObject({ code: 'PLAN_NEEDS_ATOMIC_REPLACE', data: { targets: 4 } });
    expect(valueOf(await apply(workspace, await textPlan(workspace, { [REGISTRY]: '{}\n' }))).value.state).toBe('applied');
  });

  it('refuses a token that names no staged file', async () => {
    const { workspace } = benchWith(START);
    const outcome = await apply(workspace, await textPlan(workspace, CHANGES), { token: () => '../../x' });
    expect(outcome.isErr() && outcome.error[0]).toMatchObject({ code: 'PLAN_TOKEN_REFUSED', data: { found: '../../x' } });
  });

  it('refuses what is no plan', async () => {
    const { workspace, board } = benchWith(START);
    rewire(board);
    for (const value of [null, 'plan', {}, []]) expect(codesOf(await apply(workspace, value))).toContain('PLAN_MALFORMED');
    expect(board.calls).toEqual([]);
  });
});

describe('applyPlan, a changed workspace is PLAN_STALE and nothing is written', () => {
  const cases: readonly (readonly [string, (workspace: ReturnType<typeof benchWith>['workspace']) => void, readonly unknown[]])[] = [
    [
      'X12: a target was edited',
      (workspace) => workspace.set('assets/villain/asset.json', 'mine'),
      [{ path: 'assets/villain/asset.json', expected: { ...file(START['assets/villain/asset.json']), length: null }, found: file('mine') }],
    ],
    [
      'X12: a target was created',
      (workspace) => workspace.set('assets/hero/asset.json', 'mine'),
      [
        { path: 'assets/hero', found: { kind: 'folder' } },
        { path: 'assets/hero/asset.json', expected: file(null), found: file('mine') },
      ],
    ],
    [
      'X11: a target vanished',
      (workspace) => workspace.delete('assets/old/asset.json'),
      [{ path: 'assets/old/asset.json', found: file(null) }],
    ],
    [
      'X11: a target became a folder',
      (workspace) => workspace.folder('assets/old/asset.json'),
      [{ path: 'assets/old/asset.json', found: { kind: 'not-a-file' } }],
    ],
    [
      'a target became a symlink',
      (workspace) => workspace.symlink('assets/old/asset.json'),
      [{ path: 'assets/old/asset.json', found: { kind: 'symlink' } }],
    ],
    [
      'a file that was only read changed',
      (workspace) => workspace.set('assets/villain/walk.png', 'MORE PIXELS'),
      [{ path: 'assets/villain/walk.png', found: file('MORE PIXELS') }],
    ],
    [
      'the beginning of a file changed',
      (workspace) => workspace.set('assets/hero/idle.png', 'Pixels'),
      [
        {
          path: 'assets/hero/idle.png',
          expected: { kind: 'head', length: 3, sha256: sha256('pix') },
          found: { kind: 'head', length: 3, sha256: sha256('Pix') },
        },
      ],
    ],
    [
      'a file is shorter than its beginning was',
      (workspace) => workspace.set('assets/hero/idle.png', 'pi'),
      [{ path: 'assets/hero/idle.png', found: { kind: 'head', length: 2, sha256: sha256('pi') } }],
    ],
    ['a folder has another entry', (workspace) => workspace.set('assets/new.txt', ''), [{ path: 'assets', found: { kind: 'folder' } }]],
    [
      'a folder vanished',
      (workspace) => workspace.delete('assets/hero'),
      [{ path: 'assets' }, { path: 'assets/hero', found: file(null) }, { path: 'assets/hero/idle.png', found: file(null) }],
    ],
    [
      'the registry is of another workspace',
      (workspace) => workspace.set(REGISTRY, '{"other":1}'),
      [{ path: REGISTRY, found: file('{"other":1}') }],
    ],
  ];
  it.each(cases)('%s', async (_, change, expected) => {
    const { workspace } = benchWith(START);
    const plan = await textPlan(workspace, CHANGES, READS);
    change(workspace);
    const before = workspace.files();
    const outcome = await apply(workspace, plan);
    expect(codesOf(outcome)).toEqual(['PLAN_STALE']);
    expect(differencesOf(outcome)).toMatchObject(expected);
    expect(differencesOf(outcome)).toHaveLength(expected.length);
    expect(workspace.files()).toEqual(before);
  });

  it('a rewritten file of the same bytes is the same file', async () => {
    const { workspace } = benchWith(START);
    const plan = await textPlan(workspace, CHANGES, READS);
    workspace.set(REGISTRY, START[REGISTRY]);
    expect(valueOf(await apply(workspace, plan)).value.state).toBe('applied');
  });

  it('a target edited while the plan was staged is kept', async () => {
    const { workspace, board } = benchWith(START);
    const plan = await textPlan(workspace, CHANGES);
    rewire(board, (operation) => {
      if (operation === 'sync') workspace.set(REGISTRY, 'edited meanwhile');
      return undefined;
    });
    expect(codesOf(await apply(workspace, plan))).toEqual(['PLAN_STALE']);
    expect(textOf(workspace, REGISTRY)).toBe('edited meanwhile');
    expect(leftovers(workspace)).toEqual([]);
  });

  it('a target edited between commit and replacement is kept too, and both versions are named', async () => {
    const { workspace, board } = benchWith(START);
    const plan = await textPlan(workspace, CHANGES);
    rewire(board, (operation, at) => {
      if (operation === 'rename' && at.includes('journal')) workspace.set(REGISTRY, 'edited meanwhile');
      return undefined;
    });
    const outcome = await apply(workspace, plan);
    expect(codesOf(outcome)).toEqual(['PLAN_RECOVERY_CONFLICT', 'PLAN_TRANSACTION_PENDING']);
    expect(outcome.isErr() && outcome.error[0].data).toMatchObject({
      path: REGISTRY,
      before: { sha256: sha256(START[REGISTRY]) },
      after: file(CHANGES[REGISTRY]),
      found: file('edited meanwhile'),
      stagedFound: file(CHANGES[REGISTRY]),
    });
    expect(textOf(workspace, REGISTRY)).toBe('edited meanwhile');
    expect(textOf(workspace, 'assets/villain/asset.json')).toBe(START['assets/villain/asset.json']);
    workspace.set(REGISTRY, START[REGISTRY]);
    rewire(board);
    expect(valueOf(await recoverAs(workspace)).value.state).toBe('rolled-forward');
    expect(textOf(workspace, REGISTRY)).toBe(CHANGES[REGISTRY]);
  });
});

describe('applyPlan, looking again at the end', () => {
  it('tells where a target is not what the plan made it, and keeps the journal', async () => {
    const { workspace, board } = benchWith(START);
    const plan = await textPlan(workspace, CHANGES);
    rewire(board, (operation, at) => {
      const isReplaced = textOf(workspace, REGISTRY) === CHANGES[REGISTRY];
      if (isReplaced && operation === 'sync-folder' && at === 'assets/villain') workspace.set(REGISTRY, 'edited at once');
      return undefined;
    });
    const outcome = await apply(workspace, plan);
    expect(codesOf(outcome)).toEqual(['PLAN_RECOVERY_CONFLICT', 'PLAN_TRANSACTION_PENDING']);
    expect(outcome.isErr() && outcome.error[0].data).toMatchObject({ path: REGISTRY, found: file('edited at once') });
    expect(textOf(workspace, REGISTRY)).toBe('edited at once');
    expect(textOf(workspace, 'assets/.prometeu/journal.json')).not.toBeNull();
  });
});

describe('applyPlan, locks', () => {
  const other = { self: { host: 'elsewhere', bootId: 'boot', pid: 7, processStart: '1' }, processStart: () => '' };

  it('X13: a second packer is told who holds the lock, and does not wait', async () => {
    const { workspace } = benchWith(START);
    const lock = valueOf(await workspace.writeAs(other).lock(path('assets/.prometeu/lock')));
    const plan = await textPlan(workspace, CHANGES);
    const before = workspace.files();
    const outcome = await apply(workspace, plan);
    expect(outcome.isErr() && outcome.error[0]).toMatchObject({
      code: 'PLAN_LOCKED',
      data: { owner: { host: 'elsewhere', pid: 7, token: lock.owner?.token } },
    });
    expect(workspace.files()).toEqual(before);
    expect(codesOf(await recoverAs(workspace))).toEqual([]);
  });

  it('X13: two at once: one is applied, the other is locked out, and no update is lost', async () => {
    const { workspace } = benchWith(START);
    const two = await textPlan(workspace, { ...CHANGES, [REGISTRY]: '{"assets":["two"]}\n' });
    const one = await textPlan(workspace, { ...CHANGES, [REGISTRY]: '{"assets":["one"]}\n' });
    const outcomes = await Promise.all([apply(workspace, one), apply({ read: workspace.read, write: workspace.writeAs(other) }, two)]);
    expect(outcomes.map((outcome) => (outcome.isOk() ? 'applied' : outcome.error[0].code)).sort()).toEqual(['PLAN_LOCKED', 'applied']);
    expect(leftovers(workspace)).toEqual([]);
  });

  it('X15: a lock removed by hand stops the plan right before the commit', async () => {
    const { workspace, board } = benchWith(START);
    const plan = await textPlan(workspace, CHANGES);
    const before = visible(workspace);
    rewire(board, (operation, at) => {
      if (operation === 'sync' && at.includes('journal')) workspace.delete('assets/.prometeu/lock');
      return undefined;
    });
    const outcome = await apply(workspace, plan);
    expect(codesOf(outcome)).toEqual(['PLAN_LOCK_LOST', 'PLAN_LOCK_NOT_RELEASED']);
    expect(visible(workspace)).toEqual(before);
    expect(leftovers(workspace)).toEqual([]);
  });

  it('says where the lock could not be given back', async () => {
    const { workspace, board } = benchWith(START);
    const plan = await textPlan(workspace, CHANGES);
    rewire(board, (operation) => (operation === 'unlock' ? 'denied' : undefined));
    const { value, diagnostics } = valueOf(await apply(workspace, plan));
    expect(value.state).toBe('applied');
    expect(diagnostics).toMatchObject([{ code: 'PLAN_LOCK_NOT_RELEASED', severity: 'warning', data: { reason: 'denied' } }]);
  });
});

describe('applyPlan, X21: cancelling', () => {
  it('at any operation before the commit leaves no trace, after it changes nothing', async () => {
    const probe = benchWith(START);
    const made = await textPlan(probe.workspace, CHANGES, READS);
    rewire(probe.board);
    valueOf(await apply(probe.workspace, made));
    const commit = probe.board.calls.findIndex(({ operation }) => operation === 'rename');
    for (let index = 0; index < probe.board.calls.length; index += 1) {
      const { workspace, board } = benchWith(START);
      const plan = await textPlan(workspace, CHANGES, READS);
      const before = visible(workspace);
      const controller = new AbortController();
      rewire(board, (_operation, _path, call) => {
        if (call === index) controller.abort();
        return undefined;
      });
      const outcome = await apply(workspace, plan, { signal: controller.signal });
      expect(leftovers(workspace)).toEqual([]);
      if (index < commit - 1) {
        expect(codesOf(outcome)).toEqual(['PLAN_CANCELLED']);
        expect(visible(workspace)).toEqual(before);
      } else expect(valueOf(outcome).value.state).toBe('applied');
    }
  });
});

describe('applyPlan, staged files of dead plans', () => {
  it('are removed from the folders that are looked at, and from nowhere else', async () => {
    const { workspace } = benchWith({
      ...START,
      'assets/hero/.asset.json.00000000deadbeef.prometeu.tmp': 'dead',
      'assets/.prometeu/.journal.json.00000000deadbeef.prometeu.tmp': 'dead',
      'assets/hero/.asset.json.tmp': 'not ours',
      'assets/elsewhere/.asset.json.00000000deadbeef.prometeu.tmp': 'not looked at',
    });
    valueOf(await apply(workspace, await textPlan(workspace, CHANGES, READS)));
    expect(leftovers(workspace)).toEqual(['assets/elsewhere/.asset.json.00000000deadbeef.prometeu.tmp']);
    expect(textOf(workspace, 'assets/hero/.asset.json.tmp')).toBe('not ours');
  });

  it('are a warning where they cannot be removed', async () => {
    const { workspace, board } = benchWith({ ...START, 'assets/hero/.asset.json.00000000deadbeef.prometeu.tmp': 'dead' });
    const plan = await textPlan(workspace, CHANGES, READS);
    rewire(board, (operation, at) => (operation === 'remove' && at.includes('deadbeef') ? 'denied' : undefined));
    expect(valueOf(await apply(workspace, plan)).diagnostics).toMatchObject([{ code: 'PLAN_STAGED_FILE_LEFT', severity: 'warning' }]);
  });
});
