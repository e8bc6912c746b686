import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../../../src/diagnostics/diagnostic.js';
import { planTextFix } from '../../../src/plans/fix/plan-text-fix.js';
import { declaration, uuid, workspace } from '../../workspace/workspaces.js';
import { compute, sha256 } from '../bench.js';
import { snapshotOf } from '../snapshot-of.js';

const A = 'assets/a/asset.json';
const B = 'assets/b/asset.json';
const snapshot = await snapshotOf(workspace({ a: 1, b: 2 }));
const text = (content: string) => ({ text: content, sha256: sha256(content) });
const edit = (file: string, start: number, end: number, newText: string): TextEdit => ({ file, start, end, newText });
const plan = (edits: readonly TextEdit[], texts: Readonly<Record<string, { text: string | null; sha256: string | null }>>) =>
  planTextFix(snapshot, { title: 'mend it', edits }, new Map(Object.entries(texts)), compute);

describe('planTextFix', () => {
  it('changes each file by its own edits, and rests on what the snapshot saw', () => {
    const edits = [edit(A, 0, 1, 'x'), edit(A, 2, 3, ''), edit(B, 1, 2, 'y')];
    const made = plan(edits, { [A]: text('abc'), [B]: text('äb'), 'assets/c/asset.json': text('c') });
    expect(made).toBeNull(); // the second half of a letter is no text

    const sound = plan([...edits.slice(0, 2), edit(B, 2, 3, 'y')], { [A]: text('abc'), [B]: text('äb') });
    expect(sound).toMatchObject({
      kind: 'fix',
      edits: [
        { kind: 'text', path: A, before: 'abc', after: 'xb' },
        { kind: 'text', path: B, before: 'äb', after: 'äy' },
      ],
      identityChanges: [],
      preconditions: { projectUuid: uuid(15) },
    });
    expect(sound?.preconditions.folders).toEqual(snapshot.folders.map(({ path, listing }) => ({ path, listing })));
  });

  it('tells what a fix does to identity, with what the fix is called', () => {
    const before = declaration(1);
    const start = before.indexOf(uuid(1));
    expect(plan([edit(A, start, start + uuid(1).length, uuid(3))], { [A]: text(before) })?.identityChanges).toEqual([
      {
        kind: 'claim-changed',
        root: 'a',
        before: expect.objectContaining({ asset_uuid: uuid(1) }) as object,
        after: expect.objectContaining({ asset_uuid: uuid(3) }) as object,
        evidence: 'mend it',
      },
    ]);
  });

  it.each<[string, readonly TextEdit[], Record<string, { text: string | null; sha256: string | null }>]>([
    ['a file that was not read', [edit(A, 0, 1, '')], {}],
    ['a file that is not there', [edit(A, 0, 0, '')], { [A]: { text: null, sha256: null } }],
    ['a file that is not there, though a digest is told of it', [edit(A, 0, 0, '')], { [A]: { text: null, sha256: sha256('null') } }],
    ['a file that is no text', [edit(A, 0, 0, '')], { [A]: { text: '\ufffd', sha256: sha256(Uint8Array.of(0xff)) } }],
    ['edits that overlap', [edit(A, 0, 2, ''), edit(A, 1, 3, '')], { [A]: text('abc') }],
    ['an edit behind the end', [edit(A, 3, 4, '')], { [A]: text('abc') }],
    ['one of two files that does not fit', [edit(A, 0, 1, ''), edit(B, 1, 2, '')], { [A]: text('abc'), [B]: text('') }],
  ])('makes no plan of %s', (_, edits, texts) => {
    expect(plan(edits, texts)).toBeNull();
  });
});
