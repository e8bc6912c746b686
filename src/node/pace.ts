/** Most synchronous work between two turns of the event loop: whichever is reached first. */
const SLICE = { items: 256, bytes: 8 * 1024 * 1024, milliseconds: 8 };

/** Counts synchronous work, over all calls of one port, so that the host's event loop stays alive. */
export interface Pace {
  /** Counts an item. */
  addItem(): void;
  /** Counts bytes. */
  addBytes(bytes: number): void;
  /** Whether the event loop is due a turn. */
  readonly isDue: () => boolean;
  /** Gives the event loop a turn. */
  readonly turn: () => Promise<void>;
}

/** Milliseconds from some start. Node loads ten modules for `performance`, and none for this. */
function now(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}

/** Makes a pace. */
export function createPace(): Pace {
  let slice = { items: 0, bytes: 0, start: now() };
  return {
    addItem: () => {
      slice.items += 1;
    },
    addBytes: (bytes) => {
      slice.bytes += bytes;
    },
    isDue: () => slice.items >= SLICE.items || slice.bytes >= SLICE.bytes || now() - slice.start >= SLICE.milliseconds,
    turn: async () => {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      slice = { items: 0, bytes: 0, start: now() };
    },
  };
}
