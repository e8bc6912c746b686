import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { modify, type Node } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { editJsonText } from '../../../src/codec/edit-json-text/edit-json-text.js';
import { findJsonTextEdits } from '../../../src/codec/edit-json-text/find-json-text-edits.js';
import { handStyle, PLAIN_HAND, writeByHand } from '../hand-written-json.js';
import { jsonPair, jsonValue } from '../json-value.js';
import { changedLines } from '../changed-lines.js';
import { membersOf, tokenOf, treeOf } from './support.js';

type JsonRecord = Record<string, unknown>;

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const objects = jsonPair.filter((pair): pair is readonly [JsonRecord, JsonRecord] => pair.every(isRecord));

/** How many items two arrays have in common from the front, at most `limit`. */
function commonItems(before: readonly unknown[], after: readonly unknown[], limit: number): number {
  const count = before.slice(0, limit).findIndex((item, index) => !isDeepStrictEqual(item, after[index]));
  return count < 0 ? limit : count;
}

/** The pairs of nodes that stand for the same item before and after. */
function pairedItems(before: unknown[], after: unknown[], from: Node, to: Node): (readonly [unknown, unknown, Node, Node])[] {
  const shorter = Math.min(before.length, after.length);
  const prefix = before.length === after.length ? shorter : commonItems(before, after, shorter);
  const suffix = commonItems([...before].reverse(), [...after].reverse(), shorter - prefix);
  const pair = (a: number, b: number) => [before[a], after[b], from.children![a]!, to.children![b]!] as const;
  return [
    ...Array.from({ length: prefix }, (_, index) => pair(index, index)),
    ...Array.from({ length: suffix }, (_, index) => pair(before.length - 1 - index, after.length - 1 - index)),
  ];
}

/** What was not kept to the character although it means the same, or the order of keys that stay. */
function lostSpans(before: unknown, after: unknown, text: string, edited: string, from: Node, to: Node): readonly string[] {
  if (isDeepStrictEqual(before, after)) return tokenOf(text, from) === tokenOf(edited, to) ? [] : [tokenOf(text, from)];
  if (Array.isArray(before) && Array.isArray(after)) {
    return pairedItems(before, after, from, to).flatMap(([a, b, old, now]) => lostSpans(a, b, text, edited, old, now));
  }
  if (!isRecord(before) || !isRecord(after)) return [];
  const now = new Map(membersOf(to).map(([key, value]) => [key.value as string, [key, value] as const]));
  const kept = membersOf(from).filter(([key]) => now.has(key.value as string));
  const order = membersOf(to).flatMap(([key]) => (Object.hasOwn(before, key.value as string) ? [tokenOf(edited, key)] : []));
  const keys = kept.map(([key]) => tokenOf(text, key));
  const inside = kept.flatMap(([key, value]) => {
    const name = key.value as string;
    return lostSpans(before[name], after[name], text, edited, value, now.get(name)![1]);
  });
  return isDeepStrictEqual(keys, order) ? inside : [...keys, ...inside];
}

