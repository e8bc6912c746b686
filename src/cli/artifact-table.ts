import type { ArtifactReport } from 'prometeu-packer';
import { escapeText } from 'prometeu-packer/report';
import { textTable } from './text-table.js';

/** Most lines that a table of artifacts has; the JSON report lists all. */
const MOST_ROWS = 40;

/** Files that nobody misses are told only where they are; companions also where there is an archive. */
const ONLY_WHERE_FOUND: ReadonlySet<string> = new Set(['cache', 'journal', 'undo']);

const COMPANIONS: ReadonlySet<string> = new Set(['asset-table', 'asset-metadata', 'preload']);

function versionOf({ version, window }: ArtifactReport): string {
  if (version === null) return '-';
  return window === 'current' || window === 'none' ? escapeText(String(version)) : `${escapeText(String(version))} ${window}`;
}

function stateOf({ class: name, window, journal, staleness, identity, stage, codes }: ArtifactReport): string {
  const isTold = name === 'migratable' || (window !== 'none' && name.startsWith('version-')); // the window says so already
  const isPlain = name === 'current' || name === 'unversioned' || name === staleness || name === journal;
  const found = isTold || isPlain ? [] : [name];
  const isDisputed = identity !== null && identity !== 'ok' && identity !== 'unreadable';
  const words = [...found, ...(isDisputed ? [identity] : []), ...[staleness, journal].filter((word) => word !== null)];
  const isExplained = words.length > 0 || isTold || stage === 'reconciled';
  const fallback = window === 'too-new' || window === 'too-old' ? 'refused' : 'ok';
  return [...words, ...(isExplained ? [] : codes)].join(', ') || fallback;
}

/** A declaration with nothing to be said of it. */
function isPlain({ artifact, stage, window, identity }: ArtifactReport): boolean {
  return artifact === 'asset' && stage === 'reconciled' && window === 'current' && identity === 'ok';
}

function isTold({ artifact, class: name }: ArtifactReport, isBuilt: boolean): boolean {
  if (name !== 'absent') return true;
  return !ONLY_WHERE_FOUND.has(artifact) && (isBuilt || !COMPANIONS.has(artifact));
}

/** What makes derived files right again, or tells whether they are. */
function outputLines(artifacts: readonly ArtifactReport[]): readonly string[] {
  const found = new Set(artifacts.map(({ staleness }) => staleness));
  if (found.has('stale') || found.has('invalid')) return ['what is stale or invalid is made anew by: prometeu-packer build'];
  return found.has('unknown') ? ['whether what is unknown is stale is told by: prometeu-packer verify'] : [];
}

/**
 * The files of a workspace, for people: version, last gate passed, and what is to be said of each. Declarations with nothing to be
 * said of them are counted, not listed.
 */
export function artifactTable(artifacts: readonly ArtifactReport[]): readonly string[] {
  const isBuilt = artifacts.some(({ staleness }) => staleness !== null && staleness !== 'absent');
  const told = artifacts.filter((found) => !isPlain(found) && isTold(found, isBuilt));
  const shown = told.slice(0, MOST_ROWS);
  const rows = shown.map((found) => [found.artifact, versionOf(found), found.stage ?? '-', stateOf(found), escapeText(found.path)]);
  const titles = ['artifact', 'version', 'trust', 'state', 'file'].map((title) => ({ title }));
  const plain = artifacts.filter(isPlain).length;
  return [
    ...textTable(titles, rows),
    ...(told.length > shown.length ? [`and ${told.length - shown.length} more; --format json lists all`] : []),
    ...(plain === 0 ? [] : [`and ${plain} ${plain === 1 ? 'declaration' : 'declarations'} of the current version, reconciled`]),
    ...outputLines(artifacts),
  ];
}
