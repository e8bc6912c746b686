import * as z from 'zod/mini';

/** The shape of `asset_table.json` version 1. Frozen once released: a change needs a new version. */
export function assetTableSchemaV1() {
  const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
  const count = z.int().check(z.gte(0));
  return z.strictObject({
    schema_version: z.literal(1),
    archive_digest: digest,
    asset_table: z.array(
      z.strictObject({
        asset_id: z.int().check(z.gte(1), z.lte(4_294_967_294)),
        asset_name: z.string().check(z.regex(/^[a-z0-9][a-z0-9_-]{0,63}$/)),
        bank_type: z.enum(['TILES', 'SOUNDS', 'PALETTES', 'DATA']),
        codec: z.enum(['NONE']),
        offset: count,
        size: count,
        decoded_size: count,
        sha256: digest,
        metadata: z.record(z.string(), z.union([z.string(), z.int(), z.boolean()])),
      }),
    ),
  });
}
