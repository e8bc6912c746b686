import type { Registry } from '../../artifacts/registry/model.js';
import type { JsonObject } from '../../versioning/migration-step.js';
import { changeDeclaration } from './change-declaration.js';
import { includeRecord } from './include-record.js';
import { moveRecords } from './move-records.js';
import type { Mutation } from './mutation.js';
import { retireRecord } from './retire-record.js';

/** What files say after mutations. */
export interface MutationDraft {
  /** The registry; the very one that was given where none of them changes it. */
  readonly registry: Registry;
  /** The declarations by root; null for one that goes. */
  readonly declarations: ReadonlyMap<string, JsonObject | null>;
}

function changeRegistry(registry: Registry, mutation: Mutation): Registry {
  const { root } = mutation;
  switch (mutation.kind) {
    case 'set-inclusion':
      return includeRecord(registry, { root }, mutation.included);
    case 'relocate':
      return moveRecords(registry, mutation);
    case 'remove': {
      const record = registry.assets.find((known) => known.root === root);
      return record === undefined ? registry : retireRecord(registry, record);
    }
    default:
      return registry;
  }
}

/** What a declaration says after a mutation; undefined where that is no business of the mutation's. */
function changedDeclaration(value: JsonObject, mutation: Mutation): JsonObject | null | undefined {
  switch (mutation.kind) {
    case 'set-inclusion':
    case 'relocate':
      return undefined;
    case 'remove':
      return mutation.deleteDeclaration === true ? null : undefined;
    default:
      return changeDeclaration(value, mutation);
  }
}

/**
 * Carries out mutations one after the other; those of a declaration that went by an earlier one do nothing. Every root is that
 * of before, so records move last.
 */
export function draftMutations(
  mutations: readonly Mutation[],
  registry: Registry,
  declared: ReadonlyMap<string, JsonObject>,
): MutationDraft {
  const declarations = new Map<string, JsonObject | null>(declared);
  for (const mutation of mutations) {
    const value = declarations.get(mutation.root);
    const changed = value === undefined || value === null ? undefined : changedDeclaration(value, mutation);
    if (changed !== undefined) declarations.set(mutation.root, changed);
  }
  const moves = mutations.filter(({ kind }) => kind === 'relocate');
  const others = mutations.filter(({ kind }) => kind !== 'relocate');
  return { registry: [...others, ...moves].reduce(changeRegistry, registry), declarations };
}
