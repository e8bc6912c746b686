import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocator } from '../../../src/codec/json/create-locator.js';
import { jsonPointer } from '../../../src/codec/json-pointer.js';
import { pointerAt } from '../../../src/codec/json/pointer-at.js';

const at = (text: string, found: string): string => pointerAt(new TextEncoder().encode(text), Buffer.from(text).indexOf(found));

describe('pointerAt', () => {
  it('names the member whose key or value a byte stands in', () => {
    const text = '{"a": [1, {"b/c": "déjà"}], "z": null}';
    expect(at(text, '"a"')).toBe('/a');
    expect(at(text, '1')).toBe('/a/0');
    expect(at(text, '"b/c"')).toBe('/a/1/b~1c');
    expect(at(text, '"déjà"')).toBe('/a/1/b~1c');
    expect(at(text, '}]')).toBe('/a/1');
    expect(at(text, '], ')).toBe('/a');
    expect(at(text, 'null')).toBe('/z');
    expect(at(text, '{')).toBe('');
    expect(pointerAt(new TextEncoder().encode(text), 1000)).toBe('');
  });

  it('finds every value at the place that the locator gives it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const bytes = new TextEncoder().encode(JSON.stringify(value));
        const locate = createLocator(bytes);
        const visit = (node: unknown, path: readonly (string | number)[]): void => {
          const pointer = jsonPointer(path);
          if (path.length > 0) expect(pointerAt(bytes, locate(pointer).value.offset)).toBe(pointer);
          if (Array.isArray(node)) node.forEach((item, index) => visit(item, [...path, index]));
          else if (typeof node === 'object' && node !== null) for (const [key, item] of Object.entries(node)) visit(item, [...path, key]);
        };
        visit(value, []);
      }),
    );
  });
});
