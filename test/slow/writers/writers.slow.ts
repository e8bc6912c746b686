import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readWorkspace, recover } from 'prometeu-packer';
import { openNodeWorkspace } from 'prometeu-packer/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../e2e/bundle.js';
import { unwrap } from '../../e2e/unwrap.js';
import { makeSharedWorkspace, readShared, tellShared } from './shared-files.js';

const MUTATIONS = 500;
const KILLS = 200;
/** Longer than a mutation takes, so that the kill comes at any moment of one. */
const MOST_MS = 40;

let temporary: string;
let program: string;
beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'prometeu-writers-'));
  program = await bundle('test/slow/writers/writer-program.ts', join(temporary, 'program'));
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

function newWorkspace(name: string): string {
  const folder = join(temporary, name);
  mkdirSync(folder);
  makeSharedWorkspace(folder);
  return folder;
}

interface Writer {
  readonly child: ChildProcess;
  /** Everything it said so far on stdout, and on stderr. */
  readonly said: { out: string; err: string };
  /** Settles when it has ended. */
  readonly ended: Promise<unknown>;
}

function startWriter(folder: string, name: string, most: number): Writer {
  const child = spawn(process.execPath, [program, folder, name, String(most)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  return { child, said, ended: once(child, 'close') };
}

const marksIn = ({ said }: Writer): readonly string[] => said.out.split('\n').slice(0, -1);

/** Files that a packer leaves behind where it is stopped. */
function leftIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.prometeu\.tmp$|\.prometeu\/(?:lock|journal\.json)$/.test(name));
}

/** The marks in a workspace, where its files agree about how many there are. */
function marksOf(folder: string): readonly string[] {
  const { marks, counts } = tellShared(readShared(folder));
  expect(counts).toEqual([marks.length, marks.length]);
  return marks;
}

describe('writers of one workspace, each a process of its own', () => {
  it(`two of them make ${MUTATIONS} mutations each, and all are accounted for`, async () => {
    const folder = newWorkspace('two');
    const writers = ['one', 'two'].map((name) => startWriter(folder, name, MUTATIONS));
    await Promise.all(writers.map(({ ended }) => ended));
    const retries = writers.map(({ said }) => JSON.parse(said.err) as Record<string, number>);
    console.log(`tried again: ${JSON.stringify(retries)}`);
    const marks = marksOf(folder);
    expect(marks).toHaveLength(2 * MUTATIONS);
    for (const name of ['one', 'two']) {
      const own = marks.filter((mark) => mark.startsWith(name));
      expect(own).toEqual(Array.from({ length: MUTATIONS }, (_, index) => `${name}:${index}`));
    }
    expect(leftIn(folder)).toEqual([]);
    expect(retries.some((codes) => Object.keys(codes).length > 0)).toBe(true); // they did meet
  });

  it(`one is killed ${KILLS} times at any moment, and the workspace is whole each time`, async () => {
    const folder = newWorkspace('killed');
    const host = openNodeWorkspace(folder)._unsafeUnwrap();
    const found = { lock: 0, journal: 0, 'rolled-forward': 0, 'nothing-to-do': 0 };
    let known: readonly string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const writer = startWriter(folder, String(kill), Infinity);
      await Promise.race([once(writer.child.stdout ?? process.stdin, 'data'), writer.ended]);
      await setTimeout(Math.random() * MOST_MS);
      writer.child.kill('SIGKILL');
      await writer.ended;
      expect(writer.said.err).toBe('');

      if (existsSync(join(folder, 'assets/.prometeu/lock'))) found.lock += 1;
      if (existsSync(join(folder, 'assets/.prometeu/journal.json'))) found.journal += 1;
      const seen = unwrap(await readWorkspace(host)); // as readers see it that look through the journal
      const codes = seen.diagnostics.map(({ code }) => code).filter((code) => code !== 'PLAN_TRANSACTION_PENDING');
      expect(codes).toEqual(['STRUCTURE_UNKNOWN_KEY']); // the registry's own count of mutations
      found[unwrap(await recover(host)).value.state] += 1;
      const marks = marksOf(folder);
      const told = marksIn(writer);
      expect(marks.slice(0, known.length + told.length)).toEqual([...known, ...told]);
      expect(marks.length - known.length - told.length).toBeLessThanOrEqual(1); // done, and killed before it could say so
      known = marks;
    }
    console.log(`${known.length} mutations; left behind after ${KILLS} kills: ${JSON.stringify(found)}`);
    expect(found.lock).toBeGreaterThan(0);
    expect(found.journal).toBeGreaterThan(0);
    expect(found['rolled-forward']).toBe(found.journal);

    const last = startWriter(folder, 'last', 1);
    await last.ended;
    expect(marksOf(folder)).toEqual([...known, 'last:0']);
    expect(leftIn(folder)).toEqual([]); // what the dead left behind goes with the next plan
  });
});
