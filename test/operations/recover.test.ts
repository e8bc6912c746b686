import { describe, expect, it } from 'vitest';
import { build, recover, verifyWorkspace } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { workspace } from '../workspace/workspaces.js';

describe('recover', () => {
  it('writes nothing where nothing is pending', async () => {
    const host = createMemoryWorkspace(workspace({ a: 1 }));
    const before = host.files();
    expect((await recover(host)).isOk()).toBe(true);
    expect(host.files()).toEqual(before);
  });

  it('finishes a build that was committed and interrupted', async () => {
    let renames = 0;
    const faults = (operation: string) => (operation === 'rename' && (renames += 1) === 2 ? ('io' as const) : undefined);
    const host = createMemoryWorkspace(workspace({ a: 1 }), { faults });
    const answer = await build(host);
    if (answer.isErr()) console.log(answer.error.map((d) => [d.code, d.data]));
    const built = answer._unsafeUnwrap();
    expect(built.value.state).toBe('pending');
    expect(built.diagnostics.map(({ code }) => code)).toContain('PLAN_TRANSACTION_PENDING');
    const recovered = (await recover(host))._unsafeUnwrap();
    expect(recovered.diagnostics.map(({ code }) => code)).toEqual(['PLAN_RECOVERED']);
    expect((await verifyWorkspace(host))._unsafeUnwrap().ok).toBe(true);
  });
});
