import { describe, expect, it } from 'vitest';
import { scalarEnd } from '../../../src/codec/json/scalar-end.js';
import { bytesOf } from './support.js';

describe('scalarEnd', () => {
  it.each(['0', '9', 'a', 'f', 'A', 'F'])('takes the hexadecimal digit %s at each of the four places', (digit) => {
    for (let place = 0; place < 4; place += 1) {
      const digits = `${'0'.repeat(place)}${digit}${'0'.repeat(3 - place)}`;
      expect(scalarEnd(bytesOf(`"\\u${digits}x" `), 0)).toBe(9);
    }
  });

  it.each(['-', ' ', '/', ':', '@', 'G', '`', 'g', '"', '\\', 'é'])('stops at %j where a hexadecimal digit has to stand', (other) => {
    for (let place = 0; place < 4; place += 1) {
      const digits = `${'0'.repeat(place)}${other}${'0'.repeat(3 - place)}`;
      expect(~scalarEnd(bytesOf(`"\\u${digits}"`), 0)).toBe(3 + place);
    }
  });

  it.each(['"', '"\\', '"\\u', '"\\u00', '"\\u0061', '"abc'])('stops at the end of %j', (text) => {
    expect(~scalarEnd(bytesOf(text), 0)).toBe(text.length);
  });
});
