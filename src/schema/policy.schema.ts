import * as z from 'zod/mini';

/** The shape of a policy, version 1. Made when first asked for, so that loading the package builds no schema. */
export function policySchema() {
  return z.strictObject({
    $schema: z.optional(z.string()),
    policy_version: z.literal(1),
    severities: z.optional(z.record(z.string(), z.enum(['error', 'warning', 'info', 'ignore']))),
    baseline: z.optional(
      z.array(z.strictObject({ fingerprint: z.string().check(z.regex(/^[0-9a-f]{16}$/)), code: z.string(), file: z.string() })),
    ),
  });
}
