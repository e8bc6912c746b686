import { compareStrings } from '../../base/compare-strings.js';
import { createCollector } from '../../diagnostics/collector.js';
import { compareDiagnostics } from '../../diagnostics/compare-diagnostics.js';
import { countDiagnostics } from '../../diagnostics/count-diagnostics.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { DiagnosticLimits } from '../../diagnostics/diagnostic-limits.js';
import { fileOf } from '../../diagnostics/location.js';
import type { PendingDiagnostic } from '../diagnose-identity.js';
import { compareScanned } from './compare-scanned.js';
import type { Tally } from './tally.js';

/** When something is told, as a reading of the whole tells it: where limits cut, they cut what comes later. */
export type TellingPhase = 'folders' | 'general' | 'declarations' | 'sources' | 'across' | 'identity';

const PHASES: readonly TellingPhase[] = ['folders', 'general', 'declarations', 'sources', 'across', 'identity'];

/** Something that is told. */
export interface Telling extends PendingDiagnostic {
  /** When. */
  readonly phase: TellingPhase;
  /** The folder or root that it is told for. */
  readonly at: string;
}

/** Something that is told of a file. */
export interface Told extends Telling {
  /** Its place among all that its teller tells. */
  readonly order: number;
}

/** All that is told of one file, by who tells it. */
export interface ToldOfFile {
  /** By teller. */
  readonly byTeller: ReadonlyMap<string, readonly Told[]>;
  /** How much of it is kept where the report as a whole has room. */
  readonly kept: number;
}

/** What is found of one file. */
export interface FileFindings {
  /** In the one order, within the limits. */
  readonly diagnostics: readonly Diagnostic[];
  /** What it adds to sums: by severity, and files by code of error. */
  readonly tally: Tally;
}

/** Makes what is told once only. */
export function tellLater({ code, file, make }: PendingDiagnostic, phase: TellingPhase, at: string): Telling {
  let made: Diagnostic | null = null;
  return { code, file, phase, at, make: () => (made ??= make()) };
}

/** What is made already. */
export function tellNow(diagnostic: Diagnostic, phase: TellingPhase, at: string): Telling {
  return { code: diagnostic.code, file: fileOf(diagnostic.location), phase, at, make: () => diagnostic };
}

function compareTold(a: Told, b: Told): number {
  const compare = a.phase === 'identity' ? compareStrings : compareScanned;
  return PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) || compare(a.at, b.at) || a.order - b.order;
}

/** How much of what is told of a file is kept. */
export function countKept(byTeller: ToldOfFile['byTeller'], { maxPerCodeAndFile }: DiagnosticLimits): number {
  const codes = new Map<string, number>();
  for (const told of byTeller.values()) for (const { code } of told) codes.set(code, (codes.get(code) ?? 0) + 1);
  let kept = 0;
  for (const count of codes.values()) kept += Math.min(count, maxPerCodeAndFile);
  return kept;
}

/** Collects what is told, in the order in which a reading of the whole collects it. */
export function collectTold(told: readonly Told[], limits: DiagnosticLimits): readonly Diagnostic[] {
  const collector = createCollector(limits);
  const inOrder = told.length > 1 ? [...told].sort(compareTold) : told;
  for (const { code, file, make } of inOrder) collector.add(code, file, make);
  return collector.list();
}

/** What is found of a file: what is told of the journal stands beside the limits. */
export function findingsOf(collected: readonly Diagnostic[], journal: readonly Diagnostic[]): FileFindings {
  const diagnostics = journal.length > 0 ? [...journal, ...collected].sort(compareDiagnostics) : collected;
  const errors = new Set(diagnostics.flatMap(({ code, severity }) => (severity === 'error' ? [`code ${code}`] : [])));
  const tally = [
    ...Object.entries(countDiagnostics(diagnostics)).filter(([, count]) => count > 0),
    ...[...errors].map((code) => [code, 1] as const),
  ];
  return { diagnostics, tally: new Map(tally) };
}
