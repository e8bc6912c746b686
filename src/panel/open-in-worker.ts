import type { Observed } from 'prometeu-packer';
import { connectSession, portChannel, type SessionChannel } from 'prometeu-packer/studio';
import type { DiskAnswerMessage, DiskOpenMessage, DiskRequestMessage } from './disk-message.js';
import type { PanelFile, PanelWorkspace } from './panel-workspace.js';

/** Opens a workspace in memory, and the session over it, in a worker: the page only asks. */
export async function openInWorker(
  files: ReadonlyMap<string, Uint8Array>,
  pauseMs: number,
  createWorker: () => Worker,
): Promise<Observed<PanelWorkspace>> {
  const worker = createWorker();
  const waiting = new Map<number, (value: unknown) => void>();
  let lastId = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<DiskAnswerMessage>) => {
    waiting.get(data.id)?.(data.value);
    waiting.delete(data.id);
  });
  const ask = (kind: DiskRequestMessage['kind'], path = '', text = ''): Promise<unknown> =>
    new Promise((answer) => {
      lastId += 1;
      waiting.set(lastId, answer);
      worker.postMessage({ kind, id: lastId, path, text } satisfies DiskRequestMessage);
    });

  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ kind: 'open', files, pauseMs, port: port2 } satisfies DiskOpenMessage, [port2]);
  const channel: SessionChannel = {
    ...portChannel(port1),
    // A port does not tell that its worker is gone; where its script cannot be loaded, the event has no message.
    onClose: (take) => worker.addEventListener('error', ({ message }: Partial<ErrorEvent>) => take(message ?? 'the worker did not start')),
    close: () => worker.terminate(),
  };
  const connected = await connectSession(channel);
  return connected.map((session) => ({
    session,
    list: async () => (await ask('list')) as readonly PanelFile[],
    read: async (path) => (await ask('read', path)) as Uint8Array | null,
    write: async (path, text) => void (await ask('write', path, text)),
    remove: async (path) => void (await ask('remove', path)),
    close: session.close,
  }));
}
