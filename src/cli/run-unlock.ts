import { unlock, type LockOwner, type WriteHost } from 'prometeu-packer';
import { escapeText } from 'prometeu-packer/report';
import type { Answer } from './answer.js';
import type { CommandIo } from './command-io.js';
import { failedAnswer } from './failed-answer.js';
import type { Invocation } from './invocation.js';
import { shellQuote } from './shell-quote.js';
import { withWorkspace } from './with-workspace.js';

function applyLine({ workspace }: Invocation, token: string): string {
  const where = workspace === '.' ? [] : ['--workspace', workspace];
  return `prometeu-packer ${['unlock', '--owner', token, ...where, '--apply'].map(shellQuote).join(' ')}`;
}

function ownerLine({ pid, host, token }: LockOwner): string {
  return `process ${pid} on ${escapeText(host)}, token ${token}`;
}

async function breakLock(host: WriteHost, invocation: Invocation, token: string): Promise<Answer> {
  const done = await unlock(host, { owner: token, preview: !invocation.apply });
  if (done.isErr()) return failedAnswer(done.error);
  const { state, owner } = done.value.value;
  const lines =
    state === 'unlocked'
      ? [`the lock of ${ownerLine(owner)} is broken`]
      : [
          `the lock is held by ${ownerLine(owner)}`,
          'make sure that this process is gone: while it runs, wait for it',
          '',
          'this is a preview; to break the lock:',
          `  ${escapeText(applyLine(invocation, token))}`,
        ];
  return { ran: true, diagnostics: done.value.diagnostics, result: { state, owner }, lines, pending: state === 'previewed' };
}

/** Does what `unlock` is asked for. */
export function runUnlock(invocation: Invocation, io: CommandIo): Promise<Answer> {
  const { owner } = invocation;
  if (owner !== undefined) return withWorkspace(invocation, io, (host) => breakLock(host, invocation, owner));
  const lines = ['unlock needs --owner TOKEN, as PLAN_LOCKED tells it'];
  return Promise.resolve({ ran: false, diagnostics: [], result: null, lines });
}
