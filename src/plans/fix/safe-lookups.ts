import type { Registry } from '../../artifacts/registry/model.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { identityChoicesOf } from '../../diagnostics/fix-choices.js';
import type { IdentityClass } from '../../workspace/classify-identity.js';
import type { IdentityChoice } from '../../workspace/identity-choices.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import type { ResolutionStep } from '../resolve/resolution-step.js';
import { identitySceneOf } from '../resolve/identity-scene.js';
import { resolveIdentity } from '../resolve/resolve-identity.js';

/** What settles an identity by looking it up, where only one answer is possible (CONTRACT.md §3). */
const LOOKUPS: Readonly<Partial<Record<IdentityClass, IdentityChoice>>> = {
  moved: 'update-root',
  'lost-claim': 'restore-claim',
  spelling: 'canonicalise',
};

/** Every choice that only looks something up. */
export const LOOKUP_CHOICES: ReadonlySet<string> = /* @__PURE__ */ new Set(/* @__PURE__ */ Object.values(LOOKUPS));

/** An identity that is settled by looking it up. */
export interface SafeLookup {
  /** The finding. */
  readonly diagnostic: Diagnostic;
  /** What settles it. */
  readonly choice: IdentityChoice;
  /** Folder of the asset, relative to `assets/`. */
  readonly root: string;
  /** What is to be done: claims and moved records alone. */
  readonly steps: readonly LookupStep[];
}

type LookupStep = Extract<ResolutionStep, { readonly kind: 'claim' | 'move-record' }>;

function isLookup(step: ResolutionStep): step is LookupStep {
  return step.kind === 'claim' || step.kind === 'move-record';
}

/** The folders that a step is about. */
function rootsOf(step: LookupStep): readonly string[] {
  return step.kind === 'move-record' ? [step.record.root, step.root] : [step.root];
}

/**
 * The identities of a workspace that are settled by looking them up, and that can be settled together: moved, lost and misspelled
 * ones, never one that somebody has to choose. Pure.
 *
 * @param isTaken - whether one that a finding tells is taken at all.
 */
export function safeLookups(snapshot: WorkspaceSnapshot, isTaken: (diagnostic: Diagnostic) => boolean): readonly SafeLookup[] {
  const findings = new Map(snapshot.diagnostics.map((diagnostic) => [identityChoicesOf(diagnostic)?.root, diagnostic]));
  const scene = identitySceneOf(snapshot);
  const touched = new Set<string>();
  return snapshot.assets.flatMap(({ root, identity }): readonly SafeLookup[] => {
    const choice = LOOKUPS[identity.class];
    const diagnostic = findings.get(root);
    if (choice === undefined || diagnostic === undefined || !isTaken(diagnostic)) return [];
    const resolved = resolveIdentity(snapshot, { root, choice }, scene);
    if (resolved.isErr() || !resolved.value.every(isLookup)) return [];
    const roots = resolved.value.flatMap(rootsOf);
    if (roots.some((other) => touched.has(other))) return [];
    for (const other of roots) touched.add(other);
    return [{ diagnostic, choice, root, steps: resolved.value }];
  });
}

/** A registry whose records have come to the folders that lookups found; null where none of them moves one. */
export function registryAfterLookups(registry: Registry, lookups: readonly SafeLookup[]): Registry | null {
  const steps = lookups.flatMap((lookup) => lookup.steps);
  const roots = new Map(steps.flatMap((step) => (step.kind === 'move-record' ? [[step.record.root, step.root] as const] : [])));
  if (roots.size === 0) return null;
  return { ...registry, assets: registry.assets.map((record) => ({ ...record, root: roots.get(record.root) ?? record.root })) };
}
