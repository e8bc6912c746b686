import { err, ok, type Result } from 'neverthrow';
import { isNonEmpty } from '../../base/non-empty.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Failure } from '../../diagnostics/outcome.js';
import type { SourceBudgets } from '../../sources/source-budgets.js';
import { SOURCE_RULES } from '../../sources/source-rules.js';
import type { SoundContents } from '../../workspace/sound-contents.js';
import { budgetDifferences } from './budget-differences.js';
import { evidenceBudgetsOf } from './evidence-budgets-of.js';
import type { Evidence } from './evidence.js';

const MOST_NAMED = 20;
const location = { kind: 'workspace' } as const;

function findMissing({ shard_count: of, shards }: Evidence): readonly Diagnostic[] {
  const given = new Set(shards.map(({ shard }) => shard));
  const missing: number[] = [];
  for (let shard = 1; shard <= of && missing.length < MOST_NAMED; shard += 1) if (!given.has(shard)) missing.push(shard);
  if (missing.length === 0) return [];
  return [diagnose('EVIDENCE_SHARD_MISSING', { artifact: 'evidence', location, data: { missing, count: of - given.size, of } })];
}

/**
 * The contents that evidence says are sound; or why it may not be used: EVIDENCE_RULES_DIFFER, EVIDENCE_BUDGET_DIFFERS,
 * EVIDENCE_SHARD_MISSING.
 *
 * @param budgets - the limits that sources are checked with now.
 */
export function soundByEvidence(evidence: Evidence, budgets: SourceBudgets): Result<SoundContents, Failure> {
  const { rules, shards } = evidence;
  const expected = SOURCE_RULES;
  const faults = [
    ...(rules === expected
      ? []
      : [diagnose('EVIDENCE_RULES_DIFFER', { artifact: 'evidence', location, data: { found: rules, expected } })]),
    ...budgetDifferences(evidence.budgets, evidenceBudgetsOf(budgets), location),
    ...findMissing(evidence),
  ];
  if (isNonEmpty(faults)) return err(faults);
  const png = new Set(shards.flatMap(({ sound }) => sound.png));
  const wav = new Set(shards.flatMap(({ sound }) => sound.wav));
  return ok({ has: (kind, sha256) => (kind === 'png' ? png.has(sha256) : kind === 'wav' && wav.has(sha256)) });
}
