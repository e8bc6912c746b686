import { describe, expect, it } from 'vitest';
import type { PathDifference } from '../../../src/diagnostics/catalogue/plan-codes.js';
import { stalePlan } from '../../../src/plans/apply/stale-plan.js';

const differing = (file: string): PathDifference => ({ path: file, expected: { kind: 'absent' }, found: { kind: 'symlink' } });

const placeOf = (file: string) => ({ kind: 'file', file });

describe('stalePlan', () => {
  it('is one finding at the first path, with every path by code units, each a related place', () => {
    const [finding, ...more] = stalePlan(['b', 'B', 'a'].map(differing));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'PLAN_STALE', artifact: 'plan', location: placeOf('B') });
    expect(finding.data).toEqual({ differences: ['B', 'a', 'b'].map(differing) });
    expect(finding.related.map(({ location }) => location)).toEqual(['B', 'a', 'b'].map(placeOf));
  });

  it('of very many paths relates the first fifty, and tells all', () => {
    const names = Array.from({ length: 60 }, (_, index) => `file-${index + 10}`);
    const [finding] = stalePlan(names.map(differing));
    expect(finding.related.map(({ location }) => location)).toEqual(names.slice(0, 50).map(placeOf));
    expect(finding.data).toEqual({ differences: names.map(differing) });
  });

  it('of no path is of the workspace', () => {
    expect(stalePlan([])[0]).toMatchObject({ location: { kind: 'workspace' }, data: { differences: [] }, related: [] });
  });
});
