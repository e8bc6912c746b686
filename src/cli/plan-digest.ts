import type { Plan } from 'prometeu-packer';

const HALF = 32;

/**
 * The digest by which the command line names a plan: the seed of its new identities, then the first half of the plan's
 * own digest. So a plan with random identities can be made again by another process, and be known for the one previewed.
 *
 * @returns 64 lower-case hexadecimal digits.
 */
export function shownPlanDigest(seed: string, { digest }: Plan): string {
  return seed + digest.slice(0, HALF);
}

/** The seed in a digest made by {@link shownPlanDigest}; undefined where the text is none. */
export function seedOfPlanDigest(text: string): string | undefined {
  return /^[0-9a-f]{64}$/.test(text) ? text.slice(0, HALF) : undefined;
}
