import { escapeText, unlock, type LockOwner, type WriteHost } from 'prometeu-packer';
import type { Answer } from './answer.js';
import type { Command } from './command.js';
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

/** `unlock`: breaks the lock that a packer left behind; a preview unless `--apply`. */
export const unlockCommand: Command = {
  name: 'unlock',
  usage: '--owner TOKEN [--apply] [--exit-code]',
  summary: 'Breaks the lock with this token, left behind by a packer that is gone and cannot be proven so.',
  args: [0, 0],
  options: ['owner', 'apply', 'exit-code'],
  run: (invocation, io) => {
    const { owner } = invocation;
    if (owner !== undefined) return withWorkspace(invocation, io, (host) => breakLock(host, invocation, owner));
    const lines = ['unlock needs --owner TOKEN, as PLAN_LOCKED tells it'];
    return Promise.resolve({ ran: false, diagnostics: [], result: null, lines });
  },
};
