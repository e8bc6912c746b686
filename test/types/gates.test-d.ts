import { expectTypeOf, test } from 'vitest';
import type { Passed, Unpassed } from '../../src/base/passed.js';
import type { createDocument } from '../../src/codec/json/create-document.js';
import type { DecodedText, decodedText } from '../../src/codec/json/decoded-text.js';
import type { JsonDocument } from '../../src/codec/json/json-document.js';
import type { readJson } from '../../src/codec/json/read-json.js';
import type { SizedBytes, sizedBytes } from '../../src/codec/json/sized-bytes.js';
import type { AssetReader } from '../../src/artifacts/asset/create-asset-reader.js';
import type { AssetReading, ParsedAsset } from '../../src/artifacts/asset/parsed-asset.js';
import type { acceptRegistry } from '../../src/artifacts/registry/accept-registry.js';
import type { ParsedRegistry, RegistryReading } from '../../src/artifacts/registry/parsed-registry.js';
import type { applyPlan, Plan, ReadRequest, StaleSnapshot, WorkspacePath, WorkspaceSnapshot } from '../../src/index.js';
import type { planArchive } from '../../src/plans/build/plan-archive.js';
import type { preparePlan } from '../../src/plans/apply/prepare-plan.js';
import type { Transaction } from '../../src/plans/apply/run-transaction.js';
import type { planMutations } from '../../src/plans/mutate/plan-mutations.js';
import type { stagePlan } from '../../src/plans/stage/stage-plan.js';
import type { VerifiedPlan } from '../../src/plans/verified-plan.js';
import type { bringToCurrent, CurrentJson } from '../../src/versioning/bring-to-current.js';
import type { VersionClass } from '../../src/versioning/classify-version.js';
import type { JsonObject } from '../../src/versioning/migration-step.js';
import type { OwnStructureCheck } from '../../src/versioning/check-own-structure.js';
import type { readVersionedJson, VersionedJson } from '../../src/versioning/read-versioned-json.js';
import type { StructuredJson } from '../../src/versioning/structured-json.js';
import type { AcceptedFiles, acceptWorkspace } from '../../src/workspace/accept-workspace.js';
import type { assembleSnapshot } from '../../src/workspace/assemble-snapshot.js';
import type { Observation } from '../../src/workspace/observe-workspace.js';

/** What a Result holds where it is Ok. */
type OkOf<T> = T extends { _unsafeUnwrap(): infer Value } ? Value : never;

/** The values of the gates in their order, by the gate that each has gone through. */
interface Gates {
  readonly bytes: SizedBytes;
  readonly encoding: DecodedText;
  readonly json: JsonDocument;
  readonly version: VersionedJson;
  readonly structure: StructuredJson;
  readonly migrated: CurrentJson;
  readonly meaning: AssetReading;
  readonly across: AcceptedFiles;
  readonly reconciled: WorkspaceSnapshot;
  readonly plan: VerifiedPlan;
}

test('budget and containment: no port reads what is no checked path, or without a limit', () => {
  expectTypeOf<string>().not.toExtend<WorkspacePath>();
  expectTypeOf<{ readonly path: string; readonly maxBytes: number }>().not.toExtend<ReadRequest>();
  expectTypeOf<{ readonly path: WorkspacePath }>().not.toExtend<ReadRequest>();
  expectTypeOf<{ readonly path: WorkspacePath; readonly maxBytes: number }>().toExtend<ReadRequest>();
});

test('a literal of the same shape is the value of no gate', () => {
  type Forged = { [Gate in keyof Gates]: Unpassed<Gates[Gate]> extends Gates[Gate] ? Gate : never }[keyof Gates];
  expectTypeOf<Forged>().toBeNever();
  expectTypeOf<{ readonly value: JsonObject; readonly version: 4 }>().not.toExtend<StructuredJson>();
  expectTypeOf<Plan<WorkspacePath>>().not.toExtend<VerifiedPlan>();
});

test('the value of a gate is not that of any other', () => {
  type Mixed = {
    [Gate in keyof Gates]: { [Other in Exclude<keyof Gates, Gate>]: Gates[Gate] extends Gates[Other] ? [Gate, Other] : never };
  };
  expectTypeOf<{ [Gate in keyof Gates]: Mixed[Gate][keyof Mixed[Gate]] }[keyof Gates]>().toBeNever();
});

