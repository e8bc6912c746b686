/** Memory that both threads see. */
export interface HashMemoryMessage {
  /** Tells the messages apart. */
  readonly kind: 'memory';
  /** Its number in later requests. */
  readonly memory: number;
  /** The memory. */
  readonly bytes: SharedArrayBuffer;
}

/** Parts of one memory that are to be digested. */
export interface HashPartsMessage {
  /** Tells the messages apart. */
  readonly kind: 'digest';
  /** Comes back with the answer. */
  readonly id: number;
  /** In which memory they are. */
  readonly memory: number;
  /** First byte of each part, and the one behind its last. */
  readonly ranges: Uint32Array;
}

/** What the thread that digests is told. */
export type HashRequest = HashMemoryMessage | HashPartsMessage;

/** What it answers: that it is there, and the digests of a request, 64 hexadecimal digits each, one behind the other. */
export type HashAnswer = { readonly kind: 'ready' } | { readonly kind: 'digests'; readonly id: number; readonly digests: string };
