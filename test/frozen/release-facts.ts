import { supportMatrix, type SupportRow } from 'prometeu-packer';
import { archiveCodes } from '../../src/diagnostics/catalogue/archive-codes.js';
import { buildCodes } from '../../src/diagnostics/catalogue/build-codes.js';
import { evidenceCodes } from '../../src/diagnostics/catalogue/evidence-codes.js';
import { identityCodes } from '../../src/diagnostics/catalogue/identity-codes.js';
import { jsonCodes } from '../../src/diagnostics/catalogue/json-codes.js';
import { migrationCodes } from '../../src/diagnostics/catalogue/migration-codes.js';
import { mutationCodes } from '../../src/diagnostics/catalogue/mutation-codes.js';
import { pathCodes } from '../../src/diagnostics/catalogue/path-codes.js';
import { planCodes } from '../../src/diagnostics/catalogue/plan-codes.js';
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

/** Codes that nothing raises any more, and that go with the next major release. */
const deprecatedCodes: readonly string[] = [];

/** What the change log tells of a release, as `facts.json` of its folder keeps it. */
export interface ReleaseFacts {
  /** Every code, by area. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  readonly deprecated_codes: readonly string[];
  readonly versions: readonly Pick<SupportRow, 'surface' | 'reads' | 'migrates' | 'writes' | 'retired' | 'deprecated'>[];
}

const areas = {
  ...{ archive: archiveCodes, build: buildCodes, evidence: evidenceCodes, identity: identityCodes, json: jsonCodes },
  ...{ migration: migrationCodes, mutation: mutationCodes, path: pathCodes, plan: planCodes, policy: policyCodes, port: portCodes },
  ...{ report: reportCodes, source: sourceCodes, structure: structureCodes, studio: studioCodes, undo: undoCodes },
  ...{ unlock: unlockCodes, version: versionCodes, workspace: workspaceCodes },
};

/** The facts of the code as it stands. */
export function releaseFacts(): ReleaseFacts {
  return {
    codes: Object.fromEntries(Object.entries(areas).map(([area, codes]) => [area, Object.keys(codes).sort()])),
    deprecated_codes: deprecatedCodes,
    versions: supportMatrix().map(({ surface, reads, migrates, writes, retired, deprecated }) => ({
      ...{ surface, reads, migrates, writes, retired, deprecated },
    })),
  };
}
