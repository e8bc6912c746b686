import type { PortErrorKind, PortOperation, PortResult, WorkspacePath } from 'prometeu-packer';
import type { ContractFailure } from './port-contract-case.js';

/** Notes what a port gets wrong in one case, and lets the case go on. */
export interface ContractCheck {
  /** What went wrong so far. */
  readonly failures: readonly ContractFailure[];
  /** Expects two plain values, as JSON tells them, to be equal. */
  readonly equal: (what: string, found: unknown, expected: unknown) => void;
  /** Expects an answer that holds these bytes. */
  readonly sameBytes: (what: string, found: PortResult<Uint8Array>, expected: Uint8Array) => void;
  /** Expects an answer and gives its value; undefined where it is an error. */
  readonly value: <T>(what: string, answer: PortResult<T>) => T | undefined;
  /** Expects an error of one kind, that names the operation, and one of the paths or a folder above it. */
  readonly fails: (answer: PortResult<unknown>, kind: PortErrorKind, operation: PortOperation, ...paths: readonly WorkspacePath[]) => void;
}

/** Where two byte strings differ first; undefined where they are the same. */
function differenceOf(found: Uint8Array, expected: Uint8Array): { readonly length: number; readonly firstDifference: number } | undefined {
  let at = 0;
  while (at < expected.length && found[at] === expected[at]) at += 1;
  return at === expected.length && at === found.length ? undefined : { length: found.length, firstDifference: at };
}

/** Makes a check without failures. */
export function createContractCheck(): ContractCheck {
  const failures: ContractFailure[] = [];
  const note = (what: string, found: unknown, expected: unknown) => void failures.push({ what, expected, found });
  return {
    failures,
    equal: (what, found, expected) => {
      if (JSON.stringify(found) !== JSON.stringify(expected)) note(what, found, expected);
    },
    sameBytes: (what, answer, expected) => {
      const found = answer.isOk() ? differenceOf(answer.value, expected) : answer.error;
      if (found !== undefined) note(what, found, { length: expected.length });
    },
    value: (what, answer) => {
      if (answer.isOk()) return answer.value;
      note(what, answer.error, 'ok');
      return undefined;
    },
    fails: (answer, kind, operation, ...paths) => {
      const found = answer.isOk() ? 'ok' : answer.error;
      const isAsked =
        answer.isErr() &&
        answer.error.kind === kind &&
        answer.error.operation === operation &&
        paths.some((path) => answer.error.path === '' || path === answer.error.path || path.startsWith(`${answer.error.path}/`));
      if (!isAsked) note(`${operation} ${paths.join(', ')}`, found, kind);
    },
  };
}
