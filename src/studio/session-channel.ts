/** What carries messages between the two sides of a session, in their order. `portChannel` makes one of a port or worker. */
export interface SessionChannel {
  /** Sends a message that survives structured cloning. */
  readonly postMessage: (message: unknown) => void;
  /** Begins to take messages of the other side. Called once. */
  readonly onMessage: (take: (message: unknown) => void) => void;
  /** Says when the other side is gone, and what was heard of it last. Called once. */
  readonly onClose: (take: (reason: string) => void) => void;
  /** Ends it; of a worker, the worker too. */
  readonly close: () => void;
}
