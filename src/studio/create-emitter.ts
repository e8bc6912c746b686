import { describeThrown, diagnoseStudio } from 'prometeu-packer';
import type { SessionEvent, SessionListener } from './session-event.js';

/** Tells events to listeners. */
export interface Emitter {
  /** Tells an event: in order, never while another is being told. After `closed` nothing more is told. */
  readonly emit: (event: SessionEvent) => void;
  /** Begins to be told events, from the next on; answers how to end it. */
  readonly subscribe: (listener: SessionListener) => () => void;
}

interface Subscription {
  readonly listener: SessionListener;
  isActive: boolean;
  hasFailed: boolean;
}

/** Makes an emitter. A listener that fails keeps no other from being told, and is told of once. */
export function createEmitter(): Emitter {
  const subscriptions = new Set<Subscription>();
  const queue: { readonly event: SessionEvent; readonly to: readonly Subscription[] }[] = [];
  let isTelling = false;
  let isOver = false;

  const fail = (subscription: Subscription, { kind }: SessionEvent, thrown: unknown): void => {
    if (subscription.hasFailed) return;
    subscription.hasFailed = true;
    emit({ kind: 'fault', diagnostics: [diagnoseStudio('STUDIO_LISTENER_FAILED', { event: kind, reason: describeThrown(thrown) })] });
  };
  const tell = (subscription: Subscription, event: SessionEvent): void => {
    if (!subscription.isActive) return;
    try {
      const answer: unknown = subscription.listener(event); // a promise where the listener is async
      if (answer instanceof Promise) answer.catch((thrown: unknown) => fail(subscription, event, thrown));
    } catch (thrown) {
      fail(subscription, event, thrown);
    }
  };
  const emit = (event: SessionEvent): void => {
    if (isOver) return;
    isOver = event.kind === 'closed';
    queue.push({ event, to: [...subscriptions] });
    if (isTelling) return;
    isTelling = true;
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      for (const subscription of next.to) tell(subscription, next.event);
    }
    isTelling = false;
  };

  return {
    emit,
    subscribe(listener) {
      const subscription = { listener, isActive: true, hasFailed: false };
      subscriptions.add(subscription);
      return () => {
        subscription.isActive = false;
        subscriptions.delete(subscription);
      };
    },
  };
}
