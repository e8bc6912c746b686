import { Err, Ok, type Result } from 'neverthrow';
import type { PackerHost, PortError, PortErrorKind } from 'prometeu-packer';

/** What an operating system calls the errors that a port gives. */
const WORDS: Readonly<Partial<Record<PortErrorKind, string>>> = {
  'not-found': 'ENOENT',
  denied: 'EACCES',
  exists: 'EEXIST',
  'not-a-file': 'EISDIR',
  'not-a-folder': 'ENOTDIR',
  'folder-not-empty': 'ENOTEMPTY',
  'no-space': 'ENOSPC',
  'read-only': 'EROFS',
  busy: 'EBUSY',
  'too-many-open': 'EMFILE',
  'cross-device': 'EXDEV',
  'name-too-long': 'ENAMETOOLONG',
  unsupported: 'EINVAL',
  io: 'EIO',
};

function renamed(error: PortError): PortError {
  return error.detail === 'injected' ? { ...error, detail: WORDS[error.kind] ?? error.kind } : error;
}

/** An answer whose error, if any, is told in the words of a host, and so are those of the handle that it gives. */
function translate(answer: unknown): unknown {
  if (answer instanceof Promise) return answer.then(translate);
  if (!(answer instanceof Ok) && !(answer instanceof Err)) return answer;
  return (answer as Result<unknown, PortError>).map(translateMethods).mapErr(renamed);
}

function translateMethod(method: (...args: readonly unknown[]) => unknown): (...args: readonly unknown[]) => unknown {
  const translateVisitor = (visit: (...args: readonly unknown[]) => unknown) => (index: unknown, answer: unknown) =>
    visit(index, translate(answer));
  return (...args) => translate(method(...args.map((arg) => (typeof arg === 'function' ? translateVisitor(arg as never) : arg))));
}

/** A copy of an object with methods whose answers are translated; anything else as it is. */
function translateMethods<T>(value: T): T {
  if (typeof value !== 'object' || value === null || !Object.values(value).some((item) => typeof item === 'function')) return value;
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    typeof item === 'function' ? translateMethod(item as never) : (item as unknown),
  ]);
  return Object.fromEntries(entries) as T;
}

/** A host that tells the faults put into it as an operating system would: `ENOSPC` rather than `injected`. */
export function inHostWords(host: PackerHost): PackerHost {
  return { ...host, read: translateMethods(host.read), write: translateMethods(host.write) };
}
