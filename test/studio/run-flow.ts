import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { Result } from 'neverthrow';
import type { Failure } from 'prometeu-packer';
import {
  toWire,
  type PlanPreview,
  type RebasedPreview,
  type SessionEvent,
  type StudioSession,
  type WireResult,
} from 'prometeu-packer/studio';
import type { SessionOperation } from '../../src/studio/session-operation.js';
import type { Flow, FlowRecord, FlowStep, FlowTranscript } from './flow.js';
import type { FlowHost } from './flow-host.js';

type Answer = Result<unknown, Failure>;

/** A value as it is after it was sent, once it is certain that sending changes nothing. */
function sent<T>(value: T): T {
  const received = structuredClone(value);
  expect(received).toStrictEqual(value);
  return received;
}

function call(session: StudioSession, operation: SessionOperation, argument: unknown): Promise<Answer> {
  const run = session[operation] as (argument?: unknown) => Promise<Answer>;
  return argument === undefined ? run() : run(sent(argument));
}

/** Puts the digests of previews in the place of their names. */
function named<T>(value: T, digests: ReadonlyMap<string, string>): T {
  const text = JSON.stringify(value).replace(/"\$([a-z-]+)"/g, (_, name: string) => JSON.stringify(digests.get(name) ?? 'no such preview'));
  return JSON.parse(text) as T;
}

/** The digest of what was previewed, or rebased. */
const digestOf = (answer: Answer): string | null =>
  answer.match(
    (given) => {
      const { value } = given as { readonly value: PlanPreview | RebasedPreview };
      return 'preview' in value ? value.preview.digest : value.digest;
    },
    () => null,
  );

async function take(host: FlowHost, step: FlowStep, digests: Map<string, string>): Promise<WireResult<unknown> | null> {
  const { session, write } = host;
  if ('write' in step) {
    for (const [path, content] of Object.entries(step.write)) write(path, content);
    return null;
  }
  if ('notify' in step) {
    session.notifyChanged(step.notify ?? undefined);
    expect((await session.summary()).isOk()).toBe(true); // what the report gave rise to has been told by then
    return null;
  }
  if ('carryOut' in step) {
    const previewed = await call(session, 'preview', named(step.carryOut, digests));
    const digest = digestOf(previewed);
    return sent(toWire(digest === null ? previewed : await call(session, 'apply', { digest })));
  }
  const answer = await call(session, step.call, step.argument === undefined ? undefined : named(step.argument, digests));
  const digest = step.as === undefined ? null : digestOf(answer);
  if (step.as !== undefined && digest !== null) digests.set(step.as, digest);
  return sent(toWire(answer));
}

/** Runs a flow, and writes down all that is answered and told. */
export async function runFlow({ steps }: Flow, host: FlowHost): Promise<FlowTranscript> {
  const records: FlowRecord[] = [];
  const digests = new Map<string, string>();
  let told: SessionEvent[] = [];
  host.session.subscribe((event) => void told.push(sent(event)));
  for (const step of steps) {
    told = [];
    const answer = await take(host, step, digests);
    records.push({ step, answer, events: told.filter((event) => event.kind !== 'progress') });
  }
  const files = [...host.files()].sort(([a], [b]) => (a < b ? -1 : 1));
  const digestOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  // The record of an undo names the token of its staging, which is random on a disk.
  return {
    records,
    files: Object.fromEntries(files.filter(([path]) => !path.includes('/undo/')).map(([path, bytes]) => [path, digestOfBytes(bytes)])),
  };
}
