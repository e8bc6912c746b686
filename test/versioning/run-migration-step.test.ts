import { err, ok, type Result } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import { registryChain } from '../../src/artifacts/registry/registry-chain.js';
import type { JsonObject, MigrationStep } from '../../src/versioning/migration-step.js';
import { runMigrationStep } from '../../src/versioning/run-migration-step.js';
import { uuid } from '../workspace/workspaces.js';

type RegistryStep = MigrationStep<ReadonlyMap<string, string>>;

const [second, third] = registryChain.steps as [RegistryStep, RegistryStep];
const identities = new Map([['hero', uuid(1)]]);
const version2 = (): JsonObject => ({ schema_version: 2, project_uuid: uuid(9), assets: [{ asset_id: 1, root: 'hero' }] });
const version3 = (): JsonObject => ({
  schema_version: 3,
  project_uuid: uuid(9),
  next_asset_id: 2,
  assets: [{ asset_id: 1, root: 'hero', asset_uuid: uuid(1) }],
});

/** Runs a step that gives whatever it is told to. */
function giving(value: unknown, step = third) {
  const run = () => ok(value) as Result<JsonObject, string>;
  return runMigrationStep(registryChain, { ...step, run }, step === third ? version3() : version2(), identities);
}

describe('runMigrationStep', () => {
  test.each([null, undefined, 1, 'x', [], [version3()]].map((value) => [value]))('a step that gives %j gives no object', (value) => {
    expect(giving(value)._unsafeUnwrapErr()).toMatchObject({ code: 'MIGRATION_STEP_INVALID', data: { step: third.id, pointer: '' } });
  });

  test.each([undefined, null, 7, Promise.resolve(ok(version3()))].map((value) => [value]))(
    'a step that answers %s has no Result',
    (answer) => {
      const step = { ...third, run: () => answer as unknown as Result<JsonObject, string> };
      const failure = runMigrationStep(registryChain, step, version3(), identities)._unsafeUnwrapErr();
      expect(failure).toMatchObject({ code: 'MIGRATION_STEP_FAILED', data: { reason: 'threw' } });
    },
  );

  test.each([[[null]], [[1]], ['x'], [{}], [null], [[[]]]])('records that are %j are a finding, not a defect', (assets) => {
    expect(giving({ ...version3(), assets, retired: [] }).isErr()).toBe(true);
  });

  test('a step that throws no error is told by the type of what it threw', () => {
    const run = (): never => {
      throw 'a string'; // eslint-disable-line @typescript-eslint/only-throw-error -- whatever a step does
    };
    const failure = runMigrationStep(registryChain, { ...third, run }, version3(), identities)._unsafeUnwrapErr();
    expect(failure).toMatchObject({ code: 'MIGRATION_STEP_FAILED', data: { reason: 'threw', detail: 'string' } });
  });

  test('a step that declares identity may give one that was not there', () => {
    const { declared, value } = runMigrationStep(registryChain, second, version2(), identities)._unsafeUnwrap();
    expect(declared).toBe(true);
    expect(value['assets']).toEqual([{ asset_id: 1, root: 'hero', asset_uuid: uuid(1) }]);
  });

  test.each<[string, JsonObject, string]>([
    ['project_uuid', { project_uuid: uuid(8) }, '/project_uuid'],
    ['asset_id', { assets: [{ asset_id: 2, root: 'hero', asset_uuid: uuid(1) }] }, '/assets/0/asset_id'],
    ['root', { assets: [{ asset_id: 1, root: 'villain', asset_uuid: uuid(1) }] }, '/assets/0/root'],
    ['whole record', { assets: [] }, '/assets/0/asset_id'],
  ])('V8: one that declares identity may not change the %s that was there, whatever it touches', (_, change, pointer) => {
    const step: RegistryStep = { ...second, touches: [''] };
    const failure = giving({ ...version3(), ...change }, step)._unsafeUnwrapErr();
    expect(failure).toMatchObject({ code: 'MIGRATION_IDENTITY_CHANGED', data: { step: second.id, pointer } });
  });

  test('V8: one that declares none may not give one either', () => {
    const given = { ...version3(), retired: [{ asset_id: 7, asset_uuid: uuid(7) }] };
    expect(giving(given)._unsafeUnwrapErr()).toMatchObject({
      code: 'MIGRATION_IDENTITY_CHANGED',
      data: { pointer: '/retired/0/asset_id' },
    });
  });

  test('what it is given is frozen through and through', () => {
    const before = version2();
    const run: RegistryStep['run'] = (value) => {
      (value['assets'] as Record<string, unknown>[])[0]!['asset_uuid'] = uuid(1);
      return ok(value);
    };
    const failure = runMigrationStep(registryChain, { ...second, run }, before, identities)._unsafeUnwrapErr();
    expect(failure).toMatchObject({ code: 'MIGRATION_STEP_FAILED', data: { reason: 'threw' } });
    expect(before).toEqual(version2());
  });

  test('judges what it is given, unless that was judged already', () => {
    const unsound = { ...version3(), next_asset_id: 'two' };
    const failure = runMigrationStep(registryChain, third, unsound, identities)._unsafeUnwrapErr();
    expect(failure).toMatchObject({ code: 'MIGRATION_STEP_FAILED', data: { reason: 'refused' } });
    const trusted = runMigrationStep(registryChain, third, unsound, identities, [])._unsafeUnwrapErr();
    expect(trusted).toMatchObject({ code: 'MIGRATION_STEP_INVALID', data: { pointer: '/next_asset_id' } });
  });

  test('a step that refuses says why', () => {
    const failure = runMigrationStep(registryChain, { ...third, run: () => err('no') }, version3(), identities)._unsafeUnwrapErr();
    expect(failure).toMatchObject({
      code: 'MIGRATION_STEP_FAILED',
      data: { step: third.id, from: 3, to: 4, reason: 'refused', detail: 'no' },
    });
  });
});

describe('registry-2-to-3', () => {
  test('refuses where a record has no identity', () => {
    expect(second.run(version2(), new Map()).isErr()).toBe(true);
  });

  test('gives the number after the highest, the largest there may be among them', () => {
    const run = (asset_id: number) => second.run({ ...version2(), assets: [{ asset_id, root: 'hero' }] }, identities);
    expect(run(4_294_967_294)._unsafeUnwrap()).toMatchObject({ next_asset_id: 4_294_967_295 });
    expect(run(4_294_967_295).isErr()).toBe(true);
  });
});
