import type { AllDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from './area-words.js';
import { archiveWords } from './words/archive-words.js';
import { buildWords } from './words/build-words.js';
import { evidenceWords } from './words/evidence-words.js';
import { identityWords } from './words/identity-words.js';
import { jsonWords } from './words/json-words.js';
import { migrationWords } from './words/migration-words.js';
import { mutationWords } from './words/mutation-words.js';
import { pathWords } from './words/path-words.js';
import { planWords } from './words/plan-words.js';
import { policyWords } from './words/policy-words.js';
import { portWords } from './words/port-words.js';
import { reportWords } from './words/report-words.js';
import { sourceWords } from './words/source-words.js';
import { structureWords } from './words/structure-words.js';
import { studioWords } from './words/studio-words.js';
import { undoWords } from './words/undo-words.js';
import { unlockWords } from './words/unlock-words.js';
import { versionWords } from './words/version-words.js';
import { workspaceWords } from './words/workspace-words.js';

/** The words for every code there is. Only who shows findings needs them. */
export const wordsOfCodes: AreaWords<AllDiagnosticData> = /* @__PURE__ */ (() => ({
  ...portWords,
  ...pathWords,
  ...jsonWords,
  ...versionWords,
  ...migrationWords,
  ...structureWords,
  ...identityWords,
  ...workspaceWords,
  ...sourceWords,
  ...planWords,
  ...mutationWords,
  ...undoWords,
  ...unlockWords,
  ...buildWords,
  ...archiveWords,
  ...policyWords,
  ...evidenceWords,
  ...studioWords,
  ...reportWords,
}))();
