import { compareStrings } from '../../base/compare-strings.js';
import type { SortedMap } from '../../base/sorted-map.js';

/** A member of groups, and which these were and are. */
export interface Regrouped {
  /** The member. */
  readonly member: string;
  /** Keys of the groups that it was in. */
  readonly before: readonly string[];
  /** Keys of those that it is in. */
  readonly now: readonly string[];
}

/** Groups after members have changed theirs, each in code-unit order; a group that nobody is in is gone. */
export function regroup(groups: SortedMap<readonly string[]>, members: Iterable<Regrouped>): SortedMap<readonly string[]> {
  const changed = new Map<string, Set<string>>();
  const groupOf = (key: string): Set<string> => {
    const group = changed.get(key) ?? new Set(groups.get(key));
    changed.set(key, group);
    return group;
  };
  for (const { member, before, now } of members) {
    for (const key of before) if (!now.includes(key)) groupOf(key).delete(member);
    for (const key of now) if (!before.includes(key)) groupOf(key).add(member);
  }
  return groups.changed(new Map([...changed].map(([key, group]) => [key, group.size === 0 ? undefined : [...group].sort(compareStrings)])));
}
