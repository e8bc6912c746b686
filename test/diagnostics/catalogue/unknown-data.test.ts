import { describe, expect, it } from 'vitest';
import type { IdentityEvidence } from '../../../src/diagnostics/catalogue/identity-codes.js';
import { identityCodes } from '../../../src/diagnostics/catalogue/identity-codes.js';
import { diagnose } from '../../../src/diagnostics/diagnose.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';

const at = { artifact: 'workspace', location: { kind: 'workspace' } } as const;
const uuid = '00000001-0000-4000-8000-000000000001';
const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `name-${index}`);

const KNOWN: IdentityEvidence = {
  root: 'hero',
  claimed: uuid,
  recorded: uuid,
  assetId: 7,
  recordedRoot: 'old',
  others: ['enemy'],
  otherCount: 1,
  choices: [],
};
const UNKNOWN: IdentityEvidence = { ...KNOWN, claimed: null, recorded: null, assetId: null, recordedRoot: null };

const evident = Object.keys(identityCodes).filter(
  (code): code is Exclude<keyof typeof identityCodes, 'IDENTITY_UNDECIDED' | 'IDENTITY_DERIVED'> =>
    code !== 'IDENTITY_UNDECIDED' && code !== 'IDENTITY_DERIVED',
);

const pairs: readonly (readonly [Diagnostic, Diagnostic])[] = [
  ...evident.map((code) => [diagnose(code, { ...at, data: KNOWN }), diagnose(code, { ...at, data: UNKNOWN })] as const),
  [
    diagnose('IDENTITY_UNDECIDED', { ...at, data: { root: 'a', assetId: 1, reason: 'lost', others: names(8), otherCount: 20 } }),
    diagnose('IDENTITY_UNDECIDED', { ...at, data: { root: 'a', assetId: 1, reason: 'lost', others: [], otherCount: 0 } }),
  ],
  [
    diagnose('STUDIO_DOCUMENT_CHANGED', { ...at, data: { path: 'a', expected: 1, found: 2 } }),
    diagnose('STUDIO_DOCUMENT_CHANGED', { ...at, data: { path: 'a', expected: 1, found: null } }),
  ],
  [
    diagnose('STUDIO_DOCUMENT_OUTDATED', { ...at, data: { path: 'a', found: 1, known: 2 } }),
    diagnose('STUDIO_DOCUMENT_OUTDATED', { ...at, data: { path: 'a', found: 1, known: null } }),
  ],
  [
    diagnose('STUDIO_UNSAVED_CHANGES', { ...at, data: { paths: names(9) } }),
    diagnose('STUDIO_UNSAVED_CHANGES', { ...at, data: { paths: names(1) } }),
  ],
  [
    diagnose('STUDIO_CONNECTION_LOST', { ...at, data: { operation: 'doctor', reason: 'gone' } }),
    diagnose('STUDIO_CONNECTION_LOST', { ...at, data: { operation: 'doctor', reason: '' } }),
  ],
  [
    diagnose('STRUCTURE_OUT_OF_RANGE', { ...at, data: { found: 9, minimum: 1, maximum: 3, unit: 'value' } }),
    diagnose('STRUCTURE_OUT_OF_RANGE', { ...at, data: { found: null, minimum: null, maximum: 3, unit: 'value' } }),
  ],
  [
    diagnose('WORKSPACE_LOOSE_FILES', { ...at, data: { names: names(5), count: 9 } }),
    diagnose('WORKSPACE_LOOSE_FILES', { ...at, data: { names: names(1), count: 1 } }),
  ],
  [
    diagnose('ARCHIVE_HEADER_TOO_LARGE', { ...at, data: { found: 9, limit: 3 } }),
    diagnose('ARCHIVE_HEADER_TOO_LARGE', { ...at, data: { found: null, limit: 3 } }),
  ],
  [
    diagnose('ARCHIVE_HEADER_NOT_CANONICAL', { ...at, data: { found: 9, expected: 3 } }),
    diagnose('ARCHIVE_HEADER_NOT_CANONICAL', { ...at, data: { found: null, expected: null } }),
  ],
];

describe('a message of what is not known', () => {
  it.each(pairs.map(([known, unknown]) => [known.code, known, unknown] as const))(
    '%s names nothing that is not there, and keeps the severity',
    (_, known, unknown) => {
      for (const { message } of [known, unknown]) expect(message).not.toMatch(/\b(?:null|undefined|NaN)\b|\[object/);
      expect(unknown.severity).toBe(known.severity);
      expect(unknown.message === '').toBe(false);
    },
  );
});
