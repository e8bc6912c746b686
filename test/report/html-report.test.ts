import { describe, expect, it } from 'vitest';
import { wordsOfCodes } from '../../src/report/words-of-codes.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { HtmlContent } from '../../src/report/html-content.js';
import { htmlReport } from '../../src/report/html-report.js';
import { harmlessContent, hostileContent } from './hostile-content.js';
import { atBytes, atHostileFile, atText, atWorkspace, omitted } from './sample-diagnostics.js';
import { regionsOf } from './sample-regions.js';

const least: HtmlContent = { workspace: 'game', version: '1.2.3', diagnostics: [] };
const full: HtmlContent = {
  ...least,
  diagnostics: [atWorkspace, atHostileFile, atText, atBytes, omitted],
  verdict: {
    read: { can: false, decidedBy: ['JSON_SYNTAX'] },
    mutate: { can: true, decidedBy: [] },
    build: { can: false, decidedBy: ['JSON_SYNTAX', 'REGISTRY_MISSING'] },
  },
  suppressed: 4,
  artifacts: [
    {
      file: 'assets/hero/asset.json',
      artifact: 'asset',
      version: 4,
      window: 'current',
      stage: 'reconciled',
      identity: 'ok',
      state: 'current',
    },
  ],
  archive: { path: 'build/assets.pa', length: 1000, archiveDigest: 'd'.repeat(64), regions: regionsOf(3, () => 100) },
  sourceText: (file) => (file === 'assets/hero/asset.json' ? 'one\n{"type": "tile_bank", "x"\nthree' : undefined),
};

/** The elements of a page, by how often each occurs. */
function elementsOf(page: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, name = ''] of page.matchAll(/<([a-z0-9]+)/gi)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

describe('htmlReport', () => {
  it('is one document that closes what it opens', () => {
    const page = htmlReport(full);
    for (const name of ['html', 'head', 'body', 'main', 'header', 'table', 'section', 'article', 'pre', 'svg', 'g', 'dl', 'ul']) {
      expect([name, page.match(new RegExp(`<${name}[ >]`, 'g'))?.length]).toEqual([
        name,
        page.match(new RegExp(`</${name}>`, 'g'))?.length,
      ]);
    }
    expect(page.startsWith('<!doctype html>\n') && page.endsWith('</html>\n')).toBe(true);
  });

  it('asks for nothing: no script, no address, and a policy that allows neither', () => {
    const page = htmlReport(full);
    expect(elementsOf(page).has('script')).toBe(false);
    const addresses = [...page.matchAll(/(?:src|href|action|url)\s*[=(]\s*"?([^")\s]*)/g)].map(([, address]) => address);
    expect(addresses).toEqual(['data:,']);
    expect(page.includes(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:;`)).toBe(true);
  });

  it('counts exactly, what is only counted included', () => {
    const counts = /aria-label="Findings by severity">([^]*?)<\/ul>/.exec(htmlReport(full))![1]!;
    expect([...counts.matchAll(/>(\d+)</g)].map(([, count]) => Number(count))).toEqual(countsOf(full));
  });

  it('tells the verdict with the codes that decide it', () => {
    const verdict = /aria-label="Verdict">([^]*?)<\/ul>/.exec(htmlReport(full))![1]!;
    expect([...verdict.matchAll(/<li class="(yes|no)"/g)].map(([, can]) => can)).toEqual(['no', 'yes', 'no']);
    expect([...verdict.matchAll(/<code>([A-Z_]+)</g)].map(([, code]) => code)).toEqual(['JSON_SYNTAX', 'JSON_SYNTAX', 'REGISTRY_MISSING']);
  });

  it('shows the line of a finding with the place marked, its help, fixes and other places', () => {
    const page = htmlReport({ ...least, diagnostics: [atText], sourceText: full.sourceText! });
    const frame = /<pre class="frame">([^]*?)<\/pre>/.exec(page)![1]!;
    expect(/<mark>([^]*?)<\/mark>/.exec(frame)![1]).toBe('le_ba');
    for (const part of [wordsOfCodes.ASSET_FORMAT_UNSUITABLE.help, 'the type is given here']) expect(page.includes(part)).toBe(true);
    expect(page.includes('Write &quot;png&quot;')).toBe(true);
  });

  it('has a table of the archive and a map of it', () => {
    const page = htmlReport(full);
    expect(page.match(/class="archive-box"/g)).toHaveLength(full.archive!.regions.length);
    for (const { asset } of full.archive!.regions) expect(page.includes(asset?.sha256 ?? '')).toBe(true);
  });

  it('leaves out what there is not', () => {
    const elements = elementsOf(htmlReport(least));
    expect([elements.has('svg'), elements.has('table'), elements.has('article')]).toEqual([false, false, false]);
  });

  it('lists errors first where there are more findings than a page holds', () => {
    const many = Array.from({ length: 6000 }, (): Diagnostic => atHostileFile);
    const page = htmlReport({ ...least, diagnostics: [...many, atBytes] });
    expect(page.match(/<article/g)).toHaveLength(5000);
    expect(page.match(/<article class="finding error"/g)).toHaveLength(1);
  });

  it('is the same bytes for the same content', () => {
    expect(htmlReport(full)).toBe(htmlReport({ ...structuredClone({ ...full, sourceText: undefined }), sourceText: full.sourceText! }));
  });

  it('holds no markup from input, wherever input is shown', () => {
    const page = htmlReport(hostileContent);
    expect(elementsOf(page)).toEqual(elementsOf(htmlReport(harmlessContent())));
    const tags = page.replace(/"[^"]*"/g, '""').match(/<[a-z][^>]*>/gi) ?? []; // without what stands in quotes
    expect(tags.filter((tag) => /[\s"']on[a-z]+\s*=/i.test(tag))).toEqual([]);
    expect(/[\u0000-\u0008\u000b-\u001f\u202e\u2066\ufffe\uffff]/.test(page)).toBe(false);
  });
});

function countsOf({ diagnostics, suppressed = 0 }: HtmlContent): readonly number[] {
  const of = (severity: string): number => diagnostics.filter((one) => one.severity === severity).length;
  return [of('error') + 30, of('warning'), of('info'), suppressed]; // 30 errors are only counted
}
