import { applyPlan, fixChoicesOf, planFix, type Diagnostic } from 'prometeu-packer';
import { renderText } from 'prometeu-packer/report';
import type { CaseHost } from './case-host.js';
import type { CodeCase } from './code-case.js';
import { prepareCase, runAction } from './run-case.js';
import { showDiagnostic } from './show-diagnostic.js';

/** A file as a recorded answer holds it: the lines of a text that ends with one, its text, or its bytes. */
type RecordedFile = readonly string[] | { readonly text: string } | { readonly hex: string } | null;

/** What came of one way to mend a finding. */
export interface RecordedFix {
  readonly fingerprint: string;
  readonly choice: string;
  /** The files that are other ones afterwards, by path. */
  readonly files?: Readonly<Record<string, RecordedFile>>;
  /** Why no plan was made of it, or why it was not applied. */
  readonly refused?: readonly string[];
}

/** What a case answers: fixtures/diagnostics/<CODE>/expected.json. */
export interface RecordedCase {
  readonly diagnostics: readonly unknown[];
  readonly fixes: readonly RecordedFix[];
}

/** What the page of a code shows of its case. */
export interface CaseExample {
  readonly about: string;
  readonly text: string;
  readonly data: unknown;
}

/** One finding that is left or new after a fix: none should be. */
export interface FixFault {
  readonly choice: string;
  readonly fault: 'not-found' | 'not-removed' | 'added' | 'not-idempotent';
  readonly code: string;
}

const RANKS = { info: 0, warning: 1, error: 2 } as const;

function recordFile(bytes: Uint8Array | undefined): RecordedFile {
  if (bytes === undefined) return null;
  const text = Buffer.from(bytes).toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(Buffer.from(bytes)) || /[\0\ufeff]/.test(text)) return { hex: Buffer.from(bytes).toString('hex') };
  return text.endsWith('\n') && !text.includes('\r') ? text.slice(0, -1).split('\n') : { text };
}

/** The files that differ, but for what the packer keeps of its own work. */
function changesBetween(before: ReadonlyMap<string, Uint8Array>, after: ReadonlyMap<string, Uint8Array>): Record<string, RecordedFile> {
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter((path) => !path.includes('.prometeu/undo/')).sort();
  const same = (a?: Uint8Array, b?: Uint8Array) => a !== undefined && b !== undefined && Buffer.from(a).equals(Buffer.from(b));
  return Object.fromEntries(
    paths.filter((path) => !same(before.get(path), after.get(path))).map((path) => [path, recordFile(after.get(path))]),
  );
}

const keyOf = ({ code, fingerprint }: Diagnostic): string => `${code} ${fingerprint}`;

/** Takes one way out on a workspace of its own, and looks what was found then. */
async function tryFix(codeCase: CodeCase, found: readonly Diagnostic[], { fingerprint, severity, code }: Diagnostic, choice: string) {
  const caseHost: CaseHost = await prepareCase(codeCase);
  const { workspace } = caseHost;
  const before = workspace.files();
  const planned = await planFix(workspace, { fingerprint, choice });
  if (planned.isErr()) {
    const refused = planned.error.map((one) => one.code);
    const isLost = refused.includes('FIX_NOT_FOUND');
    return { fix: { fingerprint, choice, refused }, faults: isLost ? [{ choice, fault: 'not-found' as const, code }] : [] };
  }
  const plan = planned.value.value;
  const applied = await applyPlan(workspace, plan, plan.identityChanges.length > 0 ? { consent: { planDigest: plan.digest } } : {});
  if (applied.isErr()) return { fix: { fingerprint, choice, refused: applied.error.map((one) => one.code) }, faults: [] };
  const after = await runAction(caseHost, codeCase.when);
  const known = new Set(found.map(keyOf));
  const faults: FixFault[] = after.diagnostics.flatMap((one): FixFault[] => {
    if (one.code === code && one.fingerprint === fingerprint) return [{ choice, fault: 'not-removed', code }];
    return known.has(keyOf(one)) || RANKS[one.severity] < RANKS[severity] ? [] : [{ choice, fault: 'added', code: one.code }];
  });
  const again = await planFix(workspace, { fingerprint, choice });
  if (again.isOk() && again.value.value.edits.length > 0) faults.push({ choice, fault: 'not-idempotent', code });
  return { fix: { fingerprint, choice, files: changesBetween(before, workspace.files()) }, faults };
}

/** Runs a case, and each way out of each finding of its code. */
export async function recordCase(
  code: string,
  codeCase: CodeCase,
): Promise<{ readonly recorded: RecordedCase; readonly faults: readonly FixFault[]; readonly example: CaseExample | null }> {
  const caseHost = await prepareCase(codeCase);
  const { diagnostics } = await runAction(caseHost, codeCase.when, codeCase.faults);
  const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
  const tries = found.flatMap((diagnostic) => fixChoicesOf(diagnostic).map(({ choice }) => ({ diagnostic, choice })));
  const tried = [];
  for (const { diagnostic, choice } of tries) tried.push(await tryFix(codeCase, diagnostics, diagnostic, choice));
  const texts = caseHost.workspace.files();
  const sourceText = (file: string) => (texts.has(file) ? Buffer.from(texts.get(file) ?? []).toString('utf8') : undefined);
  const [first] = found;
  const shown = first === undefined ? '' : renderText([first], { sourceText }).split('\n\n')[0];
  return {
    // through JSON, as what is recorded went
    recorded: JSON.parse(
      JSON.stringify({ diagnostics: diagnostics.map(showDiagnostic), fixes: tried.map(({ fix }) => fix) }),
    ) as RecordedCase,
    faults: tried.flatMap(({ faults }) => faults),
    example: first === undefined ? null : { about: codeCase.about, text: shown ?? '', data: first.data },
  };
}
