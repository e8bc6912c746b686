import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageLinks, proseOf, type PageLink } from './page-links.js';

const root = resolve(import.meta.dirname, '../..');

/** Every page: the README, and everything in docs. */
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
];

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const linksOf = (path: string): readonly PageLink[] => pageLinks(path, textOf(path));

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(path: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of proseOf(textOf(path)).matchAll(/^#{1,6} (.*)$/gm)) {
    const text = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const slug = text.replaceAll(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');
    let anchor = slug;
    for (let again = 1; anchors.has(anchor); again += 1) anchor = `${slug}-${again}`;
    anchors.add(anchor);
  }
  return anchors;
}

const links = pages.flatMap(linksOf);

/** What can be reached from a page by links. */
function reachableFrom(start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const page of reached) {
    if (!pages.includes(page)) continue;
    for (const { path } of links.filter(({ from }) => from === page)) reached.add(path);
  }
  return reached;
}

describe('the pages', () => {
  it('have links that lead to files that there are', () => {
    expect(links.length).toBeGreaterThan(300);
    expect(links.filter(({ path }) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('have links that lead to headings that there are', () => {
    const anchored = links.filter(({ path, anchor }) => anchor !== undefined && path.endsWith('.md'));
    expect(anchored.length).toBeGreaterThan(8);
    expect(anchored.filter(({ path, anchor = '' }) => !anchorsOf(path).has(anchor))).toEqual([]);
  });

  it('can all be reached from the map of the documents, in one step where they stand at the top of docs', () => {
    const reached = reachableFrom('docs/README.md');
    expect(pages.filter((page) => !reached.has(page))).toEqual([]);
    const named = new Set(linksOf('docs/README.md').map(({ path }) => path));
    const top = pages.filter((page) => /^docs\/(?:formats\/)?[^/]+\.md$/.test(page) && page !== 'docs/README.md');
    expect(top.filter((page) => !named.has(page))).toEqual([]);
  });

  it('are reached from the README', () => {
    expect(linksOf('README.md').map(({ path }) => path)).toContain('docs/README.md');
  });
});
