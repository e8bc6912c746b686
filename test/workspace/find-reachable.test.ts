import { describe, expect, it } from 'vitest';
import type { IdentityVerdict } from '../../src/workspace/classify-identity.js';
import { findReachable } from '../../src/workspace/find-reachable.js';

const UUID = '11111111-1111-4111-8111-111111111111';
const verdict = (root: string, included: boolean | null, claimed: string | null, recordRoot = root): IdentityVerdict => ({
  root,
  class: 'ok',
  claim: claimed === null ? { kind: 'none' } : { kind: 'valid', uuid: claimed },
  record: included === null ? null : { asset_id: 1, asset_uuid: UUID, root: recordRoot, included_in_build: included },
  others: [],
  otherCount: 0,
});

describe('findReachable', () => {
  it('reaches an included record, not an excluded one', () => {
    expect([...findReachable([verdict('a', true, UUID)])]).toEqual(['a']);
    expect([...findReachable([verdict('a', false, UUID)])]).toEqual([]);
  });

  it('reaches every folder that claims the uuid of an included record', () => {
    expect([...findReachable([verdict('a', true, UUID), verdict('copy', null, UUID)])]).toEqual(['a', 'copy']);
  });

  it('reaches a folder at the root of an included record whatever it claims', () => {
    expect([...findReachable([verdict('a', true, null)])]).toEqual(['a']);
  });

  it('leaves unregistered and imported folders alone', () => {
    expect([...findReachable([verdict('a', null, null), verdict('b', null, '22222222-2222-4222-8222-222222222222')])]).toEqual([]);
  });
});
