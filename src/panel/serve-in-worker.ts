import { ok } from 'neverthrow';
import { portChannel, serveSession } from 'prometeu-packer/studio';
import type { DiskAnswerMessage, DiskMessage } from './disk-message.js';
import { createMemoryDiskHost, type MemoryDiskHost, type PanelThread } from './memory-disk-host.js';

/** What a worker hears and tells. */
export interface WorkerScope {
  /** Listens to the page. */
  addEventListener(type: 'message', listener: (event: MessageEvent<DiskMessage>) => void): void;
  /** Answers the page. */
  postMessage(message: DiskAnswerMessage): void;
}

/** The worker's side: the workspace in memory and the session over it. */
export function serveInWorker(scope: WorkerScope, thread: PanelThread): void {
  let opened: MemoryDiskHost | null = null;
  const answer = async (message: Exclude<DiskMessage, { readonly kind: 'open' }>, { disk }: MemoryDiskHost): Promise<unknown> => {
    switch (message.kind) {
      case 'list':
        return disk.list();
      case 'read':
        return disk.read(message.path);
      case 'write':
        return disk.write(message.path, message.text);
      case 'remove':
        return disk.remove(message.path);
    }
  };
  scope.addEventListener('message', ({ data }) => {
    if (data.kind === 'open') {
      const made = createMemoryDiskHost(data.files, data.pauseMs, thread);
      opened = made;
      return serveSession(portChannel(data.port), () => ok(made.host), { schedule: made.schedule });
    }
    const { id } = data;
    if (opened !== null) void answer(data, opened).then((value) => scope.postMessage({ id, value }));
  });
}
