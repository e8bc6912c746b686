import type { SessionEvent } from './session-event.js';
import type { SessionOperation } from './session-operation.js';
import type { WireResult } from './wire-result.js';

/** What can be asked for over a channel. */
export type RequestMethod = SessionOperation | 'open' | 'close';

/** What the editor's side sends. */
export type ClientMessage =
  /** Asks for something; `id` is one that is not under way. */
  | {
      readonly studio: 1;
      readonly kind: 'request';
      readonly id: number;
      readonly method: RequestMethod;
      readonly argument: unknown;
      readonly isCancelled: boolean;
    }
  /** Cancels a request. */
  | { readonly studio: 1; readonly kind: 'cancel'; readonly id: number }
  /** Reports changes; null for everything. */
  | { readonly studio: 1; readonly kind: 'notify'; readonly paths: readonly string[] | null }
  /** An event or a part was taken: the next one may come. */
  | { readonly studio: 1; readonly kind: 'taken'; readonly sequence: number };

/** What the worker's side sends. */
export type ServerMessage =
  /** Answers a request. */
  | { readonly studio: 1; readonly kind: 'answer'; readonly id: number; readonly answer: WireResult<unknown> }
  /** Goes into the list at `path` of the answer that follows: so a long answer keeps the editor's loop no longer than a short one. */
  | {
      readonly studio: 1;
      readonly kind: 'part';
      readonly sequence: number;
      readonly id: number;
      readonly path: readonly string[];
      readonly items: readonly unknown[];
    }
  /** Tells an event. */
  | { readonly studio: 1; readonly kind: 'event'; readonly sequence: number; readonly event: SessionEvent };

/** A message of either side. */
export type SessionMessage = ClientMessage | ServerMessage;
