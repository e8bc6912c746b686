import { err, ok, type Result } from 'neverthrow';
import {
  build,
  describeArchive,
  diagnosePath,
  doctor,
  parseWorkspacePath,
  readDocument,
  verifyWorkspace,
  type Applied,
  type Failure,
  type Observed,
  type Outcome,
  type PathFault,
} from 'prometeu-packer';
import { applyPreview } from './apply-preview.js';
import { createLane } from './create-lane.js';
import { overlaidHost } from './create-overlays.js';
import { findCodeActions, findLspCodeActions, findLspDiagnostics } from './find-code-actions.js';
import { findingsOf } from './changed-findings.js';
import { listAssets, listFindings } from './list-findings.js';
import { previewPlan } from './preview-plan.js';
import { rebasePreview } from './rebase-preview.js';
import type { SessionCalls } from './session-calls.js';
import type { DocumentText, SessionExamination, SessionVerification, StudioSession } from './session.js';
import type { BuildRequest } from './preview-request.js';
import type { StudioContext } from './studio-context.js';
import { summarizeSession } from './summarize-session.js';

function refusePath(fault: PathFault, text: string): Failure {
  return [diagnosePath(fault, { artifact: 'workspace', location: { kind: 'workspace' }, text })];
}

async function readText({ host, reading, overlays }: StudioContext, file: string, signal: AbortSignal): Promise<Observed<DocumentText>> {
  const document = overlays.now().get(file);
  if (document !== undefined) return ok({ file, version: document.version, text: document.text });
  return (await readDocument(host, file, { ...reading, signal })).map(({ text }) => ({ file, version: null, text }));
}

async function buildStored(context: StudioContext, { replaceNewer = false }: BuildRequest, signal: AbortSignal): Promise<Outcome<Applied>> {
  const { host, reading, emitter, view } = context;
  const built = await build(host, {
    ...reading,
    replaceNewer,
    signal,
    onProgress: (progress) => emitter.emit({ kind: 'progress', operation: 'build', progress }),
  });
  view.notify(['build']); // an earlier plan may have been finished first
  const settled = await view.settle();
  if (settled.isErr()) emitter.emit({ kind: 'fault', diagnostics: settled.error });
  return built;
}

async function verify({ host, reading }: StudioContext, signal: AbortSignal): Promise<Observed<SessionVerification>> {
  const verified = await verifyWorkspace(host, { ...reading, signal });
  return verified.map(({ header, ...rest }) => ({ ...rest, assets: header?.asset_table.length ?? null }));
}

async function examine({ host, reading, overlays }: StudioContext, signal: AbortSignal): Promise<Observed<SessionExamination>> {
  const examined = await doctor(overlaidHost(host, overlays.now()), { ...reading, signal });
  return examined.map(({ verdict, artifacts, counts, diagnostics }) => ({ verdict, artifacts, counts, diagnostics }));
}

/** Puts the parts of a session together. */
export function createSession(context: StudioContext, calls: SessionCalls): StudioSession {
  const { host, reading, overlays, view, emitter } = context;
  const { run } = calls;
  const work = createLane();
  const summary = () => summarizeSession(view.shown(), view.state(), overlays.now());

  /** Runs what makes something of the workspace: one at a time. */
  const inTurn = <T>(signal: AbortSignal, task: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> =>
    work.run(signal, async () => {
      view.setBusy(true);
      const answer = await task();
      view.setBusy(false);
      return answer;
    });

  return {
    subscribe: emitter.subscribe,
    summary: () => run('summary', undefined, undefined, () => ok(summary())),
    assets: (page) => run('assets', page, undefined, () => ok(listAssets(view.shown(), page))),
    findings: (page) => run('findings', page, undefined, () => ok(listFindings(view.shown(), page))),
    diagnosticsOf: (file) => run('diagnosticsOf', file, undefined, () => ok(findingsOf(view.shown(), file))),
    readDocument: (file, options) => run('readDocument', file, options, (signal) => readText(context, file, signal)),
    codeActions: (request) => run('codeActions', request, undefined, () => ok(findCodeActions(context, request))),
    lspDiagnostics: (request) => run('lspDiagnostics', request, undefined, () => ok(findLspDiagnostics(context, request))),
    lspCodeActions: (request, options) => run('lspCodeActions', request, options, (signal) => findLspCodeActions(context, request, signal)),
    notifyChanged: (paths) => view.notify(paths),
    settle: (options) => run('settle', undefined, options, async (signal) => (await view.settle(signal)).map(summary)),
    setOverlay: (document) =>
      run('setOverlay', document, undefined, () => {
        const { path } = document;
        const parsed = parseWorkspacePath(path);
        if (parsed.isErr()) return err(refusePath(parsed.error, path));
        return overlays.set(document).map((taken) => {
          view.notify([path]);
          return taken;
        });
      }),
    removeOverlay: (path) =>
      run('removeOverlay', path, undefined, () => {
        if (overlays.remove(path)) view.notify([path]);
        return ok({ path });
      }),
    preview: (request, options) =>
      run('preview', request, options, (signal) => inTurn(signal, () => previewPlan(context, request, signal))),
    apply: (request, options) => run('apply', request, options, (signal) => inTurn(signal, () => applyPreview(context, request, signal))),
    rebase: (request, options) =>
      run('rebase', request, options, (signal) => inTurn(signal, () => rebasePreview(context, request, signal))),
    build: (request = {}, options) =>
      run('build', request, options, (signal) => inTurn(signal, () => buildStored(context, request, signal))),
    verify: (options) => run('verify', undefined, options, (signal) => inTurn(signal, () => verify(context, signal))),
    doctor: (options) => run('doctor', undefined, options, (signal) => inTurn(signal, () => examine(context, signal))),
    describeArchive: (options) => run('describeArchive', undefined, options, (signal) => describeArchive(host, { ...reading, signal })),
    async close() {
      await calls.close();
      emitter.emit({ kind: 'closed', reason: 'closed' });
    },
  };
}
