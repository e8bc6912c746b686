import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyRepository, type RepositoryCopy } from './repository-copy.js';
import { recipes } from './recipes.js';

const VITEST = 'node node_modules/vitest/vitest.mjs run --config etc/vitest.config.ts --reporter=json';
const TIMEOUT = { timeout: 600_000 };

/** The titles of the tests that fail among those in some files, of which the name may have to match; and how many ran. */
function failing(copy: RepositoryCopy, files: string, names = ''): { readonly failed: readonly string[]; readonly ran: number } {
  copy.run(`${VITEST} --outputFile=build/result.json ${files} ${names === '' ? '' : `-t '${names}'`}`);
  const { testResults } = JSON.parse(copy.read('build/result.json')) as {
    readonly testResults: readonly {
      readonly name: string;
      readonly message: string;
      readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
    }[];
  };
  const all = testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => ['passed', 'failed'].includes(status));
  const broken = testResults.filter(({ message }) => message !== '').map(({ name }) => name);
  return { failed: [...broken, ...all.filter(({ status }) => status === 'failed').map(({ title }) => title)], ran: all.length };
}

const commandsOf = (title: string): readonly string[] => recipes.get(title) ?? [];
const succeed = (copy: RepositoryCopy, command: string): void =>
  expect({ command, ...copy.run(command) }).toMatchObject({ command, code: 0 });
