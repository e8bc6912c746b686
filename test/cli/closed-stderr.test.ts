import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { bundle } from '../e2e/bundle.js';
import { temporaryFolder } from './run-cli.js';

it('keeps its exit code where nobody reads its stderr', async () => {
  const program = await bundle('src/cli.ts', temporaryFolder());
  const child = spawn(process.execPath, [program, 'nocommand'], { stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.destroy();
  expect(await once(child, 'exit')).toEqual([2, null]);
});
