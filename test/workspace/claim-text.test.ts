import { describe, expect, it } from 'vitest';
import type { IdentityClaim } from '../../src/artifacts/asset/claim.js';
import { claimText } from '../../src/workspace/claim-text.js';
import { U1 } from './identity-states.js';

describe('claimText', () => {
  it.each<[IdentityClaim | null | undefined, string | null]>([
    [{ kind: 'valid', uuid: U1 }, U1],
    [{ kind: 'spelling', uuid: U1, found: `{${U1}}` }, `{${U1}}`],
    [{ kind: 'invalid', found: 'x' }, 'x'],
    [{ kind: 'none' }, null],
    [{ kind: 'unknown' }, null],
    [null, null],
    [undefined, null],
  ])('of %j is %j', (claim, expected) => {
    expect(claimText(claim)).toBe(expected);
  });
});
