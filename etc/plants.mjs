// The faults that `npm run test:plants` plants, one at a time. Each stage of .ci/run that has one here has to notice it.

/**
 * @typedef {object} Plant
 * @property {string} stage - the npm script that has to fail.
 * @property {string} what - what is broken.
 * @property {string} file - where, from the repository's root.
 * @property {string} [find] - a text that stands there exactly once; without it the file, or the folder, is taken away.
 * @property {string} [put] - what stands there instead; `$&` is what was found.
 * @property {string} [as] - a file of its own that the changed text becomes.
 * @property {readonly string[]} [args] - what the script is narrowed to.
 * @property {string} says - what the script has to say, so that it fails for this and nothing else.
 */

/** Some 90 kB that no compression makes small. */
function bulk() {
  let state = 1;
  const digits = Array.from({ length: 90_000 }, () => {
    state = (state * 48_271) % 0x7fff_ffff;
    return (state % 36).toString(36);
  });
  return digits.join('');
}

const sources = [
  {
    stage: 'format:check',
    what: 'a line that is not formatted',
    file: 'src/base/compare-strings.ts',
    find: 'return a < b',
    put: 'return  a < b',
    says: 'src/base/compare-strings.ts',
  },
  {
    stage: 'lint',
    what: 'a Result that nobody looks at',
    file: 'src/operations/build.ts',
    find: "if (cache !== 'ignore') return buildWithCache",
    put: "if (cache !== 'ignore') await buildWithCache",
    args: ['src/operations/build.ts'],
    says: 'local/must-use-result',
  },
  {
    stage: 'lint',
    what: 'a promise that nobody awaits',
    file: 'src/operations/build.ts',
    find: "if (cache !== 'ignore') return",
    put: 'Promise.resolve(options);\n    $&',
    args: ['src/operations/build.ts'],
    says: '@typescript-eslint/no-floating-promises',
  },
  {
    stage: 'types',
    what: 'a function that returns another type than it says',
    file: 'src/base/compare-strings.ts',
    find: '): number {',
    put: '): string {',
    says: 'src/base/compare-strings.ts',
  },
  {
    stage: 'test:unit',
    what: 'a name that is the packer’s own and is not taken for it',
    file: 'src/paths/owned-names.ts',
    find: 'OWNED_KEYS.has(key) || isStagedName(key)',
    put: 'OWNED_KEYS.has(key)',
    args: ['test/paths/owned-names.test.ts'],
    says: 'test/paths/owned-names.test.ts',
  },
  {
    stage: 'test:properties',
    what: 'a checksum with another polynomial',
    file: 'src/codec/crc32.ts',
    find: '0xedb88320',
    put: '0xedb88322',
    args: ['test/codec/crc32.test.ts'],
    says: 'test/codec/crc32.test.ts',
  },
  {
    stage: 'test:e2e',
    what: 'verify does not notice changed content',
    file: 'src/operations/compare-headers.ts',
    find: "'size', 'sha256'] as const",
    put: "'size'] as const",
    args: ['test/cli/verify-command.test.ts'],
    says: 'test/cli/verify-command.test.ts',
  },
  {
    stage: 'test:architecture',
    what: 'an import from a higher floor',
    file: 'src/paths/plain-path.ts',
    find: "import { nameOf } from './workspace-path.js';",
    put: "$&\nimport type {} from '../plans/plan.js';",
    args: ['test/architecture/tree.test.ts'],
    says: 'not-a-lower-floor',
  },
  {
    stage: 'test:architecture',
    what: 'a file of tests that no suite runs',
    file: 'test/base/once.test.ts',
    find: 'import { once }',
    put: '$&',
    as: 'test/base/planted.spec.ts',
    args: ['test/architecture/stages.test.ts'],
    says: 'planted.spec.ts',
  },
  {
    stage: 'test:types',
    what: 'any plan is taken for a verified one',
    file: 'src/plans/verified-plan.ts',
    find: "Plan<WorkspacePath>, Passed<'plan'> {}",
    put: 'Plan<WorkspacePath> {}',
    args: ['test/types/gates.test-d.ts'],
    says: 'gates.test-d.ts',
  },
  {
    stage: 'test:schema-lock',
    what: 'a released schema takes longer names',
    file: 'src/artifacts/asset/versions/v4.schema.ts',
    find: '[a-z0-9_-]{0,63}$',
    put: '[a-z0-9_-]{0,64}$',
    args: ['test/schema-lock/schema-lock.test.ts'],
    says: 'schema-lock.test.ts',
  },
  {
    stage: 'test:catalogue',
    what: 'a code without a case that raises it',
    file: 'fixtures/diagnostics/IO_BUSY',
    args: ['test/diagnostics/code-cases.test.ts'],
    says: 'IO_BUSY',
  },
  {
    stage: 'test:docs',
    what: 'a code without a page',
    file: 'docs/diagnostics/IO_BUSY.md',
    args: ['test/explain/code-pages.test.ts'],
    says: 'IO_BUSY',
  },
  {
    stage: 'test:docs',
    what: 'a generated page that is not what is generated',
    file: 'docs/formats/archive.md',
    find: 'unsigned and little-endian',
    put: 'unsigned and big-endian',
    args: ['test/artifacts/format-pages.test.ts'],
    says: 'little-endian',
  },
  {
    stage: 'test:examples',
    what: 'an example in README that prints something else than it says',
    file: 'README.md',
    find: 'build/asset_table_metadata.json\nbuild/assets.pa\n',
    put: 'build/assets.pa\nbuild/asset_table_metadata.json\n',
    args: ['test/readme'],
    says: 'asset_table_metadata.json',
  },
  {
    stage: 'test:releases',
    what: 'a migration that gives something else than it gave',
    file: 'src/artifacts/asset/versions/v3-to-v4.ts',
    find: "{ enabled: value['preload'] }",
    put: '{ enabled: true }',
    args: ['test/artifacts/frozen-fixtures.test.ts'],
    says: 'frozen-fixtures.test.ts',
  },
  {
    stage: 'test:corpus',
    what: 'numbers that JavaScript changes are let through',
    file: 'src/codec/json/number-rule.ts',
    find: "if (!Number.isFinite(double)) return 'not-finite';",
    put: 'if (!Number.isFinite(double)) return undefined;',
    args: ['test/corpus/json-parsing.test.ts'],
    says: 'json-parsing.test.ts',
  },
  {
    stage: 'test:crash',
    what: 'staged files are not flushed before the commit',
    file: 'src/plans/stage/staging-area.ts',
    find: 'result.isOk() ? await handle.sync() : ok()',
    put: 'ok()',
    args: ['test/crash/register.crash.ts', '-t', 'register one, with no registry'],
    says: 'register.crash.ts',
  },
  {
    stage: 'test:mutants',
    what: 'the crash campaign lets everything pass',
    file: 'test/crash/run-crash-scenario.ts',
    find: 'return { ...counts, violations };',
    put: 'return { ...counts, violations: [] };',
    args: ['test/crash/mutants/source.mutants.ts', '-t', 'staged files are not flushed'],
    says: 'source.mutants.ts',
  },
  {
    stage: 'test:browser',
    what: 'the report has a script in it',
    file: 'src/report/html-report.ts',
    find: "'<body>',",
    put: "'<body><script>document.title = 1</script>',",
    args: ['test/browser/html-report.browser.ts', '-t', 'without an error'],
    says: 'html-report.browser.ts',
  },
  {
    stage: 'test:fuzz',
    what: 'a reader that throws on a long number',
    file: 'src/codec/json/number-rule.ts',
    find: 'const isInteger = ',
    put: "if (token.length > 12) throw new Error('a number too long');\n  $&",
    args: ['-t', "every boundary 'json'"],
    says: 'a number too long',
  },
  {
    stage: 'test:slow',
    what: 'a reader whose time grows with the square of a string',
    file: 'src/codec/json/count-unescaped.ts',
    find: 'while (at < length && bytes[at++] !== quote);',
    put: 'while (at < length && ((at & 8191) !== 0 || bytes.indexOf(quote, at) !== -2) && bytes[at++] !== quote);',
    args: ['test/slow/linear-json.slow.ts', '-t', "text 'one string'$"],
    says: 'linear-json.slow.ts',
  },
  {
    stage: 'api',
    what: 'a public option of another type',
    file: 'src/operations/build.ts',
    find: "readonly cache?: 'ignore' | 'write' | 'trust';",
    put: "readonly cache?: 'ignore' | 'write' | 'trust' | undefined;",
    says: 'api-report/index.api.md',
  },
  {
    stage: 'api',
    what: 'a public member without words',
    file: 'src/operations/verify-workspace.ts',
    find: '  /** Bytes of the archive; 0 where it is not there. */\n',
    put: '',
    says: 'ae-undocumented',
  },
  {
    stage: 'docs:api',
    what: 'a link in a comment that leads nowhere',
    file: 'src/operations/build.ts',
    find: 'Options of {@link build}.',
    put: 'Options of {@link builds}.',
    says: '"builds"',
  },
  {
    stage: 'knip',
    what: 'a dependency that nothing uses',
    file: 'package.json',
    find: '    "ajv": "8.20.0",\n',
    put: '$&    "left-pad": "1.3.0",\n',
    says: 'left-pad',
  },
  {
    stage: 'knip',
    what: 'an export that nobody imports',
    file: 'src/codec/crc32.ts',
    find: 'function remainderOf',
    put: 'export function remainderOf',
    says: 'remainderOf',
  },
];

