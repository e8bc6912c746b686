import { diagnoseStudio } from 'prometeu-packer';
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

const UNSENDABLE: WireResult<unknown> = {
  ok: false,
  error: [diagnoseStudio('STUDIO_MESSAGE_MALFORMED', { expected: 'answer', problem: 'it cannot be sent' })],
};

/**
 * Makes an outbox: after each event and each part it waits until that was taken, so that the loop of the other side gets its
 * turn in between. What cannot be sent is never waited for, and an answer that cannot be is answered with STUDIO_MESSAGE_MALFORMED.
 *
 * @param post - sends a message; throws where that cannot be cloned.
 */
export function createOutbox(post: (message: ServerMessage) => void): Outbox {
  const waiting: Waiting[] = [];
  let sequence = 0;
  let awaited: number | null = null;
  const incomplete = new Set<number>();

  const isPosted = (message: ServerMessage): boolean => {
    try {
      post(message);
      return true;
    } catch {
      return false;
    }
  };
  const send = (next: Waiting): void => {
    if (next.kind === 'answer') {
      const { id } = next;
      if (!incomplete.delete(id) && isPosted({ studio: 1, ...next })) return;
      return void isPosted({ studio: 1, kind: 'answer', id, answer: UNSENDABLE });
    }
    sequence += 1;
    awaited = sequence;
    if (isPosted({ studio: 1, sequence, ...next })) return;
    awaited = null;
    if (next.kind === 'part') incomplete.add(next.id);
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
