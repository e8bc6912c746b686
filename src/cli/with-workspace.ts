import type { NodeWorkspace } from 'prometeu-packer/node';
import type { Answer } from './answer.js';
import type { CommandIo } from './command-io.js';
import type { Invocation } from './invocation.js';
import { openFolder } from './open-folder.js';
import { readSourceTexts } from './read-source-texts.js';

/** Runs what a command does with its workspace, and reads the texts that the findings point into where they are shown. */
export async function withWorkspace(
  { workspace, format }: Invocation,
  io: CommandIo,
  work: (host: NodeWorkspace) => Promise<Answer>,
): Promise<Answer> {
  const opened = openFolder(workspace, io);
  if (opened.isErr()) return opened.error;
  const answer = await work(opened.value);
  if (format === 'json' || format === 'baseline') return answer; // they show no text
  const texts = await readSourceTexts(opened.value.read, answer.diagnostics);
  return { ...answer, texts: new Map([...texts, ...(answer.texts ?? [])]) };
}
