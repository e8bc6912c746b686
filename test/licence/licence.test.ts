import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { thirdPartyNotices } from '../../etc/third-party-notices.js';
import { bundledPackages, noticesIn } from './bundled-packages.js';

const root = resolve(import.meta.dirname, '../..');
const work = mkdtempSync(join(tmpdir(), 'notices-'));
afterAll(() => rmSync(work, { recursive: true }));

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { license } = JSON.parse(read('package.json')) as { readonly license: string };
const file = join(work, 'notices.md');
const packages = await bundledPackages([thirdPartyNotices(file)]);
const text = readFileSync(file, 'utf8');
const notices = noticesIn(text);

it('names every package whose code is bundled, and whatever data of others there is, with the whole licence of each', () => {
  const data = readdirSync(join(root, 'etc/licences'));
  expect(packages.length).toBeGreaterThan(4);
  expect(data.length).toBeGreaterThan(0);
  expect([...notices.keys()]).toEqual([...packages.map(({ title }) => title), ...data.map((name) => basename(name, '.txt'))]);
  for (const { title, folder } of packages) {
    const licence = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
    expect([title, notices.get(title)]).toEqual([title, read(join(folder, licence ?? '')).trim()]);
  }
  for (const name of data) expect(notices.get(basename(name, '.txt'))).toBe(read(join('etc/licences', name)).trim());
});

it('says of the licence of the package what package.json says, in the README as in the notices', () => {
  const section = /^## Licence\n\n([^]*?)(?=\n## |$(?![^]))/m.exec(read('README.md'))?.[1] ?? '';
  const head = text.slice(0, text.indexOf('\n## '));
  for (const said of [section, head]) expect(said).toContain(`\`${license}\``);
  expect(section).toContain('`dist/THIRD-PARTY-NOTICES.md`');
});

it('has a licence text where package.json names a licence, and none where none is granted', () => {
  const texts = ['LICENSE', 'LICENCE', 'LICENSE.md', 'LICENCE.md', 'LICENSE.txt', 'COPYING'].filter((name) => existsSync(join(root, name)));
  expect(texts.length > 0).toBe(license !== 'UNLICENSED');
});
