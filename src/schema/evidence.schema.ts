import * as z from 'zod/mini';

/** The shape of evidence, version 1. Made when first asked for, so that loading the package builds no schema. */
export function evidenceSchema() {
  const count = z.int().check(z.gte(1));
  const bytes = z.int().check(z.gte(0));
  const digests = z.array(z.string().check(z.regex(/^[0-9a-f]{64}$/)));
  return z.strictObject({
    $schema: z.optional(z.string()),
    evidence_version: z.literal(1),
    rules: count,
    budgets: z.strictObject({ max_file_bytes: bytes, max_png_side: bytes, max_png_inflated_bytes: bytes }),
    shard_count: count,
    shards: z.array(z.strictObject({ shard: count, sound: z.strictObject({ png: digests, wav: digests }) })),
  });
}
