import { describe, expect, it } from 'vitest';
import type { Journal } from '../../../src/artifacts/journal/model.js';
import { parseJournal } from '../../../src/artifacts/journal/parse-journal.js';
import { serializeJournal } from '../../../src/artifacts/journal/serialize-journal.js';
import { portableCompute } from '../../../src/codec/portable-compute.js';
import type { WorkspacePath } from '../../../src/paths/workspace-path.js';
import { at, listAt, put } from '../../plans/change-json.js';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const token = '0123456789abcdef';
const staged = (name: string): string => `.${name}.${token}.prometeu.tmp`;
const path = (text: string): WorkspacePath => text as WorkspacePath;

const journal: Journal = {
  plan_digest: A,
  token,
  entries: [
    {
      target: path('assets/hero/asset.json'),
      op: 'replace',
      class: 'authored',
      before: { kind: 'absent' },
      after: { kind: 'sha256', sha256: A, length: 3 },
      staged: staged('asset.json'),
    },
    {
      target: path('assets/old/asset.json'),
      op: 'remove',
      class: 'authored',
      before: { kind: 'sha256', sha256: B },
      after: { kind: 'absent' },
      staged: null,
    },
    {
      target: path('build/assets.pa'),
      op: 'replace',
      class: 'derived',
      before: { kind: 'any' },
      after: { kind: 'archive', length: 128, archive_digest: A },
      staged: staged('assets.pa'),
    },
    {
      target: path('assets/.prometeu/undo/last.json'),
      op: 'replace',
      class: 'control',
      before: { kind: 'any' },
      after: { kind: 'sha256', sha256: A, length: 3 },
      staged: staged('last.json'),
    },
    {
      target: path('assets/.prometeu/index.json'),
      op: 'replace',
      class: 'registry',
      before: { kind: 'sha256', sha256: B },
      after: { kind: 'sha256', sha256: A, length: 3 },
      staged: staged('index.json'),
    },
  ],
};

const text = serializeJournal(journal, portableCompute);

const parse = (content: string) => parseJournal(new TextEncoder().encode(content), portableCompute);

/** The first finding on a journal; null where it is taken. */
function faultOf(content: string): unknown {
  const parsed = parse(content);
  return parsed.isErr() ? { reason: parsed.error.reason, ...parsed.error.diagnostics[0].data } : null;
}

/** A journal of which something is changed, with a checksum that fits: as a hostile hand would write it. */
function forged(change: (value: unknown) => void): string {
  const value: unknown = JSON.parse(text);
  change(value);
  const written = JSON.parse(serializeJournal(value as Journal, portableCompute)) as { readonly checksum: string };
  return JSON.stringify({ ...(value as Journal), checksum: written.checksum });
}

