import type { ApplyProgress } from 'prometeu-packer';
import type { CommandIo } from './command-io.js';

/** Tells each phase of a plan once, on stderr, and only where a person watches. */
export function createProgress({ isTerminal, stderr }: CommandIo): (progress: ApplyProgress) => void {
  let last = '';
  return ({ phase }) => {
    if (!isTerminal || phase === last) return;
    last = phase;
    stderr(`${phase}…\n`);
  };
}
