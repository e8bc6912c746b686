import { judgeCache } from '../../../src/artifacts/cache/judge-cache.js';
import { serializeCache } from '../../../src/artifacts/cache/serialize-cache.js';
import { portableCompute } from '../../../src/codec/portable-compute.js';
import { sampleCache } from '../../artifacts/cache/sample-cache.js';
import { type Boundary, holds } from '../boundary.js';
import { decode, encode, fixturesOf } from '../seeds.js';

/** `cache.json`: used or left aside, never a reason to stop. */
export const cacheBoundary: Boundary = {
  name: 'cache',
  extension: 'json',
  seeds: () => [...fixturesOf('versions/cache', 'in.json'), encode(serializeCache(sampleCache, portableCompute))],
  run: (bytes) => {
    const { content, causes, diagnostics } = judgeCache(bytes, 'assets/.prometeu/cache.json');
    return { value: content, diagnostics: [...causes, ...diagnostics] };
  },
  check: ({ value, diagnostics }, bytes) => {
    const told = diagnostics.filter(({ code }) => code === 'CACHE_DISCARDED');
    holds(told.length === (value === null ? 1 : 0), 'a cache that is left aside is told once');
    holds(
      told.every(({ severity }) => severity === 'info'),
      'a cache stops nothing',
    );
    if (value !== null) holds((JSON.parse(decode(bytes)) as { schema_version: number }).schema_version === 1, 'only version 1 is used');
  },
};