describe('parseJournal', () => {
  it('reads what was written', () => {
    expect(parse(text)._unsafeUnwrap()).toEqual(journal);
  });

  it('is written in one form', () => {
    expect(serializeJournal(parse(text)._unsafeUnwrap(), portableCompute)).toBe(text);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('refuses every text that is cut short', () => {
    for (let length = 0; length < text.length - 1; length += 7) expect(faultOf(text.slice(0, length))).toMatchObject({ reason: 'damaged' });
  });

  it.each([
    ['an entry', text.replace(B, `${'b'.repeat(63)}c`)],
    ['the plan', text.replace(`"plan_digest": "${A}"`, `"plan_digest": "${B}"`)],
    ['a length', text.replace('"length": 128', '"length": 129')],
    ['the checksum', text.replace(/"checksum": "./, '"checksum": "z').replace('"z', '"0')],
  ])('tells by its checksum that %s was changed', (_, content) => {
    expect(content).not.toBe(text);
    expect(faultOf(content)).toMatchObject({ reason: 'damaged', fault: 'checksum' });
  });

  it.each([
    ['a newer version', text.replace('"schema_version": 1', '"schema_version": 2'), { reason: 'too-new', version: 2 }],
    ['a newer version, whatever else it holds', '{"schema_version": 99}', { reason: 'too-new', version: 99 }],
    ['no version', '{}', { reason: 'damaged', fault: 'version' }],
    ['a version that is none', '{"schema_version": "1"}', { reason: 'damaged', fault: 'version' }],
    ['no JSON', 'torn', { reason: 'damaged', fault: 'json' }],
    ['nothing', '', { reason: 'damaged', fault: 'json' }],
    ['a duplicate key', text.replace('{', '{"token": "x",'), { reason: 'damaged', fault: 'json' }],
  ])('judges the version before anything else: %s', (_, content, fault) => {
    expect(faultOf(content)).toMatchObject(fault);
  });

  it.each([
    ['an unknown key', put('', 'extra', 1), '/extra'],
    ['a token that is none', put('', 'token', 'xyz'), '/token'],
    ['entries that are no list', put('', 'entries', {}), '/entries'],
    ['an unknown operation', put('/entries/0', 'op', 'link'), '/entries/0/op'],
    ['an unknown class', put('/entries/0', 'class', 'other'), '/entries/0/class'],
    ['an unknown state', put('/entries/0', 'before', { kind: 'toString' }), '/entries/0/before/kind'],
    ['a state with more than it has', put('/entries/0/before', 'sha256', A), '/entries/0/before/sha256'],
    ['a digest that is none', put('/entries/0/after', 'sha256', 'A'.repeat(64)), '/entries/0/after/sha256'],
    ['a length that is none', put('/entries/0/after', 'length', -1), '/entries/0/after/length'],
    ['a missing key', (value: unknown) => void Reflect.deleteProperty(at(value, '/entries/0'), 'staged'), '/entries/0/staged'],
  ])('refuses %s', (_, change, pointer) => {
    expect(faultOf(forged(change))).toMatchObject({ reason: 'damaged', fault: 'structure', pointer });
  });

  it.each([
    '../outside',
    '/etc/passwd',
    'assets/hero/idle.png',
    'assets/../x/asset.json',
    'package.json',
    'assets/.prometeu/lock',
    'build/other',
  ])('refuses the target %s', (target) => {
    expect(faultOf(forged(put('/entries/0', 'target', target)))).toMatchObject({ fault: 'target', pointer: '/entries/0/target' });
  });

  it.each([
    ['of another class', put('/entries/0', 'class', 'registry'), '/entries/0/target'],
    ['twice', (value: unknown) => void listAt(value, '/entries').splice(1, 0, at(value, '/entries/0')), '/entries/1/target'],
    ['twice on some disks', put('/entries/1', 'target', 'assets/HERO/asset.json'), '/entries/1/target'],
  ])('refuses a target %s', (_, change, pointer) => {
    expect(faultOf(forged(change))).toMatchObject({ fault: 'target', pointer });
  });

  it.each(['../../x', 'idle.png', staged('other.json'), staged('asset.json').replace('0123', '9999'), null])(
    'refuses the staged name %s',
    (name) => {
      expect(faultOf(forged(put('/entries/0', 'staged', name)))).toMatchObject({ fault: 'staged-name', pointer: '/entries/0/staged' });
    },
  );

  it.each([
    ['an authored file that is replaced whatever stands there', put('/entries/0', 'before', { kind: 'any' }), 0],
    ['a removal of what is absent', put('/entries/1', 'before', { kind: 'absent' }), 1],
    ['a removal that leaves something', put('/entries/1', 'after', { kind: 'sha256', sha256: A, length: 1 }), 1],
    ['an archive told as a text', put('/entries/2', 'after', { kind: 'sha256', sha256: A, length: 1 }), 2],
    ['a replacement by nothing', put('/entries/0', 'after', { kind: 'absent' }), 0],
  ])('refuses %s', (_, change, index) => {
    expect(faultOf(forged(change))).toMatchObject({ fault: 'structure', pointer: `/entries/${index}/before` });
  });

  describe('with a folder that moves', () => {
    const move = { target: 'assets/far/away', op: 'move', from: 'assets/level' };
    const second = { target: 'assets/near', op: 'move', from: 'assets/music' };
    const withMoves =
      (...moves: readonly object[]) =>
      (value: unknown): void =>
        void listAt(value, '/entries').unshift(...moves);

    it('reads what was written', () => {
      const entries = [move, second, ...journal.entries] as Journal['entries'];
      const written = serializeJournal({ ...journal, entries }, portableCompute);
      expect(parse(written)._unsafeUnwrap().entries).toEqual(entries);
      expect(faultOf(forged(withMoves(move, second)))).toBe(null);
    });

    it.each([
      ['out of assets', { ...move, target: 'far' }, 'target'],
      ['out of the workspace', { ...move, target: '../far' }, 'target'],
      ['of all assets', { ...move, from: 'assets' }, 'from'],
      ['from nowhere', { ...move, from: '' }, 'from'],
      ['of the control folder', { ...move, from: 'assets/.prometeu' }, 'from'],
      ['into the control folder', { ...move, target: 'assets/.PROMETEU/x' }, 'target'],
      ['to where it stands', { ...move, target: 'assets/level' }, 'target'],
      ['into itself', { ...move, target: 'assets/Level/x' }, 'target'],
      ['out of itself', { ...move, from: 'assets/far/away/x' }, 'target'],
    ])('refuses one %s', (_, entry, key) => {
      expect(faultOf(forged(withMoves(entry)))).toMatchObject({ fault: 'target', pointer: `/entries/0/${key}` });
    });

    it.each([
      ['that goes where another goes', { ...second, target: 'assets/FAR/away' }],
      ['that goes into another', { ...second, target: 'assets/far/away/x' }],
      ['that takes what another moves', { ...second, from: 'assets/level/x' }],
    ])('refuses one %s', (_, entry) => {
      expect(faultOf(forged(withMoves(move, entry)))).toMatchObject({ fault: 'target' });
    });

    it.each(['assets/hero', 'assets/hero/asset.json'])('refuses one of %s, where a file changes', (from) => {
      expect(faultOf(forged(withMoves({ ...move, from })))).toMatchObject({ fault: 'target', pointer: '/entries/1/target' });
    });

    it('refuses one that is not first, one with more than it has, and one without the registry', () => {
      expect(faultOf(forged((value) => void listAt(value, '/entries').splice(1, 0, move)))).toMatchObject({
        fault: 'structure',
        pointer: '/entries/1/op',
      });
      expect(faultOf(forged(withMoves({ ...move, staged: null })))).toMatchObject({ fault: 'structure', pointer: '/entries/0/staged' });
      const alone = (value: unknown): void => {
        withMoves(move)(value);
        listAt(value, '/entries').pop();
      };
      expect(faultOf(forged(alone))).toMatchObject({ fault: 'structure', pointer: '/entries' });
    });
  });

  it('refuses a registry that is not last', () => {
    expect(faultOf(forged((value) => void listAt(value, '/entries').reverse()))).toMatchObject({
      fault: 'structure',
      pointer: '/entries/0/target',
    });
  });
});