test('each gate takes just the value of the one before it', () => {
  expectTypeOf<Parameters<typeof sizedBytes>[0]>().toEqualTypeOf<Uint8Array>();
  expectTypeOf<OkOf<ReturnType<typeof sizedBytes>>>().toEqualTypeOf<SizedBytes>();
  expectTypeOf<Parameters<typeof decodedText>>().toEqualTypeOf<[SizedBytes]>();
  expectTypeOf<NonNullable<ReturnType<typeof decodedText>>>().toEqualTypeOf<DecodedText>();
  expectTypeOf<Parameters<typeof createDocument>[1]>().toEqualTypeOf<DecodedText>();
  expectTypeOf<OkOf<ReturnType<typeof readJson>>>().toEqualTypeOf<JsonDocument>();
  expectTypeOf<OkOf<ReturnType<typeof readVersionedJson>>>().toEqualTypeOf<VersionedJson>();
  expectTypeOf<VersionedJson['document']>().toEqualTypeOf<JsonDocument>();
  expectTypeOf<Parameters<OwnStructureCheck>[0]>().toEqualTypeOf<VersionedJson>();
  expectTypeOf<NonNullable<ReturnType<OwnStructureCheck>>>().toEqualTypeOf<StructuredJson>();
  expectTypeOf<Parameters<typeof bringToCurrent>[1]>().toEqualTypeOf<StructuredJson>();
  expectTypeOf<NonNullable<ReturnType<typeof bringToCurrent>['current']>>().toEqualTypeOf<CurrentJson>();
});

test('what is too new or too old for the window has no value that the next gate takes', () => {
  expectTypeOf<VersionedJson['version']['class']>().toEqualTypeOf<'migratable' | 'current'>();
  expectTypeOf<VersionClass>().not.toExtend<VersionedJson>();
  expectTypeOf<{ readonly document: JsonDocument; readonly version: VersionClass }>().not.toExtend<VersionedJson>();
});

test('a file is accepted only where its structure was checked, and a workspace only of such files', () => {
  expectTypeOf<ParsedAsset['structured']>().toEqualTypeOf<StructuredJson | null>();
  expectTypeOf<ParsedRegistry['structured']>().toEqualTypeOf<StructuredJson | null>();
  expectTypeOf<ReturnType<AssetReader['accept']>>().toEqualTypeOf<AssetReading>();
  expectTypeOf<ReturnType<typeof acceptRegistry>>().toEqualTypeOf<RegistryReading>();
  expectTypeOf<ReturnType<typeof acceptWorkspace>>().toEqualTypeOf<AcceptedFiles>();
  expectTypeOf<Parameters<typeof assembleSnapshot>[0]>().toEqualTypeOf<Observation>();
  expectTypeOf<Observation>().toExtend<AcceptedFiles>();
  expectTypeOf<Unpassed<Observation>>().not.toExtend<Observation>();
});

test('plans, mutations and builds are made of a snapshot that was read, of nothing less', () => {
  expectTypeOf<Parameters<typeof planArchive>[0]>().toEqualTypeOf<WorkspaceSnapshot>();
  expectTypeOf<Parameters<typeof planMutations>[0]['snapshot']>().toEqualTypeOf<WorkspaceSnapshot>();
  expectTypeOf<Unpassed<WorkspaceSnapshot>>().not.toExtend<WorkspaceSnapshot>();
  expectTypeOf<StaleSnapshot>().not.toExtend<WorkspaceSnapshot>();
  expectTypeOf<Omit<StaleSnapshot, 'state'> & { readonly state: 'fresh' }>().not.toExtend<WorkspaceSnapshot>();
  expectTypeOf<AcceptedFiles>().not.toExtend<WorkspaceSnapshot>();
});

test('what carries a plan out takes a verified one; only applyPlan takes any, and verifies it', () => {
  expectTypeOf<Transaction['plan']>().toEqualTypeOf<VerifiedPlan>();
  expectTypeOf<Parameters<typeof preparePlan>[2]>().toEqualTypeOf<VerifiedPlan>();
  expectTypeOf<Parameters<typeof stagePlan>[2]>().toEqualTypeOf<VerifiedPlan>();
  expectTypeOf<Parameters<typeof applyPlan>[1]>().toEqualTypeOf<Plan>();
});

test('the mark is one key, of a name that is no JSON key of ours', () => {
  expectTypeOf<keyof Passed<string>>().toEqualTypeOf<'~prometeu.gate'>();
});
