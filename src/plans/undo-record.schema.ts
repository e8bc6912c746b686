import * as z from 'zod';
import type { UndoRecord } from './stage/undo-record.js';

/** The shape of the record of the last plan. What its texts say is judged apart. Made when first asked for. */
export function undoRecordSchema(): z.ZodType<UndoRecord & { readonly checksum: string }> {
  const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
  return z.strictObject({
    schema_version: z.literal(1),
    plan_digest: sha256,
    plan_kind: z.string(),
    files: z.array(z.strictObject({ path: z.string(), before: z.string().nullable(), after_sha256: sha256.nullable() })),
    moves: z.array(z.strictObject({ from: z.string(), to: z.string() })),
    checksum: sha256,
  });
}
