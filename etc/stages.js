// The gates of .ci/run, in their order. Each is an npm script that can be run alone.
import { ownSuites, partSuites } from './suites.js';

/**
 * @typedef {object} Stage
 * @property {string} script - the npm script.
 * @property {'command' | 'tests' | 'parts'} kind - `tests`: a run of vitest, whose tests are counted; `parts`: one that is told
 *   suite by suite as well.
 */

/** @type {(script: string) => Stage} */
const command = (script) => ({ script, kind: 'command' });

/** @type {(script: string) => Stage} */
const tests = (script) => ({ script, kind: 'tests' });

/** @type {readonly Stage[]} */
export const stages = [
  ...['format:check', 'types', 'lint', 'knip'].map(command),
  { script: 'test', kind: 'parts' },
  tests('test:corpus'),
  ...['api', 'docs:api', 'build', 'demo', 'size', 'publint', 'attw'].map(command),
  ...['test:package', 'test:consumers', 'test:browser', 'test:fuzz'].map(tests),
  command('test:crash'), // it has a reporter of its own, which fails a run that tried too little
  ...['test:mutants', 'test:slow'].map(tests),
];

/** Scripts that are no gates: they make something, show something, or take longer than a gate may. */
export const noGates = [
  ...['panel', 'scaffold', 'changeset', 'release:version', 'release:seal', 'prepublishOnly'], // work on the package
  ...['docs', 'schema-lock', 'validators', 'conformance', 'freeze', 'format', 'api:update'], // make what a gate compares
  ...['fuzz', 'bench', 'bench:loop', 'coverage', 'strength', 'test:mutation', 'test:plants'], // as long as somebody likes
];

/** The script that runs a suite alone. @param {{ readonly name: string }} suite */
export const scriptOf = ({ name }) => `test:${name}`;

/** The stages that stand in the table of `npm test`. */
export const partScripts = partSuites.map(scriptOf);

/** The scripts of suites, those in `npm test` and those besides. */
export const suiteScripts = [...partScripts, ...ownSuites.map(scriptOf)];
