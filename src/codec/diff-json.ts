import { type JsonChange, compareJson } from './compare-json.js';
import type { JsonPatchOperation } from './json-patch.js';
import { jsonPointer } from './json-pointer.js';

function tell(change: JsonChange, path: string, operations: JsonPatchOperation[]): void {
  const inside = (step: string | number): string => path + jsonPointer([step]);
  switch (change.kind) {
    case 'replaced':
      operations.push({ op: 'replace', path, value: change.value });
      return;
    case 'object':
      for (const [key, member] of change.members) {
        if (member === 'removed') operations.push({ op: 'remove', path: inside(key) });
        else tell(member, inside(key), operations);
      }
      for (const [key, value] of change.added) operations.push({ op: 'add', path: inside(key), value });
      return;
    case 'array':
      for (const [index, item] of change.items) tell(item, inside(index), operations);
      for (let index = change.at + change.removed - 1; index >= change.at; index--) operations.push({ op: 'remove', path: inside(index) });
      for (const [offset, value] of change.added.entries()) operations.push({ op: 'add', path: inside(change.at + offset), value });
  }
}

/**
 * The JSON Patch (RFC 6902) that makes one value into another. Members are told in the order that they had, then those
 * added in the order of `after`; in arrays, items equal at both ends are left alone, those between are compared one by
 * one from the front, and what is left over is removed, the last first, or added. Takes time in proportion to the values,
 * and gives the same patch for the same values. Values that are equal as `jsonEquals` has it give no operation.
 *
 * @param before - plain JSON data, like `after`. Neither is changed; the patch shares values with `after`.
 */
export function diffJson(before: unknown, after: unknown): readonly JsonPatchOperation[] {
  const operations: JsonPatchOperation[] = [];
  const change = compareJson(before, after);
  if (change !== null) tell(change, '', operations);
  return operations;
}
