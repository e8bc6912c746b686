import { describe, expect, it } from 'vitest';
import { judgeKinds } from '../../../src/plans/register/judge-kinds.js';
import type { SourceContent } from '../../../src/sources/source-kind.js';

const judge = (...kinds: readonly SourceContent[]) => judgeKinds({ root: 'hero', files: kinds.map((_, index) => `${index}`), kinds });

describe('judgeKinds', () => {
  it.each<[readonly SourceContent[], string, string]>([
    [['png', 'png'], 'tile_bank', 'png'],
    [['wav'], 'sound_bank', 'wav'],
    [['other', 'other'], 'data_bank', 'raw'],
    [[], 'data_bank', 'raw'],
  ])('takes %j for a %s of %s', (kinds, type, format) => {
    expect(judge(...kinds)).toEqual({ type, format, warnings: [] });
  });

  it('takes several kinds for data, and tells how many there are of each, by their names', () => {
    const { type, format, warnings } = judge('wav', 'png', 'wav', 'other', 'wav', 'png');
    expect([type, format]).toEqual(['data_bank', 'raw']);
    expect(warnings).toMatchObject([
      { code: 'REGISTER_MIXED_KINDS', artifact: 'source', location: { kind: 'file', file: 'assets/hero' }, severity: 'warning' },
    ]);
    expect(warnings.map(({ data }) => JSON.stringify(data))).toEqual(['{"kinds":{"other":1,"png":2,"wav":3}}']);
  });
});
