import type * as z from 'zod/mini';

/** What zod has to say of a value; null where it has more than a call stack holds: it spreads its list of issues. */
export function findIssues(schema: z.ZodMiniType, value: unknown): readonly z.core.$ZodIssue[] | null {
  try {
    return schema.safeParse(value, { jitless: true }).error?.issues ?? [];
  } catch {
    return null;
  }
}