describe('editJsonText', () => {
  it('makes a text mean the new value, and the old one again', () => {
    fc.assert(
      fc.property(jsonPair, handStyle, ([before, after], style) => {
        const text = writeByHand(before, style);
        expect(isDeepStrictEqual(JSON.parse(text), before)).toBe(true);
        const edited = editJsonText(text, after);
        expect(isDeepStrictEqual(JSON.parse(edited), after)).toBe(true);
        expect(isDeepStrictEqual(JSON.parse(editJsonText(edited, before)), before)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('leaves a text that means the value as it is', () => {
    fc.assert(
      fc.property(jsonValue, handStyle, (value, style) => {
        const text = writeByHand(value, style);
        expect(editJsonText(text, structuredClone(value))).toBe(text);
      }),
    );
  });

  it('keeps each value, key and item that stays to the character, and the order of keys', () => {
    fc.assert(
      fc.property(jsonPair, handStyle, ([before, after], style) => {
        const text = writeByHand(before, style);
        const edited = editJsonText(text, after);
        expect(lostSpans(before, after, text, edited, treeOf(text), treeOf(edited))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives edits in order and apart, none of which changes nothing, and writes no other line endings', () => {
    fc.assert(
      fc.property(jsonPair, handStyle, ([before, after], style) => {
        const text = writeByHand(before, style);
        let at = 0;
        for (const { start, end, newText } of findJsonTextEdits(text, after)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(newText).not.toBe(text.slice(start, end));
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
        const eols = (written: string): Set<string> => new Set(written.match(/\r\n|\r|\n/g));
        expect([...eols(editJsonText(text, after))].every((eol) => eols(text).has(eol))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('puts new keys where it is told', () => {
    const place = fc.constantFrom<(string | null | undefined)[]>('a', 'b', 'c', 'new0', null, undefined, 'nowhere');
    fc.assert(
      fc.property(objects, handStyle, fc.array(place, { minLength: 1 }), ([before, after], style, places) => {
        const text = writeByHand(before, style);
        const asked = new Map<string, string | null | undefined>();
        const edited = editJsonText(text, after, {
          newKeyAfter: (pointer, key) => {
            const answer = places[(asked.size + key.length) % places.length];
            if (pointer === '') asked.set(key, answer);
            return answer;
          },
        });
        expect(isDeepStrictEqual(JSON.parse(edited), after)).toBe(true);
        const keys = membersOf(treeOf(edited)).map(([key]) => key.value as string);
        for (const [key, anchor] of asked) {
          const between = keys.slice(typeof anchor === 'string' ? keys.indexOf(anchor) + 1 : 0, keys.indexOf(key));
          if (anchor === null || (typeof anchor === 'string' && Object.hasOwn(before, anchor) && keys.includes(anchor))) {
            expect(between.every((other) => asked.has(other))).toBe(true); // nothing stands between but other new ones
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('changes only the lines of what changes, where each member has its own', () => {
    const eols = fc.constantFrom(['\n'], ['\r\n'], ['\r'], ['\n', '\r\n']);
    const style = fc.record({ seed: fc.nat(), eols, indent: fc.constantFrom(' ', '    ', '\t'), blankLines: fc.constantFrom(0, 30) });
    const flat = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 3 }), { minLength: 3 });
    fc.assert(
      fc.property(style, flat, fc.nat(), ({ ...mood }, keys, at) => {
        const value = Object.fromEntries(keys.map((key, index) => [key, index]));
        const text = writeByHand(value, { ...PLAIN_HAND, ...mood });
        const key = keys[at % (keys.length - 1)]!;
        const replaced = changedLines(text, editJsonText(text, { ...value, [key]: 'new' }));
        expect([replaced.removed.length, replaced.added.length]).toEqual([1, 1]);
        const added = changedLines(text, editJsonText(text, { ...value, z: 1 }, { newKeyAfter: () => key }));
        expect([added.removed.length, added.added.length]).toEqual([0, 1]);
        const first = changedLines(text, editJsonText(text, { ...value, z: 1 }, { newKeyAfter: () => null }));
        expect([first.removed.length, first.added.length]).toEqual([0, 1]);
        const last = changedLines(text, editJsonText(text, { ...value, z: 1 }));
        expect([last.removed.length, last.added.length]).toEqual([1, 2]); // the comma
        const rest = Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
        const removed = changedLines(text, editJsonText(text, rest));
        expect([removed.removed.length, removed.added.length]).toEqual([1, 0]);
      }),
      { numRuns: 300 },
    );
  });

  it('replaces scalars as jsonc-parser does', () => {
    const scalar = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(scalar, { minLength: 1 }), scalar, fc.nat(), handStyle, (list, next, at, style) => {
        const index = at % list.length;
        fc.pre(list[index] !== next);
        const text = writeByHand({ list }, style);
        const [edit] = modify(text, ['list', index], next, {});
        const expected = { start: edit!.offset, end: edit!.offset + edit!.length, newText: edit!.content };
        expect(findJsonTextEdits(text, { list: list.with(index, next) })).toEqual([expected]);
      }),
      { numRuns: 300 },
    );
  });
});
