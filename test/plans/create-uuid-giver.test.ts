import { describe, expect, it } from 'vitest';
import type { IdentityClaim } from '../../src/artifacts/asset/claim.js';
import { createUuidGiver } from '../../src/plans/create-uuid-giver.js';
import { classifyIdentity } from '../../src/workspace/classify-identity.js';
import type { AssetState } from '../../src/workspace/asset-state.js';
import type { WorkspaceSnapshot } from '../../src/workspace/snapshot.js';
import { claim, GONE, record, registry, U1, U2, U3 } from '../workspace/identity-states.js';

const KNOWN = registry(record(1, U1, 'a'), record(2, U3, 'gone'));
const CLAIMS: readonly (readonly [string, IdentityClaim])[] = [
  ['a', { kind: 'spelling', uuid: 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb', found: 'B' }],
  ['b', claim(U2)],
  ['c', { kind: 'none' }],
  ['d', { kind: 'invalid', found: 'x' }],
];

function giverOf(known: typeof KNOWN | null, ...uuids: readonly string[]) {
  const identities = classifyIdentity(known, new Map(CLAIMS));
  const assets = identities.map((identity) => ({ root: identity.root, identity }) as AssetState);
  const left = [...uuids];
  const snapshot = { assets, registry: known } as Partial<WorkspaceSnapshot> as WorkspaceSnapshot;
  return createUuidGiver({ newUuid: () => left.shift() ?? '' }, snapshot);
}

const FREE = 'cccccccc-cccc-4ccc-8ccc-cccccccccccc';

describe('createUuidGiver', () => {
  it.each<[string, string]>([
    ['is the project', KNOWN.project_uuid],
    ['is recorded', U1],
    ['is recorded of a folder that is gone', U3],
    ['is retired', GONE],
    ['is claimed', U2],
    ['is claimed in another spelling', 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb'],
    ['is none', 'x'],
    ['is spelled otherwise', FREE.toUpperCase()],
  ])('takes no uuid that %s', (_, found) => {
    expect(giverOf(KNOWN, found)()._unsafeUnwrapErr()).toMatchObject({
      code: 'REGISTER_IDENTITY_REFUSED',
      artifact: 'registry',
      location: { kind: 'file', file: 'assets/.prometeu/index.json' },
      data: { found },
    });
  });

  it('takes each that is free once', () => {
    const give = giverOf(KNOWN, FREE, FREE);
    expect(give()._unsafeUnwrap()).toBe(FREE);
    expect(give()._unsafeUnwrapErr().data).toEqual({ found: FREE });
  });

  it('takes none that is claimed, and every other, where nothing is recorded', () => {
    const give = giverOf(null, U1, U2, GONE);
    expect([give(), give(), give()].map((given) => given.isOk())).toEqual([true, false, true]);
  });
});
