import { editJsonText } from '../../codec/edit-json-text/edit-json-text.js';
import type { JsonDocument } from '../../codec/json/json-document.js';
import type { JsonObject } from '../../versioning/migration-step.js';

/**
 * The text of an `asset.json` after a migration: what a person wrote stays as it is, new keys come directly after the
 * version, in the file's own style.
 *
 * @param document - the text as it was read.
 * @param value - what it is to say.
 */
export function rewriteAsset({ text }: JsonDocument, value: JsonObject): string {
  return editJsonText(text, value, { newKeyAfter: (object) => (object === '' ? 'schema_version' : undefined) });
}
