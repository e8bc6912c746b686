import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIssues } from '../../src/schema/find-issues.js';
import { anyVersion, editorSchemas, schemaFiles } from './json-schemas.js';
import { nearlyValidValues, validValues } from './schema-values.js';
import { toJsonSchema } from './to-json-schema.js';

const folder = new URL('../../docs/schemas/', import.meta.url);
const schemas = editorSchemas();
const ajv = new Ajv({ strict: true });

/** No text of JSON gives a key that the reader refuses as reserved. */
const isPlain = (value: unknown): boolean => !JSON.stringify(value).includes('"__proto__"');

describe('docs/schemas', () => {
  it.each([...schemaFiles()])('%s is what the packer reads by', (file, text) => {
    expect(readFileSync(new URL(file, folder), 'utf8')).toBe(text);
  });

  it('has no other file but the schema of reports and the page', () => {
    expect(readdirSync(folder).sort()).toEqual([...schemaFiles().keys(), 'README.md', 'report.v1.schema.json'].sort());
  });

  it('has a schema of each version in the window', () => {
    expect(schemas.map(({ file }) => file)).toEqual([
      'asset.v2.schema.json',
      'asset.v3.schema.json',
      'asset.v4.schema.json',
      'registry.v2.schema.json',
      'registry.v3.schema.json',
      'registry.v4.schema.json',
      'policy.v1.schema.json',
      'evidence.v1.schema.json',
    ]);
  });

  it.each(schemas)('$file has the verdict of the packer on every value', ({ json, structure }) => {
    const judge = ajv.compile(json);
    const verdicts = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(nearlyValidValues(json).filter(isPlain), (value) => {
        const taken = findIssues(structure, value)?.length === 0;
        verdicts[taken ? 'taken' : 'refused'] += 1;
        expect([value, judge(value)]).toEqual([value, taken]);
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(verdicts.taken, verdicts.refused)).toBeGreaterThan(200);
  });

  it.each(schemas)('$file takes what it is made for, and has words for every key', ({ json }) => {
    const judge = ajv.compile({ ...json, $id: `${String(json['$id'])}:again` });
    fc.assert(fc.property(validValues(json).filter(isPlain), (value) => judge(value)));
    expect(JSON.stringify(json.properties?.['$schema'])).toContain('"type":"string"');
    expect([json['title'], json['description']].every((text) => typeof text === 'string' && text !== '')).toBe(true);
  });

  it.each(['asset', 'registry'] as const)('%s.schema.json has the verdict of the version that a value says it has', (name) => {
    const versions = schemas.filter(({ file }) => file.startsWith(`${name}.`));
    const { json } = anyVersion(name, name, versions);
    const judge = ajv.compile(json);
    const value = fc.oneof(...versions.map((version) => nearlyValidValues(version.json))).filter(isPlain);
    fc.assert(
      fc.property(value, (each) => {
        const said = (each as { readonly schema_version?: unknown } | null)?.schema_version;
        const own = versions.find((version) => version.json.properties?.['schema_version']?.['const'] === said);
        expect(judge(each)).toBe(own !== undefined && findIssues(own.structure, each)?.length === 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('is not made where nobody wrote what a key means', () => {
    const [asset] = schemas;
    expect(() => toJsonSchema(asset!.structure, { id: 'a', title: 'a', description: 'a' }, {})).toThrow(/\$schema/);
  });
});
