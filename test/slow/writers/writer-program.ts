import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { applyPlan } from 'prometeu-packer';
import { openNodeWorkspace } from 'prometeu-packer/node';
import { createTextEdit } from '../../../src/plans/create-text-edit.js';
import { makePlan } from '../../../src/plans/make-plan.js';
import { viewRegistry } from '../../../src/plans/identity/registry-view.js';
import { mutateShared, readShared, SHARED } from './shared-files.js';

/** Another packer was faster: look again. */
const AGAIN: ReadonlySet<string> = new Set(['PLAN_LOCKED', 'PLAN_STALE']);

/**
 * Makes mutations, one after the other, each once it got through. Writes the mark of each to stdout as soon as it is done,
 * and to stderr how often it had to try again.
 */
async function run(folder: string, name: string, most: number): Promise<void> {
  const opened = openNodeWorkspace(folder);
  if (opened.isErr()) throw new Error(opened.error.kind);
  const retries = new Map<string, number>();
  for (let done = 0; done < most;) {
    const mark = `${name}:${done}`;
    const before = readShared(folder);
    const after = mutateShared(before, mark);
    const keys = ['log', 'count', 'registry'] as const;
    const plan = makePlan({
      kind: 'mutate',
      edits: keys.map((key) => createTextEdit(SHARED[key], before[key], after[key])),
      identityChanges: [],
      preconditions: { projectUuid: viewRegistry(before.registry)?.projectUuid ?? null, files: [], heads: [], folders: [] },
    });
    const applied = await applyPlan(opened.value, plan);
    if (applied.isOk()) {
      writeSync(1, `${mark}\n`);
      done += 1;
      continue;
    }
    const [{ code, message }] = applied.error;
    if (!AGAIN.has(code)) throw new Error(`${code}: ${message}`);
    retries.set(code, (retries.get(code) ?? 0) + 1);
    await setTimeout(Math.random() * 4);
  }
  writeSync(2, JSON.stringify(Object.fromEntries(retries)));
}

const [folder = '.', name = '', most = 'Infinity'] = process.argv.slice(2);
await run(folder, name, Number(most));
