import { countDiagnostics } from 'prometeu-packer';
import { archiveMap } from './archive-map.js';
import { escapeMarkup } from './escape-markup.js';
import type { HtmlAbility, HtmlArchive, HtmlArtifact, HtmlContent } from './html-content.js';
import { htmlFindings } from './html-findings.js';
import { HTML_STYLE } from './html-style.js';
import { showBytes } from './show-bytes.js';

/** Most rows of a table: what is beyond is counted, and stands in the JSON report. */
const MOST_ROWS = 1000;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

const VERDICTS = [
  ['read', 'can be read', 'cannot be read whole'],
  ['mutate', 'can be changed', 'cannot be changed'],
  ['build', 'can be built', 'cannot be built'],
] as const;

function renderAbility([, yes, no]: (typeof VERDICTS)[number], { can, decidedBy }: HtmlAbility): string {
  const codes = decidedBy.map((code) => `<code>${escapeMarkup(code)}</code>`).join(', ');
  return `<li class="${can ? 'yes' : 'no'}"><strong>${can ? '✓' : '✗'} ${can ? yes : no}</strong><span class="soft">${can ? 'no finding stands in the way' : codes}</span></li>`;
}

function renderVerdict({ verdict }: HtmlContent): string {
  if (verdict === undefined) return '';
  return `<ul class="verdict" aria-label="Verdict">${VERDICTS.map((words) => renderAbility(words, verdict[words[0]])).join('')}</ul>`;
}

function renderCounts({ diagnostics, suppressed = 0 }: HtmlContent): string {
  const counts = countDiagnostics(diagnostics);
  const one = (severity: 'error' | 'warning' | 'info', count: number): string =>
    `<li class="${severity}"><b class="tone">${count}</b> ${severity}${count === 1 ? '' : 's'}</li>`;
  const left = suppressed === 0 ? '' : `<li><b>${suppressed}</b> left out by policy</li>`;
  return `<ul class="counts" aria-label="Findings by severity">${one('error', counts.error)}${one('warning', counts.warning)}${one('info', counts.info)}${left}</ul>`;
}

function renderTable(caption: string, heads: readonly string[], rows: readonly (readonly (number | string | null)[])[]): string {
  const numeric = heads.map((_, index) => rows.length > 0 && rows.every((row) => typeof row[index] !== 'string'));
  const kind = (index: number): string => (numeric[index] === true ? ' class="number"' : '');
  const head = heads.map((name, index) => `<th scope="col"${kind(index)}>${name}</th>`).join('');
  const body = rows.slice(0, MOST_ROWS).map((cells) => {
    const [first, ...rest] = cells.map((cell) => (cell === null ? '–' : escapeMarkup(String(cell))));
    return `<tr><th scope="row"${kind(0)}>${first ?? ''}</th>${rest.map((cell, index) => `<td${kind(index + 1)}>${cell}</td>`).join('')}</tr>`;
  });
  const more = rows.length > MOST_ROWS ? `<p class="soft">and ${rows.length - MOST_ROWS} more, not listed here.</p>` : '';
  return `<table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>${more}`;
}

function renderArtifacts(artifacts: readonly HtmlArtifact[]): string {
  if (artifacts.length === 0) return '';
  const heads = ['file', 'what', 'version', 'window', 'passed', 'identity', 'found'];
  const rows = artifacts.map(({ file, artifact, version, window, stage, identity, state }) => [
    ...[file, artifact, version, window === 'none' ? null : window],
    ...[stage, identity, state],
  ]);
  const table = renderTable(`${artifacts.length} in all`, heads, rows);
  return `<h2>Artifacts</h2><div class="card">${table}</div>`;
}

function renderArchive({ path, length, archiveDigest, regions }: HtmlArchive): string {
  const assets = regions.flatMap(({ asset }) => (asset === null ? [] : [asset]));
  const rows = assets.map(({ id, name, bankType, offset, size, sha256 }) => [id, name, bankType, offset, size, sha256]);
  const table = renderTable(`${assets.length} assets`, ['id', 'name', 'bank', 'offset', 'size', 'sha256'], rows);
  const digest = archiveDigest ?? 'none: what stands before the payload is broken';
  return [
    `<h2>Archive</h2><div class="card"><p><code>${escapeMarkup(path)}</code>, ${showBytes(length)}, digest <code>${escapeMarkup(digest)}</code></p>`,
    `${archiveMap(regions)}</div>`,
    assets.length === 0 ? '' : `<div class="card">${table}</div>`,
  ].join('');
}

/**
 * Renders a report as one HTML file that needs nothing else: no script, no request, a content security policy of its own.
 * It shows the verdict, exact counts, what is in the workspace, each finding with its line, help and fixes, and the
 * archive as a map. It follows the reader's colour scheme, and reads well without sight or mouse.
 *
 * @returns a whole document with a final line end. Every text from input is escaped; the same content gives the same bytes.
 *
 * @example
 * ```ts
 * import { doctor } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 * import { htmlReport } from 'prometeu-packer/report';
 *
 * const examined = await doctor(createMemoryWorkspace());
 * if (examined.isOk()) {
 *   const { diagnostics, verdict } = examined.value;
 *   const page = htmlReport({ workspace: 'my-game', version: '1.0.0', diagnostics, verdict });
 *   console.log(page.split('\n')[0]); // <!doctype html>
 * }
 * ```
 */
export function htmlReport(content: HtmlContent): string {
  const { workspace, version, diagnostics, artifacts = [], archive, sourceText = () => undefined } = content;
  const name = escapeMarkup(workspace);
  const lines = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<link rel="icon" href="data:,">',
    `<title>${name}: packer report</title>`,
    `<style>${HTML_STYLE}</style>`,
    '</head>',
    '<body>',
    `<header><p class="soft">prometeu-packer report</p><h1>${name}</h1>${renderVerdict(content)}${renderCounts(content)}</header>`,
    '<main>',
    '<h2>Findings</h2>',
    htmlFindings(diagnostics, sourceText),
    archive === undefined ? '' : renderArchive(archive),
    renderArtifacts(artifacts),
    '</main>',
    `<footer>Made by prometeu-packer ${escapeMarkup(version)}.</footer>`,
    '</body>',
    '</html>',
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}
