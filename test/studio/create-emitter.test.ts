import { describe, expect, it } from 'vitest';
import { createEmitter } from '../../src/studio/create-emitter.js';
import type { SessionEvent } from '../../src/studio/session-event.js';
import { rest } from './studio-bench.js';

const suspect: SessionEvent = { kind: 'state', state: 'suspect' };
const fresh: SessionEvent = { kind: 'state', state: 'fresh' };
const closed: SessionEvent = { kind: 'closed', reason: 'closed' };

const faults = (events: readonly SessionEvent[]) =>
  events.flatMap((event) => (event.kind === 'fault' ? event.diagnostics.map(({ code, data }) => ({ code, data })) : []));

describe('createEmitter', () => {
  it('tells each event to every listener, in order', () => {
    const { emit, subscribe } = createEmitter();
    const told: string[] = [];
    for (const name of ['a', 'b']) subscribe((event) => void told.push(`${name} ${JSON.stringify(event)}`));
    emit(suspect);
    emit(fresh);
    expect(told).toEqual([suspect, fresh].flatMap((event) => [`a ${JSON.stringify(event)}`, `b ${JSON.stringify(event)}`]));
  });

  it('tells what a listener gives rise to once the event at hand was told to all', () => {
    const { emit, subscribe } = createEmitter();
    const told: (readonly [string, SessionEvent])[] = [];
    let depth = 0;
    subscribe((event) => {
      depth += 1;
      expect(depth).toBe(1);
      told.push(['a', event]);
      if (event === suspect) emit(fresh);
      depth -= 1;
    });
    subscribe((event) => void told.push(['b', event]));
    emit(suspect);
    expect(told).toEqual([
      ['a', suspect],
      ['b', suspect],
      ['a', fresh],
      ['b', fresh],
    ]);
  });

  it('tells of a listener that throws once, and goes on telling everyone', () => {
    const { emit, subscribe } = createEmitter();
    const told: SessionEvent[] = [];
    let heard = 0;
    subscribe(() => {
      heard += 1;
      throw new TypeError('no');
    });
    subscribe((event) => void told.push(event));
    emit(suspect);
    emit(fresh);
    expect(faults(told)).toEqual([{ code: 'STUDIO_LISTENER_FAILED', data: { event: 'state', reason: 'TypeError: no' } }]);
    expect(told.filter(({ kind }) => kind === 'state')).toEqual([suspect, fresh]);
    expect(heard).toBe(3);
  });

  it('tells of a listener whose promise is rejected', async () => {
    const { emit, subscribe } = createEmitter();
    const told: SessionEvent[] = [];
    const late = async (): Promise<void> => {
      await rest();
      throw new TypeError('later');
    };
    subscribe(() => late() as unknown as undefined);
    subscribe((event) => void told.push(event));
    emit(suspect);
    await rest();
    await rest();
    await rest();
    expect(faults(told)).toHaveLength(1);
  });

  it('tells a listener nothing that was told before, and nothing once it has left, also while it is told', () => {
    const { emit, subscribe } = createEmitter();
    const told: string[] = [];
    emit(fresh);
    const leave = subscribe(({ kind }) => {
      told.push(`first ${kind}`);
      leaveSecond();
      subscribe((event) => void told.push(`late ${event.kind}`));
      leave();
    });
    const leaveSecond = subscribe(({ kind }) => void told.push(`second ${kind}`));
    emit(suspect);
    expect(told).toEqual(['first state']);
    emit(closed);
    expect(told).toEqual(['first state', 'late closed']);
  });

  it('tells nothing after it is over', () => {
    const { emit, subscribe } = createEmitter();
    const told: SessionEvent[] = [];
    subscribe((event) => void told.push(event));
    emit(closed);
    emit(fresh);
    emit(closed);
    expect(told).toEqual([closed]);
  });
});
