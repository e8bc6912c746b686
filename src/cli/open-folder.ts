import { resolve } from 'node:path';
import type { Result } from 'neverthrow';
import { diagnosePortError } from 'prometeu-packer';
import { escapeText } from 'prometeu-packer/report';
import { openNodeWorkspace, type NodeWorkspace } from 'prometeu-packer/node';
import type { Answer } from './answer.js';
import type { CommandIo } from './command-io.js';
import { notRunAnswer } from './failed-answer.js';

/** Opens a folder named on the command line; where that cannot be done, the answer that says so. */
export function openFolder(folder: string, { cwd }: CommandIo): Result<NodeWorkspace, Answer> {
  return openNodeWorkspace(resolve(cwd, folder)).mapErr((error) =>
    notRunAnswer([diagnosePortError(error, 'workspace')], [`cannot open the folder ${escapeText(folder)}`]),
  );
}
