import { err, ok } from 'neverthrow';
import {
  applyPlan,
  checkConsent,
  diagnoseStudio,
  rebasePlan,
  stalePlan,
  type ApplyPlanOptions,
  type Diagnostic,
  type Failure,
  type Observed,
  type Outcome,
  type Plan,
} from 'prometeu-packer';
import { documentsTouched, overlaidHost, type OverlaidDocuments } from './create-overlays.js';
import { documentEditsOf } from './document-edits-of.js';
import type { HeldPlan } from './held-plans.js';
import { refuseUnsaved, unsavedFailure } from './preview-plan.js';
import type { AppliedPreview } from './session.js';
import type { ApplyRequest } from './preview-request.js';
import type { StudioContext } from './studio-context.js';

type Consent = Pick<ApplyPlanOptions, 'consent'>;

/** Every path that a plan writes, and those beside which it does. */
function pathsOf({ edits }: Plan): readonly string[] {
  return edits.flatMap((edit) => (edit.kind === 'move-folder' ? [edit.from, edit.path] : [edit.path]));
}

/** What an answer says is another than it was when the plan was made. */
function differingPaths(answer: Outcome<unknown>): readonly string[] {
  const told = answer.isErr() ? answer.error : [];
  return told.flatMap(({ data }) => ('differences' in data ? data.differences.map(({ path }) => path) : []));
}

/** Stops the writing of a plan, up to its commit point, once a document that it changes is changed. */
function guardDocuments({ overlays }: StudioContext, { plan }: HeldPlan, saved: OverlaidDocuments, signal: AbortSignal) {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  let seen = saved;
  let typed: readonly string[] = [];
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  return {
    signal: controller.signal,
    typed: () => typed,
    check(): void {
      if (overlays.now() === seen) return;
      seen = overlays.now();
      const others = documentsTouched(plan, seen).filter(({ path, text }) => saved.get(path)?.text !== text);
      typed = others.map(({ path }) => path);
      if (typed.length > 0) stop();
    },
    end: () => signal.removeEventListener('abort', stop),
  };
}

async function write(context: StudioContext, held: HeldPlan, consent: Consent, signal: AbortSignal): Promise<Outcome<AppliedPreview>> {
  const { host, view, emitter } = context;
  const applied = await view.whileWriting(signal, async (): Promise<Outcome<AppliedPreview>> => {
    const saved = context.overlays.now();
    const refused = await refuseUnsaved(context, held, signal);
    if (refused.isErr()) return err(refused.error);
    const guard = guardDocuments(context, held, saved, signal);
    const done = await applyPlan(host, held.plan, {
      ...consent,
      signal: guard.signal,
      onProgress: (progress) => {
        guard.check();
        emitter.emit({ kind: 'progress', operation: 'apply', progress });
      },
    });
    guard.end();
    if (done.isErr() && done.error[0].code === 'PLAN_CANCELLED' && guard.typed().length > 0) return err(unsavedFailure(guard.typed()));
    return done.map(({ value, diagnostics }) => ({ value: { target: 'disk', applied: value }, diagnostics }));
  });
  view.notify([...pathsOf(held.plan), ...differingPaths(applied)]); // also where it failed: an earlier plan may have been finished
  const settled = await view.settle();
  if (settled.isErr()) emitter.emit({ kind: 'fault', diagnostics: settled.error });
  return applied;
}

/** Whether everything that a plan was made from is as it was, the documents in their very versions. */
async function checkDocuments(
  context: StudioContext,
  { plan, documents }: HeldPlan,
  now: OverlaidDocuments,
  signal: AbortSignal,
): Promise<Observed<void>> {
  const [first, ...rest] = documents.flatMap(({ path, version: expected }): readonly Diagnostic[] => {
    const found = now.get(path)?.version ?? null;
    return found === expected ? [] : [diagnoseStudio('STUDIO_DOCUMENT_CHANGED', { path, expected, found }, path)];
  });
  if (first !== undefined) return err<void, Failure>([first, ...rest]);
  const options = { ...context.reading, signal, replan: async () => ok({ value: plan, diagnostics: [] }) };
  const compared = await rebasePlan(overlaidHost(context.host, now), plan, options);
  return compared.andThen((found) => (found.state === 'valid' ? ok() : err(stalePlan(found.differences))));
}

/** Whether no document that a plan rests on or changes is another one than it was. */
function areSame({ plan, documents }: HeldPlan, before: OverlaidDocuments, now: OverlaidDocuments): boolean {
  return [...documents, ...plan.preconditions.files, ...plan.edits].every(({ path }) => before.get(path) === now.get(path));
}

async function edit(context: StudioContext, held: HeldPlan, { consent }: Consent, signal: AbortSignal): Promise<Outcome<AppliedPreview>> {
  const consented = checkConsent(held.plan, consent);
  if (consented.isErr()) return err(consented.error);
  for (;;) {
    const documents = context.overlays.now();
    const checked = await checkDocuments(context, held, documents, signal);
    if (checked.isErr()) return err(checked.error);
    if (!areSame(held, documents, context.overlays.now())) continue; // somebody typed meanwhile
    return ok({ value: { target: 'editor', edits: documentEditsOf(held.plan, documents) }, diagnostics: [] });
  }
}

/** Carries out a plan that was previewed: writes it, or answers what the editor is to change. */
export async function applyPreview(
  context: StudioContext,
  { digest, consent }: ApplyRequest,
  signal: AbortSignal,
): Promise<Outcome<AppliedPreview>> {
  const held = context.plans.find(digest);
  if (held.isErr()) return err(held.error);
  const carryOut = held.value.target === 'disk' ? write : edit;
  const done = await carryOut(context, held.value, consent === undefined ? {} : { consent }, signal);
  if (done.isOk()) context.plans.release(digest);
  return done;
}
