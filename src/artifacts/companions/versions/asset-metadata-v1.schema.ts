import * as z from 'zod/mini';

/** Canonical lower-case uuid of a version and variant of RFC 9562; nil and max do not match. */
const CANONICAL_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The shape of `asset_table_metadata.json` version 1. Frozen once released: a change needs a new version. */
export function assetMetadataSchemaV1() {
  const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
  const count = z.int().check(z.gte(0));
  return z.strictObject({
    schema_version: z.literal(1),
    archive_digest: digest,
    assets: z.array(
      z.strictObject({
        asset_id: z.int().check(z.gte(1), z.lte(4_294_967_294)),
        asset_uuid: z.string().check(z.regex(CANONICAL_UUID)),
        root: z.string(),
        inputs: z.array(
          z.strictObject({
            role: z.string().check(z.regex(/^[a-z][a-z0-9_-]{0,31}$/)),
            path: z.string(),
            offset: count,
            size: count,
            sha256: digest,
          }),
        ),
      }),
    ),
  });
}
