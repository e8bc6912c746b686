import { describe, expect, it } from 'vitest';
import { composeArchive } from '../../../src/plans/compose/compose-archive.js';
import type { ComposeEdit } from '../../../src/plans/plan.js';
import { createStagingArea, type StagingArea } from '../../../src/plans/stage/staging-area.js';
import type { WorkspacePath } from '../../../src/paths/workspace-path.js';
import type { DigestHelper } from '../../../src/ports/compute-port.js';
import type { FaultPlan } from '../../../src/ports/fault-plan.js';
import type { PortOperation } from '../../../src/ports/port-error.js';
import { layoutRecipe } from '../../../src/plans/compose/layout-recipe.js';
import { benchWith, compute, REGISTRY, rewire, sha256, valueOf } from '../bench.js';
import { stagedFor, stagingOf } from '../staging.js';
import { checkedRecipe } from './copying.js';

const ARCHIVE = stagedFor('build/assets.pa');
const PRELOAD = stagedFor('build/preload.json');
const START = { [REGISTRY]: '{}', 'assets/one/a': 'aaa', 'assets/two/b': 'b', 'build/old': '' };

interface Circumstances {
  readonly faults?: FaultPlan;
  readonly change?: Partial<ComposeEdit<WorkspacePath>>;
  readonly helper?: DigestHelper;
  readonly area?: (area: StagingArea) => StagingArea;
}

async function compose({ faults, change, helper, area = (given) => given }: Circumstances = {}) {
  const bench = benchWith(START);
  const recipe = await checkedRecipe(bench, { one: ['a'], two: ['b'] });
  const length = valueOf(layoutRecipe(recipe)).totalLength;
  const edit: ComposeEdit<WorkspacePath> = { kind: 'compose', path: 'build/assets.pa' as WorkspacePath, length, recipe, ...change };
  rewire(bench.board, faults);
  const port = helper === undefined ? compute : { ...compute, digestHelper: () => helper };
  const context = { ...stagingOf(bench.workspace), compute: port };
  const outcome = composeArchive(context, area(createStagingArea(bench.workspace.write)), edit);
  return { bench, outcome, length };
}

/** The `at`-th call of an operation on a file fails, counted from 0. */
function failing(operation: PortOperation, file: string, at = 0): FaultPlan {
  let calls = 0;
  return (asked, path) => {
    if (asked !== operation || path !== file) return undefined;
    calls += 1;
    return calls - 1 === at ? 'io' : undefined;
  };
}

describe('composeArchive', () => {
  it('stages the archive and its companions, and says what becomes of each', async () => {
    const { bench, outcome, length } = await compose();
    const entries = valueOf(await outcome);
    const files = bench.workspace.files();
    const names = ['assets.pa', 'asset_table.json', 'asset_table_metadata.json', 'preload.json'];
    expect(entries.map(({ target }) => target)).toEqual(names.map((name) => `build/${name}`));
    for (const [index, { target, staged, after, ...entry }] of entries.entries()) {
      expect(entry).toEqual({ op: 'replace', class: 'derived', before: { kind: 'any' } });
      expect(`build/${staged}`).toBe(stagedFor(target));
      const content = files.get(stagedFor(target)) ?? new Uint8Array();
      const archive_digest = sha256(content.subarray(0, length - 17));
      const whole = { kind: 'sha256', sha256: sha256(content), length: content.length };
      expect(after).toEqual(index === 0 ? { kind: 'archive', length, archive_digest } : whole);
    }
    expect(new TextDecoder().decode(files.get(ARCHIVE)?.subarray(length - 17))).toBe(`aaa${'\0'.repeat(13)}b`);
  });

  it('refuses an edit of another length than its archive has', async () => {
    const { bench, outcome, length } = await compose({ change: { length: 5 } });
    expect((await outcome)._unsafeUnwrapErr()).toMatchObject([
      { code: 'PLAN_MALFORMED', data: { pointer: '/edits', expected: `an archive of ${length} bytes` } },
    ]);
    expect(bench.board.calls).toEqual([]);
  });

  it.each<[string, PortOperation, string, string, number]>([
    ['of creating the archive', 'create', ARCHIVE, 'compose', 0],
    ['of writing its payload', 'write', ARCHIVE, 'compose', 0],
    ['of writing what stands before', 'write', ARCHIVE, 'compose', 1],
    ['of flushing it', 'sync', ARCHIVE, 'compose', 0],
    ['of closing it', 'close', ARCHIVE, 'compose', 0],
    ['of writing a companion', 'write', PRELOAD, 'stage', 0],
    ['of flushing a companion', 'sync', PRELOAD, 'stage', 0],
  ])('tells an error %s', async (_, operation, file, phase, at) => {
    const { outcome } = await compose({ faults: failing(operation, file, at) });
    expect((await outcome)._unsafeUnwrapErr()).toMatchObject([
      { code: 'PLAN_IO_FAILED', location: { kind: 'file', file }, data: { path: file, operation, phase, reason: 'io' } },
    ]);
  });

  it('tells what became of a source rather than of what could not be written either', async () => {
    const { bench, outcome } = await compose({
      faults: (operation, at) => (operation === 'write' || at === 'assets/two/b' ? 'io' : undefined),
    });
    expect((await outcome)._unsafeUnwrapErr()).toMatchObject([
      { code: 'PLAN_IO_FAILED', data: { path: 'assets/two/b', operation: 'read' } },
    ]);
    expect(bench.board.calls.some(({ path }) => path === PRELOAD)).toBe(false);
  });

  it('gives up the helper of the host, however copying ends, and waits for that', async () => {
    for (const fault of ['assets/two/b', '']) {
      let closed = '';
      const helper: DigestHelper = {
        memory: (length) => new Uint8Array(length),
        digest: () => null,
        close: async () => {
          closed += 'begun';
          await new Promise((resolve) => setTimeout(resolve, 10));
          closed += ', ended';
        },
      };
      const { outcome } = await compose({ helper, faults: (_, at) => (at === fault ? 'io' : undefined) });
      expect((await outcome).isErr()).toBe(fault !== '');
      expect(closed).toBe('begun, ended');
    }
  });

  it('leaves no companion behind that is still being staged, also where the host throws', async () => {
    let staged = 0;
    const area = (given: StagingArea): StagingArea => ({
      ...given,
      writeFile: async (path, phase, fill) => {
        const written = await given.writeFile(path, phase, fill);
        if (path === ARCHIVE) throw new Error('thrown by a host');
        await new Promise((resolve) => setTimeout(resolve, 10));
        staged += 1;
        return written;
      },
    });
    const { outcome } = await compose({ area });
    await expect(outcome).rejects.toThrow('thrown by a host');
    expect(staged).toBe(3);
  });
});
