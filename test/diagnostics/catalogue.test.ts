import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { archiveCodes } from '../../src/diagnostics/catalogue/archive-codes.js';
import { buildCodes } from '../../src/diagnostics/catalogue/build-codes.js';
import { identityCodes } from '../../src/diagnostics/catalogue/identity-codes.js';
import { jsonCodes } from '../../src/diagnostics/catalogue/json-codes.js';
import { migrationCodes } from '../../src/diagnostics/catalogue/migration-codes.js';
import { mutationCodes } from '../../src/diagnostics/catalogue/mutation-codes.js';
import { pathCodes } from '../../src/diagnostics/catalogue/path-codes.js';
import { planCodes } from '../../src/diagnostics/catalogue/plan-codes.js';
import { evidenceCodes } from '../../src/diagnostics/catalogue/evidence-codes.js';
import { policyCodes } from '../../src/diagnostics/catalogue/policy-codes.js';
import { portCodes } from '../../src/diagnostics/catalogue/port-codes.js';
import { reportCodes } from '../../src/diagnostics/catalogue/report-codes.js';
import { sourceCodes } from '../../src/diagnostics/catalogue/source-codes.js';
import { structureCodes } from '../../src/diagnostics/catalogue/structure-codes.js';
import { studioCodes } from '../../src/diagnostics/catalogue/studio-codes.js';
import { undoCodes } from '../../src/diagnostics/catalogue/undo-codes.js';
import { unlockCodes } from '../../src/diagnostics/catalogue/unlock-codes.js';
import { versionCodes } from '../../src/diagnostics/catalogue/version-codes.js';
import { workspaceCodes } from '../../src/diagnostics/catalogue/workspace-codes.js';

const areas = {
  archiveCodes,
  buildCodes,
  identityCodes,
  jsonCodes,
  migrationCodes,
  mutationCodes,
  pathCodes,
  planCodes,
  policyCodes,
  evidenceCodes,
  portCodes,
  reportCodes,
  sourceCodes,
  structureCodes,
  studioCodes,
  undoCodes,
  unlockCodes,
  versionCodes,
  workspaceCodes,
};

describe('catalogue', () => {
  it('holds every code of every area once', () => {
    const codes = Object.values(areas).flatMap((area) => Object.keys(area));
    expect(new Set(codes).size).toBe(codes.length);
    expect(Object.keys(catalogue).sort()).toEqual(codes.sort());
  });

  it.each(Object.entries(catalogue))('%s has a name and a severity', (code, { severity }) => {
    expect(code).toMatch(/^[A-Z]+(?:_[A-Z0-9]+)+$/);
    expect(['error', 'warning', 'info']).toContain(severity);
  });
});
