import { err, ok, type Result } from 'neverthrow';
import { LARGEST_ASSET_ID, type Registry, type RegistryRecord } from '../../artifacts/registry/model.js';
import { compareStrings } from '../../base/compare-strings.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { REGISTRY_PATH } from '../../paths/owned-paths.js';
import type { createUuidGiver } from '../create-uuid-giver.js';
import type { ResolutionStep } from './resolution-step.js';

/** A registry after some steps. */
export interface RegistryDraft {
  /** The registry. */
  readonly registry: Registry;
  /** The uuids of the folders that were registered, by root. */
  readonly registered: ReadonlyMap<string, string>;
}

/**
 * Carries out the steps that concern the registry, all at once: records come to their new roots, others are retired, and
 * folders are registered by code units of their root, each with the next number. Numbers are never given twice.
 *
 * Codes: REGISTER_IDS_EXHAUSTED, REGISTER_IDENTITY_REFUSED.
 */
export function draftRegistry(
  registry: Registry,
  steps: readonly ResolutionStep[],
  newUuid: ReturnType<typeof createUuidGiver>,
): Result<RegistryDraft, Diagnostic> {
  const roots = new Map(steps.flatMap((step) => (step.kind === 'move-record' ? [[step.record.root, step.root] as const] : [])));
  const gone = new Map(steps.flatMap((step) => (step.kind === 'retire-record' ? [[step.record.root, step.record] as const] : [])));
  const kept = registry.assets.filter(({ root }) => !gone.has(root));
  const records: RegistryRecord[] = kept.map((record) => ({ ...record, root: roots.get(record.root) ?? record.root }));
  const registered = new Map<string, string>();
  let next = registry.next_asset_id;
  const arrivals = steps.flatMap((step) => (step.kind === 'register' ? [step] : [])).sort((a, b) => compareStrings(a.root, b.root));
  for (const { root, uuid, included } of arrivals) {
    if (next > LARGEST_ASSET_ID) {
      const location = { kind: 'file', file: REGISTRY_PATH } as const;
      return err(diagnose('REGISTER_IDS_EXHAUSTED', { artifact: 'registry', location, data: { next } }));
    }
    const given = uuid === null ? newUuid() : ok(uuid);
    if (given.isErr()) return err(given.error);
    records.push({ asset_id: next, asset_uuid: given.value, root, included_in_build: included });
    registered.set(root, given.value);
    next += 1;
  }
  const retired = [...registry.retired, ...[...gone.values()].map(({ asset_id, asset_uuid }) => ({ asset_id, asset_uuid }))];
  return ok({ registry: { ...registry, next_asset_id: next, assets: records, retired }, registered });
}
