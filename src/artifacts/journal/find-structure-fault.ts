import { isJsonObject } from '../../codec/json-object.js';
import { jsonPointer } from '../../codec/json-pointer.js';

type Steps = readonly (string | number)[];

/** Where below a value its shape is wrong; null where it is right. */
type Shape = (value: unknown) => Steps | null;

const fits =
  (test: (value: unknown) => boolean): Shape =>
  (value) =>
    test(value) ? null : [];

const matching = (pattern: RegExp): Shape => fits((value) => typeof value === 'string' && pattern.test(value));

const oneOf = (...values: readonly unknown[]): Shape => fits((value) => values.includes(value));

/** Exactly these members, no more and no fewer. */
const exactly =
  (members: Readonly<Record<string, Shape>>): Shape =>
  (value) => {
    if (!isJsonObject(value)) return [];
    for (const key of Object.keys(value)) if (!Object.hasOwn(members, key)) return [key];
    for (const [key, shape] of Object.entries(members)) {
      const fault = Object.hasOwn(value, key) ? shape(value[key]) : [];
      if (fault !== null) return [key, ...fault];
    }
    return null;
  };

const listOf =
  (shape: Shape): Shape =>
  (value) => {
    if (!Array.isArray(value)) return [];
    for (const [index, item] of value.entries()) {
      const fault = shape(item);
      if (fault !== null) return [index, ...fault];
    }
    return null;
  };

/** One of several objects, told apart by one of their members. */
const by =
  (key: string, shapes: Readonly<Record<string, Shape>>): Shape =>
  (value) => {
    const kind = isJsonObject(value) ? value[key] : undefined;
    const shape = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
    return shape === undefined ? [key] : shape(value);
  };

const SHA256 = /* @__PURE__ */ (() => matching(/^[0-9a-f]{64}$/))();
const TOKEN = /* @__PURE__ */ (() => matching(/^[0-9a-f]{8,32}$/))();
const TEXT = /* @__PURE__ */ (() => fits((value) => typeof value === 'string'))();
const NAME = /* @__PURE__ */ (() => fits((value) => value === null || typeof value === 'string'))();
const LENGTH = /* @__PURE__ */ (() => fits((value) => Number.isSafeInteger(value) && Number(value) >= 0))();
const KIND = TEXT; // looked at already

const FILE = /* @__PURE__ */ (() =>
  exactly({
    target: TEXT,
    op: KIND,
    class: oneOf('authored', 'registry', 'derived', 'control'),
    before: by('kind', { absent: exactly({ kind: KIND }), sha256: exactly({ kind: KIND, sha256: SHA256 }), any: exactly({ kind: KIND }) }),
    after: by('kind', {
      absent: exactly({ kind: KIND }),
      sha256: exactly({ kind: KIND, sha256: SHA256, length: LENGTH }),
      archive: exactly({ kind: KIND, length: LENGTH, archive_digest: SHA256 }),
    }),
    staged: NAME,
  }))();

const MOVE = /* @__PURE__ */ (() => exactly({ target: TEXT, op: KIND, from: TEXT }))();

const JOURNAL = /* @__PURE__ */ (() =>
  exactly({
    schema_version: oneOf(1),
    plan_digest: SHA256,
    token: TOKEN,
    entries: listOf(by('op', { replace: FILE, remove: FILE, move: MOVE })),
    checksum: SHA256,
  }))();

/**
 * Holds a value against the shape of a journal of version 1: exactly its members, each of its type.
 *
 * @returns the RFC 6901 pointer to the first thing wrong, or null.
 */
export function findStructureFault(value: unknown): string | null {
  const fault = JOURNAL(value);
  return fault === null ? null : jsonPointer(fault);
}
