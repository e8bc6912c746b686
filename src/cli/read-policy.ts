import type { Result } from 'neverthrow';
import { parsePolicy, type Outcome, type Policy } from 'prometeu-packer';
import type { Answer } from './answer.js';
import type { CommandIo } from './command-io.js';
import type { Invocation } from './invocation.js';
import { readNamedFile } from './read-named-file.js';

/** A policy that was read. */
export interface ReadPolicy {
  /** What it asks for, and what there is to say of its file. */
  readonly policy: Outcome<Policy>;
  /** What its file is called in findings: its path from the workspace. */
  readonly file: string;
  /** The text of its file. */
  readonly text: string;
}

/** Reads the policy that the command line names; else the answer that says why that cannot be done. */
export function readPolicy(name: string, invocation: Invocation, io: CommandIo): Promise<Result<ReadPolicy, Answer>> {
  return readNamedFile({ name, artifact: 'policy' }, invocation, io, (bytes, file) => ({
    policy: parsePolicy(bytes, file),
    file,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  }));
}
