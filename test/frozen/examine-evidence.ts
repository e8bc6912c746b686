import { doctor, mergeEvidence, parseEvidence, type DoctorReport, type Evidence, type ReadHost } from 'prometeu-packer';

/** What is there to say of evidence that an earlier release wrote. */
type EvidenceAnswer =
  | null
  /** It was taken, and the report with it was the report without it. Or it was made by other rules, and refused for that alone. */
  | 'same-report-or-other-rules'
  | { readonly refused: readonly string[] }
  | 'another-report';

/**
 * Reads and merges the evidence of a case, and has the doctor take it. A release that judges sources otherwise refuses it: that is
 * one answer with a report that is the same, since both keep the promise.
 */
export async function examineEvidence(papers: ReadonlyMap<string, string>, host: ReadHost, known: DoctorReport): Promise<EvidenceAnswer> {
  const files = [...papers].filter(([name]) => name.startsWith('evidence-'));
  if (files.length === 0) return null;
  const pieces: Evidence[] = [];
  for (const [name, text] of files) {
    const parsed = parseEvidence(new TextEncoder().encode(text), name);
    if (parsed.isErr()) {
      const codes = parsed.error.map(({ code }) => code);
      return codes.join() === 'EVIDENCE_RULES_DIFFER' ? 'same-report-or-other-rules' : { refused: codes };
    }
    pieces.push(parsed.value.value);
  }
  const [first, ...rest] = pieces;
  if (first === undefined) return null;
  const merged = mergeEvidence([first, ...rest]);
  if (merged.isErr()) return { refused: merged.error.map(({ code }) => code) };
  const examined = await doctor(host, { evidence: merged.value });
  if (examined.isErr()) return { refused: examined.error.map(({ code }) => code) };
  const told = (report: DoctorReport) => JSON.stringify([report.verdict, report.counts, report.diagnostics]);
  return told(examined.value) === told(known) ? 'same-report-or-other-rules' : 'another-report';
}
