import * as z from 'zod/mini';

/**
 * The shape of `asset.json` version 4. Frozen once released: a change needs a new version.
 *
 * `asset_uuid` may be anything here: what it claims, or that it claims nothing, is judged with the registry at hand.
 * Made when first asked for, so that loading the package builds no schema.
 */
export function assetSchemaV4() {
  return z.strictObject({
    $schema: z.optional(z.string()),
    schema_version: z.literal(4),
    asset_uuid: z.optional(z.unknown()),
    name: z.string().check(z.regex(/^[a-z0-9][a-z0-9_-]{0,63}$/)),
    type: z.enum(['tile_bank', 'sound_bank', 'palette_bank', 'data_bank']),
    inputs: z.record(z.string().check(z.regex(/^[a-z][a-z0-9_-]{0,31}$/)), z.array(z.string())),
    output: z.strictObject({
      format: z.enum(['png', 'wav', 'raw']),
      codec: z.enum(['none']),
      metadata: z.optional(z.record(z.string(), z.union([z.string(), z.int(), z.boolean()]))),
    }),
    preload: z.optional(z.strictObject({ enabled: z.boolean(), slot: z.optional(z.int().check(z.gte(0), z.lte(65_535))) })),
    extensions: z.optional(z.record(z.string(), z.unknown())),
  });
}
