import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTROL_FOLDER } from '../../src/paths/owned-paths.js';
import type { FolderEntry } from '../../src/ports/read-port.js';
import { listingDigest } from '../../src/workspace/listing-digest.js';

const file = (name: string): FolderEntry => ({ name, kind: 'file' });
const folder = (name: string): FolderEntry => ({ name, kind: 'folder' });

describe('listingDigest', () => {
  it('does not depend on the order', () => {
    const entry = fc.record({
      name: fc.string({ unit: 'binary' }),
      kind: fc.constantFrom('file' as const, 'folder' as const, 'symlink' as const),
    });
    const entries = fc.uniqueArray(entry, { selector: ({ name }) => name });
    fc.assert(
      fc.property(
        entries.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => listingDigest(list) === listingDigest(shuffled),
      ),
    );
  });

  it.each([
    ['another name', [file('a')], [file('b')]],
    ['another kind', [file('a')], [folder('a')]],
    ['one more entry', [file('a')], [file('a'), file('b')]],
    ['names that only look joined', [file('a'), file('b')], [file('a,b')]],
    ['half surrogate pairs', [file('\ud800x')], [file('\ud801x')]],
    ['two normal forms', [file('\u00e9')], [file('e\u0301')]],
  ])('tells %s', (_, one, other) => {
    expect(listingDigest(one)).not.toBe(listingDigest(other));
  });

  it('leaves out what comes and goes with the packer: staged files and the control folder', () => {
    const own = [folder('.prometeu'), file('.asset.json.0123456789abcdef.prometeu.tmp')];
    expect(listingDigest([file('a'), ...own])).toBe(listingDigest([file('a')]));
  });

  it('leaves out control names in the control folder, but not the registry', () => {
    const control = [file('cache.json'), file('journal.json'), file('lock'), folder('undo')];
    expect(listingDigest([file('index.json'), ...control], CONTROL_FOLDER)).toBe(listingDigest([file('index.json')], CONTROL_FOLDER));
    expect(listingDigest([file('index.json')], CONTROL_FOLDER)).not.toBe(listingDigest([], CONTROL_FOLDER));
    expect(listingDigest([file('lock')])).not.toBe(listingDigest([]));
  });
});
