import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { placeholder } from '../../etc/scaffold-files.mjs';
import { recipes } from './recipes.js';

const root = resolve(import.meta.dirname, '../..');

/** What tells of placeholders, and so names them. */
const TELLING = /^(etc\/scaffold[a-z-]*\.mjs|docs\/contributing\.md|test\/contributing\/.*)$/;

const files = ['src', 'etc', 'test', 'fixtures', 'docs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.([cm]?[jt]s|json|md)$/.test(entry.name))
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    ),
);

it('no text of a scaffold is left', () => {
  expect(placeholder).toBe('SCAFFOLD:');
  expect(files.length).toBeGreaterThan(1000);
  expect(files.filter((path) => !TELLING.test(path) && readFileSync(join(root, path), 'utf8').includes(placeholder))).toEqual([]);
});

it('three recipes begin with a scaffold', () => {
  const scaffolded = [...recipes].filter(([, [first = '']]) => first.startsWith('npm run scaffold -- '));
  expect(scaffolded.map(([title]) => title)).toEqual(['Add a diagnostic', 'Add a schema version', 'Add a mutation']);
});
