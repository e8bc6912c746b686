import { describe, expect, it } from 'vitest';
import { keepsVersion } from '../../../src/plans/identity/keeps-version.js';

describe('keepsVersion', () => {
  it.each<[string, string, boolean]>([
    ['{"schema_version":3}', '{"schema_version":3,"a":1}', true],
    ['{"schema_version":3}', '{"schema_version":4}', false],
    ['{"schema_version":3}', '{"schema_version":3.0}', false],
    ['{"schema_version":3}', '{}', false],
    ['{}', '{"schema_version":3}', false],
    ['{}', '{"a":1}', true],
    ['{}', '{', false],
    ['{"schema_version":3}', '\ufeff{"schema_version":3}', false],
    ['\ufeff{"schema_version":3}', '{"schema_version":3}', true],
    ['\ufeff{"schema_version":3}', '\ufeff{"schema_version":3,}', true],
    ['\ufeff{"schema_version":3}', '{"schema_version":4}', false],
    ['{"schema_version":3,}', '{}', false],
    ['{"a":1,}', '{}', true],
    ['{"schema_version":3,}', '{', false],
    ['{,,}', '{"schema_version":4}', true],
    ['{', 'x', true],
  ])('of %j and %j: %j', (before, after, expected) => {
    expect(keepsVersion(before, after)).toBe(expected);
  });
});