const packaged = [
  {
    stage: 'demo',
    what: 'a sample that cannot be built',
    file: 'fixtures/sample-game/assets/sounds/jump/jump.wav',
    find: 'WAVE',
    put: 'EVAW',
    says: 'jump.wav',
  },
  {
    stage: 'publint',
    what: 'an entry that leads to no file',
    file: 'package.json',
    find: '"default": "./dist/memory.js"',
    put: '"default": "./dist/memories.js"',
    says: 'memories.js',
  },
  {
    stage: 'attw',
    what: 'types of the other kind of module',
    file: 'package.json',
    find: '"types": "./dist/memory.d.cts"',
    put: '"types": "./dist/memory.d.ts"',
    says: 'Masquerading',
  },
  {
    stage: 'test:package',
    what: 'a package without the notices of what it brings along',
    file: 'package.json',
    find: '"files": [\n    "dist"',
    put: '"files": [\n    "!dist/THIRD-PARTY-NOTICES.md",\n    "dist"',
    args: ['-t', 'holds every entry'],
    says: 'package.test.ts',
  },
  {
    stage: 'test:consumers',
    what: 'a package that lacks a file of one entry',
    file: 'package.json',
    find: '"files": [\n    "dist"',
    put: '"files": [\n    "dist",\n    "!dist/memory.cjs"',
    args: ['-t', 'Node 20'],
    says: 'memory.cjs',
  },
  {
    stage: 'test:consumers',
    what: 'a type that an older compiler does not know',
    file: 'src/base/compare-strings.ts',
    find: '(a: string, b: string)',
    put: '(a: string, b: string, _bytes?: Uint8Array<ArrayBuffer>)',
    args: ['-t', 'TypeScript 5.4'],
    says: 'TS2315',
  },
  {
    stage: 'size',
    what: 'a table of 90 kB that every job brings along',
    file: 'src/base/compare-strings.ts',
    find: 'return a < b',
    put: `if (a === '${bulk()}') return 2;\n  $&`,
    says: 'OVER',
  },
  {
    stage: 'build',
    what: 'an entry that shows what is not there',
    file: 'src/memory.ts',
    find: "'./memory/create-memory-workspace.js'",
    put: "'./memory/create-memory-workspaces.js'",
    says: 'create-memory-workspaces',
  },
];

/** Those that need no package come first; then those that look at the same one; then those that build another. @type {readonly Plant[]} */
export const plants = [...sources, ...packaged];
