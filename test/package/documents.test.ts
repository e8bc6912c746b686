import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageName } from '../../etc/entries.js';
import { pageLinks, type PageLink } from '../docs/page-links.js';
import { pack, run } from './consumer.js';

const root = resolve(import.meta.dirname, '../..');

/** What pages of the package link to and the package leaves out: it is about making and testing the package, or needs a checkout. */
const REPOSITORY_ONLY = [
  'docs/ARCHITECTURE.md',
  'docs/benchmark-notes.md',
  'docs/contributing.md',
  'docs/decisions.md',
  'docs/plants.md',
  'docs/strength.md',
  'fixtures/conformance/README.md', // packed as dist/conformance/README.md
  'fixtures/sample-game',
] as const;

describe('the documents in the package', () => {
  const work = mkdtempSync(join(tmpdir(), `${packageName}-`));
  let files: ReadonlySet<string> = new Set();
  let links: readonly PageLink[] = [];

  beforeAll(() => {
    const packed = pack(work);
    run(work, 'tar', '-xzf', packed.tarball);
    files = new Set(packed.files);
    const pages = packed.files.filter((path) => path.endsWith('.md'));
    links = pages.flatMap((page) => pageLinks(page, readFileSync(join(work, 'package', page), 'utf8')));
  });

  afterAll(() => {
    rmSync(work, { recursive: true, force: true });
  });

  it('link to what is packed, and to nothing else but what is left out on purpose', () => {
    expect(links.filter(({ from }) => from === 'README.md').length).toBeGreaterThan(20);
    expect(links.length).toBeGreaterThan(300);
    const out = new Set(links.map(({ path }) => path).filter((path) => !files.has(path)));
    expect([...out].sort()).toEqual([...REPOSITORY_ONLY]);
  });

  it('are all pages of docs, but for those that are left out on purpose', () => {
    const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .map((name) => `docs/${name.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.md'));
    expect(pages.filter((path) => !files.has(path)).sort()).toEqual(REPOSITORY_ONLY.filter((path) => path.startsWith('docs/')));
  });

  it('bring no figures along that only a maker of pages reads', () => {
    expect([...files].filter((path) => path.startsWith('docs/') && !/\.(?:md|schema\.json)$/.test(path))).toEqual([]);
  });
});
