import fc from 'fast-check';
import { err, ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import type { Failure } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import {
  connectSession,
  fromWire,
  serveSession,
  toWire,
  type OpenHost,
  type SessionEvent,
  type StudioSession,
  type WireResult,
} from 'prometeu-packer/studio';
import type { Result } from 'neverthrow';
import { diagnoseStudio } from '../../src/diagnostics/diagnose-studio.js';
import { createOutbox } from '../../src/studio/create-outbox.js';
import { joinAnswer, splitAnswer } from '../../src/studio/split-answer.js';
import type { ServerMessage } from '../../src/studio/session-message.js';
import { smallWorkspace } from '../e2e/small-workspace.js';
import { unwrap } from '../e2e/unwrap.js';
import { bigWorkspace } from './big-workspace.js';
import { channelPair, type ChannelPair } from './channel-pair.js';
import { rest } from './studio-bench.js';

const codes = (answer: Result<unknown, Failure>): readonly string[] => answer._unsafeUnwrapErr().map(({ code }) => code);
const faultsIn = (events: readonly SessionEvent[]): readonly string[] =>
  events.flatMap((event) => (event.kind === 'fault' ? event.diagnostics.map(({ code }) => code) : []));

const memory: OpenHost = () => ok(createMemoryWorkspace(smallWorkspace()));

async function connected(openHost: OpenHost = memory) {
  const pair = channelPair();
  serveSession(pair.worker, openHost, { schedule: () => () => undefined });
  const session = unwrap(await connectSession(pair.editor));
  const events: SessionEvent[] = [];
  session.subscribe((event) => void events.push(event));
  return { pair, session, events };
}

describe('toWire and fromWire', () => {
  it('carry any answer through structured cloning', () => {
    const failure: Failure = [diagnoseStudio('STUDIO_PREVIEW_UNKNOWN', { digest: '0' })];
    for (const answer of [ok(undefined), ok(null), ok({ list: [1n, new Map([['a', Uint8Array.of(1)]])] }), err(failure)]) {
      const back = fromWire(structuredClone(toWire<unknown>(answer)));
      expect(back.isOk()).toBe(answer.isOk());
      expect(back).toEqual(answer);
    }
  });

  it.each([
    undefined,
    null,
    1,
    'ok',
    [],
    {},
    { ok: true },
    { ok: 'yes', value: 1 },
    { ok: false, error: [] },
    { ok: false, error: [{ code: 1 }] },
  ])('take %j for no answer', (wire) => {
    expect(codes(fromWire(wire as WireResult<unknown>))).toEqual(['STUDIO_MESSAGE_MALFORMED']);
  });
});

describe('splitAnswer and joinAnswer', () => {
  const found = (seed: number) => ({ code: `C${seed}`, data: { places: [seed, String(seed)] }, long: 'x'.repeat(seed % 3000) });
  const list = fc.nat(1500).map((count) => Array.from({ length: count }, (_, index) => found(index)));

  it('take an answer apart and put it together again', () => {
    fc.assert(
      fc.property(list, list, list, (edits, diagnostics, rest) => {
        const whole: WireResult<unknown> = { ok: true, value: { value: { edits, title: 'none' }, diagnostics, rest, one: null } };
        const { answer, parts } = structuredClone(splitAnswer(whole));
        expect(joinAnswer(answer, parts)).toBe(true);
        expect(answer).toStrictEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  it('leave no message with more than can be cloned at once', () => {
    const diagnostics = Array.from({ length: 10_000 }, (_, index) => diagnoseStudio('STUDIO_PREVIEW_UNKNOWN', { digest: String(index) }));
    const { answer, parts } = splitAnswer({ ok: true, value: { diagnostics } });
    expect(answer).toEqual({ ok: true, value: { diagnostics: [] } });
    expect(parts.length).toBeGreaterThan(20);
    expect(Math.max(...parts.map(({ items }) => items.length))).toBeLessThan(500);
  });

  it('say where a part leads nowhere', () => {
    for (const path of [['value', 'none'], ['__proto__'], ['value', 'list', '0'], []]) {
      expect(joinAnswer({ ok: true, value: { list: [] } }, [{ path, items: [1] }])).toBe(false);
    }
  });
});

describe('createOutbox', () => {
  const state = (name: 'fresh' | 'busy'): SessionEvent => ({ kind: 'state', state: name });
  const progress = (done: number): SessionEvent => ({
    kind: 'progress',
    operation: 'build',
    progress: { phase: 'stage', done, total: 9, unit: 'files' },
  });

  it('sends an event once the one before was taken, answers after the events before them, and of progress the latest', () => {
    const posted: ServerMessage[] = [];
    const outbox = createOutbox((message) => void posted.push(message));
    outbox.sendEvent(state('busy'));
    for (const done of [1, 2, 3]) outbox.sendEvent(progress(done));
    outbox.sendAnswer(7, { ok: true, value: null });
    outbox.sendEvent(state('fresh'));
    expect(posted).toEqual([{ studio: 1, kind: 'event', sequence: 1, event: state('busy') }]);
    outbox.taken(9);
    expect(posted).toHaveLength(1);
    outbox.taken(1);
    expect(posted.slice(1)).toEqual([{ studio: 1, kind: 'event', sequence: 2, event: progress(3) }]);
    outbox.taken(2);
    expect(posted.slice(2)).toEqual([
      { studio: 1, kind: 'answer', id: 7, answer: { ok: true, value: null } },
      { studio: 1, kind: 'event', sequence: 3, event: state('fresh') },
    ]);
  });
});

describe('what cannot be sent', () => {
  const refusing = (isRefused: (message: ServerMessage) => boolean) => {
    const posted: ServerMessage[] = [];
    const outbox = createOutbox((message) => {
      if (isRefused(message)) throw new TypeError('it cannot be cloned');
      posted.push(message);
    });
    return { posted, outbox };
  };

  it('is not waited for where it is an event', () => {
    const { posted, outbox } = refusing(({ kind }) => kind === 'event');
    outbox.sendEvent({ kind: 'state', state: 'busy' });
    outbox.sendAnswer(7, { ok: true, value: null });
    expect(posted).toEqual([{ studio: 1, kind: 'answer', id: 7, answer: { ok: true, value: null } }]);
  });

  it('is answered with a failure where it is an answer, or a part of one', () => {
    const { posted, outbox } = refusing((message) => message.kind === 'part' || (message.kind === 'answer' && message.answer.ok));
    outbox.sendAnswer(7, { ok: true, value: null });
    outbox.sendAnswer(8, { ok: true, value: { list: Array.from({ length: 9000 }, () => ({})) } });
    expect(posted).toMatchObject(
      [7, 8].map((id) => ({ kind: 'answer', id, answer: { ok: false, error: [{ code: 'STUDIO_MESSAGE_MALFORMED' }] } })),
    );
  });
});

describe('a session over a channel', () => {
  it('is opened on the other side, and says why it is not', async () => {
    const pair = channelPair();
    serveSession(pair.worker, async () => err({ kind: 'not-found', operation: 'open', path: '', detail: '' }));
    expect(codes(await connectSession(pair.editor))).toEqual(['IO_NOT_FOUND']);
    const thrown = channelPair();
    serveSession(thrown.worker, () => {
      throw new TypeError('no');
    });
    expect(codes(await connectSession(thrown.editor))).toEqual(['INTERNAL_DEFECT']);
  });

  it('sends a long answer in parts, each once the one before was taken, and gives it whole', async () => {
    const files = bigWorkspace(600);
    const broken = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, path.endsWith('asset.json') ? text.replace('"name"', '"nam"') : text]),
    );
    const { pair, session } = await connected(() => ok(createMemoryWorkspace(broken)));
    const direct = unwrap(await session.findings({ limit: 1000 }));
    expect(direct.items).toHaveLength(600);
    expect(direct.items.every(({ diagnostics }) => diagnostics.length > 0)).toBe(true);
    const parts = (pair.fromWorker as readonly ServerMessage[]).filter(({ kind }) => kind === 'part');
    expect(parts.length).toBeGreaterThan(1);
    await session.close();
  });

  it('cancels over the channel', async () => {
    const host = createMemoryWorkspace(smallWorkspace());
    const slowly: typeof host.read.readFiles = async (...batch) => {
      await rest();
      return host.read.readFiles(...batch);
    };
    const { session } = await connected(() => ok({ ...host, read: { ...host.read, readFiles: slowly } }));
    expect(codes(await session.verify({ signal: AbortSignal.abort() }))).toEqual(['IO_ABORTED']);
    const controller = new AbortController();
    session.subscribe((event) => void (event.kind === 'progress' && controller.abort()));
    expect(codes(await session.build({}, { signal: controller.signal }))).toEqual(['PLAN_CANCELLED']);
    expect([...host.files().keys()].filter((path) => path.startsWith('build/'))).toEqual([]);
    const later = new AbortController();
    const waiting = session.verify();
    const cancelled = session.verify({ signal: later.signal });
    later.abort();
    expect(codes(await cancelled)).toEqual(['IO_ABORTED']);
    expect((await waiting).isOk()).toBe(true);
    await session.close();
  });

  it('answers everything that waits, and all that comes later, when the worker is gone', async () => {
    const { pair, session, events } = await connected();
    const waiting = [session.build(), session.summary(), session.preview({ kind: 'register' })];
    pair.cut('out of memory');
    for (const answer of await Promise.all<Result<unknown, Failure>>(waiting)) {
      expect(answer._unsafeUnwrapErr()[0]).toMatchObject({ code: 'STUDIO_CONNECTION_LOST', data: { reason: 'out of memory' } });
    }
    expect(codes(await session.summary())).toEqual(['STUDIO_CONNECTION_LOST']);
    session.notifyChanged(['assets']);
    expect(events.at(-1)).toEqual({ kind: 'closed', reason: 'lost' });
    await session.close();
    expect(events.filter(({ kind }) => kind === 'closed')).toHaveLength(1);
  });

  it('ends, and ends the channel', async () => {
    const { session, events, pair } = await connected();
    await session.close();
    expect(events.at(-1)).toEqual({ kind: 'closed', reason: 'closed' });
    expect(codes(await session.summary())).toEqual(['STUDIO_SESSION_CLOSED']);
    const sentBefore = pair.fromEditor.length;
    await session.close();
    expect(pair.fromEditor).toHaveLength(sentBefore);
  });

  it('answers what cannot be sent with a diagnostic', async () => {
    const { session } = await connected();
    const wrong = { kind: 'register', roots: [() => undefined] } as unknown as Parameters<StudioSession['preview']>[0];
    expect(codes(await session.preview(wrong))).toEqual(['STUDIO_MESSAGE_MALFORMED']);
    expect((await session.summary()).isOk()).toBe(true);
    await session.close();
  });

  it('reports everything where it is given what are no paths', async () => {
    const { pair, session } = await connected();
    session.notifyChanged([1] as unknown as readonly string[]);
    expect(pair.fromEditor.at(-1)).toEqual({ studio: 1, kind: 'notify', paths: null });
    await session.close();
  });
});

describe('a session over a channel answers what is wrong', () => {
  it('where options are none', async () => {
    const { session } = await connected();
    for (const signal of [7, {}]) {
      expect(codes(await session.verify({ signal: signal as AbortSignal }))).toEqual(['STUDIO_MESSAGE_MALFORMED']);
    }
    expect((await session.verify(null as unknown as object)).isOk()).toBe(true);
    await session.close();
    expect(codes(await connectSession({} as ChannelPair['editor']))).toEqual(['INTERNAL_DEFECT']);
  });

  it('and reports paths whatever list they stand in', async () => {
    const { pair, session } = await connected();
    session.notifyChanged(new Proxy(['assets/hero'], {})); // which structured cloning refuses
    expect(pair.fromEditor.at(-1)).toEqual({ studio: 1, kind: 'notify', paths: ['assets/hero'] });
    const { proxy, revoke } = Proxy.revocable<string[]>([], {});
    revoke();
    session.notifyChanged(proxy);
    expect(pair.fromEditor.at(-1)).toEqual({ studio: 1, kind: 'notify', paths: null });
    await session.close();
  });
});

describe('messages of the other side are untrusted', () => {
  const junk = (): fc.Arbitrary<unknown> =>
    fc.oneof(
      fc.anything({ withBigInt: true, withMap: true, withSet: true, withDate: true, withTypedArray: true }),
      fc.record(
        {
          studio: fc.constantFrom(1, 2),
          kind: fc.constantFrom('request', 'cancel', 'notify', 'taken', 'answer', 'part', 'event', '__proto__'),
          id: fc.oneof(fc.integer({ min: 1000, max: 1003 }), fc.constant(-1), fc.string()),
          method: fc.constantFrom('open', 'summary', 'preview', 'constructor', 'nothing'),
          argument: fc.anything(),
          isCancelled: fc.boolean(),
          paths: fc.oneof(fc.constant(null), fc.array(fc.string())),
          sequence: fc.nat(9),
          path: fc.array(fc.constantFrom('value', '__proto__', 'error')),
          items: fc.array(fc.anything()),
          event: fc.oneof(fc.anything(), fc.record({ kind: fc.constantFrom('state', 'closed', 'fault'), state: fc.string() })),
          answer: fc.anything(),
        },
        { requiredKeys: [] },
      ),
    );

  const survives = async (pair: ChannelPair, session: StudioSession) => {
    await rest();
    expect((await session.summary()).isOk()).toBe(true);
    expect(pair.fromWorker.length).toBeGreaterThan(0);
  };

  it('the worker answers or leaves aside whatever it is sent, and goes on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(junk(), { maxLength: 8 }), async (messages) => {
        const { pair, session } = await connected(() => ok(createMemoryWorkspace({})));
        for (const message of messages) pair.inject('worker', message);
        await survives(pair, session);
        await session.close();
      }),
      { numRuns: 40 },
    );
  });

  it('a request without sense is answered by its id, one that has none is told as a fault', async () => {
    const { pair, session, events } = await connected();
    pair.inject('worker', { studio: 1, kind: 'request', id: 900, method: 'explode' });
    pair.inject('worker', { studio: 1, kind: 'request', id: 901, method: 'preview', argument: { kind: 'none' }, isCancelled: false });
    pair.inject('worker', 'hello');
    await rest();
    const answers = (pair.fromWorker as readonly ServerMessage[]).flatMap((message) =>
      message.kind === 'answer' && message.id >= 900 ? [message] : [],
    );
    expect(answers.map(({ id, answer }) => [id, answer.ok ? [] : answer.error.map(({ code }) => code)])).toEqual([
      [900, ['STUDIO_MESSAGE_MALFORMED']],
      [901, ['STUDIO_MESSAGE_MALFORMED']],
    ]);
    expect((await session.summary()).isOk()).toBe(true);
    // the editor's side asked for neither 900 nor 901
    expect(faultsIn(events)).toEqual(['STUDIO_MESSAGE_MALFORMED', 'STUDIO_MESSAGE_MALFORMED', 'STUDIO_MESSAGE_MALFORMED']);
    await session.close();
  });

  it('the editor leaves aside whatever it is sent, and goes on', async () => {
    const { pair, session, events } = await connected();
    const hostile = Object.defineProperty({}, 'kind', {
      get: () => {
        throw new TypeError('no');
      },
      enumerable: true,
    });
    for (const message of [
      undefined,
      1,
      {},
      hostile,
      { studio: 1, kind: 'event', sequence: 1, event: { kind: 'state' } },
      { studio: 1, kind: 'answer', id: 77, answer: 1 },
    ]) {
      pair.inject('editor', message);
    }
    expect(faultsIn(events)).toEqual(Array.from({ length: 6 }, () => 'STUDIO_MESSAGE_MALFORMED'));
    await survives(pair, session);
    await session.close();
  });

  it('the editor takes what it cannot understand, so that the worker goes on, and fails the call that it was for', async () => {
    const pair = channelPair();
    const taken: unknown[] = [];
    pair.worker.onMessage((message) => {
      const { kind, id, method, sequence } = message as Readonly<Record<'kind' | 'id' | 'method' | 'sequence', unknown>>;
      if (kind === 'taken') taken.push(sequence);
      if (method === 'open' || method === 'close')
        pair.worker.postMessage({ studio: 1, kind: 'answer', id, answer: { ok: true, value: null } });
      if (method !== 'summary') return;
      pair.worker.postMessage({ studio: 1, kind: 'event', sequence: 4, event: { kind: 'of a later release' } });
      pair.worker.postMessage({ studio: 1, kind: 'part', sequence: 5, id, path: 'value', items: [] });
    });
    const session = unwrap(await connectSession(pair.editor));
    expect(codes(await session.summary())).toEqual(['STUDIO_MESSAGE_MALFORMED']);
    await rest();
    expect(taken).toEqual([4, 5]);
    await session.close();
  });

  it('an answer that is none, or whose parts lead nowhere, is a failure of its call', async () => {
    const pair = channelPair();
    pair.worker.onMessage((message) => {
      const { id, method } = message as { readonly id: number; readonly method?: string };
      if (method === 'summary') pair.worker.postMessage({ studio: 1, kind: 'answer', id, answer: { ok: 1 } });
      else if (method === 'verify') {
        pair.worker.postMessage({ studio: 1, kind: 'part', sequence: 1, id, path: ['value', 'x'], items: [1] });
        pair.worker.postMessage({ studio: 1, kind: 'answer', id, answer: { ok: true, value: {} } });
      } else if (method !== undefined) pair.worker.postMessage({ studio: 1, kind: 'answer', id, answer: { ok: true, value: null } });
    });
    const session = unwrap(await connectSession(pair.editor));
    expect(codes(await session.summary())).toEqual(['STUDIO_MESSAGE_MALFORMED']);
    expect(codes(await session.verify())).toEqual(['STUDIO_MESSAGE_MALFORMED']);
    await session.close();
  });
});
