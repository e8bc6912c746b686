import type { SessionChannel } from 'prometeu-packer/studio';

/** Two ends of a channel that clones what is sent, as a worker's does, and lets a test look at it and cut it. */
export interface ChannelPair {
  /** The editor's end. */
  readonly editor: SessionChannel;
  /** The worker's end. */
  readonly worker: SessionChannel;
  /** What the editor has sent; it grows. */
  readonly fromEditor: unknown[];
  /** What the worker has sent; it grows. */
  readonly fromWorker: unknown[];
  /** Ends the channel, as the death of one side does. */
  readonly cut: (reason: string) => void;
  /** Hands something to an end that the other never sent. */
  readonly inject: (end: 'editor' | 'worker', message: unknown) => void;
}

function createEnd() {
  let take: (message: unknown) => void = () => undefined;
  let closed: (reason: string) => void = () => undefined;
  return {
    take: (message: unknown) => take(message),
    closed: (reason: string) => closed(reason),
    onMessage: (listener: (message: unknown) => void) => {
      take = listener;
    },
    onClose: (listener: (reason: string) => void) => {
      closed = listener;
    },
  };
}

/** Makes a channel. Messages arrive later, in order. */
export function channelPair(): ChannelPair {
  const [editor, worker] = [createEnd(), createEnd()];
  const [fromEditor, fromWorker]: [unknown[], unknown[]] = [[], []];
  let isOpen = true;
  const cut = (reason: string): void => {
    if (!isOpen) return;
    isOpen = false;
    editor.closed(reason);
    worker.closed(reason);
  };
  const send = (log: unknown[], to: ReturnType<typeof createEnd>) => (message: unknown) => {
    const cloned: unknown = structuredClone(message);
    log.push(cloned);
    setImmediate(() => {
      if (isOpen) to.take(cloned);
    });
  };
  const endOf = (end: ReturnType<typeof createEnd>, postMessage: (message: unknown) => void): SessionChannel => ({
    postMessage,
    onMessage: end.onMessage,
    onClose: end.onClose,
    close: () => cut(''),
  });
  return {
    editor: endOf(editor, send(fromEditor, worker)),
    worker: endOf(worker, send(fromWorker, editor)),
    fromEditor,
    fromWorker,
    cut,
    inject: (end, message) => (end === 'editor' ? editor : worker).take(message),
  };
}
