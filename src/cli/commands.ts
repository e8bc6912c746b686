import { buildCommand } from './build-command.js';
import type { Command } from './command.js';
import { doctorCommand } from './doctor-command.js';
import { explainCommand } from './explain-command.js';
import { registerCommand } from './register-command.js';
import { verifyCommand } from './verify-command.js';

/** Every command there is, in the order in which they are told. */
export const commands: readonly Command[] = [registerCommand, buildCommand, verifyCommand, doctorCommand, explainCommand];
