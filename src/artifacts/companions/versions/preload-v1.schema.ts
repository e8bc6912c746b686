import * as z from 'zod/mini';

/** The shape of `preload.json` version 1. Frozen once released: a change needs a new version. */
export function preloadSchemaV1() {
  return z.strictObject({
    schema_version: z.literal(1),
    archive_digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    preload: z.array(
      z.strictObject({ asset_id: z.int().check(z.gte(1), z.lte(4_294_967_294)), slot: z.int().check(z.gte(0), z.lte(65_535)) }),
    ),
  });
}
