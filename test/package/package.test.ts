import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entries, packageName } from '../../etc/entries.js';
import { install, pack, run, typeCheck } from './consumer.js';

const work = mkdtempSync(join(tmpdir(), `${packageName}-`));
const consumer = join(work, 'consumer');
const specifierOf = (entry: string): string => (entry === 'index' ? packageName : `${packageName}/${entry}`);

let packed: readonly string[] = [];

beforeAll(() => {
  const { tarball, files } = pack(work);
  packed = files;
  install(consumer, tarball);
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe('the packed package', () => {
  it('holds every entry, the program and the notices, and nothing but dist/, docs/ and papers', () => {
    const built = entries.flatMap((entry) => ['js', 'cjs', 'd.ts', 'd.cts'].map((ending) => `dist/${entry}.${ending}`));
    expect(packed).toEqual(expect.arrayContaining(['package.json', 'dist/cli.cjs', 'dist/THIRD-PARTY-NOTICES.md', ...built]));
    expect(packed.filter((path) => !/^(dist\/|docs\/|package\.json$|README\.md$|CHANGELOG\.md$|LICEN[CS]E)/.test(path))).toEqual([]);
  });

  it.each(entries)('gives the same names to import and to require: %s', (entry) => {
    const show = 'process.stdout.write(JSON.stringify(Object.keys(entry).sort()))';
    const specifier = JSON.stringify(specifierOf(entry));
    const imported = run(consumer, process.execPath, '--input-type=module', '-e', `import * as entry from ${specifier};${show}`);
    const required = run(consumer, process.execPath, '--input-type=commonjs', '-e', `const entry = require(${specifier});${show}`);
    expect(JSON.parse(imported)).not.toEqual([]);
    expect(required).toBe(imported);
  });

  it('has types that compile in ESM and CommonJS, and are the same types in both', () => {
    const required = entries.map(
      (entry) => `import ${entry} = require('${specifierOf(entry)}');\nexport type Required_${entry} = typeof ${entry};\n`,
    );
    const imported = entries.map(
      (entry) =>
        `import * as ${entry} from '${specifierOf(entry)}';\n` +
        `import type { Required_${entry} } from './required.cjs';\n` +
        `export const same_${entry}: Required_${entry} = ${entry};\n`,
    );
    expect(typeCheck(consumer, { 'required.cts': required.join(''), 'imported.mts': imported.join('') })).toBe('');
  });

  it('shows types of no package but itself and its peer', () => {
    const dist = join(consumer, 'node_modules', packageName, 'dist');
    const named = readdirSync(dist)
      .filter((name) => /\.d\.c?ts$/.test(name))
      .map((name) => readFileSync(join(dist, name), 'utf8').replaceAll(/\/\*[^]*?\*\//g, '')) // examples in comments show no type
      .flatMap((text) => [...text.matchAll(/(?:\bfrom|\bimport\(|\bimport) ?'([^']+)'/g)])
      .map(([, specifier = '']) => specifier);
    const known = ['neverthrow', ...entries.map(specifierOf)];
    expect([...new Set(named)].filter((specifier) => !known.includes(specifier))).toEqual([]);
  });

  it('shows its schemas to editors and programs', () => {
    const show = (file: string) => `process.stdout.write(JSON.stringify(require('${packageName}/schemas/${file}').$id))`;
    const id = (file: string): unknown => JSON.parse(run(consumer, process.execPath, '--input-type=commonjs', '-e', show(file)));
    expect(id('asset.v4.schema.json')).toBe('urn:prometeu-packer:schema:asset:4');
    expect(id('report.v1.schema.json')).toBe('urn:prometeu-packer:schema:report:1');
  });

  it('brings the conformance kit', () => {
    const dist = join(consumer, 'node_modules', packageName, 'dist');
    const show = `process.stdout.write(require.resolve('${packageName}/conformance/manifest.json'))`;
    expect(run(consumer, process.execPath, '--input-type=commonjs', '-e', show)).toBe(
      realpathSync(join(dist, 'conformance/manifest.json')),
    );
  });

  it.runIf(availableParallelism() > 1).each(['module', 'commonjs'])('digests on a thread of its own: %s', (type) => {
    const entry = `${packageName}/node`;
    const program = `
      const { openNodeWorkspace } = ${type === 'module' ? `await import('${entry}')` : `require('${entry}')`};
      const helper = openNodeWorkspace('.')._unsafeUnwrap().compute.digestHelper(2 ** 30);
      const ask = (memory) => helper.digest([memory]) ?? new Promise((done) => setTimeout(() => done(ask(memory)), 20));
      ask(helper.memory(0)).then(async ([digest]) => (await helper.close(), process.stdout.write(digest)));`;
    const digest = run(consumer, process.execPath, `--input-type=${type}`, '-e', program);
    expect(digest).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('installs a program that tells how it is used', () => {
    expect(run(consumer, join(consumer, 'node_modules/.bin', packageName), '--help')).not.toBe('');
  });
});
