import { describe, expect, it } from 'vitest';
import { CACHE_RULES } from '../../../src/artifacts/cache/cache-rules.js';
import { judgeCache } from '../../../src/artifacts/cache/judge-cache.js';
import { serializeCache } from '../../../src/artifacts/cache/serialize-cache.js';
import { versionSurfaces } from '../../../src/artifacts/version-surfaces.js';
import { portableCompute } from '../../../src/codec/portable-compute.js';
import { bytesOf, frozenCases, textOf } from '../frozen-fixtures.js';
import { resealCache } from './reseal-cache.js';

const { current } = versionSurfaces.cache;
const cases = frozenCases().filter(({ surface, group }) => surface === 'cache' && group === 'in-the-window');
const file = 'some/file';

describe('a frozen cache', () => {
  it('is there for the current version', () => {
    expect(cases.some(({ version }) => version === current)).toBe(true);
  });

  it.each(cases.map((frozen) => [frozen.folder, frozen] as const))('%s: is left aside, by every release', (_, frozen) => {
    const { content, diagnostics } = judgeCache(bytesOf(frozen, 'in.json'), file);
    const cause = frozen.version === current ? 'other-rules' : 'VERSION_TOO_OLD';
    expect(content).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'CACHE_DISCARDED', data: { cause }, found: frozen.version }]);
  });

  it.each(cases.filter(({ version }) => version === current).map((frozen) => [frozen.folder, frozen] as const))(
    '%s: is read and written as it stands, by the rules of this release',
    (_, frozen) => {
      const own = resealCache(textOf(frozen, 'in.json'), (fields) => ({ ...fields, rules: CACHE_RULES }));
      const { content, diagnostics } = judgeCache(new TextEncoder().encode(own), file);
      expect(diagnostics).toEqual([]);
      expect(content === null ? null : serializeCache(content, portableCompute)).toBe(own);
    },
  );
});
