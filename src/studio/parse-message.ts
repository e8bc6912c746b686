import { err, ok, type Result } from 'neverthrow';
import { diagnoseStudio, type Failure } from 'prometeu-packer';
import { argumentShapes } from './argument-shapes.js';
import type { ClientMessage, ServerMessage, SessionMessage } from './session-message.js';
import {
  countShape,
  flagShape,
  isRecord,
  kindShape,
  listShape,
  nullableShape,
  objectShape,
  recordShape,
  type ShapeCheck,
  textShape,
} from './shape-checks.js';

const anything: ShapeCheck = () => null;
const studio: ShapeCheck = (value) => (value === 1 ? null : '/studio is not 1');

const method: ShapeCheck = (value) =>
  typeof value === 'string' && (value === 'open' || value === 'close' || Object.hasOwn(argumentShapes, value))
    ? null
    : '/method is not known';

const clientShape = kindShape({
  request: { studio, id: countShape, method, argument: anything, isCancelled: flagShape },
  cancel: { studio, id: countShape },
  notify: { studio, paths: nullableShape(listShape(textShape)) },
  taken: { studio, sequence: countShape },
});

/** What tells a request, whatever else is wrong with it. */
const requestHead: ShapeCheck = (value, at) => {
  const head = typeof value === 'object' && value !== null ? { kind: '', ...value } : { kind: '' };
  const { studio: mark, kind, id } = head as Readonly<Record<'studio' | 'kind' | 'id', unknown>>;
  return kind === 'request' ? (studio(mark, at) ?? countShape(id, at)) : 'it is no request';
};

const change = { changed: anything, added: anything, removed: anything };
const list = listShape(recordShape(anything));
const eventShape = kindShape({
  changed: {
    revision: countShape,
    unrelated: flagShape,
    paths: objectShape({ changed: listShape(textShape), added: listShape(textShape), removed: listShape(textShape) }),
    counts: objectShape({ ...change, changed: countShape, added: countShape, removed: countShape }),
  },
  diagnostics: {
    revision: countShape,
    files: listShape(objectShape({ file: textShape, version: nullableShape(countShape), diagnostics: list })),
    isLast: flagShape,
  },
  state: { state: textShape },
  progress: { operation: textShape, progress: recordShape(anything) },
  fault: { diagnostics: list },
  closed: { reason: textShape },
});

const serverShape = kindShape({
  answer: { studio, id: countShape, answer: anything },
  part: { studio, sequence: countShape, id: countShape, path: listShape(textShape), items: listShape(anything) },
  event: { studio, sequence: countShape, event: eventShape },
});

function parse<Message extends SessionMessage>(message: unknown, shape: ShapeCheck, expected: string): Result<Message, Failure> {
  let problem: string | null;
  try {
    problem = shape(message, '');
  } catch {
    problem = 'it cannot be looked at'; // a channel that clones nothing may hand on anything
  }
  return problem === null ? ok(message as Message) : err([diagnoseStudio('STUDIO_MESSAGE_MALFORMED', { expected, problem })]);
}

/** Checks a message of the editor's side, but for the argument. Codes: STUDIO_MESSAGE_MALFORMED. */
export function parseClientMessage(message: unknown): Result<ClientMessage, Failure> {
  return parse(message, clientShape, 'message');
}

/** Checks a message of the worker's side, but for what an answer holds. Codes: STUDIO_MESSAGE_MALFORMED. */
export function parseServerMessage(message: unknown): Result<ServerMessage, Failure> {
  return parse(message, serverShape, 'message');
}

/** What a message of the worker's side is waited for by, whatever else is wrong with it; null where it does not tell. */
export function serverHeadOf(message: unknown): { readonly id: number | null; readonly sequence: number | null } {
  const read = (key: 'id' | 'sequence'): number | null => {
    const head: ShapeCheck = (value) =>
      isRecord(value) ? (studio(value['studio'], '') ?? countShape(value[key], '')) : 'it is no message';
    return parse(message, head, 'message').isOk() ? (message as Readonly<Record<typeof key, number>>)[key] : null;
  };
  return { id: read('id'), sequence: read('sequence') };
}

/** The id of what was meant to be a request of this kind of session, so that it can be answered; null where it is none. */
export function requestIdOf(message: unknown): number | null {
  const isMeant = parse(message, requestHead, 'message').isOk();
  return isMeant ? (message as { readonly id: number }).id : null;
}
