import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noGates, partScripts, stages, suiteScripts } from '../../etc/stages.js';
import { filesUnderTest, ownSuites, partSuites, suiteOf } from '../../etc/suites.js';

const root = resolve(import.meta.dirname, '../..');
const { scripts } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const files = filesUnderTest();
const suites = [...ownSuites, ...partSuites];
const suiteNames = suites.map(({ name }) => name);
const stageNames = stages.map(({ script }) => script);

/** What else is named like tests: `model.schema.ts` and the like. */
const isNamedLikeTests = (path: string): boolean => /\.[a-z-]+\.ts$/.test(path.slice(path.lastIndexOf('/')));

describe('the suites', () => {
  it('take each file that is named like tests', () => {
    expect(files.length).toBeGreaterThan(400);
    expect(files.filter((path) => isNamedLikeTests(path) !== (suiteOf(path) !== undefined))).toEqual([]);
  });

  it('take no file twice', () => {
    const byName = suites.filter(({ name }) => !['properties', 'unit'].includes(name)); // which are what the others leave
    expect(files.filter((path) => byName.filter(({ paths }) => paths.test(path)).length > 1)).toEqual([]);
  });

  it('have files, each of them', () => {
    const taken = new Set(files.map((path) => suiteOf(path)?.name));
    expect(suiteNames.filter((name) => !taken.has(name))).toEqual([]);
    expect(new Set(suiteNames).size).toBe(suiteNames.length);
  });

  it.each([
    ['test/base/x.test.ts', "import { it } from 'vitest';", 'unit'],
    ['test/base/x.test.ts', "\nimport fc from 'fast-check';\n", 'properties'],
    ['test/e2e/x.test.ts', "import fc from 'fast-check';", 'e2e'],
    ['test/corpus/x.test.ts', '', 'corpus'],
    ['test/types/x.test-d.ts', '', 'types'],
    ['test/base/x.ts', "import fc from 'fast-check';", undefined],
    ['test/base/x.spec.ts', '', undefined],
    ['test/slow/x.browser.ts', '', undefined],
  ])('%s with %j is of %s', (path, text, name) => {
    expect(suiteOf(path, () => text)?.name).toBe(name);
  });
});

describe('the stages of .ci/run', () => {
  it('are npm scripts, once each', () => {
    expect([...stageNames, ...partScripts].filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    expect(new Set(stageNames).size).toBe(stageNames.length);
  });

  it('are all npm scripts but those that are no gates', () => {
    const known = new Set([...stageNames, ...partScripts, ...noGates]);
    expect(Object.keys(scripts).filter((name) => !known.has(name))).toEqual([]);
    expect(noGates.filter((name) => stageNames.includes(name) || partScripts.includes(name))).toEqual([]);
  });

  it('run every suite', () => {
    expect(stageNames).toContain('test'); // which runs the parts
    expect(suiteScripts.filter((name) => ![...stageNames, ...partScripts].includes(name))).toEqual([]);
  });

  it('run each suite by a script that runs this suite', () => {
    const modeOf = (name: string): string => `vitest run --config etc/vitest.part.config.ts --mode ${name}`;
    expect(partSuites.filter(({ name }) => scripts[`test:${name}`] !== modeOf(name))).toEqual([]);
    const configOf = (name: string): string => `vitest run --config etc/vitest.${name}.config.ts`;
    expect(ownSuites.filter(({ name }) => scripts[`test:${name}`]?.endsWith(configOf(name)) !== true)).toEqual([]);
  });

  it('are run by .ci/run', () => {
    expect(readFileSync(resolve(root, '.ci/run'), 'utf8')).toContain('\nexec node etc/run-stages.js "$@"\n');
  });
});
