import { err, ok, type Result } from 'neverthrow';
import { isJsonObject } from './json-object.js';
import type { JsonPatchOperation } from './json-patch.js';
import { parseJsonPointer } from './json-pointer.js';

/** Why a JSON Patch cannot be applied. */
export interface JsonPatchFault {
  /** The first operation that cannot be, counted from 0. */
  readonly index: number;
  /**
   * `malformed-pointer`: its path is no RFC 6901 pointer. `no-such-place`: the path leads nowhere, or to where nothing
   * can be put in. `whole-removed`: it would remove the value as a whole.
   */
  readonly reason: 'malformed-pointer' | 'no-such-place' | 'whole-removed';
}

type Reason = JsonPatchFault['reason'];
type Container = unknown[] | Record<string, unknown>;

const INDEX = /^(?:0|[1-9][0-9]{0,9})$/;

function hasStep(container: Container, step: string): boolean {
  return Array.isArray(container) ? INDEX.test(step) && Number(step) < container.length : Object.hasOwn(container, step);
}

function childOf(container: Container, step: string): unknown {
  return Array.isArray(container) ? container[Number(step)] : container[step];
}

/** Puts a value under a key by definition: assigning to `__proto__` would not make a member. */
function putChild(container: Container, step: string, value: unknown): void {
  Object.defineProperty(container, step, { value, writable: true, enumerable: true, configurable: true });
}

function change(container: Container, step: string, operation: JsonPatchOperation): Reason | null {
  if (Array.isArray(container) && operation.op === 'add') {
    const index = step === '-' ? container.length : INDEX.test(step) ? Number(step) : Infinity;
    if (index > container.length) return 'no-such-place';
    container.splice(index, 0, operation.value);
    return null;
  }
  if (operation.op !== 'add' && !hasStep(container, step)) return 'no-such-place';
  if (operation.op !== 'remove') putChild(container, step, operation.value);
  else if (Array.isArray(container)) container.splice(Number(step), 1);
  else Reflect.deleteProperty(container, step);
  return null;
}

/**
 * Applies a JSON Patch (RFC 6902) of the operations `add`, `remove` and `replace`. Total: a patch that does not fit is an
 * answer.
 *
 * @param value - plain JSON data; not changed. The result shares with it, and with the patch, what no operation touches.
 */
export function applyJsonPatch(value: unknown, patch: readonly JsonPatchOperation[]): Result<unknown, JsonPatchFault> {
  const top: Container = [value];
  const own = new WeakSet<Container>([top]); // made here, so that they may change

  const ownChild = (parent: Container, step: string): Container | null => {
    if (!hasStep(parent, step)) return null;
    const child = childOf(parent, step);
    if (!Array.isArray(child) && !isJsonObject(child)) return null;
    if (own.has(child as Container)) return child as Container;
    const copy: Container = Array.isArray(child) ? [...(child as readonly unknown[])] : { ...child };
    own.add(copy);
    putChild(parent, step, copy);
    return copy;
  };
  const apply = (operation: JsonPatchOperation): Reason | null => {
    const steps = parseJsonPointer(operation.path);
    if (steps === null) return 'malformed-pointer';
    const last = steps.at(-1);
    if (last === undefined) {
      if (operation.op === 'remove') return 'whole-removed';
      top[0] = operation.value;
      return null;
    }
    let parent: Container | null = top;
    for (const step of ['0', ...steps.slice(0, -1)]) {
      if (parent === null) break;
      parent = ownChild(parent, step);
    }
    return parent === null ? 'no-such-place' : change(parent, last, operation);
  };

  for (const [index, operation] of patch.entries()) {
    const reason = apply(operation);
    if (reason !== null) return err({ index, reason });
  }
  return ok(top[0]);
}
