import { fstatSync, writeSync } from 'node:fs';

/** A standard stream of the process, as the command line writes to it. */
export interface Output {
  /** Writes text, all of it before it returns, unless the other end cannot take it just then. */
  readonly write: (text: string) => void;
  /** Whether a person watches. */
  readonly isTerminal: () => boolean;
}

/** Whether it is a file, a pipe or a socket: what is written there needs no stream, which brings along a fifth of what Node takes to start. */
function isPlain(fd: 1 | 2): boolean {
  if (process.platform === 'win32') return false; // a pipe there may lose what was not written by its stream
  try {
    const found = fstatSync(fd);
    return found.isFile() || found.isFIFO() || found.isSocket();
  } catch {
    return false; // closed: the stream knows what to do
  }
}

/** Writes all it can. Answers what is left, as a full pipe leaves it that does not let its writer wait; null where nobody reads any more. */
function writeAll(fd: 1 | 2, text: string): Uint8Array | null {
  let left: Uint8Array = new TextEncoder().encode(text);
  while (left.length > 0) {
    try {
      left = left.subarray(writeSync(fd, left));
    } catch (thrown) {
      return (thrown as NodeJS.ErrnoException).code === 'EAGAIN' ? left : null;
    }
  }
  return left;
}

/**
 * Writes to stdout (1) or stderr (2). A terminal, and what cannot be written at once, gets a stream.
 *
 * @param onGone - told when nobody reads any more.
 */
export function createOutput(fd: 1 | 2, onGone: () => void): Output {
  const plain = isPlain(fd);
  let stream: NodeJS.WriteStream | null = null;
  const streamed = (): NodeJS.WriteStream => (stream ??= (fd === 1 ? process.stdout : process.stderr).on('error', onGone));
  return {
    isTerminal: () => !plain && streamed().isTTY,
    write: (text) => {
      if (!plain || stream !== null) {
        streamed().write(text); // also after what a full pipe did not take: in order
        return;
      }
      const left = writeAll(fd, text);
      if (left === null) onGone();
      else if (left.length > 0) streamed().write(left);
    },
  };
}
