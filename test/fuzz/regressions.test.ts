import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { boundaries } from './boundaries.js';
import { judgeBytes } from './judge-bytes.js';

const folder = join(import.meta.dirname, 'regressions');

/** The verdict that each file is to get, by boundary and name. */
const verdicts = JSON.parse(readFileSync(join(folder, 'verdicts.json'), 'utf8')) as Readonly<Record<string, string>>;

const found = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'verdicts.json')
  .map(({ parentPath, name }) =>
    join(parentPath, name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/'),
  );

describe('what fuzzing once found', () => {
  it('has a verdict for each file, and a file for each verdict', () => {
    expect(found.toSorted()).toEqual(Object.keys(verdicts).toSorted());
    expect(found.length).toBeGreaterThan(0);
  });

  it.each(Object.entries(verdicts))('%s: %s', async (path, verdict) => {
    const [name, file, ...deeper] = path.split('/');
    const boundary = boundaries.find((each) => each.name === name);
    expect([boundary?.extension, deeper]).toEqual([file?.split('.').at(-1), []]);
    const bytes = new Uint8Array(readFileSync(join(folder, path)));
    await boundary?.seeds(); // some take what they compare with from there
    expect(boundary && (await judgeBytes(boundary, bytes, true))).toBe(verdict);
  });
});
