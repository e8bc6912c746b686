import { ok } from 'neverthrow';
import type { Diagnostic, PackerHost } from 'prometeu-packer';
import { connectSession, openSession, serveSession, type SessionChannel, type StudioSession } from 'prometeu-packer/studio';
import type { Action, ActionAnswer } from './actions.js';

/** What is asked of a session: the name of a method, then its arguments. `$digest` in them is that of the last preview. */
type SessionCall = readonly [method: Exclude<keyof StudioSession, 'subscribe' | 'notifyChanged'>, ...args: readonly unknown[]];

interface SomeAnswer {
  readonly isErr: () => boolean;
  readonly error?: readonly Diagnostic[];
  readonly value?: { readonly value?: { readonly digest?: string } };
}

const neverByItself = (): (() => void) => () => undefined;

/** Asks a session one thing after the other; the answer is that to the last, with the faults that the session told besides. */
async function askSession(session: StudioSession, calls: readonly SessionCall[]): Promise<ActionAnswer> {
  const faults: Diagnostic[] = [];
  session.subscribe((event) => void (event.kind === 'fault' && faults.push(...event.diagnostics)));
  let digest = '';
  let last: SomeAnswer | undefined;
  for (const [method, ...args] of calls) {
    const given = JSON.parse(JSON.stringify(args).replaceAll('$digest', digest)) as unknown[];
    const ask = session[method] as (...all: unknown[]) => Promise<SomeAnswer | undefined>;
    last = await ask(...given);
    digest = last?.value?.value?.digest ?? digest;
  }
  const isOk = last?.isErr() !== true;
  await session.close();
  return { ok: isOk, diagnostics: [...(isOk ? [] : (last?.error ?? [])), ...faults] };
}

/** The two ends of a channel, of which the worker's is gone when a message that holds `until` is sent to it. */
function createChannels(until: string, reason: string): { readonly editor: SessionChannel; readonly worker: SessionChannel } {
  const takers: { editor?: (message: unknown) => void; worker?: (message: unknown) => void } = {};
  const closers: { editor?: (reason: string) => void; worker?: (reason: string) => void } = {};
  const endOf = (me: 'editor' | 'worker', other: 'editor' | 'worker'): SessionChannel => ({
    postMessage(message) {
      if (me === 'editor' && JSON.stringify(message).includes(until)) return closers.editor?.(reason);
      queueMicrotask(() => takers[other]?.(structuredClone(message)));
    },
    onMessage: (take) => void (takers[me] = take),
    onClose: (take) => void (closers[me] = take),
    close: () => undefined,
  });
  return { editor: endOf('editor', 'worker'), worker: endOf('worker', 'editor') };
}

async function openServed(host: PackerHost): Promise<StudioSession> {
  const { editor, worker } = createChannels('"verify"', 'the worker ran out of memory');
  serveSession(worker, () => ok(host), { schedule: neverByItself });
  return (await connectSession(editor))._unsafeUnwrap();
}

/** What an editor does with a session. */
export const studioActions: Readonly<Record<string, Action>> = {
  /** Opens a session and asks it `calls`; with `listener: 'fails'` one listener throws at every event. */
  session: async ({ host }, { calls, listener }) => {
    const session = (await openSession(host, { schedule: neverByItself }))._unsafeUnwrap();
    if (listener === 'fails') {
      session.subscribe(() => {
        throw new TypeError('no panel to show it in');
      });
    }
    return askSession(session, calls as readonly SessionCall[]);
  },
  /** The same with a session that a worker serves; the worker is gone as soon as it is asked to verify. */
  'served-session': async ({ host }, { calls }) => askSession(await openServed(host), calls as readonly SessionCall[]),
};
