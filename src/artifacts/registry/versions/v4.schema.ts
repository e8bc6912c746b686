import * as z from 'zod/mini';

/** Canonical lower-case uuid of a version and variant of RFC 9562; nil and max do not match. */
const CANONICAL_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * The shape of `index.json` version 4. Frozen once released: a change needs a new version. Made when first asked for,
 * so that loading the package builds no schema.
 */
export function registrySchemaV4() {
  const assetId = z.int().check(z.gte(1), z.lte(4_294_967_294));
  const uuid = z.string().check(z.regex(CANONICAL_UUID));
  return z.strictObject({
    $schema: z.optional(z.string()),
    schema_version: z.literal(4),
    project_uuid: uuid,
    next_asset_id: z.int().check(z.gte(1), z.lte(4_294_967_295)),
    assets: z.array(z.strictObject({ asset_id: assetId, asset_uuid: uuid, root: z.string(), included_in_build: z.boolean() })),
    retired: z.array(z.strictObject({ asset_id: assetId, asset_uuid: uuid })),
  });
}
