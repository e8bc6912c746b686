import type { IdentityClass } from '../../../src/workspace/classify-identity.js';
import type { HistoryEvent } from './history-event.js';

/** A short history with the classes it leads to; every root that is not named is `ok`. */
export interface ToldHistory {
  /** What happened. */
  readonly name: string;
  /** The events. */
  readonly events: readonly HistoryEvent[];
  /** The class of each root that is not `ok`. */
  readonly classes: Readonly<Record<string, IdentityClass>>;
  /**
   * Roots of which a safe class says that they are what they truly are not, since no rule could know: the one that is has
   * gone, or nothing ties it to its identity any more. The contract goes by what stands on disk.
   */
  readonly unknowable?: readonly string[];
}

const X = 'x';
const Y = 'y';
const branches = (registry: 'ours' | 'theirs' | 'union', left: readonly HistoryEvent[], right: readonly HistoryEvent[]): HistoryEvent => ({
  kind: 'merged',
  left,
  right,
  registry,
  folders: 'ours',
});
const bothRegister = (registry: 'ours' | 'theirs' | 'union') =>
  branches(registry, [{ kind: 'registered', to: X }], [{ kind: 'registered', to: Y }]);
const bothRelocate = (registry: 'ours' | 'theirs' | 'union') =>
  branches(registry, [{ kind: 'relocated', from: 'a', to: X }], [{ kind: 'relocated', from: 'a', to: Y }]);

/** One event each. The sound world has the assets a, b (left out of builds), c and pack/d. */
export const singleEvents: readonly ToldHistory[] = [
  { name: 'moved', events: [{ kind: 'moved', from: 'a', to: X }], classes: { a: 'moved', [X]: 'moved' } },
  { name: 'moved, though left out of builds', events: [{ kind: 'moved', from: 'b', to: X }], classes: { b: 'moved', [X]: 'moved' } },
  {
    name: 'the folder around it moved',
    events: [{ kind: 'moved', from: 'pack', to: 'box' }],
    classes: { 'pack/d': 'moved', 'box/d': 'moved' },
  },
  { name: 'moved into another asset', events: [{ kind: 'moved', from: 'a', to: 'c/a' }], classes: { a: 'moved', 'c/a': 'moved' } },
  { name: 'copied', events: [{ kind: 'copied', from: 'a', to: X }], classes: { a: 'copy', [X]: 'copy' } },
  { name: 'copied and edited', events: [{ kind: 'copied', from: 'a', to: X, edited: true }], classes: { a: 'copy', [X]: 'copy' } },
  { name: 'copied over another', events: [{ kind: 'copied-over', from: 'a', onto: 'c' }], classes: { a: 'copy', c: 'conflict' } },
  { name: 'deleted', events: [{ kind: 'deleted', root: 'a' }], classes: { a: 'orphan' } },
  { name: 'retired long ago, restored', events: [{ kind: 'restored', backup: 0, to: 'gone' }], classes: { gone: 'retired-claim' } },
  { name: 'claim lost', events: [{ kind: 'claim-lost', root: 'a' }], classes: { a: 'lost-claim' } },
  { name: 'respelled in upper case', events: [{ kind: 'claim-respelled', root: 'a', how: 'upper-case' }], classes: { a: 'spelling' } },
  { name: 'respelled in braces', events: [{ kind: 'claim-respelled', root: 'a', how: 'braces' }], classes: { a: 'spelling' } },
  { name: 'respelled as a urn', events: [{ kind: 'claim-respelled', root: 'a', how: 'urn' }], classes: { a: 'spelling' } },
  { name: 'mangled by a cut', events: [{ kind: 'uuid-mangled', root: 'a', how: 'cut' }], classes: { a: 'invalid-claim' } },
  { name: 'mangled to a word', events: [{ kind: 'uuid-mangled', root: 'a', how: 'word' }], classes: { a: 'invalid-claim' } },
  { name: 'mangled to nil', events: [{ kind: 'uuid-mangled', root: 'a', how: 'nil' }], classes: { a: 'invalid-claim' } },
  { name: 'conflict markers left', events: [{ kind: 'declaration-broken', root: 'a' }], classes: { a: 'unreadable' } },
  { name: 'two folders swapped', events: [{ kind: 'folders-swapped', a: 'a', b: 'c' }], classes: { a: 'swapped', c: 'swapped' } },
  { name: 'two claims swapped', events: [{ kind: 'claims-swapped', a: 'a', b: 'c' }], classes: { a: 'swapped', c: 'swapped' } },
  { name: 'imported', events: [{ kind: 'imported', to: X }], classes: { [X]: 'imported' } },
  { name: 'added by hand', events: [{ kind: 'added', to: X }], classes: { [X]: 'unregistered' } },
  { name: 'record: new uuid', events: [{ kind: 'record-edited', root: 'a', how: 'new-uuid' }], classes: { a: 'conflict' } },
  {
    name: 'record: uuid of another',
    events: [{ kind: 'record-edited', root: 'c', how: 'uuid-of-another' }],
    classes: { a: 'id-conflict', c: 'id-conflict' },
  },
  {
    name: 'record: root where nothing stands',
    events: [{ kind: 'record-edited', root: 'a', how: 'new-root' }],
    classes: { a: 'moved', 'nowhere-100': 'moved' },
  },
  {
    name: 'record: id of another',
    events: [{ kind: 'record-edited', root: 'c', how: 'id-of-another' }],
    classes: { a: 'id-conflict', c: 'id-conflict' },
  },
  { name: 'record: retired id', events: [{ kind: 'record-edited', root: 'a', how: 'retired-id' }], classes: { a: 'id-conflict' } },
  { name: 'record: retired uuid', events: [{ kind: 'record-edited', root: 'a', how: 'retired-uuid' }], classes: { a: 'id-conflict' } },
  { name: 'record: dropped', events: [{ kind: 'record-edited', root: 'a', how: 'dropped' }], classes: { a: 'imported' } },
  { name: 'record: inclusion', events: [{ kind: 'record-edited', root: 'a', how: 'inclusion' }], classes: {} },
  { name: 'registered', events: [{ kind: 'registered', to: X }], classes: {} },
  { name: 'relocated', events: [{ kind: 'relocated', from: 'a', to: X }], classes: {} },
  { name: 'retired, the folder left', events: [{ kind: 'retired', root: 'a', deleted: false }], classes: { a: 'retired-claim' } },
  { name: 'retired and deleted', events: [{ kind: 'retired', root: 'a', deleted: true }], classes: {} },
  { name: 'both branches register, ours', events: [bothRegister('ours')], classes: { [Y]: 'imported' } },
  { name: 'both branches register, theirs', events: [bothRegister('theirs')], classes: { [X]: 'imported' } },
  {
    name: 'both branches register, the lines of both',
    events: [bothRegister('union')],
    classes: { [X]: 'id-conflict', [Y]: 'id-conflict' },
  },
  { name: 'both branches relocate one asset, ours', events: [bothRelocate('ours')], classes: { [X]: 'copy', [Y]: 'copy' } },
  { name: 'both branches relocate one asset, theirs', events: [bothRelocate('theirs')], classes: { [X]: 'copy', [Y]: 'copy' } },
  {
    name: 'both branches relocate one asset, the lines of both',
    events: [bothRelocate('union')],
    classes: { [X]: 'id-conflict', [Y]: 'id-conflict' },
  },
  {
    name: 'both branches register one folder, their index and our file',
    events: [branches('theirs', [{ kind: 'registered', to: X }], [{ kind: 'registered', to: X }])],
    classes: { [X]: 'conflict' },
  },
  {
    name: 'one branch copies, the other deletes the original',
    events: [branches('ours', [{ kind: 'copied', from: 'a', to: X }], [{ kind: 'deleted', root: 'a' }])],
    classes: { a: 'moved', [X]: 'moved' },
    unknowable: [X],
  },
];

