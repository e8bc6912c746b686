import type { AnswerPart } from './split-answer.js';
import type { SessionEvent } from './session-event.js';
import type { ServerMessage } from './session-message.js';
import { splitAnswer } from './split-answer.js';
import type { WireResult } from './wire-result.js';

/** Sends what the worker's side has to say in order, and no faster than it is taken. */
export interface Outbox {
  /** Sends an event. Of progress that still waits only the latest is sent. */
  readonly sendEvent: (event: SessionEvent) => void;
  /** Sends an answer, a long one in parts. */
  readonly sendAnswer: (id: number, answer: WireResult<unknown>) => void;
  /** The other side has taken an event or a part. */
  readonly taken: (sequence: number) => void;
}

type Waiting =
  | { readonly kind: 'event'; readonly event: SessionEvent }
  | ({ readonly kind: 'part'; readonly id: number } & AnswerPart)
  | { readonly kind: 'answer'; readonly id: number; readonly answer: WireResult<unknown> };

/** Whether an event that still waits tells nothing that the next one does not. */
function isOutdated(last: Waiting | undefined, event: SessionEvent): boolean {
  if (last?.kind !== 'event' || event.kind !== 'progress') return false;
  return last.event.kind === 'progress' && last.event.operation === event.operation;
}

/**
 * Makes an outbox: after each event and each part it waits until that was taken, so that the loop of the other side gets its
 * turn in between.
 */
export function createOutbox(post: (message: ServerMessage) => void): Outbox {
  const waiting: Waiting[] = [];
  let sequence = 0;
  let awaited: number | null = null;

  const send = (next: Waiting): void => {
    if (next.kind === 'answer') return post({ studio: 1, ...next });
    sequence += 1;
    awaited = sequence;
    post({ studio: 1, sequence, ...next });
  };
  const sendOn = (): void => {
    while (awaited === null) {
      const next = waiting.shift();
      if (next === undefined) return;
      send(next);
    }
  };

  return {
    sendEvent(event) {
      if (isOutdated(waiting.at(-1), event)) waiting.pop();
      waiting.push({ kind: 'event', event });
      sendOn();
    },
    sendAnswer(id, whole) {
      const { answer, parts } = splitAnswer(whole);
      waiting.push(...parts.map((part) => ({ kind: 'part', id, ...part }) as const), { kind: 'answer', id, answer });
      sendOn();
    },
    taken(done) {
      if (done !== awaited) return;
      awaited = null;
      sendOn();
    },
  };
}
