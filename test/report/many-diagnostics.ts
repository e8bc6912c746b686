import fc from 'fast-check';
import { diagnose } from '../../src/diagnostics/diagnose.js';
import type { Diagnostic, Fix, RelatedLocation } from '../../src/diagnostics/diagnostic.js';
import type { Location } from '../../src/diagnostics/location.js';

const name = fc.string({ unit: 'binary', maxLength: 12 });

const position = fc.record({ line: fc.integer({ min: 1, max: 50 }), column: fc.integer({ min: 1, max: 50 }), offset: fc.nat(1000) });

const location: fc.Arbitrary<Location> = fc.oneof(
  fc.constant({ kind: 'workspace' } as const),
  fc.record({ kind: fc.constant('file' as const), file: name }),
  fc.record({ kind: fc.constant('bytes' as const), file: name, offset: fc.nat(), length: fc.nat() }),
  fc.record({ kind: fc.constant('text' as const), file: name, pointer: name, range: fc.record({ start: position, end: position }) }),
);

const related: fc.Arbitrary<RelatedLocation> = fc.record({ message: name, location });

const fix: fc.Arbitrary<Fix> = fc.record({
  title: name,
  applicability: fc.constantFrom('safe', 'unsafe', 'display-only'),
  edits: fc.array(fc.record({ file: name, start: fc.nat(10), end: fc.integer({ min: 10, max: 20 }), newText: name }), { maxLength: 2 }),
});

/** A finding of any kind: any place, any names, other places and fixes; one of them counts what was left out. */
export const anyDiagnostic: fc.Arbitrary<Diagnostic> = fc
  .tuple(fc.constantFrom(0, 1, 2, 3), location, fc.array(related, { maxLength: 2 }), fc.array(fix, { maxLength: 2 }), name)
  .map(([kind, at, others, fixes, subject]): Diagnostic => {
    const finding = { artifact: 'asset', location: at, related: others, fixes, subject } as const;
    if (kind === 0) return diagnose('ASSET_NAME_TAKEN', { ...finding, data: { name: subject, other: subject } });
    if (kind === 1) return diagnose('STRUCTURE_UNKNOWN_KEY', { ...finding, data: { key: subject, didYouMean: null } });
    if (kind === 2) return diagnose('BUILD_SLOT_ASSIGNED', { ...finding, data: { root: subject, bankType: 'TILES', slot: 1 } });
    return diagnose('DIAGNOSTICS_OMITTED', { ...finding, data: { code: 'ASSET_NAME_TAKEN', severity: 'error', shown: 50, total: 70 } });
  });
