import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { severityOf } from '../../src/diagnostics/severity-of.js';

describe('severityOf', () => {
  it.each(Object.entries(catalogue))('knows %s', (code, { severity }) => {
    expect(severityOf(code)).toBe(severity);
  });

  it.each(['', 'NO_SUCH_CODE', 'registry_missing', '__proto__', 'constructor', 'toString'])('knows no %j', (code) => {
    expect(severityOf(code)).toBeUndefined();
  });
});
