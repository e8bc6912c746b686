import { valueAtPointer } from '../../codec/value-at-pointer.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Location } from '../../diagnostics/location.js';
import { evidenceSchema } from '../../schema/evidence.schema.js';
import { findStructureFaults } from '../../schema/find-structure-faults.js';

/**
 * Why something is no evidence, as programs without types may have it: what stands otherwise, the keys that nobody knows apart.
 * Empty where it is evidence. Code: STRUCTURE_WRONG_TYPE.
 */
export function findMisshapen(piece: unknown, location: Location): readonly Diagnostic[] {
  return findStructureFaults(evidenceSchema(), piece).faults.map(({ pointer, expected }) =>
    diagnose('STRUCTURE_WRONG_TYPE', {
      artifact: 'evidence',
      location,
      data: { found: typeof valueAtPointer(piece, pointer), expected },
      subject: pointer,
    }),
  );
}
