import { groupPairs } from '../../base/group-pairs.js';
import { compareStrings } from '../../base/compare-strings.js';
import type { SortedMap } from '../../base/sorted-map.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { DiagnosticLimits } from '../../diagnostics/diagnostic-limits.js';
import { fileOf } from '../../diagnostics/location.js';
import { collectTold, countKept, type FileFindings, findingsOf, type Told, type ToldOfFile } from './file-findings.js';
import type { LiveState } from './live-state.js';
import { changeTally, type TallyChange } from './tally.js';

/** What somebody told, by file, and what is told now. */
export interface Retold {
  /** Who: a folder, a root, or the workspace as a whole. */
  readonly teller: string;
  /** What was told. */
  readonly before: ReadonlyMap<string, readonly Told[]> | undefined;
  /** What is told now. */
  readonly now: ReadonlyMap<string, readonly Told[]> | undefined;
}

/** Findings after some have changed. */
export interface UpdatedFindings extends Pick<LiveState, 'told' | 'findings' | 'overflows' | 'tally' | 'journal'> {
  /** Files whose findings are others, in code-unit order. */
  readonly files: readonly string[];
}

type Findings = ReadonlyMap<string, FileFindings | undefined>;

function retell(
  told: SortedMap<ToldOfFile>,
  changes: Iterable<Retold>,
  limits: DiagnosticLimits,
): ReadonlyMap<string, ToldOfFile | undefined> {
  const files = new Map<string, Map<string, readonly Told[]>>();
  const tellersOf = (file: string): Map<string, readonly Told[]> => {
    const tellers = files.get(file) ?? new Map(told.get(file)?.byTeller);
    files.set(file, tellers);
    return tellers;
  };
  for (const { teller, before, now } of changes) {
    if (before === now) continue;
    for (const file of before?.keys() ?? []) tellersOf(file).delete(teller);
    for (const [file, list] of now ?? []) tellersOf(file).set(teller, list);
  }
  const toldOf = (byTeller: ToldOfFile['byTeller']): ToldOfFile | undefined =>
    byTeller.size === 0 ? undefined : { byTeller, kept: countKept(byTeller, limits) };
  return new Map([...files].map(([file, byTeller]) => [file, toldOf(byTeller)]));
}

function isSame(a: FileFindings | undefined, b: FileFindings | undefined): boolean {
  return JSON.stringify(a?.diagnostics ?? []) === JSON.stringify(b?.diagnostics ?? []);
}

/** All findings, where not every file can be told for itself: what a report has no room for depends on all that comes first. */
function findAll(told: SortedMap<ToldOfFile>, journal: readonly Diagnostic[], limits: DiagnosticLimits): Findings {
  const everything = [...told.entries()].flatMap(([, { byTeller }]) => [...byTeller.values()].flat());
  const byFile = groupPairs(collectTold(everything, limits).map((diagnostic) => [fileOf(diagnostic.location), diagnostic] as const));
  const files = new Set([...journal.map(({ location }) => fileOf(location)), ...byFile.keys()]);
  return new Map([...files].map((file) => [file, findingsOf(byFile.get(file) ?? [], ofFile(journal, file))]));
}

function ofFile(diagnostics: readonly Diagnostic[], file: string): readonly Diagnostic[] {
  return diagnostics.filter(({ location }) => fileOf(location) === file);
}

/**
 * Brings findings up to date where some tellers tell something else: each file is collected for itself, by the collector of the
 * whole. Where a report has no room for all that is told, or had none before, everything is collected again, and so it is where
 * nothing was told yet.
 */
export function updateFindings(
  before: Pick<LiveState, 'told' | 'findings' | 'overflows' | 'tally' | 'journal'>,
  changes: readonly Retold[],
  journal: readonly Diagnostic[],
  limits: DiagnosticLimits,
): UpdatedFindings {
  const retold = retell(before.told, changes, limits);
  const told = before.told.changed(retold);
  const keptChanges = [...retold].map(([file, now]): TallyChange => ({ before: keptTally(before.told.get(file)), now: keptTally(now) }));
  const counted = changeTally(before.tally, keptChanges);
  const overflows = (counted.get('kept') ?? 0) >= limits.maxInReport;
  const findOne = (file: string): FileFindings | undefined => {
    const own = [...(told.get(file)?.byTeller.values() ?? [])].flat();
    const found = findingsOf(collectTold(own, limits), ofFile(journal, file));
    return found.diagnostics.length === 0 ? undefined : found;
  };
  const journalFiles = before.journal === journal ? [] : [...before.journal, ...journal].map(({ location }) => fileOf(location));
  const isWhole = overflows || before.overflows;
  const found: Findings = isWhole
    ? findAll(told, journal, limits)
    : new Map([...new Set([...retold.keys(), ...journalFiles])].map((file) => [file, findOne(file)]));
  const gone = isWhole ? [...before.findings.entries()].flatMap(([file]) => (found.has(file) ? [] : [[file, undefined] as const])) : [];
  const changed = new Map([...found, ...gone].filter(([file, now]) => !isSame(before.findings.get(file), now)));
  const tally = changeTally(
    counted,
    [...changed].map(([file, now]) => ({ before: before.findings.get(file)?.tally, now: now?.tally })),
  );
  return { told, findings: before.findings.changed(changed), overflows, tally, journal, files: [...changed.keys()].sort(compareStrings) };
}

function keptTally(told: ToldOfFile | undefined): ReadonlyMap<string, number> | undefined {
  return told === undefined ? undefined : new Map([['kept', told.kept]]);
}
