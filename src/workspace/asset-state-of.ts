import type { WorkspacePath } from '../paths/workspace-path.js';
import type { AcceptedAsset } from './accept-workspace.js';
import type { AssetState, ResolvedInput } from './asset-state.js';
import type { CheckedSource } from './checked-source.js';
import type { IdentityVerdict } from './classify-identity.js';
import type { PlacedInputs } from './place-inputs.js';

/** Identity classes that do not stand in the way of a build: settled, or not part of it yet. */
const SETTLED: ReadonlySet<string> = /* @__PURE__ */ new Set(['ok', 'unregistered', 'imported']);

/** What was found of an asset besides its identity. */
export interface AssetParts {
  /** Its declaration; nothing where there is none. */
  readonly asset: AcceptedAsset | null | undefined;
  /** Where its inputs stand; nothing where it has no body. */
  readonly placed: PlacedInputs | null | undefined;
  /** What was found in the files that it names. */
  readonly sources: ReadonlyMap<WorkspacePath, CheckedSource | undefined>;
  /** Whether a build depends on it. */
  readonly reachable: boolean;
  /** Whether there is an error in what belongs to it. */
  readonly faulty: boolean;
}

function resolveInputs(placed: PlacedInputs | null | undefined, sources: AssetParts['sources']): readonly ResolvedInput[] {
  const resolved: ResolvedInput[] = [];
  for (const { role, path, file } of placed?.inputs ?? []) {
    const source = sources.get(file);
    if (source !== undefined) resolved.push({ role, path, file, size: source.size, sha256: source.sha256 });
  }
  return resolved;
}

/** Puts together what a snapshot says of an asset. */
export function assetStateOf(identity: IdentityVerdict, { asset, placed, sources, reachable, faulty }: AssetParts): AssetState {
  return {
    root: identity.root,
    identity,
    version: asset?.version ?? null,
    migration: asset?.migration ?? null,
    body: asset?.body ?? null,
    inputs: resolveInputs(placed, sources),
    reachable,
    blocked: faulty || !SETTLED.has(identity.class),
  };
}
