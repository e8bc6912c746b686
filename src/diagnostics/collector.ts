import type { DiagnosticSubject } from './artifact-kind.js';
import type { DiagnosticCode } from './catalogue.js';
import { compareDiagnostics } from './compare-diagnostics.js';
import { diagnose } from './diagnose.js';
import type { Diagnostic } from './diagnostic.js';
import { fileOf } from './location.js';
import type { Severity } from './severity.js';

/** Most diagnostics of one code in one file; what comes after is counted, not kept. */
export const MAX_PER_CODE_AND_FILE = 50;

/** Gathers findings, bounded and counted exactly. */
export interface Collector {
  /** Adds a finding that costs something to make: it is only made while there is room for it. */
  add(code: DiagnosticCode, file: string, make: () => Diagnostic): void;
  /** Adds findings that are made already. */
  addAll(diagnostics: readonly Diagnostic[]): void;
  /** How many errors were added, those left out included. */
  errors(): number;
  /** What was gathered, in the one order; where findings were left out, one DIAGNOSTICS_OMITTED a code and file. */
  list(): readonly Diagnostic[];
}

interface Tally {
  readonly code: DiagnosticCode;
  readonly file: string;
  readonly artifact: DiagnosticSubject;
  readonly severity: Severity;
  total: number;
}

/** Begins to gather findings. */
export function createCollector(): Collector {
  const kept: Diagnostic[] = [];
  const tallies = new Map<string, Tally>();
  let errors = 0;
  const add = (code: DiagnosticCode, file: string, make: () => Diagnostic): void => {
    const key = `${code}\n${file}`;
    const tally = tallies.get(key);
    if (tally !== undefined && tally.total >= MAX_PER_CODE_AND_FILE) {
      tally.total += 1;
      if (tally.severity === 'error') errors += 1;
      return;
    }
    const diagnostic = make();
    kept.push(diagnostic);
    if (diagnostic.severity === 'error') errors += 1;
    if (tally === undefined) tallies.set(key, { code, file, artifact: diagnostic.artifact, severity: diagnostic.severity, total: 1 });
    else tally.total += 1;
  };
  const omissions = (): readonly Diagnostic[] =>
    [...tallies.values()]
      .filter(({ total }) => total > MAX_PER_CODE_AND_FILE)
      .map(({ code, file, artifact, severity, total }) =>
        diagnose('DIAGNOSTICS_OMITTED', {
          artifact,
          location: file === '' ? { kind: 'workspace' } : { kind: 'file', file },
          data: { code, severity, shown: MAX_PER_CODE_AND_FILE, total },
          subject: code,
        }),
      );
  return {
    add,
    addAll(diagnostics) {
      for (const diagnostic of diagnostics) add(diagnostic.code, fileOf(diagnostic.location), () => diagnostic);
    },
    errors: () => errors,
    list: () => [...kept, ...omissions()].sort(compareDiagnostics),
  };
}
