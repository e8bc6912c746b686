import type { ReleaseFacts } from './release-facts.js';

const codesOf = ({ codes }: ReleaseFacts): readonly string[] => Object.values(codes).flat().sort();

const listed = (codes: readonly string[]): string => (codes.length === 0 ? 'none' : codes.map((code) => `\`${code}\``).join(', '));

const numbers = (versions: readonly number[]): string => (versions.length === 0 ? '–' : versions.join(', '));

function diagnosticsSection(facts: ReleaseFacts, previous: ReleaseFacts | null): string {
  const all = codesOf(facts);
  const deprecated = `- Deprecated: ${listed(facts.deprecated_codes)}.`;
  if (previous === null) {
    const areas = Object.entries(facts.codes).map(([area, codes]) => `${area} ${codes.length}`);
    return ['### Diagnostics', '', `- Added: ${all.length} codes, the first ones: ${areas.join(', ')}.`, deprecated].join('\n');
  }
  const known = codesOf(previous);
  const added = all.filter((code) => !known.includes(code));
  const gone = known.filter((code) => !all.includes(code));
  return ['### Diagnostics', '', `- Added: ${listed(added)}.`, deprecated, ...(gone.length === 0 ? [] : [`- Gone: ${listed(gone)}.`])].join(
    '\n',
  );
}

function versionsSection({ versions }: ReleaseFacts): string {
  const rows = versions.map(({ surface, reads, migrates, writes, retired, deprecated }) => {
    const leaving = deprecated.map(({ version }) => version);
    return `| \`${surface}\` | ${[reads, migrates, writes, leaving, retired].map(numbers).join(' | ')} |`;
  });
  const head = ['| artifact | reads | migrates | writes | deprecated | retired |', '| --- | --- | --- | --- | --- | --- |'];
  return ['### Artifact versions', '', ...head, ...rows].join('\n');
}

/** The two sections that the change log has for every release, from the facts of the release and of the one before it. */
export function changelogSections(facts: ReleaseFacts, previous: ReleaseFacts | null): string {
  return `${diagnosticsSection(facts, previous)}\n\n${versionsSection(facts)}\n`;
}

const HEADING = /^## (\d+\.\d+\.\d+\S*)$/gm;

/** The releases that a change log names, the newest first, each with its text below the heading. */
export function readChangelog(text: string): ReadonlyMap<string, string> {
  const parts = text.split(HEADING).slice(1);
  return new Map(parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? ''] as const] : [])));
}

/** The text of a release without the two sections that are made. */
function writtenText(text: string): string {
  return text.split(/^### (?:Diagnostics|Artifact versions)$/m)[0]?.trimEnd() ?? '';
}

/** A change log in which a release has its two sections anew, below what people wrote. */
export function withSections(changelog: string, version: string, sections: string): string {
  const releases = readChangelog(changelog);
  const text = releases.get(version);
  if (text === undefined) throw new Error(`The change log has no heading "## ${version}".`);
  const isLast = [...releases.keys()].at(-1) === version;
  return changelog.replace(`## ${version}${text}`, () => `## ${version}${writtenText(text)}\n\n${sections}${isLast ? '' : '\n'}`);
}
