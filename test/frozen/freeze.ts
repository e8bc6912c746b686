import { examineCase, type Verdict } from './examine-case.js';
import { filesOfCase } from './frozen-case.js';
import { makeCases } from './make-cases.js';
import { releaseFacts } from './release-facts.js';

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** The files of the folder of a version, by path below it: what this release writes, and what it says of that. */
export async function frozenFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>([['facts.json', encode(releaseFacts())]]);
  for (const made of await makeCases()) {
    const expected: Verdict = await examineCase(made);
    for (const [path, bytes] of [...filesOfCase(made), ['expected.json', encode(expected)] as const])
      files.set(`${made.name}/${path}`, bytes);
  }
  return files;
}
