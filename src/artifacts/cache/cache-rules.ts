/**
 * Which rules the verdicts in a cache were made by: a cache of any other is thrown away, so that an upgrade of the package
 * never believes what an earlier one thought. A test holds it to the release and to the shapes of all artifacts.
 */
export const CACHE_RULES = '7eab4c1eaad05fae';
