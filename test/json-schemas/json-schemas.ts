import { formatKeys, formatNotes } from '../../etc/format-notes.mjs';
import { assetChain } from '../../src/artifacts/asset/asset-chain.js';
import { registryChain } from '../../src/artifacts/registry/registry-chain.js';
import type { StructureSchema } from '../../src/schema/check-structure.js';
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

/** The schemas for editors: of each version of `asset.json` and `index.json` in the window, and of a policy. */
export function editorSchemas(): readonly EditorSchema[] {
  return [
    ...ofChain('asset', 'asset.json', assetChain.schemas),
    ...ofChain('registry', 'index.json', registryChain.schemas),
    editorSchema('policy', 1, policySchema(), policyKeys, 'Policy', 'How a project judges findings: `--policy FILE`.'),
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
