import * as z from 'zod';

/** What a peer would write by hand with zod: the structure of a declaration of the current version, and nothing of its meaning. */
export const declarationSchema = z.strictObject({
  $schema: z.string().optional(),
  schema_version: z.literal(4),
  asset_uuid: z.uuid(),
  name: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/),
  type: z.enum(['tile_bank', 'sound_bank', 'palette_bank', 'data_bank']),
  inputs: z.record(z.string().regex(/^[a-z][a-z0-9_-]{0,31}$/), z.array(z.string()).min(1)),
  output: z.strictObject({
    format: z.enum(['png', 'wav', 'raw']),
    codec: z.literal('none'),
    metadata: z.record(z.string(), z.union([z.string(), z.int(), z.boolean()])).optional(),
  }),
  preload: z.strictObject({ enabled: z.boolean(), slot: z.int().min(0).max(65535).optional() }).optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});
