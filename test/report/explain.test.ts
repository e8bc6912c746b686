import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { explain } from '../../src/report/explain.js';
import { wordsOfCodes } from '../../src/report/words-of-codes.js';

describe('explain', () => {
  it.each(Object.entries(catalogue))('explains %s', (code, { severity }) => {
    expect(explain(code)).toEqual({ code, severity, ...wordsOfCodes[code as keyof typeof wordsOfCodes] });
  });

  it.each(['', 'NO_SUCH_CODE', 'registry_missing', '__proto__', 'constructor', 'toString'])('knows no %j', (code) => {
    expect(explain(code)).toBeUndefined();
  });
});
