import * as z from 'zod/mini';
import type { UndoRecord } from './stage/undo-record.js';

/** The shape of the record of the last plan. What its texts say is judged apart. Made when first asked for. */
export function undoRecordSchema(): z.ZodMiniType<UndoRecord & { readonly checksum: string }> {
  const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
  return z.strictObject({
    schema_version: z.literal(1),
    plan_digest: sha256,
    plan_kind: z.string(),
    files: z.array(z.strictObject({ path: z.string(), before: z.nullable(z.string()), after_sha256: z.nullable(sha256) })),
    moves: z.array(z.strictObject({ from: z.string(), to: z.string() })),
    checksum: sha256,
  });
}
