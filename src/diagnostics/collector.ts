import { catalogue, type DiagnosticCode } from './catalogue.js';
import { compareDiagnostics } from './compare-diagnostics.js';
import { diagnose } from './diagnose.js';
import type { Diagnostic } from './diagnostic.js';
import { defaultDiagnosticLimits, type DiagnosticLimits } from './diagnostic-limits.js';
import { fileOf } from './location.js';

/** Most diagnostics of one code in one file unless told; what comes after is counted, not kept. */
export const MAX_PER_CODE_AND_FILE = defaultDiagnosticLimits.maxPerCodeAndFile;

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
  /** The file; empty for all findings of the code that the report as a whole has no room for. */
  readonly file: string;
  shown: number;
  total: number;
}

function omitted({ code, file, shown, total }: Tally): Diagnostic {
  const { severity } = catalogue[code];
  const location = file === '' ? ({ kind: 'workspace' } as const) : ({ kind: 'file', file } as const);
  return diagnose('DIAGNOSTICS_OMITTED', { artifact: 'workspace', location, data: { code, severity, shown, total }, subject: code });
}

const NOTHING: readonly Diagnostic[] = [];

function gather(limits: Partial<DiagnosticLimits>): Pick<Collector, 'add' | 'errors' | 'list'> {
  const { maxPerCodeAndFile, maxInReport } = { ...defaultDiagnosticLimits, ...limits };
  const kept: Diagnostic[] = [];
  const tallies = new Map<string, Tally>();
  const filesWithErrors = new Set<string>();
  let errors = 0;
  const tallyOf = (code: DiagnosticCode, file: string): Tally => {
    const key = `${code}\n${file}`;
    const tally = tallies.get(key) ?? { code, file, shown: 0, total: 0 };
    tallies.set(key, tally);
    return tally;
  };
  return {
    add(code, file, make) {
      const isError = catalogue[code].severity === 'error';
      const fits = kept.length < maxInReport || (isError && !filesWithErrors.has(file));
      const tally = tallyOf(code, fits ? file : '');
      tally.total += 1;
      if (isError) errors += 1;
      if (!fits || tally.shown >= maxPerCodeAndFile) return;
      tally.shown += 1;
      kept.push(make());
      if (isError) filesWithErrors.add(file);
    },
    errors: () => errors,
    list() {
      const omissions = [...tallies.values()].filter(({ shown, total }) => shown < total).map(omitted);
      return [...kept, ...omissions].sort(compareDiagnostics);
    },
  };
}

/** Begins to gather findings. Most files have none, so nothing is made before the first. */
export function createCollector(limits: Partial<DiagnosticLimits> = {}): Collector {
  let gathering: ReturnType<typeof gather> | undefined;
  return {
    add(code, file, make) {
      (gathering ??= gather(limits)).add(code, file, make);
    },
    addAll(diagnostics) {
      for (const diagnostic of diagnostics) {
        (gathering ??= gather(limits)).add(diagnostic.code, fileOf(diagnostic.location), () => diagnostic);
      }
    },
    errors: () => gathering?.errors() ?? 0,
    list: () => gathering?.list() ?? NOTHING,
  };
}
