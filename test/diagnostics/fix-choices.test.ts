import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnostics/diagnose.js';
import type { Fix } from '../../src/diagnostics/diagnostic.js';
import { fixChoicesOf } from '../../src/diagnostics/fix-choices.js';

const edits = [{ file: 'a', start: 0, end: 1, newText: '' }];
const fix = (applicability: Fix['applicability'], more: readonly Fix['edits'][number][] = edits): Fix => ({
  title: applicability,
  applicability,
  edits: more,
});
const withFixes = (...fixes: readonly Fix[]) =>
  diagnose('JSON_BOM', { artifact: 'asset', location: { kind: 'file', file: 'a' }, data: {}, fixes });

const evidence = { root: 'a', claimed: null, recorded: null, assetId: null, recordedRoot: null, others: [], otherCount: 0 };
const disputed = (...choices: readonly string[]) =>
  diagnose('IDENTITY_COPY', { artifact: 'asset', location: { kind: 'file', file: 'a' }, data: { ...evidence, choices } });

describe('fixChoicesOf', () => {
  it('counts the fixes that can be applied by their place, and tells which need a person', () => {
    const found = withFixes(fix('display-only', []), fix('safe'), fix('unsafe'), fix('safe', []), fix('display-only'));
    expect(fixChoicesOf(found)).toEqual([
      { choice: '2', title: 'safe', unsafe: false },
      { choice: '3', title: 'unsafe', unsafe: true },
    ]);
    expect(fixChoicesOf(withFixes())).toEqual([]);
  });

  it('names the choices of an identity, but none that is made by hand', () => {
    expect(fixChoicesOf(disputed('remove', 'make-owner')).map(({ choice }) => choice)).toEqual(['remove', 'make-owner']);
    expect(fixChoicesOf(disputed('edit-by-hand'))).toEqual([]);
    expect(fixChoicesOf(disputed())).toEqual([]);
  });

  it('offers nothing for the refusal of a choice, though that lists choices too', () => {
    const data = { root: 'a', class: 'copy', choice: 'update-root', choices: ['remove'] };
    const refused = diagnose('RESOLVE_CHOICE_NOT_OFFERED', { artifact: 'asset', location: { kind: 'file', file: 'a' }, data });
    expect(fixChoicesOf(refused)).toEqual([]);
  });
});
