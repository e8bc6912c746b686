import { err, ok, type Result } from 'neverthrow';
import { deepFreeze } from '../base/deep-freeze.js';
import { diffJson } from '../codec/diff-json.js';
import { jsonEquals } from '../codec/json-equals.js';
import { isJsonObject } from '../codec/json-object.js';
import type { JsonPatchOperation } from '../codec/json-patch.js';
import type { DiagnosticData } from '../diagnostics/catalogue.js';
import { findStructureFaults, type StructureJudgement } from '../schema/find-structure-faults.js';
import { findForeignValue } from './find-foreign-value.js';
import { isTouched } from './is-touched.js';
import type { MigrationChain } from './migration-chain.js';
import type { JsonObject, MigrationStep } from './migration-step.js';
import { valueAtPointer } from '../codec/value-at-pointer.js';

/** The codes that a step can fail with. */
export type StepFailureCode =
  | 'MIGRATION_STEP_FAILED'
  | 'MIGRATION_STEP_INVALID'
  | 'MIGRATION_STEP_OVERREACHED'
  | 'MIGRATION_IDENTITY_CHANGED'
  | 'MIGRATION_UNKNOWN_KEY_LOST';

/** Why a step failed: a code with its data. */
export type StepFailure = { [Code in StepFailureCode]: { readonly code: Code; readonly data: DiagnosticData<Code> } }[StepFailureCode];

/** What a step that succeeded gave. */
export interface StepResult {
  /** The value in the next version, stamped and frozen. */
  readonly value: JsonObject;
  /** What changed, the version among it. */
  readonly patch: readonly JsonPatchOperation[];
  /** Whether it gave an identity that was not there. */
  readonly declared: boolean;
  /** Pointers of the keys that the next version does not know. */
  readonly unknownKeys: readonly string[];
}

interface StepValues {
  readonly before: JsonObject;
  readonly after: JsonObject;
}

interface IdentityEffect {
  /** Pointer to a field that it must not have changed; null where there is none. */
  readonly changed: string | null;
  readonly declared: boolean;
}

function judge({ schemas }: Pick<MigrationChain<never>, 'schemas'>, version: number, value: JsonObject): StructureJudgement {
  const schema = schemas.get(version);
  return schema === undefined ? { faults: [], unknownKeys: [] } : findStructureFaults(schema(), value);
}

function tryStep<Identity>(
  { run }: MigrationStep<Identity>,
  value: JsonObject,
  identity: Identity,
): Result<JsonObject, { reason: 'refused' | 'threw'; detail: string }> {
  try {
    return run(value, identity).mapErr((detail) => ({ reason: 'refused', detail }));
  } catch (thrown) {
    const isError = thrown instanceof Error;
    return err({ reason: 'threw', detail: isError ? thrown.message : typeof thrown });
  }
}

/** Puts the next version where the version stands; the step has no say in it. */
function stamp(value: JsonObject, before: JsonObject, field: string, version: number): JsonObject {
  const ordered = Object.entries(value).filter(([key]) => key !== field);
  const keys = Object.keys(before);
  const head = new Set(keys.slice(0, keys.indexOf(field)));
  return Object.fromEntries([...ordered.filter(([key]) => head.has(key)), [field, version], ...ordered.filter(([key]) => !head.has(key))]);
}

/** What a step did to identity. One that declares it may add what was not there; what was there stays, whatever it declares. */
function compareIdentity({ identityOf }: MigrationChain<never>, { identity }: MigrationStep<never>, values: StepValues): IdentityEffect {
  const before = identityOf(values.before);
  const after = identityOf(values.after);
  let declared = false;
  for (const pointer of new Set([...before.keys(), ...after.keys()])) {
    if (jsonEquals(before.get(pointer), after.get(pointer))) continue;
    if (identity === 'none' || before.get(pointer) !== undefined) return { changed: pointer, declared };
    declared = true;
  }
  return { changed: null, declared };
}

/**
 * Runs one step and holds what it gave against everything that was promised: plain JSON, valid in the next version,
 * identity as it was but for what the step declares, every unknown key still there, changes only where the step touches.
 *
 * @param before - the value in the step's first version; it is frozen.
 * @param unknownKeys - where it is known to be valid already: pointers of its keys that this version does not know.
 */
export function runMigrationStep<Identity>(
  chain: MigrationChain<Identity>,
  step: MigrationStep<Identity>,
  before: JsonObject,
  identity: Identity,
  unknownKeys: readonly string[] | null = null,
): Result<StepResult, StepFailure> {
  const { id, from, to, touches } = step;
  const { field } = chain.descriptor;
  const at = { step: id, from, to };
  const invalid = (pointer: string, expected: string) =>
    err({ code: 'MIGRATION_STEP_INVALID', data: { ...at, pointer, expected } } as const);
  const input = unknownKeys === null ? judge(chain, from, before) : { faults: [], unknownKeys };
  const [unsound] = input.faults;
  if (unsound !== undefined) {
    const detail = `what it was given is not valid in version ${from} at "${unsound.pointer}"`;
    return err({ code: 'MIGRATION_STEP_FAILED', data: { ...at, reason: 'refused', detail } });
  }
  const ran = tryStep(step, deepFreeze(before), identity);
  if (ran.isErr()) return err({ code: 'MIGRATION_STEP_FAILED', data: { ...at, ...ran.error } });
  const foreign = findForeignValue(ran.value, { known: before });
  if (foreign !== null) return invalid(foreign, 'plain JSON');
  if (!isJsonObject(ran.value)) return invalid('', 'an object');
  const value = stamp(ran.value, before, field, to);

  const lost = input.unknownKeys.find((pointer) => !jsonEquals(valueAtPointer(before, pointer), valueAtPointer(value, pointer)));
  if (lost !== undefined) return err({ code: 'MIGRATION_UNKNOWN_KEY_LOST', data: { ...at, pointer: lost } });
  const { changed, declared } = compareIdentity(chain, step, { before, after: value });
  if (changed !== null) return err({ code: 'MIGRATION_IDENTITY_CHANGED', data: { ...at, pointer: changed } });
  const judgement = judge(chain, to, value);
  const [fault] = judgement.faults;
  if (fault !== undefined) return invalid(fault.pointer, fault.expected);
  const patch = diffJson(before, value);
  const beyond = patch.find(({ path }) => path !== `/${field}` && !isTouched(path, touches));
  if (beyond !== undefined) return err({ code: 'MIGRATION_STEP_OVERREACHED', data: { ...at, pointer: beyond.path, touches } });
  return ok({ value: deepFreeze(value), patch, declared, unknownKeys: judgement.unknownKeys });
}
