import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { identityCodes } from '../../src/diagnostics/catalogue/identity-codes.js';
import { jsonCodes } from '../../src/diagnostics/catalogue/json-codes.js';
import { migrationCodes } from '../../src/diagnostics/catalogue/migration-codes.js';
import { pathCodes } from '../../src/diagnostics/catalogue/path-codes.js';
import { portCodes } from '../../src/diagnostics/catalogue/port-codes.js';
import { versionCodes } from '../../src/diagnostics/catalogue/version-codes.js';
import { isProtectedCode } from '../../src/policy/is-protected-code.js';

describe('isProtectedCode', () => {
  it.each([identityCodes, versionCodes, migrationCodes, jsonCodes, pathCodes, portCodes])('protects an area whole (%#)', (area) => {
    expect(Object.keys(area).filter((code) => !isProtectedCode(code))).toEqual([]);
  });

  it('leaves of all errors just those of meaning and of stale builds to a policy', () => {
    const errors = Object.entries(catalogue).filter(([, { severity }]) => severity === 'error');
    expect(errors.map(([code]) => code).filter((code) => !isProtectedCode(code))).toEqual([
      'ASSET_NO_INPUTS',
      'ASSET_FORMAT_UNSUITABLE',
      'ASSET_INPUT_TWICE',
      'ASSET_INPUT_FOREIGN',
      'ASSET_INPUT_MISSING',
      'ASSET_NAME_TAKEN',
      'ASSET_SLOT_TAKEN',
      'VERIFY_NOT_BUILT',
      'VERIFY_COMPANION_STALE',
      'VERIFY_ARCHIVE_STALE',
    ]);
  });

  it('leaves a warning that is about no identity and no version to a policy', () => {
    expect(['STRUCTURE_UNKNOWN_KEY', 'PNG_TRAILING_BYTES', 'WORKSPACE_LOOSE_FILES'].filter(isProtectedCode)).toEqual([]);
  });

  it('protects what it does not know, and the count of what is left out', () => {
    expect(['DIAGNOSTICS_OMITTED', 'NO_SUCH_CODE', 'toString', '__proto__'].every(isProtectedCode)).toBe(true);
  });
});
