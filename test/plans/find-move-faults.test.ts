import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { createFolderMove } from '../../src/plans/create-folder-move.js';
import { createTextEdit } from '../../src/plans/create-text-edit.js';
import { findMoveFaults } from '../../src/plans/find-move-faults.js';
import type { Edit, FolderPrecondition, Plan, PlanKind } from '../../src/plans/plan.js';
import type { WorkspacePath } from '../../src/paths/workspace-path.js';
import { path, REGISTRY } from './bench.js';
import { record, registry } from './identity-texts.js';

const LISTING = 'a'.repeat(64);

interface Draft {
  readonly kind: PlanKind;
  /** Records before and afterwards: number and folder. */
  readonly before: Readonly<Record<number, string>> | null;
  readonly after: Readonly<Record<number, string>> | null;
  readonly moves: readonly (readonly [from: string, to: string])[];
  /** Listings seen: true for a folder that stands, false for none. */
  readonly seen: Readonly<Record<string, boolean>>;
  /** Other files that change, after the moves and the registry. */
  readonly files: readonly string[];
  /** Whether the registry is not among the edits. */
  readonly isApart: boolean;
}

/** A mutation that moves one folder, deep into folders that are still to be made. */
const GOOD: Draft = {
  kind: 'mutate',
  before: { 1: 'level', 2: 'level/boss', 3: 'other' },
  after: { 1: 'maps/one', 2: 'maps/one/boss', 3: 'other' },
  moves: [['level', 'maps/one']],
  seen: { 'assets/level': true, assets: true, 'assets/maps': false, 'assets/maps/one': false },
  files: [],
  isApart: false,
};

function textOf(records: Draft['before']): string | null {
  return records === null ? null : registry(Object.entries(records).map(([id, root]) => record(Number(id), root)));
}

function faultsOf(draft: Partial<Draft>): readonly Diagnostic[] {
  const { kind, before, after, moves, seen, files, isApart } = { ...GOOD, ...draft };
  const edits: readonly Edit[] = [
    ...moves.map(([from, to]) => createFolderMove(path(`assets/${from}`), path(`assets/${to}`))),
    ...files.map((file) => createTextEdit(file, null, 'x')),
    ...(isApart ? [] : [createTextEdit(REGISTRY, textOf(before), textOf(after))]),
  ];
  const folders = Object.entries(seen).map(([at, stands]): FolderPrecondition => ({ path: at, listing: stands ? LISTING : null }));
  const preconditions = { projectUuid: null, files: [], heads: [], folders };
  const plan: Plan = { kind, edits, identityChanges: [], preconditions, digest: '' };
  return [...findMoveFaults(plan as Plan<WorkspacePath>)]; // every path in it is one
}

const pointersOf = (draft: Partial<Draft>): readonly unknown[] =>
  faultsOf(draft).map(({ code, data }) => ('pointer' in data ? data.pointer : [code, 'path' in data ? data.path : null]));

const still = { ...GOOD.before };

describe('findMoveFaults', () => {
  it.each<readonly [string, Partial<Draft>]>([
    ['a folder that moves with its records', {}],
    ['an undo of it', { kind: 'undo' }],
    [
      'two of them',
      {
        moves: [...GOOD.moves, ['other', 'third']],
        after: { ...GOOD.after, 3: 'third' },
        seen: { ...GOOD.seen, 'assets/other': true, 'assets/third': false },
      },
    ],
    ['a record that goes meanwhile', { after: { 1: 'maps/one', 3: 'other' } }],
    ['a file that changes elsewhere', { files: ['assets/other/asset.json'] }],
    ['a mutation that moves nothing', { moves: [], after: still }],
    ['a mutation that gives a record up', { moves: [], after: { 1: 'level' } }],
    ['a mutation without a registry', { moves: [], isApart: true }],
    ['a registry that is made', { moves: [], before: null, after: still }],
    ['a registry that goes', { moves: [], before: still, after: null }],
    ['a plan of another kind that finds a folder elsewhere', { kind: 'resolve', moves: [] }],
  ])('has nothing against %s', (_, draft) => {
    expect(pointersOf(draft)).toEqual([]);
  });

  it.each<readonly [string, Partial<Draft>, readonly unknown[]]>([
    ['a plan of another kind that moves', { kind: 'fix' }, ['/edits']],
    ['a file that changes where a folder leaves', { files: ['assets/level/asset.json'] }, ['/edits']],
    ['a file that changes where a folder arrives', { files: ['assets/maps/one/asset.json'] }, ['/edits']],
    ['a folder that was not seen', { seen: { ...GOOD.seen, 'assets/level': false } }, ['/edits/0']],
    ['a place where something was seen', { seen: { ...GOOD.seen, 'assets/maps/one': true } }, ['/edits/0']],
    ['a place that was not looked at', { seen: { assets: true, 'assets/level': true, 'assets/maps': false } }, ['/edits/0']],
    ['a folder above that was not looked at', { seen: { assets: true, 'assets/level': true, 'assets/maps/one': false } }, ['/edits/0']],
    ['a move without the registry', { isApart: true }, ['/edits']],
    ['a move with a registry that is made', { before: null }, ['/edits']],
    ['a move with a registry that goes', { after: null }, ['/edits']],
    ['records that stay behind', { after: { ...GOOD.after, 2: 'level/boss' } }, ['/edits/1/after']],
    ['records that stay behind, of an undo', { kind: 'undo', after: { ...GOOD.after, 2: 'level/boss' } }, ['/edits/1/after']],
    ['a record that goes where no folder goes', { moves: [] }, ['/edits/0/after']],
    ['a record that goes elsewhere besides', { after: { ...GOOD.after, 3: 'third' } }, ['/edits/1/after']],
    ['a folder without a record before', { before: { 3: 'other' } }, ['/edits/1/after']],
    ['a folder without a record afterwards', { after: { 3: 'other' } }, ['/edits/1/after']],
    [
      'one of two folders without a record',
      { moves: [...GOOD.moves, ['third', 'fourth']], seen: { ...GOOD.seen, 'assets/third': true, 'assets/fourth': false } },
      ['/edits/2/after'],
    ],
  ])('refuses %s', (_, draft, pointers) => {
    expect(pointersOf(draft)).toEqual(pointers);
  });

  it.each<readonly [from: string, to: string, at: string]>([
    ['.prometeu/undo', 'maps/one', 'assets/.prometeu/undo'],
    ['level', '.prometeu/level', 'assets/.prometeu/level'],
  ])('refuses %s to %s: not allowed', (from, to, at) => {
    const [fault] = faultsOf({ moves: [[from, to]] });
    expect(fault).toMatchObject({
      code: 'PLAN_TARGET_NOT_ALLOWED',
      artifact: 'plan',
      location: { kind: 'file', file: at },
      data: { path: at },
    });
  });
});
