import { applyPlan, build, type PackerHost, planRegister, verifyArchive, verifyWorkspace } from 'prometeu-packer';

/** What came of each step: true, or the codes of what stood in the way. */
export interface PackedGame {
  readonly registered: true | readonly string[];
  readonly built: true | readonly string[];
  readonly verified: boolean | readonly string[];
  readonly sound: boolean | readonly string[];
}

/** Registers all sources of a workspace, builds it, and verifies what was built. */
export async function packGame(host: PackerHost): Promise<PackedGame> {
  const codesOf = (failure: readonly { readonly code: string }[]): readonly string[] => failure.map(({ code }) => code);
  const planned = await planRegister(host);
  const applied = planned.isErr() ? planned : await applyPlan(host, planned.value.value);
  const built = await build(host);
  const verified = await verifyWorkspace(host);
  const sound = await verifyArchive(host);
  return {
    registered: applied.isOk() ? true : codesOf(applied.error),
    built: built.isOk() ? true : codesOf(built.error),
    verified: verified.isOk() ? verified.value.ok : codesOf(verified.error),
    sound: sound.isOk() ? sound.value.ok : codesOf(sound.error),
  };
}
