import { describe, expect, it } from 'vitest';
import { indexNamedPaths } from '../../src/workspace/named-paths.js';

const PATHS = ['assets', 'assets/a', 'assets/a/x', 'assets/a/x/y', 'assets/ab', 'assets/b'];

describe('indexNamedPaths', () => {
  it.each<[readonly string[], readonly string[]]>([
    [[], []],
    [['assets/a'], ['assets', 'assets/a', 'assets/a/x', 'assets/a/x/y']],
    [['assets/a/'], ['assets', 'assets/a', 'assets/a/x', 'assets/a/x/y']],
    [['assets/a/x/y'], ['assets', 'assets/a', 'assets/a/x', 'assets/a/x/y']],
    [
      ['assets/ab', 'elsewhere'],
      ['assets', 'assets/ab'],
    ],
    [['assets/b/new/deep'], ['assets', 'assets/b']],
    [[''], PATHS],
    [['/'], PATHS],
    [['assets/'], PATHS],
  ])('%j concern %j', (named, concerned) => {
    expect(PATHS.filter(indexNamedPaths(named).concern)).toEqual(concerned);
  });
});
