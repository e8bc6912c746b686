import { err, ok } from 'neverthrow';
import { diagnoseStudio, readDocument, type Diagnostic, type Failure, type Observed, type Outcome } from 'prometeu-packer';
import { documentsTouched, overlaidHost, type OverlaidDocument, type OverlaidDocuments } from './create-overlays.js';
import { describePlan } from './describe-plan.js';
import type { HeldPlan } from './held-plans.js';
import { makePlan, type MadePlan } from './make-plan.js';
import type { PlanPreview } from './plan-preview.js';
import type { PreviewRequest } from './preview-request.js';
import type { DocumentVersion } from './session-summary.js';
import type { StudioContext } from './studio-context.js';

type Documented = Pick<HeldPlan, 'target' | 'documents'>;

const ON_DISK: Documented = { target: 'disk', documents: [] };

/** The documents that a plan rests on: those that were read to make it, and those that it makes anew. */
function documentsOf({ plan }: MadePlan, documents: OverlaidDocuments): readonly DocumentVersion[] {
  const read = new Set([...plan.preconditions.files, ...plan.edits].map(({ path }) => path));
  const rested = [...documents.values()].filter(({ path }) => read.has(path));
  return rested.map(({ path, version }) => ({ path, version })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Where a plan made from documents is carried out. */
export function placePlan(made: MadePlan, documents: OverlaidDocuments): Documented {
  const isEdited = made.plan.kind !== 'undo' && documentsTouched(made.plan, documents).length > 0;
  return isEdited ? { target: 'editor', documents: documentsOf(made, documents) } : ON_DISK;
}

/** Those of some documents whose text is another than what is stored. */
async function findUnsaved(
  { host, reading }: StudioContext,
  documents: readonly OverlaidDocument[],
  signal: AbortSignal,
): Promise<Observed<readonly string[]>> {
  const unsaved: string[] = [];
  for (const { path, text } of documents) {
    const stored = await readDocument(host, path, { ...reading, signal });
    if (stored.isErr()) return err(stored.error);
    if (stored.value.text !== text) unsaved.push(path);
  }
  return ok(unsaved);
}

/** What a plan is refused with that would change files which have unsaved changes. */
export function unsavedFailure(paths: readonly string[]): Failure {
  return [diagnoseStudio('STUDIO_UNSAVED_CHANGES', { paths }, paths[0])];
}

/** Refuses a plan to be written that would change files which have unsaved changes. Codes: STUDIO_UNSAVED_CHANGES. */
export async function refuseUnsaved(context: StudioContext, { plan }: MadePlan, signal: AbortSignal): Promise<Observed<void>> {
  const unsaved = await findUnsaved(context, documentsTouched(plan, context.overlays.now()), signal);
  return unsaved.andThen((paths) => (paths.length > 0 ? err(unsavedFailure(paths)) : ok()));
}

/** Holds a plan and describes it. */
export function holdPlan({ plans }: StudioContext, held: HeldPlan): PlanPreview {
  plans.hold(held);
  return describePlan(held, held.target, held.documents);
}

/** Makes a plan from what is stored. */
async function planStored(context: StudioContext, request: PreviewRequest, signal: AbortSignal): Promise<Outcome<MadePlan>> {
  const made = await makePlan(context.host, request, { ...context.reading, signal });
  if (made.isErr()) return made;
  const refused = await refuseUnsaved(context, made.value.value, signal);
  return refused.isErr() ? err(refused.error) : made;
}

/**
 * Makes a plan and holds it. It is made from the unsaved texts; where it then leaves every document of the editor as it is,
 * it is made again from what is stored, so that it can be written.
 */
export async function previewPlan(context: StudioContext, request: PreviewRequest, signal: AbortSignal): Promise<Outcome<PlanPreview>> {
  const documents = context.overlays.now();
  const isStored = documents.size === 0 || request.kind === 'undo'; // an undo puts back what was written
  const hold = (made: MadePlan, place: Documented, diagnostics: readonly Diagnostic[]) => ({
    value: holdPlan(context, { ...made, ...place, request }),
    diagnostics,
  });
  if (!isStored) {
    const made = await makePlan(overlaidHost(context.host, documents), request, { ...context.reading, signal });
    if (made.isErr()) return err(made.error);
    const place = placePlan(made.value.value, documents);
    if (place.target === 'editor') return ok(hold(made.value.value, place, made.value.diagnostics));
  }
  const made = await planStored(context, request, signal);
  return made.map(({ value, diagnostics }) => hold(value, ON_DISK, diagnostics));
}