/** Events that meet. */
export const metEvents: readonly ToldHistory[] = [
  {
    name: 'copied, then the original deleted: just what a move leaves',
    events: [
      { kind: 'copied', from: 'a', to: X },
      { kind: 'deleted', root: 'a' },
    ],
    classes: { a: 'moved', [X]: 'moved' },
    unknowable: [X],
  },
  {
    name: 'copied and edited, then the original deleted',
    events: [
      { kind: 'copied', from: 'a', to: X, edited: true },
      { kind: 'deleted', root: 'a' },
    ],
    classes: { a: 'moved', [X]: 'moved' },
    unknowable: [X],
  },
  {
    name: 'copied twice, then the original deleted',
    events: [
      { kind: 'copied', from: 'a', to: X },
      { kind: 'copied', from: 'a', to: Y },
      { kind: 'deleted', root: 'a' },
    ],
    classes: { a: 'ambiguous', [X]: 'ambiguous', [Y]: 'ambiguous' },
  },
  {
    name: 'copied, then the original moved',
    events: [
      { kind: 'copied', from: 'a', to: X },
      { kind: 'moved', from: 'a', to: Y },
    ],
    classes: { a: 'ambiguous', [X]: 'ambiguous', [Y]: 'ambiguous' },
  },
  {
    name: 'moved, and its claim lost: nothing ties it to its record',
    events: [
      { kind: 'moved', from: 'a', to: X },
      { kind: 'claim-lost', root: X },
    ],
    classes: { a: 'orphan', [X]: 'unregistered' },
  },
  {
    name: 'copied, the original moved and its claim lost: only the copy claims',
    events: [
      { kind: 'copied', from: 'a', to: X },
      { kind: 'moved', from: 'a', to: Y },
      { kind: 'claim-lost', root: Y },
    ],
    classes: { a: 'moved', [X]: 'moved', [Y]: 'unregistered' },
    unknowable: [X],
  },
  {
    name: 'copied, the original moved and left with conflict markers: only the copy can be read',
    events: [
      { kind: 'copied', from: 'a', to: X },
      { kind: 'moved', from: 'a', to: Y },
      { kind: 'declaration-broken', root: Y },
    ],
    classes: { a: 'moved', [X]: 'moved', [Y]: 'unreadable' },
    unknowable: [X],
  },
  {
    name: 'moved and respelled',
    events: [
      { kind: 'moved', from: 'a', to: X },
      { kind: 'claim-respelled', root: X, how: 'braces' },
    ],
    classes: { a: 'moved', [X]: 'moved' },
  },
  {
    name: 'copied, the claim of the original lost',
    events: [
      { kind: 'copied', from: 'a', to: X },
      { kind: 'claim-lost', root: 'a' },
    ],
    classes: { a: 'ambiguous', [X]: 'ambiguous' },
  },
  {
    name: 'copied, the claim of the copy lost',
    events: [
      { kind: 'copied', from: 'a', to: X },
      { kind: 'claim-lost', root: X },
    ],
    classes: { [X]: 'unregistered' },
  },
  {
    name: 'copied, the original mangled',
    events: [
      { kind: 'copied', from: 'a', to: X },
      { kind: 'uuid-mangled', root: 'a', how: 'cut' },
    ],
    classes: { a: 'invalid-claim', [X]: 'ambiguous' },
  },
  {
    name: 'copied, the original left with conflict markers',
    events: [
      { kind: 'copied', from: 'a', to: X },
      { kind: 'declaration-broken', root: 'a' },
    ],
    classes: { a: 'unreadable', [X]: 'ambiguous' },
  },
  {
    name: 'copied over another, whose claim is then lost',
    events: [
      { kind: 'copied-over', from: 'a', onto: 'c' },
      { kind: 'claim-lost', root: 'c' },
    ],
    classes: { c: 'lost-claim' },
    unknowable: ['c'],
  },
  {
    name: 'three folders change places in a ring',
    events: [
      { kind: 'folders-swapped', a: 'a', b: 'b' },
      { kind: 'folders-swapped', a: 'b', b: 'c' },
    ],
    classes: { a: 'conflict', b: 'conflict', c: 'conflict' },
  },
  {
    name: 'two folders swapped, one of them copied besides',
    events: [
      { kind: 'folders-swapped', a: 'a', b: 'c' },
      { kind: 'copied', from: 'a', to: X },
    ],
    classes: { a: 'swapped', c: 'swapped', [X]: 'ambiguous' },
  },
  {
    name: 'imported and copied',
    events: [
      { kind: 'imported', to: X },
      { kind: 'copied', from: X, to: Y },
    ],
    classes: { [X]: 'ambiguous', [Y]: 'ambiguous' },
  },
  {
    name: 'deleted, and another moved to its place',
    events: [
      { kind: 'deleted', root: 'a' },
      { kind: 'moved', from: 'c', to: 'a' },
    ],
    classes: { a: 'conflict', c: 'orphan' },
  },
  {
    name: 'deleted, and a new one begun in its place',
    events: [
      { kind: 'deleted', root: 'a' },
      { kind: 'added', to: 'a' },
    ],
    classes: { a: 'lost-claim' },
    unknowable: ['a'],
  },
  {
    name: 'moved, and another moved to its place',
    events: [
      { kind: 'moved', from: 'a', to: X },
      { kind: 'moved', from: 'c', to: 'a' },
    ],
    classes: { a: 'conflict', c: 'orphan', [X]: 'ambiguous' },
  },
  {
    name: 'relocated, then restored where it was',
    events: [
      { kind: 'deleted', root: 'a' },
      { kind: 'restored', backup: 1, to: 'a' },
      { kind: 'relocated', from: 'a', to: X },
      { kind: 'restored', backup: 1, to: 'a' },
    ],
    classes: { a: 'copy', [X]: 'copy' },
  },
  {
    name: 'registered, then the registry reverted',
    events: [
      { kind: 'registered', to: X },
      { kind: 'registry-reverted', commit: 0 },
    ],
    classes: { [X]: 'imported' },
  },
  {
    name: 'relocated, then the registry reverted',
    events: [
      { kind: 'relocated', from: 'a', to: X },
      { kind: 'registry-reverted', commit: 0 },
    ],
    classes: { a: 'moved', [X]: 'moved' },
  },
  {
    name: 'retired, then the registry reverted',
    events: [
      { kind: 'retired', root: 'a', deleted: false },
      { kind: 'registry-reverted', commit: 0 },
    ],
    classes: {},
  },
  {
    name: 'retired and deleted, then the registry reverted',
    events: [
      { kind: 'retired', root: 'a', deleted: true },
      { kind: 'registry-reverted', commit: 0 },
    ],
    classes: { a: 'orphan' },
  },
  {
    name: 'retired and copied',
    events: [
      { kind: 'retired', root: 'a', deleted: false },
      { kind: 'copied', from: 'a', to: X },
    ],
    classes: { a: 'retired-claim', [X]: 'retired-claim' },
  },
  {
    name: 'one branch relocates, the other copies from the old place; our index',
    events: [branches('ours', [{ kind: 'relocated', from: 'a', to: X }], [{ kind: 'copied', from: 'a', to: Y }])],
    classes: { [X]: 'copy', [Y]: 'copy' },
  },
];
