import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { caseFold } from '../../src/paths/case-fold.js';
import { collisionKey } from '../../src/paths/collision-key.js';
import { findCollisions } from '../../src/paths/find-collisions.js';
import { joinPath, WORKSPACE_ROOT } from '../../src/paths/workspace-path.js';

interface Folding {
  readonly from: string;
  readonly to: string;
  readonly status: 'C' | 'F';
}

const corpus = new URL('../../../shared/corpus/unicode/', import.meta.url);

function readJson<Value>(file: string): Value {
  return JSON.parse(readFileSync(new URL(file, corpus), 'utf8')) as Value;
}

describe('corpus unicode', () => {
  it('normalization.json: the five forms of a row are one name', () => {
    const { columns, ...parts } = readJson<Record<string, readonly (readonly string[])[]>>('normalization.json');
    const rows = Object.values(parts).flat();
    for (const row of rows) expect(new Set(row.map(collisionKey)).size, JSON.stringify(row)).toBe(1);
    console.log(`unicode/normalization.json: 1 file, ${rows.length} rows of ${columns?.length ?? 0} forms`);
    expect(rows).toHaveLength(3164);
    expect(columns).toHaveLength(5);
  });

  it('case-folding.json: both sides of a row are one name', () => {
    const rows = readJson<readonly Folding[]>('case-folding.json');
    for (const { from, to } of rows) {
      expect(caseFold(from)).toBe(to);
      expect(collisionKey(from)).toBe(collisionKey(to));
      expect(findCollisions([`${from}.png`, `${to}.png`])).toHaveLength(1);
    }
    console.log(`unicode/case-folding.json: 1 file, ${rows.length} rows`);
    expect(rows).toHaveLength(1530);
  });

  it('confusables-to-ascii.json: a look-alike is never taken for the letters it looks like', () => {
    const rows = readJson<readonly (readonly [confusable: string, ascii: string])[]>('confusables-to-ascii.json');
    let equivalent = 0;
    for (const [confusable, ascii] of rows) {
      const [first, second] = [`x${confusable}x`, `x${ascii}x`];
      const sameByUnicode = first.normalize('NFKC').toLowerCase() === second.normalize('NFKC').toLowerCase();
      // Looking alike is no reason to collide. Those that Unicode holds to be compatible are reported, not merged.
      const expected = sameByUnicode ? [[first, second].sort()] : [];
      expect(findCollisions([first, second]), JSON.stringify([first, second])).toEqual(expected);
      // A path is taken as it is or refused, so no two spellings become one path.
      for (const name of [first, second]) expect([name, null]).toContain(joinPath(WORKSPACE_ROOT, name).unwrapOr(null));
      if (sameByUnicode) equivalent += 1;
    }
    console.log(`unicode/confusables-to-ascii.json: 1 file, ${rows.length} pairs, ${equivalent} of them compatible by Unicode`);
    expect(rows).toHaveLength(899);
  });
});
