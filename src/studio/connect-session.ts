import { err, type Result } from 'neverthrow';
import { describeThrown, diagnoseStudio, guardOperation, type Failure, type Observed } from 'prometeu-packer';
import { createEmitter, type Emitter } from './create-emitter.js';
import { parseServerMessage, serverHeadOf } from './parse-message.js';
import type { SessionChannel } from './session-channel.js';
import type { ClientMessage, RequestMethod, ServerMessage } from './session-message.js';
import type { SessionCallOptions, StudioSession } from './session.js';
import { signalOf } from './signal-of.js';
import { type AnswerPart, joinAnswer } from './split-answer.js';
import { fromWire } from './wire-result.js';

interface Pending {
  readonly method: RequestMethod;
  readonly parts: AnswerPart[];
  readonly resolve: (answer: Result<unknown, Failure>) => void;
}

/** The texts of a list, as a list that can be sent; null where it is none of texts. */
function textsIn(value: unknown): readonly string[] | null {
  try {
    const items: readonly unknown[] | null = Array.isArray(value) ? [...(value as readonly unknown[])] : null;
    return items?.every((item) => typeof item === 'string') === true ? items : null;
  } catch {
    return null; // a list that cannot be looked at
  }
}

/** Asks the other side of a channel. */
interface Client {
  /** Asks for something; the answer is what was sent, unchecked but for its being one. */
  readonly request: <T>(method: RequestMethod, argument: unknown, options?: SessionCallOptions) => Promise<Result<T, Failure>>;
  /** Sends what has no answer. */
  readonly post: (message: ClientMessage) => void;
  /** Answers what is under way, and whatever is asked for from now on. */
  readonly end: (reason: 'closed' | 'lost', heard: string) => void;
}

function malformed(problem: string, expected = 'answer'): Failure {
  return [diagnoseStudio('STUDIO_MESSAGE_MALFORMED', { expected, problem })];
}

function createClient(channel: SessionChannel, emitter: Emitter): Client {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let ended: { readonly reason: 'closed' | 'lost'; readonly heard: string } | null = null;

  const overFailure = (operation: string, { reason, heard }: NonNullable<typeof ended>): Failure =>
    reason === 'closed'
      ? [diagnoseStudio('STUDIO_SESSION_CLOSED', { operation })]
      : [diagnoseStudio('STUDIO_CONNECTION_LOST', { operation, reason: heard })];

  const post = (message: ClientMessage): void => {
    try {
      channel.postMessage(message);
    } catch {
      // the other side is gone: the channel tells
    }
  };
  const settle = (id: number, answer: Result<unknown, Failure>): void => {
    pending.get(id)?.resolve(answer);
    pending.delete(id);
  };

  const take = (message: ServerMessage): void => {
    if (message.kind === 'event') {
      emitter.emit(message.event);
      return post({ studio: 1, kind: 'taken', sequence: message.sequence });
    }
    const waiting = pending.get(message.id);
    if (message.kind === 'part') {
      waiting?.parts.push({ path: message.path, items: message.items });
      return post({ studio: 1, kind: 'taken', sequence: message.sequence });
    }
    if (waiting === undefined) return emitter.emit({ kind: 'fault', diagnostics: malformed('nothing asked for it') });
    const isWhole = joinAnswer(message.answer, waiting.parts);
    settle(message.id, isWhole ? fromWire(message.answer) : err(malformed('a part of it leads nowhere')));
  };

  channel.onMessage((sent) => {
    parseServerMessage(sent).match(take, (diagnostics) => {
      const { id, sequence } = serverHeadOf(sent);
      if (id !== null) settle(id, err(diagnostics));
      emitter.emit({ kind: 'fault', diagnostics });
      if (sequence !== null) post({ studio: 1, kind: 'taken', sequence }); // else the other side would wait for ever
    });
  });

  return {
    post,
    request: <T>(method: RequestMethod, argument: unknown, options?: SessionCallOptions) =>
      new Promise<Result<T, Failure>>((resolve) => {
        if (ended !== null) return resolve(err(overFailure(method, ended)));
        const given = signalOf(options);
        if (given.isErr()) return resolve(err(malformed(given.error, method)));
        const signal = given.value;
        lastId += 1;
        const id = lastId;
        const cancel = (): void => post({ studio: 1, kind: 'cancel', id });
        const answered = (answer: Result<unknown, Failure>): void => {
          signal?.removeEventListener('abort', cancel);
          resolve(answer as Result<T, Failure>);
        };
        pending.set(id, { method, parts: [], resolve: answered });
        try {
          channel.postMessage({
            studio: 1,
            kind: 'request',
            id,
            method,
            argument,
            isCancelled: signal?.aborted === true,
          } satisfies ClientMessage);
          signal?.addEventListener('abort', cancel, { once: true });
        } catch (thrown) {
          settle(id, err(malformed(describeThrown(thrown), method)));
        }
      }),
    end(reason, heard) {
      if (ended !== null) return;
      ended = { reason, heard };
      for (const [id, { method }] of pending) settle(id, err(overFailure(method, ended)));
      emitter.emit({ kind: 'closed', reason });
    },
  };
}

