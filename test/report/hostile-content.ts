import { diagnose } from '../../src/diagnostics/diagnose.js';
import type { HtmlContent } from '../../src/report/html-content.js';

/** What a page would fall for, were it shown as it is. */
export const HOSTILE = [
  `</title></style></pre></svg></table><script>document.title = 'owned'</script>`,
  `<img src=x onerror="document.title = 'owned'">`,
  `" onmouseover="document.title = 'owned'" x="`,
  `' onfocus='document.title = 1' autofocus='`,
  '`<iframe srcdoc="<script>parent.document.title = 1</script>">`',
  '<svg><animate onbegin=alert(1)>',
  '&lt;script&gt;&#x3c;script>javascript:alert(1)',
  '<!-- ]]> <![CDATA[ \u0000\u001b[2J\u202e\u2066\ufffe\uffff <base href="//evil.example/">',
  '{{constructor.constructor("alert(1)")()}}<link rel=stylesheet href=//evil.example/x.css>',
].join(' ');

const range = { start: { line: 1, column: 3, offset: 2 }, end: { line: 1, column: 90, offset: 89 } };
const place = { kind: 'text', file: `assets/${HOSTILE}/asset.json`, pointer: `/${HOSTILE}`, range } as const;

const finding = diagnose('ASSET_FORMAT_UNSUITABLE', {
  artifact: 'asset',
  location: place,
  data: { type: HOSTILE, format: HOSTILE, expected: [HOSTILE as never] },
  related: [{ message: HOSTILE, location: { ...place, file: HOSTILE } }],
  fixes: [{ title: HOSTILE, applicability: HOSTILE as never, edits: [] }],
});

/** A report in which every text that can come from input is hostile. */
export const hostileContent: HtmlContent = {
  workspace: HOSTILE,
  version: HOSTILE,
  diagnostics: [
    { ...finding, message: HOSTILE, fingerprint: HOSTILE, manualAction: { required: true, what: HOSTILE } },
    { ...finding, code: HOSTILE as never, location: { kind: 'bytes', file: HOSTILE, offset: 1, length: 1 } },
  ],
  verdict: {
    read: { can: false, decidedBy: [HOSTILE] },
    mutate: { can: true, decidedBy: [] },
    build: { can: false, decidedBy: [HOSTILE] },
  },
  artifacts: [{ file: HOSTILE, artifact: HOSTILE, version: HOSTILE, window: HOSTILE, stage: HOSTILE, identity: HOSTILE, state: HOSTILE }],
  archive: {
    path: HOSTILE,
    length: 10_000,
    archiveDigest: HOSTILE,
    regions: [
      {
        ...{ kind: 'asset', offset: 0, size: 100_000 },
        asset: { id: 1, name: HOSTILE, bankType: HOSTILE, offset: 0, size: 100_000, sha256: HOSTILE, root: HOSTILE },
      },
    ],
  },
  sourceText: () => `${HOSTILE}\n${HOSTILE}`,
};

/** The same report with harmless text in all those places, which sorts as the hostile one does: both pages have the same elements, or hostile text made some. */
export function harmlessContent(): HtmlContent {
  const harmless = '9'.repeat(HOSTILE.length);
  const inJson = JSON.stringify(HOSTILE).slice(1, -1);
  const content = JSON.parse(JSON.stringify(hostileContent).replaceAll(inJson, harmless)) as HtmlContent;
  return { ...content, sourceText: () => `${harmless}\n${harmless}` };
}
