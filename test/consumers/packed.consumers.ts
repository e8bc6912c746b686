import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser/open-browser.js';
import { serveFolder } from '../browser/serve-folder.js';
import { pack, run } from '../package/consumer.js';
import { archiveDigest, bundleProject, copySample, encodedSample, makeProject, resolutions, writeConfig } from './fresh-project.js';
import { compilers, hostNames, installTools, type Tools } from './install-tools.js';
import { memoryJourney } from './programs/memory-journey.js';

const work = mkdtempSync(join(tmpdir(), 'consumers-'));
const project = join(work, 'project');
const done = { registered: true, built: true, verified: true, sound: true };
let tools: Tools;
let bundled: string;
/** What the sources give, which every consumer has to give. */
let sha256: string | undefined;

interface Report {
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly memory: unknown;
  readonly disk: unknown;
}

async function namesOfSources(): Promise<Report['names']> {
  const loaded = {
    index: await import('prometeu-packer'),
    node: await import('prometeu-packer/node'),
    memory: await import('prometeu-packer/memory'),
    testing: await import('prometeu-packer/testing'),
    studio: await import('prometeu-packer/studio'),
    report: await import('prometeu-packer/report'),
    explain: await import('prometeu-packer/explain'),
  };
  return Object.fromEntries(Object.entries(loaded).map(([entry, values]) => [entry, Object.keys(values).sort()]));
}

beforeAll(async () => {
  tools = installTools();
  makeProject(project, pack(work).tarball);
  bundled = await bundleProject(project);
  ({ sha256 } = await memoryJourney(encodedSample()));
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe.each(Object.keys(compilers) as (keyof typeof compilers)[])('TypeScript %s', (version) => {
  it.each(resolutions)('takes the types of every entry, modules found as by %s', (resolution) => {
    const config = writeConfig(project, resolution);
    const { status, stdout, stderr } = spawnSync(process.execPath, [tools.compilers[version], '-p', config], { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

describe.each(hostNames)('%s', (name) => {
  it.each(['main.mjs', 'main.cjs'])('registers, builds and verifies in memory and on disk: %s', async (main) => {
    const { command, args } = tools.hosts[name];
    const game = copySample(work);
    const report = JSON.parse(run(project, command, ...args, main, game)) as Report;
    expect(report).toEqual({ names: await namesOfSources(), memory: { ...done, sha256 }, disk: done });
    expect(archiveDigest(game)).toBe(sha256);
  });
});

describe('Chromium', () => {
  it('registers, builds and verifies in memory', async () => {
    const page = { type: 'text/html', bytes: '<!doctype html><title>consumer</title>' };
    const served = await serveFolder(
      new Map([
        ['/', page],
        ['/program.mjs', { type: 'text/javascript', bytes: bundled }],
      ]),
    );
    const browser = await openBrowser();
    try {
      const opened = await browser.newPage();
      await opened.goto(served.origin);
      const report = await opened.evaluate<unknown>("import('/program.mjs').then(({ told }) => told)");
      const names = Object.entries(await namesOfSources()).filter(([entry]) => entry !== 'node');
      expect(report).toEqual({ names: Object.fromEntries(names), memory: { ...done, sha256 } });
      expect(served.refused()).toEqual([]);
    } finally {
      await browser.close();
      await served.close();
    }
  });
});
