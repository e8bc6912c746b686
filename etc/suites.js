// Which suite each test file belongs to: the one table for the configurations of vitest, the npm scripts and .ci/run.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/**
 * @typedef {object} Suite
 * @property {string} name - `npm run test:NAME` runs it alone.
 * @property {string} what - what it shows.
 * @property {RegExp} paths - the files it runs.
 * @property {RegExp} [holding] - and only those whose text holds this.
 */

/** What `npm test` runs, all in one go. @type {readonly Suite[]} */
export const partSuites = [
  { name: 'architecture', what: 'floors, names, sizes, and this table', paths: /^test\/architecture\/.*\.test\.ts$/ },
  { name: 'types', what: 'types that have to hold, and types that must not', paths: /^test\/types\/.*\.test(-d)?\.ts$/ },
  {
    name: 'schema-lock',
    what: 'no shape or frozen file changes',
    paths: /^test\/schema-lock\/.*\.test\.ts$/,
  },
  { name: 'catalogue', what: 'each code has its words, its page and a case', paths: /^test\/diagnostics\/.*\.test\.ts$/ },
  {
    name: 'docs',
    what: 'what is generated is what is committed',
    paths: /^test\/((explain|json-schemas)\/.*|artifacts\/(format-pages|support-matrix))\.test\.ts$/,
  },
  {
    name: 'examples',
    what: 'README, guides and recipes do what they say',
    paths: /^test\/(readme|docs|examples|contributing)\/.*\.test\.ts$/,
  },
  {
    name: 'releases',
    what: 'what earlier releases wrote, and the conformance kit',
    paths: /^test\/((frozen|conformance)\/.*|artifacts\/frozen-fixtures)\.test\.ts$/,
  },
  {
    name: 'e2e',
    what: 'whole workspaces, the program, hostile and hard cases',
    paths: /^test\/(e2e|cli|trust|hard-cases|workspaces|independent|bundles)\/.*\.test\.ts$/,
  },
  {
    name: 'properties',
    what: 'what holds for every input',
    paths: /^test\/.*\.test\.ts$/,
    holding: /^import .* from 'fast-check';$/m,
  },
  { name: 'unit', what: 'the rest', paths: /^test\/.*\.test\.ts$/ },
];

/** What runs on its own. @type {readonly Suite[]} */
export const ownSuites = [
  { name: 'corpus', what: 'inputs of other projects', paths: /^test\/corpus\/.*\.test\.ts$/ },
  { name: 'package', what: 'the packed tarball', paths: /^test\/package\/.*\.test\.ts$/ },
  { name: 'consumers', what: 'the packed tarball under every compiler and host', paths: /^test\/consumers\/.*\.consumers\.ts$/ },
  { name: 'browser', what: 'pages in Chromium', paths: /^test\/browser\/.*\.browser\.ts$/ },
  { name: 'fuzz', what: 'boundaries under changed inputs', paths: /^test\/fuzz\/.*\.fuzz\.ts$/ },
  { name: 'crash', what: 'crashes at every operation', paths: /^test\/crash\/.*\.crash\.ts$/ },
  { name: 'mutants', what: 'the crash campaign notices broken packers', paths: /^test\/crash\/mutants\/.*\.mutants\.ts$/ },
  { name: 'slow', what: 'growth and memory', paths: /^test\/slow\/.*\.slow\.ts$/ },
];

/** @param {string} path */
const readText = (path) => readFileSync(resolve(root, path), 'utf8');

/**
 * The suite of a file: the first that takes it, what runs on its own before the parts of `npm test`.
 *
 * @param {string} path - from the repository's root.
 * @param {(path: string) => string} [read]
 * @returns {Suite | undefined}
 */
export function suiteOf(path, read = readText) {
  const named = [...ownSuites, ...partSuites].filter(({ paths }) => paths.test(path));
  return named.find(({ holding }) => holding === undefined || holding.test(read(path)));
}

/**
 * Every file under test/, by path.
 *
 * @returns {readonly string[]}
 */
export function filesUnderTest() {
  return readdirSync(resolve(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((name) => `test/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts'))
    .sort();
}

/**
 * The files of some suites.
 *
 * @param {...string} names
 * @returns {string[]}
 */
export function filesOfSuites(...names) {
  return filesUnderTest().filter((path) => names.includes(suiteOf(path)?.name ?? ''));
}
