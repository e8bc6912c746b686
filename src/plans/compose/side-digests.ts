import { ok } from 'neverthrow';
import type { ComputePort, DigestHelper } from '../../ports/compute-port.js';
import { guardCall } from '../../ports/guard-call.js';
import { digestParts } from './digest-parts.js';

/** Digests of memory, worked out beside the caller where the host has somebody for that. They are the same either way. */
export interface SideDigests {
  /** Memory that can be digested. */
  memory(length: number): Uint8Array;
  /**
   * Digests each part of such memory: at once, or beside the caller, who leaves the memory as it is meanwhile. It rejects only
   * where the caller's own digests throw.
   */
  digest(parts: readonly Uint8Array[]): readonly string[] | Promise<readonly string[]>;
  /** Gives the helper up. Never rejects. */
  close(): Promise<void>;
}

const DIGEST = /^[0-9a-f]{64}$/;

function isDigests(given: unknown, count: number): given is readonly string[] {
  return Array.isArray(given) && given.length === count && given.every((digest) => typeof digest === 'string' && DIGEST.test(digest));
}

/** What a host gives or does; null where it throws. */
function asked<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}

/** What a host answers in the end; null where it rejects, also where nobody waits for it any more. */
async function answered<T>(answer: T | PromiseLike<T>): Promise<T | null> {
  try {
    return await answer;
  } catch {
    return null;
  }
}

/** Whether two parts of memory have a byte in common. */
function overlap(a: Uint8Array, b: Uint8Array): boolean {
  return a.buffer === b.buffer && a.byteOffset < b.byteOffset + b.byteLength && b.byteOffset < a.byteOffset + a.byteLength;
}

/**
 * Begins to digest about so many bytes. The host's helper is not trusted to answer: what it leaves open, or answers otherwise
 * than with digests, is digested here; and its first answers are compared with ours, so that one that works out something else
 * is never asked again.
 *
 * @param signal - where it fires nothing is waited for.
 */
export function createSideDigests(compute: ComputePort, bytes: number, signal?: AbortSignal): SideDigests {
  const opened = asked(() => compute.digestHelper?.(bytes)) ?? null;
  let helper: DigestHelper | null = opened;
  let isProven = false;
  const lent: Uint8Array[] = [];
  const signals = signal === undefined ? [] : [signal];
  const hear = async (parts: readonly Uint8Array[], answer: Promise<readonly string[] | null>): Promise<readonly string[]> => {
    const is = (given: unknown): given is readonly string[] => isDigests(given, parts.length);
    const coming = answered(answer);
    const heard = await guardCall<readonly string[]>({ operation: 'read', path: '', is, run: async () => ok(await coming), signals });
    const given = heard.unwrapOr(null);
    if (given !== null && isProven) return given;
    const expected = digestParts(parts, compute);
    isProven = given?.every((digest, index) => digest === expected[index]) === true;
    if (!isProven) helper = null;
    return expected;
  };
  return {
    memory(length) {
      const given = asked(() => helper?.memory(length));
      if (!(given instanceof Uint8Array) || given.length !== length || lent.some((other) => overlap(other, given))) {
        helper = null;
        return new Uint8Array(length);
      }
      lent.push(given);
      return given;
    },
    digest(parts) {
      const answer = asked(() => helper?.digest(parts)) ?? null;
      return answer === null ? digestParts(parts, compute) : hear(parts, answer);
    },
    close: async () => {
      if (opened === null) return;
      const ending = answered(asked(() => opened.close())); // begun whatever the signal says
      const ended = await guardCall<unknown>({ operation: 'close', path: '', run: async () => ok(await ending), signals });
      if (ended.isErr()) return; // a helper that does not end ends with the process
    },
  };
}
