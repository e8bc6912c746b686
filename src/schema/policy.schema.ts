import * as z from 'zod';

/** The shape of a policy, version 1. Made when first asked for, so that loading the package builds no schema. */
export function policySchema() {
  return z.strictObject({
    $schema: z.string().optional(),
    policy_version: z.literal(1),
    severities: z.record(z.string(), z.enum(['error', 'warning', 'info', 'ignore'])).optional(),
    baseline: z.array(z.strictObject({ fingerprint: z.string().regex(/^[0-9a-f]{16}$/), code: z.string(), file: z.string() })).optional(),
  });
}
