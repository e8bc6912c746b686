import { err, ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnostics/diagnose.js';
import { draftRegistry } from '../../../src/plans/resolve/draft-registry.js';
import type { ResolutionStep } from '../../../src/plans/resolve/resolution-step.js';
import { record, registry, U1, U2, U3 } from '../../workspace/identity-states.js';
import { uuid } from '../../workspace/workspaces.js';

const A = record(1, U1, 'a');
const B = record(2, U2, 'b');
const C = { ...record(3, U3, 'c'), included_in_build: false };
const KNOWN = registry(A, B, C);
const LARGEST = 4_294_967_294;

const why = 'because';
const register = (root: string, given: string | null, included = true): ResolutionStep => ({
  kind: 'register',
  root,
  uuid: given,
  included,
  why,
});

function giver() {
  let digit = 4;
  return () => ok(uuid((digit += 1)));
}

const draft = (steps: readonly ResolutionStep[], known = KNOWN) => draftRegistry(known, steps, giver());

describe('draftRegistry', () => {
  it('changes nothing for steps that are no business of the registry', () => {
    const steps: readonly ResolutionStep[] = [
      { kind: 'claim', root: 'a', uuid: U2, why },
      { kind: 'remove-declaration', root: 'b', why },
    ];
    expect(draft(steps)._unsafeUnwrap()).toEqual({ registry: KNOWN, registered: new Map() });
  });

  it('moves records all at once', () => {
    const steps: readonly ResolutionStep[] = [
      { kind: 'move-record', record: A, root: 'b', why },
      { kind: 'move-record', record: B, root: 'a', why },
    ];
    expect(draft(steps)._unsafeUnwrap().registry).toEqual({ ...KNOWN, assets: [{ ...A, root: 'b' }, { ...B, root: 'a' }, C] });
  });

  it('retires records, and takes others to their roots', () => {
    const steps: readonly ResolutionStep[] = [
      { kind: 'retire-record', record: C, why },
      { kind: 'move-record', record: A, root: 'c', why },
      { kind: 'retire-record', record: B, why },
    ];
    expect(draft(steps)._unsafeUnwrap().registry).toEqual({
      ...KNOWN,
      assets: [{ ...A, root: 'c' }],
      retired: [...KNOWN.retired, { asset_id: 3, asset_uuid: U3 }, { asset_id: 2, asset_uuid: U2 }],
    });
  });

  it('registers by root, with the next numbers, uuids that are kept and new ones', () => {
    const { registry: after, registered } = draft([
      register('z', null),
      register('x', uuid(9), false),
      register('y', null),
    ])._unsafeUnwrap();
    expect(after).toEqual({
      ...KNOWN,
      next_asset_id: 103,
      assets: [
        ...KNOWN.assets,
        { asset_id: 100, asset_uuid: uuid(9), root: 'x', included_in_build: false },
        { asset_id: 101, asset_uuid: uuid(5), root: 'y', included_in_build: true },
        { asset_id: 102, asset_uuid: uuid(6), root: 'z', included_in_build: true },
      ],
    });
    expect([...registered]).toEqual([
      ['x', uuid(9)],
      ['y', uuid(5)],
      ['z', uuid(6)],
    ]);
  });

  it('gives the last number there is, and none after it', () => {
    const full = { ...KNOWN, next_asset_id: LARGEST };
    expect(draft([register('x', null)], full)._unsafeUnwrap().registry.next_asset_id).toBe(LARGEST + 1);
    expect(draft([register('x', null), register('y', null)], full)._unsafeUnwrapErr()).toMatchObject({
      code: 'REGISTER_IDS_EXHAUSTED',
      artifact: 'registry',
      location: { kind: 'file', file: 'assets/.prometeu/index.json' },
      data: { next: LARGEST + 1 },
    });
  });

  it('tells why there is no new uuid', () => {
    const refusal = diagnose('REGISTER_IDENTITY_REFUSED', { artifact: 'registry', location: { kind: 'workspace' }, data: { found: '' } });
    const refused = draftRegistry(KNOWN, [register('x', U1), register('y', null)], () => err(refusal));
    expect(refused._unsafeUnwrapErr()).toBe(refusal);
  });
});
