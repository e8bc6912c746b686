import * as z from 'zod/mini';

/** Canonical lower-case uuid of a version and variant of RFC 9562; nil and max do not match. */
const CANONICAL_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * The shape of `index.json` version 2. Frozen: it never changes again. Its records have no uuid. Made when first asked
 * for, so that loading the package builds no schema.
 */
export function registrySchemaV2() {
  return z.strictObject({
    $schema: z.optional(z.string()),
    schema_version: z.literal(2),
    project_uuid: z.string().check(z.regex(CANONICAL_UUID)),
    assets: z.array(z.strictObject({ asset_id: z.int().check(z.gte(1), z.lte(4_294_967_294)), root: z.string() })),
  });
}
