import { readFileSync } from 'node:fs';
import { readWorkspace } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { describe, expect, it } from 'vitest';
import { readClaim } from '../../src/artifacts/asset/claim.js';
import { parseRegistry } from '../../src/artifacts/registry/parse-registry.js';
import { canonicalUuid, isCanonicalUuid } from '../../src/codec/uuid.js';
import { smallRegistry, smallWorkspace } from '../e2e/small-workspace.js';

interface UuidCase {
  /** The value, as parsed JSON; absent where it is none that JSON has. */
  readonly json?: unknown;
  readonly valid: boolean;
  readonly version?: number;
}

const url = new URL('../../../shared/corpus/uuid/cases.json', import.meta.url);
const cases = JSON.parse(readFileSync(url, 'utf8')) as readonly UuidCase[];

const NIL = '00000000-0000-0000-0000-000000000000';
const MAX = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** What is decided here: nil and max name nothing, so they are refused; upper case is another spelling, to be repaired. */
function expectedOf({ json, valid }: UuidCase): 'valid' | 'spelling' | 'invalid' | 'none' {
  if (json === undefined) return 'none';
  if (!valid || typeof json !== 'string') return 'invalid';
  if ([NIL, MAX].includes(json.toLowerCase())) return 'invalid';
  return json === json.toLowerCase() ? 'valid' : 'spelling';
}

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

const counted = { valid: 0, spelling: 0, invalid: 0, none: 0 };

describe('corpus uuid', () => {
  it('is read whole', () => {
    for (const each of cases) counted[expectedOf(each)] += 1;
    console.log(`uuid/cases.json: 1 file, ${cases.length} cases: ${JSON.stringify(counted)}`);
    expect(cases).toHaveLength(31);
    expect(counted.valid).toBeGreaterThan(10);
    expect(counted.invalid).toBeGreaterThan(5);
  });

  it('nil and max name nothing; upper case, braces and urn: are other spellings, told as such and never taken as they are', () => {
    for (const text of [NIL, MAX, MAX.toUpperCase(), `{${NIL}}`]) expect([text, readClaim(text).kind]).toEqual([text, 'invalid']);
    const lettered = cases.flatMap(({ json, valid }) => (valid && typeof json === 'string' && /[a-f]/.test(json) ? [json] : []));
    expect(lettered.length).toBeGreaterThan(3);
    for (const uuid of lettered) {
      for (const found of [uuid.toUpperCase(), `{${uuid}}`, `urn:uuid:${uuid}`])
        expect(readClaim(found)).toEqual({ kind: 'spelling', uuid, found });
      for (const found of [`${uuid}\n`, ` ${uuid}`, uuid.replaceAll('-', '')])
        expect([found, readClaim(found).kind]).toEqual([found, 'invalid']);
    }
  });

  it.each(cases.map((each) => [JSON.stringify(each.json), each] as const))('%s is judged as a claim and in the registry', (_, each) => {
    const { json } = each;
    const expected = expectedOf(each);
    expect(readClaim(json).kind).toBe(expected);
    if (typeof json === 'string') {
      expect(isCanonicalUuid(json)).toBe(expected === 'valid');
      expect(canonicalUuid(json)).toBe(expected === 'valid' || expected === 'spelling' ? json.toLowerCase() : null);
    }
    const registry = { ...smallRegistry, project_uuid: json };
    expect(parseRegistry(encode(registry), 'index.json').sound).toBe(expected === 'valid'); // a registry has one spelling
  });

  it.each(cases.filter(({ json }) => json !== undefined).map((each) => [JSON.stringify(each.json), each] as const))(
    '%s has its code where a declaration claims it',
    async (_, each) => {
      const declaration = { schema_version: 4, asset_uuid: each.json, name: 'x', type: 'data_bank' };
      const whole = { ...declaration, inputs: { main: ['data.bin'] }, output: { format: 'raw', codec: 'none' } };
      const files = { ...smallWorkspace(), 'assets/claims/asset.json': JSON.stringify(whole), 'assets/claims/data.bin': 'x' };
      const { assets } = (await readWorkspace(createMemoryWorkspace(files)))._unsafeUnwrap();
      const found = assets.find(({ root }) => root === 'claims')?.identity.class;
      const known = expectedOf(each) === 'invalid' ? ['invalid-claim'] : ['imported', 'spelling'];
      expect(known).toContain(found);
    },
  );
});
