import { ok, type Result } from 'neverthrow';
import { createAssetReader } from '../../artifacts/asset/create-asset-reader.js';
import { assetDescriptor } from '../../artifacts/asset/descriptor.js';
import { rewriteAsset } from '../../artifacts/asset/rewrite-asset.js';
import { readJson } from '../../codec/json/read-json.js';
import { encodeUtf8 } from '../../codec/json/utf8.js';
import type { Failure } from '../../diagnostics/outcome.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { JsonObject } from '../../versioning/migration-step.js';
import { migrateAssetText } from '../migrate/migrate-text.js';
import { PLAN_TEXT_BUDGETS } from '../plan-text-budgets.js';

/** The text in the current version: of an earlier one only where nothing in it stands in the way. */
function migrate(path: WorkspacePath, text: string, uuid: string): Result<string, Failure> {
  const reader = createAssetReader(PLAN_TEXT_BUDGETS);
  const { version } = reader.parse(encodeUtf8(text), path);
  if (version === null || version >= assetDescriptor.current) return ok(text);
  return migrateAssetText(encodeUtf8(text), path, uuid, reader).map(({ after }) => after);
}

function claim(text: string, uuid: string): string {
  return readJson(encodeUtf8(text), PLAN_TEXT_BUDGETS).match(
    (document) => rewriteAsset(document, { ...(document.value as JsonObject), asset_uuid: uuid }), // the reader refuses every other root
    () => text,
  );
}

/**
 * The text of a declaration that claims a uuid; everything else in it stays as it was written. One of an earlier version is
 * migrated with it, since plans write the current version only.
 *
 * Codes: those of the file's own gates, where it is of an earlier version and something in it stands in the way.
 */
export function draftDeclaration(path: WorkspacePath, text: string, uuid: string): Result<string, Failure> {
  return migrate(path, text, uuid).map((current) => claim(current, uuid));
}
