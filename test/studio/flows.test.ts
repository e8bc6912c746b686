import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../e2e/bundle.js';
import { flowHosts } from './flow-host.js';
import { flowFiles, flowNames, readFlow, transcriptPath, type FlowTranscript } from './flow.js';
import { runFlow } from './run-flow.js';

const names = flowNames();
const isRecording = process.env['UPDATE_FIXTURES'] === '1';

let folder = '';
let program = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prometeu-studio-worker-'));
  program = await bundle('test/studio/worker-program.ts', folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = async (name: string, host: keyof typeof flowHosts): Promise<FlowTranscript> => {
  const flow = readFlow(name);
  const opened = await flowHosts[host](flow.files, program);
  try {
    return await runFlow(flow, opened);
  } finally {
    await opened.end();
  }
};

/** Texts that are for people and no part of the contract. */
const freeTexts: readonly string[] = ['message', 'title', 'label', 'evidence', 'what'];

const contractOf = (transcript: FlowTranscript): unknown =>
  JSON.parse(
    JSON.stringify(transcript, (key: string, value: unknown) => (freeTexts.includes(key) && typeof value === 'string' ? undefined : value)),
  );

describe('the flows of fixtures/studio', () => {
  it('are those that an editor goes through', () => {
    expect(names).toEqual(
      expect.arrayContaining(['build', 'doctor', 'migration', 'migration-failure', 'mutation', 'read', 'unsaved', 'unsupported-version']),
    );
  });

  it.each(names)('%s has what a flow has, and nothing else', (name) => {
    expect(flowFiles(name).filter((file) => file !== 'workspace')).toEqual(['expected.json', 'flow.json']);
    expect(readFlow(name).about).not.toBe('');
  });

  it.each(names)('%s answers and tells what is expected, in memory', async (name) => {
    const found = contractOf(await run(name, 'memory'));
    const path = transcriptPath(name);
    if (isRecording) writeFileSync(path, `${JSON.stringify(found, null, 2)}\n`);
    expect(found).toEqual(JSON.parse(readFileSync(path, 'utf8')));
  });

  it.each(names)('%s is the same on a disk', async (name) => {
    expect(await run(name, 'node')).toStrictEqual(await run(name, 'memory'));
  });

  it.each(names)('%s is the same in a worker', async (name) => {
    expect(await run(name, 'worker')).toStrictEqual(await run(name, 'memory'));
  });
});
