import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entries } from '../../etc/entries.js';
import { assetV2, assetV3, registryV2, workspaceOf } from '../operations/versioned-workspace.js';
import { bundleForBrowser } from './bundle-for-browser.js';
import { openBrowser } from './open-browser.js';
import { type PolicyPage, runUnderPolicy } from './policy-page.js';
import { type EncodedFiles, journey, type JourneyReport } from './programs/journey.js';

const root = resolve(import.meta.dirname, '../..');

const advice = readFileSync(join(root, 'docs/browser.md'), 'utf8');
const policy = /^Content-Security-Policy: (.*)$/m.exec(advice)?.[1] ?? '';

function readFolder(folder: string): EncodedFiles {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(file).toString('base64')];
    }),
  );
}

const sample = readFolder(join(root, 'fixtures/sample-game'));
const earlier: EncodedFiles = Object.fromEntries(
  Object.entries(
    workspaceOf(registryV2({ old: 1, newer: 2 }), { old: assetV2('old', { preload: true, mine: 1 }), newer: assetV3('newer', 2) }),
  ).map(([path, text]) => [path, Buffer.from(text).toString('base64')]),
);

let browser: Browser;
let bundled: string;
beforeAll(async () => {
  [browser, bundled] = await Promise.all([openBrowser(), bundleForBrowser('test/browser/programs/journey.ts')]);
});
afterAll(() => browser.close());

function pageOf(disposition: PolicyPage['disposition']): PolicyPage {
  return {
    disposition,
    policy,
    module: `import { journey } from '/journey.js';\nexport const run = () => journey(${JSON.stringify(sample)}, ${JSON.stringify(earlier)});`,
    beside: { '/journey.js': bundled },
  };
}

/** Refusals that the journey is to meet: none. */
const refusals = (report: JourneyReport): readonly string[] => JSON.stringify(report).match(/"refused":\[[^\]]*\]/g) ?? [];

describe('under the policy of docs/browser.md', () => {
  it('is as strict as it says', () => {
    expect(policy.split('; ')).toEqual(["default-src 'none'", "script-src 'self'", "img-src 'self'"]);
  });

  it.each(['enforce', 'report'] as const)('everything works as it does in Node (%s)', async (disposition) => {
    const here = await journey(sample, earlier);
    const { answer } = await runUnderPolicy<JourneyReport>(browser, pageOf(disposition));
    expect(answer).toEqual(here);
    expect(refusals(here)).toEqual([]);
    expect(here).toMatchObject({
      sample: { built: {}, verified: { ok: true } },
      earlier: { certificates: expect.arrayContaining([['assets/old/asset.json', []]]) as unknown },
    });
  });

  it.each(['enforce', 'report'] as const)('nothing is broken, on import or in use (%s)', async (disposition) => {
    const { onImport, inUse, answer } = await runUnderPolicy<JourneyReport>(browser, pageOf(disposition));
    expect({ onImport, inUse }).toEqual({ onImport: [], inUse: [] });
    expect(refusals(answer)).toEqual([]);
  });

  it.each(entries.filter((entry) => entry !== 'node'))('the entry %s can be imported, and evaluates nothing', async (entry) => {
    const beside = { '/entry.js': await bundleForBrowser(`src/${entry}.ts`) };
    const module = "import * as entry from '/entry.js';\nexport const run = () => Object.keys(entry).length;";
    const { onImport, inUse, answer } = await runUnderPolicy<number>(browser, { ...pageOf('enforce'), module, beside });
    expect({ onImport, inUse }).toEqual({ onImport: [], inUse: [] });
    expect(answer).toBeGreaterThan(0);
  });

  it('an evaluation would be seen, on import and in use', async () => {
    const evaluates = `try { new Function(''); } catch {}`;
    const module = `${evaluates}\nexport const run = () => { ${evaluates} ${evaluates} };`;
    const { onImport, inUse } = await runUnderPolicy(browser, { ...pageOf('enforce'), module });
    expect([onImport.length, inUse.length]).toEqual([1, 2]);
  });
});
