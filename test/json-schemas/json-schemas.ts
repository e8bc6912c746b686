import { formatKeys, formatNotes } from '../../etc/format-notes.mjs';
import { assetChain } from '../../src/artifacts/asset/asset-chain.js';
import { registryChain } from '../../src/artifacts/registry/registry-chain.js';
import type { StructureSchema } from '../../src/schema/check-structure.js';
import { evidenceSchema } from '../../src/schema/evidence.schema.js';
import { policySchema } from '../../src/schema/policy.schema.js';
import { type JsonSchema, type KeyMeanings, toJsonSchema } from './to-json-schema.js';

/** A schema for editors, and what it was made of. */
export interface EditorSchema {
  /** Its file in docs/schemas. */
  readonly file: string;
  /** The structure that it says. */
  readonly structure: StructureSchema;
  /** What editors read. */
  readonly json: JsonSchema;
}

const policyKeys: KeyMeanings = {
  $schema: 'Schema for editors. Never read.',
  policy_version: 'The version of this file.',
  severities: 'How bad the findings of a code are taken to be. The code of a finding stands beside it in every report.',
  'severities.<key>': 'As what the findings of this code are shown; `ignore` leaves them out. Some codes can only be raised.',
  baseline: 'Findings that are known, and left out. `--format baseline` prints such a file.',
  'baseline[].fingerprint': 'The fingerprint of the finding.',
  'baseline[].code': 'Its code.',
  'baseline[].file': 'The file it was found in; empty for the workspace as a whole. For people.',
};

const evidenceKeys: KeyMeanings = {
  $schema: 'Schema for editors. Never read.',
  evidence_version: 'The version of this file.',
  rules: 'The rules by which contents were judged: a number that counts up with each release that judges otherwise.',
  budgets: 'The limits that contents were judged with.',
  'budgets.max_file_bytes': 'Most bytes of one source file.',
  'budgets.max_png_side': 'Most pixels in a row, and most rows, of a PNG.',
  'budgets.max_png_inflated_bytes': 'Most bytes of a PNG once inflated.',
  shard_count: 'Into how many shards the workspace was split.',
  shards: 'The shards that this file covers, by number.',
  'shards[].shard': 'Which shard, from 1 to `shard_count`.',
  'shards[].sound': 'The contents in which nothing was found, no warning either: SHA-256 of the bytes, each once, in order.',
  'shards[].sound.png': 'What was checked as a PNG.',
  'shards[].sound.wav': 'What was checked as a WAV.',
};

function editorSchema(
  name: string,
  version: number,
  structure: StructureSchema,
  words: KeyMeanings,
  title: string,
  note: string,
): EditorSchema {
  const head = { id: `urn:prometeu-packer:schema:${name}:${version}`, title: `${title}, version ${version}`, description: note };
  return { file: `${name}.v${version}.schema.json`, structure, json: toJsonSchema(structure, head, words) };
}

function ofChain(name: 'asset' | 'registry', title: string, schemas: ReadonlyMap<number, () => StructureSchema>): readonly EditorSchema[] {
  const notes: Readonly<Record<number, string>> = formatNotes[name];
  return [...schemas].map(([version, make]) => editorSchema(name, version, make(), formatKeys[name], title, notes[version] ?? ''));
}

/**
 * The schema of an artifact whatever its version, in the window: it moves with the releases, so that a file that is
 * migrated need not name another.
 */
export function anyVersion(name: 'asset' | 'registry', title: string, schemas: readonly EditorSchema[]): Omit<EditorSchema, 'structure'> {
  const versions = schemas.map((schema) => Number(schema.json.properties?.['schema_version']?.['const']));
  const definitions = schemas.map(({ json: own }, index) => {
    const inner = Object.entries(own).filter(([keyword]) => keyword !== '$schema' && keyword !== '$id');
    return [`v${versions[index] ?? ''}`, Object.fromEntries(inner)] as const;
  });
  const json: JsonSchema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `urn:prometeu-packer:schema:${name}`,
    title,
    description: 'Any version that this release reads.',
    type: 'object',
    required: ['schema_version'],
    properties: { schema_version: { description: 'The version.', enum: versions } },
    allOf: versions.map((version) => ({
      if: { properties: { schema_version: { const: version } } },
      then: { $ref: `#/definitions/v${version}` },
    })),
    definitions: Object.fromEntries(definitions),
  };
  return { file: `${name}.schema.json`, json };
}

/** The schemas for editors: of each version of `asset.json` and `index.json` in the window, of a policy, and of evidence. */
export function editorSchemas(): readonly EditorSchema[] {
  return [
    ...ofChain('asset', 'asset.json', assetChain.schemas),
    ...ofChain('registry', 'index.json', registryChain.schemas),
    editorSchema('policy', 1, policySchema(), policyKeys, 'Policy', 'How a project judges findings: `--policy FILE`.'),
    editorSchema(
      'evidence',
      1,
      evidenceSchema(),
      evidenceKeys,
      'Evidence',
      'What a shard found out, by content: `doctor --evidence FILE`.',
    ),
  ];
}

/** All files of docs/schemas that are made, by name. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const schemas = editorSchemas();
  const moving = (['asset', 'registry'] as const).map((name) =>
    anyVersion(
      name,
      name === 'asset' ? 'asset.json' : 'index.json',
      schemas.filter(({ file }) => file.startsWith(`${name}.`)),
    ),
  );
  return new Map([...schemas, ...moving].map(({ file, json }) => [file, `${JSON.stringify(json, null, 2)}\n`]));
}
