import { execFileSync, spawn } from 'node:child_process';
import { constants, createReadStream, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../e2e/bundle.js';

const folder = mkdtempSync(join(tmpdir(), 'prometeu-output-'));
const written = `${'a'.repeat(99)}\n`.repeat(5000) + `${'ü'.repeat(99)}\n`.repeat(5000);
let program = '';

beforeAll(async () => {
  program = await bundle('test/cli/output-program.ts', folder);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the program with its stdout there; answers its exit code. */
async function exitOf(stdout: number | 'pipe', read?: (stream: NodeJS.ReadableStream) => void): Promise<unknown> {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', stdout, 'ignore'] });
  if (child.stdout !== null) read?.(child.stdout);
  const [code] = (await once(child, 'close')) as [unknown];
  return code;
}

describe('a standard stream', () => {
  it('takes all of a text where it is a pipe', async () => {
    const parts: Buffer[] = [];
    expect(await exitOf('pipe', (stream) => stream.on('data', (part: Buffer) => parts.push(part)))).toBe(0);
    expect(Buffer.concat(parts).toString() === written).toBe(true);
  });

  it('takes all of a text where it is a file', async () => {
    const file = join(folder, 'written.txt');
    expect(await exitOf(openSync(file, 'w'))).toBe(0);
    expect(readFileSync(file, 'utf8') === written).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('takes all of a text, in order, where a full pipe does not let its writer wait', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const fd = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK); // the child writes by the same open file
    const parts: Buffer[] = [];
    const done = exitOf(fd);
    await new Promise((resolve) => setTimeout(resolve, 300)); // it is full by then
    const stream = createReadStream(pipe, { flags: 'r' });
    const all = new Promise<void>((resolve) => {
      let length = 0;
      stream.on('data', (part) => {
        parts.push(part as Buffer);
        length += part.length;
        if (length >= Buffer.byteLength(written)) resolve();
      });
    });
    expect(await done).toBe(0);
    await all;
    stream.destroy();
    expect(Buffer.concat(parts).toString() === written).toBe(true);
  });

  it('tells where nobody reads it', async () => {
    expect(await exitOf('pipe', (stream) => (stream as unknown as { destroy: () => void }).destroy())).toBe(2);
  });
});
