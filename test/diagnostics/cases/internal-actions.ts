import { err, ok, type Result } from 'neverthrow';
import { assetChain } from '../../../src/artifacts/asset/asset-chain.js';
import type { AssetBody } from '../../../src/artifacts/asset/model.js';
import { createCollector } from '../../../src/diagnostics/collector.js';
import { assignSlots } from '../../../src/plans/build/assign-slots.js';
import type { JsonObject } from '../../../src/versioning/migration-step.js';
import { readVersionedJson } from '../../../src/versioning/read-versioned-json.js';
import { runMigration } from '../../../src/versioning/run-migration.js';
import type { Action } from './actions.js';
import { withoutKeys } from './without-keys.js';

/** Steps from version 3 to 4 of a declaration as they must not be, each with the promise that it breaks. */
const BROKEN_STEPS: Readonly<Record<string, (value: JsonObject) => Result<JsonObject, string>>> = {
  refuses: () => err('the preload of this asset has no counterpart'),
  throws: () => {
    throw new TypeError('cannot read properties of undefined');
  },
  'gives what is not valid': (value) => ok({ ...value, preload: 'yes' }),
  'changes more than it says': (value) => ok({ ...value, name: 'night' }),
  'changes the identity': (value) => ok({ ...value, asset_uuid: '00000007-0000-4000-8000-000000000007' }),
  'loses unknown keys': (value) => ok(withoutKeys(value, ['note'])),
};

/** Migrates the declaration at `path` with a last step that does what `step` says. */
const migrateBroken: Action = ({ workspace }, { path, step }) => {
  const file = String(path);
  const bytes = workspace.files().get(file) ?? new Uint8Array();
  const read = readVersionedJson(bytes, assetChain.descriptor, file);
  const run = BROKEN_STEPS[String(step)];
  if (read.isErr() || run === undefined) throw new Error(`neither ${file} nor a step that ${String(step)}`);
  const { document, version } = read.value;
  const collector = createCollector();
  const steps = assetChain.steps.map((sound) => (sound.from === 3 ? { ...sound, run } : sound));
  const locate = (pointer: string, part: 'key' | 'value') =>
    ({ kind: 'text', file, pointer, range: document.locate(pointer, part) }) as const;
  const value = document.value as JsonObject;
  const { outcome } = runMigration({ ...assetChain, steps }, { value, version: version.version, identity: null, locate }, collector);
  return Promise.resolve({ ok: outcome === 'succeeded', diagnostics: collector.list() });
};

/** Gives slots to one asset that asks for none, where `taken` others have the first ones: no test can declare that many. */
const assignAll: Action = (_context, { taken }) => {
  const body: AssetBody = {
    schema_version: 4,
    name: 'day',
    type: 'palette_bank',
    inputs: { main: ['colours.bin'] },
    output: { format: 'raw', codec: 'none' },
  };
  const slotted = Array.from({ length: Number(taken) }, (_, slot) => ({
    asset_id: slot + 2,
    root: `palettes/${slot}`,
    body: { ...body, preload: { enabled: true, slot } },
  }));
  const { diagnostics } = assignSlots([{ asset_id: 1, root: 'day', body: { ...body, preload: { enabled: true } } }, ...slotted]);
  return Promise.resolve({ ok: true, diagnostics });
};

/** What no caller of the package can do, and only a test can: broken steps of a migration, and other defects of the packer itself. */
export const internalActions: Readonly<Record<string, Action>> = { 'migrate-broken': migrateBroken, 'assign-slots': assignAll };