/**
 * The editor's side of a session whose work is done elsewhere, in a worker that runs `serveSession`. The session looks and
 * answers just as that of `openSession` does; the loop of this side is kept for no longer than it takes to clone a short message.
 *
 * When the worker is gone every call that waits, and every later one, is answered with STUDIO_CONNECTION_LOST. Closing the session
 * closes the channel.
 *
 * @returns the session. Err where the workspace could not be opened; the channel is closed then.
 *
 * @example
 * ```ts
 * import { Worker } from 'node:worker_threads';
 * import { connectSession, portChannel } from 'prometeu-packer/studio';
 *
 * const connected = await connectSession(portChannel(new Worker('./packer-worker.js')));
 * console.log(connected.isOk()); // true
 * if (connected.isOk()) await connected.value.close();
 * ```
 */
export function connectSession(channel: SessionChannel, options: SessionCallOptions = {}): Promise<Observed<StudioSession>> {
  return guardOperation('connectSession', () => connect(channel, options));
}

async function connect(channel: SessionChannel, options: SessionCallOptions): Promise<Observed<StudioSession>> {
  const emitter = createEmitter();
  const { request, post, end } = createClient(channel, emitter);
  channel.onClose((heard) => end('lost', heard));
  const opened = await request<null>('open', undefined, options);
  if (opened.isErr()) channel.close();
  return opened.map((): StudioSession => ({
    subscribe: emitter.subscribe,
    notifyChanged: (paths) => post({ studio: 1, kind: 'notify', paths: textsIn(paths) }),
    summary: () => request('summary', undefined),
    assets: (page) => request('assets', page),
    findings: (page) => request('findings', page),
    diagnosticsOf: (file) => request('diagnosticsOf', file),
    readDocument: (file, how) => request('readDocument', file, how),
    codeActions: (wanted) => request('codeActions', wanted),
    lspDiagnostics: (wanted) => request('lspDiagnostics', wanted),
    lspCodeActions: (wanted, how) => request('lspCodeActions', wanted, how),
    settle: (how) => request('settle', undefined, how),
    setOverlay: (document) => request('setOverlay', document),
    removeOverlay: (path) => request('removeOverlay', path),
    preview: (wanted, how) => request('preview', wanted, how),
    apply: (wanted, how) => request('apply', wanted, how),
    rebase: (wanted, how) => request('rebase', wanted, how),
    build: (wanted, how) => request('build', wanted, how),
    verify: (how) => request('verify', undefined, how),
    doctor: (how) => request('doctor', undefined, how),
    describeArchive: (how) => request('describeArchive', undefined, how),
    async close() {
      (await request<null>('close', undefined)).unwrapOr(null); // gone is gone
      end('closed', '');
      channel.close();
    },
  }));
}
