import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** The official schema of SARIF 2.1.0. It is written for draft 4, of which it uses nothing that draft 7 means otherwise but `id`. */
export function sarifSchema(): ValidateFunction {
  const text = readFileSync(new URL('sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8');
  const { id, ...schema } = JSON.parse(text) as { readonly id: string };
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile({ ...schema, $id: id, $schema: 'http://json-schema.org/draft-07/schema#' });
}
