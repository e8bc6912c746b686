import { major, rcompare } from 'semver';
import type { Verdict } from './examine-case.js';
import { NEXT } from './frozen-lock.js';

/**
 * `superseded.json` of a version: the cases of earlier versions of which it has other things to say, by `<version>/<case>`. Their
 * own folders stay as they are.
 */
export type Superseded = Readonly<Record<string, { readonly why: string; readonly expected: Verdict }>>;

/** What was recorded of a case first, and what later versions recorded. */
export interface CaseRecords {
  readonly version: string;
  readonly expected: Verdict;
  readonly later: Readonly<Record<string, Verdict>>;
}

/** Releases, the newest first; before all what is not released yet. */
export function newestFirst(versions: readonly string[]): readonly string[] {
  return [...versions.filter((version) => version === NEXT), ...versions.filter((version) => version !== NEXT).sort(rcompare)];
}

/** The record that holds: that of the latest version which has one. */
export function recordThatHolds({ expected, later }: CaseRecords): Verdict {
  const [latest] = newestFirst(Object.keys(later));
  return (latest === undefined ? undefined : later[latest]) ?? expected;
}

/**
 * What a later record may not take away but in a major release: that a workspace can be read, changed and built. Of what is not
 * released it is not known yet whether that is one.
 */
export function lostAbilities({ version, expected, later }: CaseRecords): readonly string[] {
  return Object.entries(later).flatMap(([release, { verdict }]) => {
    if (release === NEXT || major(release) > major(version)) return [];
    const abilities = ['read', 'mutate', 'build'] as const;
    return abilities.filter((ability) => expected.verdict[ability].can && !verdict[ability].can).map((ability) => `${release}: ${ability}`);
  });
}
