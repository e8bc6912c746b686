import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectSession, portChannel } from 'prometeu-packer/studio';
import { bundle } from '../e2e/bundle.js';
import { unwrap } from '../e2e/unwrap.js';

let folder = '';
let program = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prometeu-worker-'));
  mkdirSync(join(folder, 'assets/a'), { recursive: true });
  writeFileSync(join(folder, 'assets/a/data.bin'), 'bytes');
  program = await bundle('test/studio/worker-program.ts', folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a session in a worker of Node', () => {
  it('works, and ends with its worker', async () => {
    const worker = new Worker(program, { workerData: folder });
    const gone = new Promise((resolve) => void worker.once('exit', resolve));
    const session = unwrap(await connectSession(portChannel(worker)));
    expect(unwrap(await session.preview({ kind: 'register' })).value.files).toContain('assets/a/asset.json');
    await session.close();
    await gone;
  });

  it('answers everything when the worker dies', async () => {
    const worker = new Worker(program, { workerData: folder });
    const session = unwrap(await connectSession(portChannel(worker)));
    const told: string[] = [];
    session.subscribe((event) => void (event.kind === 'closed' && told.push(event.reason)));
    const waiting = [session.verify(), session.build()];
    await worker.terminate();
    for (const answer of await Promise.all(waiting)) {
      expect(answer._unsafeUnwrapErr().map(({ code }) => code)).toEqual(['STUDIO_CONNECTION_LOST']);
    }
    expect(told).toEqual(['lost']);
  });

  it('says why a worker could not begin', async () => {
    const worker = new Worker(join(folder, 'none.mjs'));
    const [lost] = (await connectSession(portChannel(worker)))._unsafeUnwrapErr();
    expect(lost.code).toBe('STUDIO_CONNECTION_LOST');
    const missing = new Worker(program, { workerData: join(folder, 'none') });
    const [refused] = (await connectSession(portChannel(missing)))._unsafeUnwrapErr();
    expect(refused.code).toBe('IO_NOT_FOUND');
  });
});
