/** The panel asks the worker to begin: the files, and where the session listens. */
export interface DiskOpenMessage {
  /** Tells the messages apart. */
  readonly kind: 'open';
  /** The first files, by path from the workspace root. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** How long the disk takes for a mebibyte, in milliseconds. */
  readonly pauseMs: number;
  /** The session's own channel. */
  readonly port: MessagePort;
}

/** The panel asks for something of the disk in the worker. */
export interface DiskRequestMessage {
  /** Tells the messages apart. */
  readonly kind: 'list' | 'read' | 'write' | 'remove';
  /** Names the request. */
  readonly id: number;
  /** Which file; empty for all. */
  readonly path: string;
  /** What is written; empty for anything else. */
  readonly text: string;
}

/** The worker answers. */
export interface DiskAnswerMessage {
  /** Which request. */
  readonly id: number;
  /** What was asked for. */
  readonly value: unknown;
}

/** What the panel sends to the worker besides what the session sends. */
export type DiskMessage = DiskOpenMessage | DiskRequestMessage;
