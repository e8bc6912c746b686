import { compareStrings, fileOf, type Diagnostic, type Location } from 'prometeu-packer';
import { escapeMarkup } from './escape-markup.js';
import { explain } from './explain.js';
import { htmlCodeFrame } from './html-code-frame.js';
import { showBytesOffset } from './show-bytes.js';
import { showLocation } from './show-location.js';

/** The text of a file, where it is at hand. */
export type HtmlSourceText = (file: string) => string | undefined;

/** Most findings that are listed. */
const MOST_FINDINGS = 5000;

type LinesOf = (file: string) => readonly string[];

function placeIn(location: Location): string {
  switch (location.kind) {
    case 'workspace':
    case 'file':
      return '';
    case 'text':
      return `line ${location.range.start.line}, column ${location.range.start.column}`;
    case 'bytes':
      return `byte ${showBytesOffset(location.offset)}`;
  }
}

function row(term: string, markup: string): string {
  return markup === '' ? '' : `<dt>${term}</dt><dd>${markup}</dd>`;
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function blocked({ blocks }: Diagnostic): string {
  return [...(blocks?.build === true ? ['build'] : []), ...(blocks?.studio === true ? ['studio'] : [])].join(', ');
}

function renderFinding(diagnostic: Diagnostic, linesOf: LinesOf): string {
  const { severity, code, message, location, related, fixes, manualAction, fingerprint } = diagnostic;
  const place = placeIn(location);
  const frame = location.kind === 'text' ? htmlCodeFrame(linesOf(location.file), location.range) : '';
  const seen = related.map((other) => `<code>${escapeMarkup(showLocation(other.location))}</code>: ${escapeMarkup(other.message)}`);
  const ways = fixes.map(({ title, applicability }) => `${escapeMarkup(title)} <span class="soft">(${escapeMarkup(applicability)})</span>`);
  const details = [
    row('blocks', blocked(diagnostic)),
    row('to do', manualAction?.required === true ? escapeMarkup(manualAction.what) : ''),
    row('see', list(seen)),
    row('fixes', list(ways)),
    row('help', escapeMarkup(explain(code)?.help ?? '')),
    row('fingerprint', `<code>${escapeMarkup(fingerprint)}</code>`),
  ];
  return [
    `<article class="finding ${severity}"><p><span class="chip">${severity}</span><span class="code">${escapeMarkup(code)}</span>`,
    place === '' ? '' : ` <span class="soft">${place}</span>`,
    `</p><p>${escapeMarkup(message)}</p>${frame}<dl>${details.join('')}</dl></article>`,
  ].join('');
}

/** Splits each file once, however many findings point into it. */
function createLines(sourceText: HtmlSourceText): LinesOf {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const lines = known.get(file) ?? sourceText(file)?.split(/\r\n|\r|\n/) ?? [];
    known.set(file, lines);
    return lines;
  };
}

/** As many as a page can hold: errors before warnings before infos, each in the one order. */
function chooseShown(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= MOST_FINDINGS) return diagnostics;
  const of = (wanted: Diagnostic['severity']): readonly Diagnostic[] => diagnostics.filter(({ severity }) => severity === wanted);
  return [...of('error'), ...of('warning'), ...of('info')].slice(0, MOST_FINDINGS);
}

const FILTERS = [
  ['all', 'all'],
  ['errors', 'errors'],
  ['warnings', 'warnings'],
  ['infos', 'infos'],
] as const;

function renderFilter(): string {
  const one = ([id, name]: (typeof FILTERS)[number]): string =>
    `<input type="radio" name="only" id="only-${id}"${id === 'all' ? ' checked' : ''}><label for="only-${id}">${name}</label>`;
  return FILTERS.map(one).join('\n');
}

/** The findings by file, each with the line it stands on, its help, its fixes and what else matters. */
export function htmlFindings(diagnostics: readonly Diagnostic[], sourceText: HtmlSourceText): string {
  if (diagnostics.length === 0) return '<p>There are no findings.</p>';
  const shown = chooseShown(diagnostics);
  const linesOf = createLines(sourceText);
  const byFile = new Map<string, Diagnostic[]>();
  for (const diagnostic of shown) {
    const file = fileOf(diagnostic.location);
    const found = byFile.get(file) ?? [];
    byFile.set(file, found);
    found.push(diagnostic);
  }
  const files = [...byFile].sort(([a], [b]) => compareStrings(a, b));
  const sections = files.map(([file, found]) => {
    const name = file === '' ? 'the workspace as a whole' : escapeMarkup(file);
    return `<section class="file" aria-label="${name}"><h3>${name}</h3>${found.map((one) => renderFinding(one, linesOf)).join('')}</section>`;
  });
  const left = diagnostics.length - shown.length;
  const more =
    left === 0 ? '' : `<p class="soft">${left} more are counted above and not listed here, errors last of all to be left out.</p>`;
  return `${renderFilter()}\n<div class="files">${sections.join('\n')}</div>${more}`;
}
