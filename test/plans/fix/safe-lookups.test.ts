import { describe, expect, it } from 'vitest';
import { readWorkspace } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { safeLookups } from '../../../src/plans/fix/safe-lookups.js';
import { declaration, uuid, workspace } from '../../workspace/workspaces.js';

describe('safeLookups', () => {
  it('looks once at who is recorded where, however many identities it settles', async () => {
    const digits = Array.from({ length: 12 }, (_, index) => index + 1);
    const files = workspace(Object.fromEntries(digits.map((digit) => [`a${digit}`, digit])));
    const misspelled = digits.map((digit) => [
      `assets/a${digit}/asset.json`,
      declaration(digit, { asset_uuid: `urn:uuid:${uuid(digit)}` }),
    ]);
    const host = createMemoryWorkspace({ ...files, ...(Object.fromEntries(misspelled) as Record<string, string>) });
    const snapshot = (await readWorkspace(host))._unsafeUnwrap();
    let looks = 0;
    const watched = new Proxy(snapshot, {
      get(target, key) {
        if (key === 'registry') looks += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
    const found = safeLookups(watched, () => true);
    expect(found.map(({ choice }) => choice)).toEqual(digits.map(() => 'canonicalise'));
    expect(looks).toBeLessThan(4);
  });
});
