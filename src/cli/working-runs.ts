import { doctorFix } from './doctor-fix.js';
import { mergeFiles } from './merge-files.js';
import { runBuild } from './run-build.js';
import { runDiff } from './run-diff.js';
import { runFix } from './run-fix.js';
import { runMigrate } from './run-migrate.js';
import { runRegister } from './run-register.js';
import { runReport } from './run-report.js';
import { runSet } from './run-set.js';
import { runShard } from './run-shard.js';
import { runUndo } from './run-undo.js';
import { runUnlock } from './run-unlock.js';
import { runVerify } from './run-verify.js';

/**
 * What is done by all commands but a plain `doctor` and `explain`. These two load less; the others share so much that one
 * file for all of them is read sooner than many small ones.
 */
export const workingRuns = {
  doctorFix,
  mergeFiles,
  runBuild,
  runDiff,
  runFix,
  runMigrate,
  runRegister,
  runReport,
  runSet,
  runShard,
  runUndo,
  runUnlock,
  runVerify,
} as const;
