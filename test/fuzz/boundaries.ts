import { archiveBoundary } from './boundaries/archive-boundary.js';
import { assetBoundary } from './boundaries/asset-boundary.js';
import { cacheBoundary } from './boundaries/cache-boundary.js';
import { certificateBoundary } from './boundaries/certificate-boundary.js';
import { companionBoundaries } from './boundaries/companion-boundaries.js';
import { editTextBoundary } from './boundaries/edit-text-boundary.js';
import { evidenceBoundary } from './boundaries/evidence-boundary.js';
import { journalBoundary } from './boundaries/journal-boundary.js';
import { jsonBoundary } from './boundaries/json-boundary.js';
import { lockBoundary } from './boundaries/lock-boundary.js';
import { pathBoundary } from './boundaries/path-boundary.js';
import { planBoundary } from './boundaries/plan-boundary.js';
import { policyBoundary } from './boundaries/policy-boundary.js';
import { registryBoundary } from './boundaries/registry-boundary.js';
import { sourceBoundaries } from './boundaries/source-boundaries.js';
import { undoBoundary } from './boundaries/undo-boundary.js';
import { zlibBoundary } from './boundaries/zlib-boundary.js';
import type { Boundary } from './boundary.js';

/** Every place where bytes from outside come in. */
export const boundaries: readonly Boundary[] = [
  jsonBoundary,
  assetBoundary,
  registryBoundary,
  journalBoundary,
  undoBoundary,
  ...companionBoundaries,
  cacheBoundary,
  policyBoundary,
  evidenceBoundary,
  planBoundary,
  certificateBoundary,
  archiveBoundary,
  ...sourceBoundaries,
  zlibBoundary,
  pathBoundary,
  lockBoundary,
  editTextBoundary,
];
