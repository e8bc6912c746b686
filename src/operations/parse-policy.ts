import { err, ok } from 'neverthrow';
import { diagnoseJson } from '../codec/json/diagnose-json.js';
import type { JsonDocument } from '../codec/json/json-document.js';
import { jsonPointer } from '../codec/json-pointer.js';
import { readJson } from '../codec/json/read-json.js';
import { createCollector } from '../diagnostics/collector.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { TextLocation } from '../diagnostics/location.js';
import type { Severity } from '../diagnostics/severity.js';
import type { Failure, Outcome } from '../diagnostics/outcome.js';
import type { BaselineEntry, Policy } from '../policy/policy.js';
import { checkStructure } from '../schema/check-structure.js';
import { policySchema } from '../schema/policy.schema.js';
import { refuseOtherThanBytes } from './refuse-other-than-bytes.js';

const SUPPORTED = 1;

/** A policy as its file holds it. */
interface PolicyFile {
  readonly severities?: Readonly<Record<string, Severity | 'ignore'>>;
  readonly baseline?: readonly Omit<BaselineEntry, 'location'>[];
}

function refuseVersion(document: JsonDocument, file: string): Diagnostic | null {
  const token = document.topLevelToken('policy_version') ?? null;
  if (token === String(SUPPORTED)) return null;
  const pointer = token === null ? '' : '/policy_version';
  const location = { kind: 'text', file, pointer, range: document.locate(pointer, 'value') } as const;
  return diagnose('POLICY_VERSION_UNSUPPORTED', { artifact: 'policy', location, data: { token, supported: [SUPPORTED] } });
}

function toPolicy({ severities = {}, baseline = [] }: PolicyFile, at: (pointer: string, part: 'key' | 'value') => TextLocation): Policy {
  return {
    rules: Object.entries(severities).map(([code, severity]) => ({
      code,
      severity,
      location: at(jsonPointer(['severities', code]), 'key'),
    })),
    baseline: baseline.map((entry, index) => ({ ...entry, location: at(jsonPointer(['baseline', index]), 'value') })),
  };
}

/**
 * Reads a policy file, as strictly as the packer reads anything: budget, UTF-8, strict JSON, version, structure. What it
 * may not ask for is told when it is applied (`applyPolicy`), at the place of the entry.
 *
 * Codes: POLICY_VERSION_UNSUPPORTED, and those of the JSON and structure areas: of those STRUCTURE_WRONG_TYPE where no bytes are
 * given.
 *
 * @param bytes - the file.
 * @param file - what to call it in findings, with `/`.
 *
 * @example
 * ```ts
 * import { applyPolicy, parsePolicy } from 'prometeu-packer';
 *
 * const text = '{ "policy_version": 1, "severities": { "STRUCTURE_UNKNOWN_KEY": "error" } }';
 * const parsed = parsePolicy(new TextEncoder().encode(text), 'policy.json');
 * if (parsed.isOk()) console.log(applyPolicy([], parsed.value.value).diagnostics); // []
 * ```
 */
export function parsePolicy(bytes: Uint8Array, file: string): Outcome<Policy> {
  const artifact = 'policy';
  const refused = refuseOtherThanBytes(bytes, artifact, file);
  if (refused !== null) return err([refused]);
  const read = readJson(bytes);
  if (read.isErr()) return err(diagnoseJson(read.error, { artifact, file, bytes }));
  const document = read.value;
  const refusal = refuseVersion(document, file);
  if (refusal !== null) return err([refusal]);
  const collector = createCollector();
  const value = checkStructure<PolicyFile>(policySchema(), document, { artifact, file }, collector);
  const found = collector.list();
  if (value === null) return err(found as Failure); // there is an error in it
  const at = (pointer: string, part: 'key' | 'value') => ({ kind: 'text', file, pointer, range: document.locate(pointer, part) }) as const;
  return ok({ value: toPolicy(value, at), diagnostics: found });
}
