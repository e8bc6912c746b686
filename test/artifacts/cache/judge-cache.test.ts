import { describe, expect, test } from 'vitest';
import { judgeCache } from '../../../src/artifacts/cache/judge-cache.js';
import { serializeCache } from '../../../src/artifacts/cache/serialize-cache.js';
import { portableCompute } from '../../../src/codec/portable-compute.js';
import { resealCache } from './reseal-cache.js';
import { plainCache, sampleCache } from './sample-cache.js';

const FILE = 'assets/.prometeu/cache.json';
const judge = (text: string, maxBytes?: number) =>
  judgeCache(new TextEncoder().encode(text), FILE, maxBytes === undefined ? undefined : { maxBytes });

describe('judgeCache', () => {
  test('takes one that this release wrote', () => {
    const text = serializeCache(sampleCache, portableCompute);
    const { content, causes, diagnostics } = judge(text);
    expect([content && plainCache(content), causes, diagnostics]).toEqual([plainCache(sampleCache), [], []]);
  });

  test.each([
    ['damaged', '{"schema_version": 1}'],
    ['damaged', serializeCache(sampleCache, portableCompute).replace('"index.json', '"index.jso_')],
    ['other-rules', resealCache(serializeCache(sampleCache, portableCompute), (fields) => ({ ...fields, rules: '' }))],
  ])('C1: leaves one of its version aside as %s', (cause, text) => {
    const { content, causes, diagnostics } = judge(text);
    expect([content, causes]).toEqual([null, []]);
    expect(diagnostics).toMatchObject([{ code: 'CACHE_DISCARDED', severity: 'info', data: { cause }, found: 1 }]);
  });

  test.each<[string, string, string | number | null]>([
    ['', 'JSON_EMPTY', null],
    ['{', 'JSON_SYNTAX', null],
    ['[]', 'JSON_WRONG_ROOT', null],
    ['{"schema_version": 1, "schema_version": 1}', 'JSON_DUPLICATE_KEY', null],
    ['{}', 'VERSION_MISSING', null],
    ['{"schema_version": "1"}', 'VERSION_MALFORMED', '"1"'],
    ['{"schema_version": 0}', 'VERSION_MALFORMED', '0'],
    ['{"schema_version": 2}', 'VERSION_TOO_NEW', 2],
  ])('C1: leaves %s aside, for one reason, which blocks nothing', (text, cause, found) => {
    const { content, diagnostics } = judge(text);
    expect(content).toBeNull();
    expect(diagnostics).toMatchObject([
      {
        code: 'CACHE_DISCARDED',
        severity: 'info',
        artifact: 'cache',
        location: { kind: 'file', file: FILE },
        data: { cause },
        found,
        supported: { range: '>=1 <2', oldest: 1, current: 1 },
        migration: { attempted: false, outcome: 'not-attempted' },
        identity: { implicated: false, registry: false },
        manualAction: { required: false },
        blocks: { build: false, studio: false },
      },
    ]);
    expect(diagnostics).toHaveLength(1);
  });

  test('C1: leaves one aside that is over the budget', () => {
    expect(judge('{"schema_version": 1}', 8)).toMatchObject({ content: null, diagnostics: [{ data: { cause: 'JSON_TOO_LARGE' } }] });
  });
});
