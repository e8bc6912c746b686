import { expect, test } from 'vitest';
import { isTouched } from '../../src/versioning/is-touched.js';

test.each<[string, readonly string[], boolean]>([
  ['/preload', ['/preload'], true],
  ['/preload/enabled', ['/preload'], true],
  ['/preloaded', ['/preload'], false],
  ['/inputs', ['/inputs/*'], false],
  ['/inputs/main', ['/inputs/*'], true],
  ['/inputs/main/0', ['/inputs/*'], true],
  ['/assets/0/asset_uuid', ['/assets/*/asset_uuid'], true],
  ['/assets/0/asset_id', ['/assets/*/asset_uuid'], false],
  ['/assets/0', ['/assets/*/asset_uuid'], false],
  ['/assets', ['/assets/*/asset_uuid'], false],
  ['', ['/preload'], false],
  ['/any/thing', [''], true],
  ['/a~1b', ['/a/b'], false],
  ['/a~1b', ['/a~1b'], true],
  ['/next', ['/preload', '/next'], true],
  ['/next', [], false],
  ['/next', ['no pointer'], false],
])('%s within %j: %s', (pointer, touches, expected) => {
  expect(isTouched(pointer, touches)).toBe(expected);
});

test.each(['no pointer', '/a~2', '/~'])('%s, which is no pointer, is within nothing', (pointer) => {
  expect(isTouched(pointer, ['/a', '/no pointer', '/*'])).toBe(false);
});
