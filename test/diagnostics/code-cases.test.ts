import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { casesFolder, codesWithCases, readCase } from './cases/read-cases.js';
import { recordCase } from './cases/record-case.js';

const update = process.env['UPDATE_FIXTURES'] === '1';
const codes = codesWithCases();

describe('fixtures/diagnostics', () => {
  it('holds one case for each code of the catalogue, and nothing else', () => {
    expect(codes).toEqual(Object.keys(catalogue).sort());
    for (const code of codes) expect(readdirSync(new URL(`${code}/`, casesFolder)).sort()).toEqual(['case.json', 'expected.json']);
  });

  it.each(codes)('%s is raised, as recorded, and each way out of it leads out', async (code) => {
    const { recorded, faults } = await recordCase(code, readCase(code));
    const file = new URL(`${code}/expected.json`, casesFolder);
    if (update) writeFileSync(file, await format(JSON.stringify(recorded), { parser: 'json', printWidth: 140 }));
    expect(existsSync(file)).toBe(true);
    expect(recorded).toEqual(JSON.parse(readFileSync(file, 'utf8')));
    expect(recorded.diagnostics.map((diagnostic) => (diagnostic as { code: string }).code)).toContain(code);
    expect(faults).toEqual([]);
  });
});
