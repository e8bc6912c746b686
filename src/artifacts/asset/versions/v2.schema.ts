import * as z from 'zod/mini';

/**
 * The shape of `asset.json` version 2. Frozen: it never changes again. It has no identity. Made when first asked for, so
 * that loading the package builds no schema.
 */
export function assetSchemaV2() {
  return z.strictObject({
    $schema: z.optional(z.string()),
    schema_version: z.literal(2),
    name: z.string().check(z.regex(/^[a-z0-9][a-z0-9_-]{0,63}$/)),
    type: z.enum(['tile_bank', 'sound_bank', 'palette_bank', 'data_bank']),
    inputs: z.record(z.string().check(z.regex(/^[a-z][a-z0-9_-]{0,31}$/)), z.union([z.string(), z.array(z.string())])),
    output: z.strictObject({ format: z.enum(['png', 'wav', 'raw']), codec: z.enum(['none']) }),
    preload: z.optional(z.boolean()),
  });
}
