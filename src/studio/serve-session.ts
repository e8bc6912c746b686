import { err, ok, type Result } from 'neverthrow';
import {
  diagnosePortError,
  diagnoseStudio,
  guardOperation,
  type Failure,
  type Observed,
  type PackerHost,
  type PortError,
} from 'prometeu-packer';
import { createOutbox } from './create-outbox.js';
import { openSession, type SessionOptions } from './open-session.js';
import { parseClientMessage, requestIdOf } from './parse-message.js';
import { runRequest } from './run-request.js';
import type { SessionChannel } from './session-channel.js';
import type { ClientMessage } from './session-message.js';
import type { StudioSession } from './session.js';
import { toWire } from './wire-result.js';

/** Opens the workspace of a session, as `openNodeWorkspace` does. */
export type OpenHost = () => Result<PackerHost, PortError> | Promise<Result<PackerHost, PortError>>;

type Request = Extract<ClientMessage, { readonly kind: 'request' }>;

/**
 * The worker's side of a session: opens it when the other side asks, and answers whatever is asked of it. Nothing that comes
 * over the channel makes it throw. When the other side is gone it closes the session.
 *
 * @param openHost - opens the workspace, once.
 *
 * @example
 * ```ts
 * // packer-worker.ts
 * import { parentPort } from 'node:worker_threads';
 * import { openNodeWorkspace } from 'prometeu-packer/node';
 * import { portChannel, serveSession } from 'prometeu-packer/studio';
 *
 * if (parentPort !== null) serveSession(portChannel(parentPort), () => openNodeWorkspace('my-game'));
 * ```
 */
export function serveSession(channel: SessionChannel, openHost: OpenHost, options: SessionOptions = {}): void {
  const controllers = new Map<number, AbortController>();
  let opening: Promise<Observed<StudioSession>> | null = null;
  let session: StudioSession | null = null;

  const outbox = createOutbox((message) => channel.postMessage(message));

  const open = (signal: AbortSignal): Promise<Observed<StudioSession>> =>
    guardOperation('openSession', async (): Promise<Observed<StudioSession>> => {
      const host = await openHost();
      if (host.isErr()) return err([diagnosePortError(host.error, 'workspace')]);
      const opened = await openSession(host.value, { ...options, signal });
      if (opened.isOk()) {
        session = opened.value;
        opened.value.subscribe(outbox.sendEvent);
      }
      return opened;
    });

  const answer = async ({ method, argument }: Request, signal: AbortSignal): Promise<Result<unknown, Failure>> => {
    if (method === 'open') {
      opening ??= open(signal);
      return (await opening).map(() => null);
    }
    if (session === null) return err([diagnoseStudio('STUDIO_SESSION_CLOSED', { operation: method })]);
    if (method !== 'close') return runRequest(session, method, argument, signal);
    await session.close();
    return ok(null);
  };

  const take = async (request: Request): Promise<void> => {
    const { id, isCancelled } = request;
    if (controllers.has(id))
      return refuse([diagnoseStudio('STUDIO_MESSAGE_MALFORMED', { expected: 'message', problem: '/id is under way' })]);
    const controller = new AbortController();
    controllers.set(id, controller);
    if (isCancelled) controller.abort();
    const answered = await guardOperation(request.method, () => answer(request, controller.signal));
    controllers.delete(id);
    outbox.sendAnswer(id, toWire(answered));
  };
  const refuse = (diagnostics: Failure): void => outbox.sendEvent({ kind: 'fault', diagnostics });

  channel.onMessage((sent) => {
    const parsed = parseClientMessage(sent);
    if (parsed.isErr()) {
      const id = requestIdOf(sent);
      return id === null || controllers.has(id) ? refuse(parsed.error) : outbox.sendAnswer(id, toWire(err(parsed.error)));
    }
    const message = parsed.value;
    switch (message.kind) {
      case 'request':
        return void take(message);
      case 'cancel':
        return controllers.get(message.id)?.abort();
      case 'notify':
        return session?.notifyChanged(message.paths ?? undefined);
      case 'taken':
        return outbox.taken(message.sequence);
    }
  });
  channel.onClose(() => {
    for (const controller of controllers.values()) controller.abort();
    void session?.close();
  });
}
