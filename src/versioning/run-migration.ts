import type { Result } from 'neverthrow';
import type { Collector } from '../diagnostics/collector.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Location } from '../diagnostics/location.js';
import type { VersionFacts } from '../diagnostics/version-facts.js';
import type { MigrationChain } from './migration-chain.js';
import { migrationFacts } from './migration-facts.js';
import type { MigrationRun, MigrationStepRun } from './migration-run.js';
import type { JsonObject } from './migration-step.js';
import { runMigrationStep, type StepFailure, type StepResult } from './run-migration-step.js';
import type { VersionDescriptor } from './version-descriptor.js';

/** A value to be migrated, and where it came from. */
export interface Migratable<Identity> {
  /** The value: valid in its version. It is frozen, never changed. */
  readonly value: JsonObject;
  /** Its version. */
  readonly version: number;
  /** What a step that declares identity is given. */
  readonly identity: Identity;
  /** Where values of its file stand. */
  readonly locate: (pointer: string, part: 'key' | 'value') => Location;
}

const WHAT = 'correct the file by hand, or restore it from version control; it was left as it is';

function tellFailure({ code, data }: StepFailure, location: Location, descriptor: VersionDescriptor, facts: VersionFacts) {
  const finding = { artifact: descriptor.artifact, location, subject: data.step, facts };
  switch (code) {
    case 'MIGRATION_STEP_FAILED':
      return diagnose(code, { ...finding, data });
    case 'MIGRATION_STEP_INVALID':
      return diagnose(code, { ...finding, data });
    case 'MIGRATION_STEP_OVERREACHED':
      return diagnose(code, { ...finding, data });
    case 'MIGRATION_IDENTITY_CHANGED':
      return diagnose(code, { ...finding, data });
    case 'MIGRATION_UNKNOWN_KEY_LOST':
      return diagnose(code, { ...finding, data });
  }
}

/**
 * Brings a value to the current version, step by step. Any failure leaves everything as it was found and says how far it
 * got. Pure: the same value and identity give the same result everywhere.
 *
 * Codes: MIGRATION_STEP_FAILED, MIGRATION_STEP_INVALID, MIGRATION_STEP_OVERREACHED, MIGRATION_IDENTITY_CHANGED,
 * MIGRATION_UNKNOWN_KEY_LOST.
 *
 * @param collector - takes what went wrong.
 */
export function runMigration<Identity>(chain: MigrationChain<Identity>, from: Migratable<Identity>, collector: Collector): MigrationRun {
  const { descriptor } = chain;
  const pending = chain.steps.filter((step) => step.from >= from.version);
  const steps: MigrationStepRun[] = [];
  let unknownKeys: readonly string[] | null = null;
  let value: JsonObject | null = from.value;
  let failure: { readonly cause: StepFailure; readonly declares: boolean } | null = null;
  let declared = false;
  for (const step of pending) {
    const { id, from: before, to } = step;
    if (value === null) {
      steps.push({ id, from: before, to, outcome: 'not-run', patch: [] });
      continue;
    }
    const ran: Result<StepResult, StepFailure> = runMigrationStep(chain, step, value, from.identity, unknownKeys);
    if (ran.isErr()) {
      failure = { cause: ran.error, declares: step.identity === 'declares' };
      value = null;
      steps.push({ id, from: before, to, outcome: 'failed', patch: [] });
      continue;
    }
    declared ||= ran.value.declared;
    value = ran.value.value;
    unknownKeys = ran.value.unknownKeys;
    steps.push({ id, from: before, to, outcome: 'succeeded', patch: ran.value.patch });
  }
  const kept: readonly string[] = value === null ? [] : (unknownKeys ?? []);
  const outcome = value === null ? 'failed' : 'succeeded';
  if (failure !== null) {
    const implicated = failure.declares || failure.cause.code === 'MIGRATION_IDENTITY_CHANGED';
    const tried = { found: from.version, steps, outcome, implicated } as const;
    const facts = migrationFacts(descriptor, tried, { what: WHAT, required: true, blocks: { build: true, studio: true } });
    const { data } = failure.cause;
    const location = from.locate('pointer' in data ? data.pointer : `/${descriptor.field}`, 'value');
    collector.addAll([tellFailure(failure.cause, location, descriptor, facts)]);
  }
  return { from: from.version, to: descriptor.current, steps, outcome, value, identity: declared ? 'declared' : 'none', unknownKeys: kept };
}
