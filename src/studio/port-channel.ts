import { describeThrown } from 'prometeu-packer';
import type { SessionChannel } from './session-channel.js';

/**
 * Something that messages can be sent to and heard from: `MessagePort` and `Worker` of Node and of the web, `parentPort`, the
 * global scope of a web worker. What it has of these methods is used.
 */
export interface MessagePortLike {
  /** Sends a message. */
  postMessage(message: unknown): void;
  /** Listens, as Node's emitters do. */
  on?(event: string, listener: (value: unknown) => void): unknown;
  /** Listens, as the web's event targets do. */
  addEventListener?(type: string, listener: (event: unknown) => void): void;
  /** Begins to deliver messages. */
  start?(): void;
  /** Ends a port. */
  close?(): void;
  /** Ends a worker. */
  terminate?(): unknown;
}

function field(event: unknown, name: string): unknown {
  return typeof event === 'object' && event !== null && name in event ? (event as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** What an error event tells: Node gives what was thrown, the web an event with a message. */
function reasonOf(value: unknown): string {
  const message = field(value, 'message');
  return typeof message === 'string' && message !== '' ? message : describeThrown(value);
}

/**
 * A channel over a port or a worker.
 *
 * @example
 * ```ts
 * import { portChannel } from 'prometeu-packer/studio';
 *
 * const { port1, port2 } = new MessageChannel();
 * const [here, there] = [portChannel(port1), portChannel(port2)];
 * const answered = new Promise((resolve) => there.onMessage(resolve));
 * here.postMessage('ready');
 * console.log(await answered); // ready
 * here.close();
 * ```
 */
export function portChannel(port: MessagePortLike): SessionChannel {
  const listen = (event: string, take: (value: unknown) => void): void => {
    if (port.on === undefined) port.addEventListener?.(event, take);
    else port.on(event, take);
  };
  const isWeb = port.on === undefined;
  return {
    postMessage: (message) => port.postMessage(message),
    onMessage(take) {
      listen('message', (value) => take(isWeb ? field(value, 'data') : value));
      listen('messageerror', () => take(undefined)); // a message that could not be read is none
      if (isWeb) port.start?.();
    },
    onClose(take) {
      let reason = '';
      listen('error', (value) => {
        reason = reasonOf(value);
        if (isWeb) take(reason); // the web tells no end of a worker
      });
      listen('exit', () => take(reason));
      listen('close', () => take(reason));
    },
    close() {
      if (port.terminate === undefined) port.close?.();
      else void port.terminate();
    },
  };
}
