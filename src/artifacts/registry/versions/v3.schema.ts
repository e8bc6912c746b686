import * as z from 'zod/mini';

/** Canonical lower-case uuid of a version and variant of RFC 9562; nil and max do not match. */
const CANONICAL_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * The shape of `index.json` version 3. Frozen: it never changes again. Made when first asked for, so that loading the
 * package builds no schema.
 */
export function registrySchemaV3() {
  const uuid = z.string().check(z.regex(CANONICAL_UUID));
  return z.strictObject({
    $schema: z.optional(z.string()),
    schema_version: z.literal(3),
    project_uuid: uuid,
    next_asset_id: z.int().check(z.gte(1), z.lte(4_294_967_295)),
    assets: z.array(z.strictObject({ asset_id: z.int().check(z.gte(1), z.lte(4_294_967_294)), asset_uuid: uuid, root: z.string() })),
  });
}
