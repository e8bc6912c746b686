import * as z from 'zod/mini';

/** The shape of a certificate, for one that comes from outside. Made when first asked for. */
export function migrationCertificateSchema() {
  const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
  const version = z.int().check(z.gte(1));
  const path = z.string().check(z.regex(/^(?:\/(?:[^~/]|~[01])*)*$/)); // RFC 6901
  const operation = z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal('add'), path, value: z.unknown() }),
    z.strictObject({ op: z.literal('remove'), path }),
    z.strictObject({ op: z.literal('replace'), path, value: z.unknown() }),
  ]);
  return z.strictObject({
    certificate_version: z.literal(1),
    artifact: z.enum(['asset', 'registry']),
    file: z.string(),
    input_sha256: sha256,
    from: version,
    to: version,
    steps: z.array(z.strictObject({ id: z.string(), from: version, to: version, patch: z.array(operation) })),
    output_sha256: sha256,
  });
}
