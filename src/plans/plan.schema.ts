import * as z from 'zod/mini';
import { parseWorkspacePath, WORKSPACE_ROOT, type WorkspacePath } from '../paths/workspace-path.js';
import type { Plan } from './plan.js';

/**
 * The shape of a plan, for one that comes back from outside. What it gives is a copy: what the caller does to its own
 * plan meanwhile changes nothing. Made when first asked for, so that loading the package builds no schema.
 */
export function planSchema(): z.ZodMiniType<Plan<WorkspacePath>> {
  const count = z.int().check(z.gte(0));
  const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
  const path = z.custom<WorkspacePath>((value) => typeof value === 'string' && parseWorkspacePath(value).isOk(), 'workspace path');
  const folder = z.union([z.literal(WORKSPACE_ROOT), path]);
  const identity = z.strictObject({ asset_uuid: z.nullable(z.string()), asset_id: count, root: z.string() });
  const textEdit = z.strictObject({
    kind: z.literal('text'),
    path,
    before: z.nullable(z.string()),
    after: z.nullable(z.string()),
    diff: z.string(),
  });
  const input = z.strictObject({ role: z.string(), path: z.string(), file: path, size: count, sha256: z.nullable(sha256) });
  const asset = z.strictObject({
    asset_id: count,
    asset_uuid: z.string(),
    root: z.string(),
    asset_name: z.string(),
    bank_type: z.enum(['TILES', 'SOUNDS', 'PALETTES', 'DATA']),
    metadata: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    inputs: z.array(input),
  });
  const composeEdit = z.strictObject({
    kind: z.literal('compose'),
    path,
    length: count,
    recipe: z.strictObject({ assets: z.array(asset), preload: z.array(z.strictObject({ asset_id: count, slot: count })) }),
  });
  const moveEdit = z.strictObject({ kind: z.literal('move-folder'), path, from: path });
  return z.strictObject({
    kind: z.enum(['register', 'build', 'migrate', 'mutate', 'resolve', 'fix', 'undo']),
    edits: z.array(z.discriminatedUnion('kind', [textEdit, composeEdit, moveEdit])),
    identityChanges: z.array(
      z.strictObject({
        kind: z.enum([
          'project-created',
          'project-removed',
          'asset-registered',
          'asset-retired',
          'asset-moved',
          'asset-unregistered',
          'identity-derived',
          'identity-recorded',
          'identity-removed',
          'claim-added',
          'claim-changed',
          'claim-removed',
        ]),
        root: z.string(),
        before: z.nullable(identity),
        after: z.nullable(identity),
        evidence: z.string(),
      }),
    ),
    preconditions: z.strictObject({
      projectUuid: z.nullable(z.string()),
      files: z.array(z.strictObject({ path, sha256: z.nullable(sha256) })),
      heads: z.array(z.strictObject({ path, length: count, sha256 })),
      folders: z.array(z.strictObject({ path: folder, listing: z.nullable(sha256) })),
    }),
    digest: z.string(),
  });
}
