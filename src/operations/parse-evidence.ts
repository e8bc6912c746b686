import { err, ok } from 'neverthrow';
import { isNonEmpty } from '../base/non-empty.js';
import { diagnoseJson } from '../codec/json/diagnose-json.js';
import type { JsonDocument } from '../codec/json/json-document.js';
import { jsonPointer } from '../codec/json-pointer.js';
import { readJson } from '../codec/json/read-json.js';
import { createCollector } from '../diagnostics/collector.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { TextLocation } from '../diagnostics/location.js';
import type { Failure, Outcome } from '../diagnostics/outcome.js';
import { checkStructure } from '../schema/check-structure.js';
import { evidenceSchema } from '../schema/evidence.schema.js';
import { SOURCE_RULES } from '../sources/source-rules.js';
import type { Evidence } from './shards/evidence.js';
import { foldShards } from './shards/fold-shards.js';
import { refuseOtherThanBytes } from './refuse-other-than-bytes.js';

const SUPPORTED = 1;
const artifact = 'evidence';

function refuseVersion(document: JsonDocument, at: (pointer: string) => TextLocation): Diagnostic | null {
  const token = document.topLevelToken('evidence_version') ?? null;
  if (token === String(SUPPORTED)) return null;
  const location = at(token === null ? '' : '/evidence_version');
  return diagnose('EVIDENCE_VERSION_UNSUPPORTED', { artifact, location, data: { token, supported: [SUPPORTED] } });
}

function refuseRules({ rules: found }: Evidence, at: (pointer: string) => TextLocation): readonly Diagnostic[] {
  if (found === SOURCE_RULES) return [];
  return [diagnose('EVIDENCE_RULES_DIFFER', { artifact, location: at('/rules'), data: { found, expected: SOURCE_RULES } })];
}

/**
 * Reads a file of evidence, as strictly as the packer reads anything: budget, UTF-8, strict JSON, version, structure, rules. Who
 * made it is not proven by anything in it: use evidence from where you would take a build, and no other.
 *
 * Codes: EVIDENCE_VERSION_UNSUPPORTED, EVIDENCE_RULES_DIFFER, EVIDENCE_SHARD_INVALID, EVIDENCE_SHARD_TWICE, and those of the JSON
 * and structure areas: of those STRUCTURE_WRONG_TYPE where no bytes are given.
 *
 * @param bytes - the file.
 * @param file - what to call it in findings, with `/`.
 *
 * @example
 * ```ts
 * import { checkShard, evidenceText, parseEvidence } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const checked = await checkShard(createMemoryWorkspace(), { shard: { index: 1, count: 2 } });
 * const text = checked.andThen(({ evidence }) => evidenceText(evidence));
 * if (text.isOk()) {
 *   const parsed = parseEvidence(new TextEncoder().encode(text.value), 'shard-1.json');
 *   if (parsed.isOk()) console.log(parsed.value.value.shard_count); // 2
 * }
 * ```
 */
export function parseEvidence(bytes: Uint8Array, file: string): Outcome<Evidence> {
  const refused = refuseOtherThanBytes(bytes, artifact, file);
  if (refused !== null) return err([refused]);
  const read = readJson(bytes);
  if (read.isErr()) return err(diagnoseJson(read.error, { artifact, file, bytes }));
  const document = read.value;
  const at = (pointer: string): TextLocation => ({ kind: 'text', file, pointer, range: document.locate(pointer, 'value') });
  const refusal = refuseVersion(document, at);
  if (refusal !== null) return err([refusal]);
  const collector = createCollector();
  const value = checkStructure<Evidence>(evidenceSchema(), document, { artifact, file }, collector);
  const found = collector.list();
  if (value === null) return err(found as Failure); // there is an error in it
  const { rules, budgets, shard_count: count } = value;
  const { shards, conflicts } = foldShards(value.shards);
  const faults = createCollector();
  faults.addAll(refuseRules(value, at));
  const shardAt = (index: number): TextLocation => at(jsonPointer(['shards', index, 'shard']));
  for (const [index, { shard }] of value.shards.entries()) {
    if (shard <= count) continue;
    faults.add('EVIDENCE_SHARD_INVALID', file, () =>
      diagnose('EVIDENCE_SHARD_INVALID', { artifact, location: shardAt(index), data: { shard, count } }),
    );
  }
  for (const index of conflicts) {
    const shard = value.shards[index]?.shard ?? 0;
    faults.add('EVIDENCE_SHARD_TWICE', file, () =>
      diagnose('EVIDENCE_SHARD_TWICE', { artifact, location: shardAt(index), data: { shard } }),
    );
  }
  const misfit = faults.list();
  if (isNonEmpty(misfit)) return err(misfit);
  return ok({ value: { evidence_version: SUPPORTED, rules, budgets, shard_count: count, shards }, diagnostics: found });
}
