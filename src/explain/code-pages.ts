import type { AllDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from './code-page.js';
import { archivePages } from './pages/archive-pages.js';
import { buildPages } from './pages/build-pages.js';
import { evidencePages } from './pages/evidence-pages.js';
import { identityPages } from './pages/identity-pages.js';
import { jsonPages } from './pages/json-pages.js';
import { migrationPages } from './pages/migration-pages.js';
import { mutationPages } from './pages/mutation-pages.js';
import { pathPages } from './pages/path-pages.js';
import { planPages } from './pages/plan-pages.js';
import { policyPages } from './pages/policy-pages.js';
import { portPages } from './pages/port-pages.js';
import { reportPages } from './pages/report-pages.js';
import { sourcePages } from './pages/source-pages.js';
import { structurePages } from './pages/structure-pages.js';
import { studioPages } from './pages/studio-pages.js';
import { undoPages } from './pages/undo-pages.js';
import { unlockPages } from './pages/unlock-pages.js';
import { versionPages } from './pages/version-pages.js';
import { workspacePages } from './pages/workspace-pages.js';

/** The page of every code of the catalogue. */
export const codePages: AreaPages<AllDiagnosticData> = {
  ...archivePages,
  ...buildPages,
  ...identityPages,
  ...jsonPages,
  ...migrationPages,
  ...mutationPages,
  ...pathPages,
  ...planPages,
  ...policyPages,
  ...evidencePages,
  ...portPages,
  ...reportPages,
  ...sourcePages,
  ...structurePages,
  ...studioPages,
  ...undoPages,
  ...unlockPages,
  ...versionPages,
  ...workspacePages,
};
