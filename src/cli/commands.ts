import { buildCommand } from './build-command.js';
import type { Command } from './command.js';
import { diffCommand } from './diff-command.js';
import { doctorCommand } from './doctor-command.js';
import { explainCommand } from './explain-command.js';
import { fixCommand } from './fix-command.js';
import { migrateCommand } from './migrate-command.js';
import { registerCommand } from './register-command.js';
import { reportCommand } from './report-command.js';
import { setCommand } from './set-command.js';
import { undoCommand } from './undo-command.js';
import { unlockCommand } from './unlock-command.js';
import { verifyCommand } from './verify-command.js';

/** Every command there is, in the order in which they are told. */
export const commands: readonly Command[] = [
  registerCommand,
  migrateCommand,
  buildCommand,
  verifyCommand,
  diffCommand,
  doctorCommand,
  reportCommand,
  fixCommand,
  setCommand,
  undoCommand,
  unlockCommand,
  explainCommand,
];
