import { describe, expect, it } from 'vitest';
import { JSON_BUDGETS, readJson } from '../../../src/codec/json/read-json.js';
import { bytesOf } from './support.js';

const text = '{"a":1}';

describe('a text that someone recognises', () => {
  it('is read as whoever recognised it says, with nothing to be said against it', () => {
    const known = { a: 1 };
    const document = readJson(bytesOf(text), { recognise: () => known })._unsafeUnwrap();
    expect(document.value).toBe(known);
    expect(document).toMatchObject({ text, recognised: true, plainNumbers: true, valueFaults: [] });
    expect(document.topLevelToken('a')).toBe('1');
  });

  it('is shown as it was decoded, with the budgets', () => {
    const shown: unknown[] = [];
    const recognise = (...args: readonly unknown[]): undefined => void shown.push(...args);
    const document = readJson(bytesOf(text), { recognise, maxDepth: 7 })._unsafeUnwrap();
    expect(document).toMatchObject({ value: { a: 1 }, recognised: false });
    expect(shown).toMatchObject([{ text }, { ...JSON_BUDGETS, maxDepth: 7 }]);
  });

  it('is not shown where it is too large, or no UTF-8', () => {
    const recognise = (): object => expect.unreachable();
    const codesOf = (bytes: Uint8Array, maxBytes: number) =>
      readJson(bytes, { recognise, maxBytes })
        ._unsafeUnwrapErr()
        .map(({ code }) => code);
    expect(codesOf(bytesOf(text), 6)).toEqual(['JSON_TOO_LARGE']);
    expect(codesOf(bytesOf('"', [0xff], '"'), 6)).toEqual(['JSON_NOT_UTF8']);
  });
});