const made = (output: string): readonly string[] => output.split('\n').filter((line) => /^(src|test|etc|fixtures)\//.test(line));

/** Runs the scaffold of a recipe; answers the files that it made or changed. */
function scaffold(copy: RepositoryCopy, title: string): readonly string[] {
  const { code, output } = copy.run(commandsOf(title)[0] ?? 'false');
  expect({ code, output }).toMatchObject({ code: 0 });
  return made(output);
}

describe('the recipes for a diagnostic and a mutation', () => {
  let copy: RepositoryCopy;
  const touched: string[] = [];
  beforeAll(() => void (copy = copyRepository()), 300_000);
  afterAll(() => copy.dispose(), 300_000);

  it('begin with a scaffold', TIMEOUT, () => {
    touched.push(...scaffold(copy, 'Add a diagnostic'), ...scaffold(copy, 'Add a mutation'));
    expect(touched).toContain('fixtures/diagnostics/UNLOCK_TOKEN_TOO_LONG/case.json');
    expect(touched).toContain('test/plans/mutate/set-extensions.test.ts');
  });

  it('are refused while a text of the scaffold is left, and where there is such a thing already', TIMEOUT, () => {
    expect(failing(copy, 'test/contributing/placeholders.test.ts', 'no text of a scaffold').failed).toEqual([
      'no text of a scaffold is left',
    ]);
    expect(copy.run(commandsOf('Add a diagnostic')[0] ?? 'true').code).toBe(1);
    expect(copy.run(commandsOf('Add a mutation')[0] ?? 'true').code).toBe(1);
  });

  it('are red before their last step, and green after it', TIMEOUT, () => {
    for (const path of touched)
      copy.write(
        path,
        copy.read(path).replaceAll(/SCAFFOLD: ([^'.]*)/g, (_, text: string) => `Here stands, for whoever reads it, ${text.trim()}`),
      ); // a person would say more
    for (const path of touched.filter((name) => name.includes('/pages/')))
      copy.write(path, copy.read(path).replaceAll(/(fix: \['Here [^']*?)\.?'\]/g, "$1.']"));
    copy.replace(
      'src/operations/unlock.ts',
      '    const read = await readBytes(',
      `    if (token.length > 64) return err([diagnose('UNLOCK_TOKEN_TOO_LONG', { artifact, location, data: { path } })]);
    const read = await readBytes(`,
    );
    const raised = { about: 'The token of a lock is too long to be one.', when: { do: 'unlock', owner: 'f'.repeat(65) } };
    copy.write('fixtures/diagnostics/UNLOCK_TOKEN_TOO_LONG/case.json', JSON.stringify(raised));
    const mutated = 'test/plans/mutate/set-extensions.test.ts';
    copy.replace(mutated, /'Here [^']*' as unknown as Asked\['value'\]/, "{ 'studio.example': { zoom: 2 } } satisfies Asked['value']");
    copy.replace(mutated, /toEqual\('Here [^']*'\)/, 'toEqual({ ...before, extensions: asked })');

    const tests = `test/diagnostics/code-cases.test.ts test/explain ${mutated} test/contributing/placeholders.test.ts`;
    const before = failing(copy, tests).failed;
    expect(before).toEqual(expect.arrayContaining(['holds one case for each code of the catalogue, and nothing else']));
    expect(before.filter((title) => title.startsWith('MUTATION_UNKNOWN'))).not.toEqual([]);
    for (const command of new Set([...commandsOf('Add a diagnostic').slice(1), ...commandsOf('Add a mutation').slice(1)]))
      copy.run(command);
    const after = failing(copy, tests);
    expect(after.failed).toEqual([]);
    expect(after.ran).toBeGreaterThan(100);
    expect(copy.read('docs/diagnostics/UNLOCK_TOKEN_TOO_LONG.md')).toContain(raised.about);
  });
});

describe('the recipe for a schema version', () => {
  let copy: RepositoryCopy;
  beforeAll(() => void (copy = copyRepository()), 300_000);
  afterAll(() => copy.dispose(), 300_000);
  const versions = 'src/artifacts/asset/versions';
  const tests = 'test/schema-lock/schema-lock.test.ts test/artifacts/frozen-fixtures.test.ts test/validators/validators.test.ts';
  const names = 'holds what the tree has|nothing to be added|in the window|has versions of|has every file|is what its schema makes it';

  it('begins with a scaffold; what every scaffold makes compiles, and is formatted and linted', TIMEOUT, () => {
    const files = ['Add a schema version', 'Add a diagnostic', 'Add a mutation'].flatMap((title) => scaffold(copy, title));
    expect(files).toContain(`${versions}/v4-to-v5.ts`);
    const sources = [...new Set(files)].filter((path) => path.endsWith('.ts'));
    succeed(copy, `node node_modules/prettier/bin/prettier.cjs --config etc/prettier.json --check ${sources.join(' ')}`);
    succeed(copy, `node node_modules/eslint/bin/eslint.js --config etc/eslint.config.js --max-warnings 0 ${sources.join(' ')}`);
    succeed(copy, 'node node_modules/typescript/bin/tsc --noEmit');
  });

  it('is red before its last step, and green after it', TIMEOUT, () => {
    copy.replace(`${versions}/v4-to-v5.ts`, /SCAFFOLD: [^\n]*\*\//, 'Version 5 brought a note. One that is absent stays absent. */');
    copy.replace(`${versions}/v4-to-v5.ts`, /SCAFFOLD: [^']*/, 'Makes room for a note.');
    copy.replace('etc/format-notes.mjs', /SCAFFOLD: [^']*/, 'It brought `note`.');
    copy.replace(
      'etc/format-notes.mjs',
      "    name: 'Name in the archive.",
      "    note: 'What somebody wants to remember.',\n    name: 'Name in the archive.",
    );
    copy.replace(
      `${versions}/v5.schema.ts`,
      'schema_version: z.literal(5),',
      'schema_version: z.literal(5),\n    note: z.optional(z.string()),',
    );

    const before = failing(copy, tests, names).failed;
    expect(before).toEqual(expect.arrayContaining(['holds what the tree has', 'has nothing to be added']));
    expect(before.filter((title) => title.startsWith(`${versions}/v5.validator.ts`))).not.toEqual([]);
    for (const command of commandsOf('Add a schema version').slice(1)) succeed(copy, command);
    const after = failing(copy, tests, names);
    expect(after.failed).toEqual([]);
    expect(after.ran).toBeGreaterThan(30);
  });
});
