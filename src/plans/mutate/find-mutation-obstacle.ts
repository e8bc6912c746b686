import { assetDescriptor } from '../../artifacts/asset/descriptor.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { AssetState } from '../../workspace/asset-state.js';
import { declarationOf } from '../../workspace/input-tree.js';
import { migrateFirst } from '../migrate-first.js';
import { mutationKinds, type Mutation } from './mutation.js';

/**
 * What stands in the way of a mutation of an asset, whatever it is for.
 *
 * Codes: MUTATION_UNKNOWN, for callers whose types nobody checks; MUTATION_ROOT_NOT_FOUND, MUTATION_NOT_REGISTERED, MUTATION_NOT_READABLE, RESOLVE_MIGRATE_FIRST,
 * RESOLVE_BY_HAND: retiring a number or a uuid that another record has too would take it from that one.
 *
 * @param state - the asset; undefined where there is none at that root.
 */
export function findMutationObstacle({ kind, root }: Mutation, state: AssetState | undefined): Diagnostic | null {
  if (!mutationKinds.includes(kind)) {
    const found: unknown = kind;
    const data = { kind: typeof found === 'string' ? found : typeof found, known: mutationKinds };
    return diagnose('MUTATION_UNKNOWN', { artifact: 'workspace', location: { kind: 'workspace' }, data, subject: data.kind });
  }
  const location = { kind: 'file', file: declarationOf(root) } as const;
  if (state === undefined) {
    const finding = { artifact: 'workspace', location: { kind: 'workspace' }, data: { root }, subject: root } as const;
    return diagnose('MUTATION_ROOT_NOT_FOUND', finding);
  }
  const { identity, version } = state;
  if (kind === 'set-inclusion' || kind === 'remove' || kind === 'relocate') {
    if (kind === 'remove' && identity.class === 'id-conflict') {
      return diagnose('RESOLVE_BY_HAND', { artifact: 'registry', location, data: { root, class: identity.class }, subject: root });
    }
    if (identity.record?.root === root) return null;
    return diagnose('MUTATION_NOT_REGISTERED', { artifact: 'registry', location, data: { root, class: identity.class } });
  }
  if (version === null) return diagnose('MUTATION_NOT_READABLE', { artifact: 'asset', location, data: { root } });
  const isOld = assetDescriptor.migratable.includes(version); // one outside the window is refused by what comes of it
  return isOld ? migrateFirst(declarationOf(root), assetDescriptor, version) : null;
}
