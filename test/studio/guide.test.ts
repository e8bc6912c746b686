import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { openSession, type SessionEvent } from 'prometeu-packer/studio';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pageTable } from '../docs/page-table.js';
import { bundle } from '../e2e/bundle.js';
import { markdownBlocks } from '../readme/markdown-blocks.js';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'build/studio-guide');
const guide = readFileSync(join(root, 'docs/studio.md'), 'utf8');
const blocks = markdownBlocks(guide);

const programs = blocks.flatMap((block, index) => {
  const next = blocks[index + 1];
  const expected = next?.language === 'text' ? next.text : undefined;
  const named = /^\/\/ ([a-z-]+\.ts)\n/.exec(block.text)?.[1];
  const file = join(folder, named ?? `line-${block.line}.ts`);
  return block.language === 'ts' ? [{ line: block.line, file, text: block.text, expected, isWorker: named !== undefined }] : [];
});
const examples = programs.filter(({ isWorker }) => !isWorker);

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { file, text } of programs) writeFileSync(file, text);
  for (const { file, isWorker } of programs) {
    if (isWorker) copyFileSync(await bundle(file.slice(root.length + 1), join(folder, 'bundled')), file.replace(/\.ts$/, '.js'));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('docs/studio.md', () => {
  it('has blocks of known languages alone, a worker among them', () => {
    expect(blocks.filter(({ language }) => !['ts', 'text'].includes(language))).toEqual([]);
    expect(examples.length).toBeGreaterThan(5);
    expect(programs.length - examples.length).toBe(1);
  });

  it.each(examples)('runs the example at line $line, and it prints what is said', async ({ file, expected }) => {
    const printed: string[] = [];
    const show = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
    const log = vi
      .spyOn(console, 'log')
      .mockImplementation((...values: readonly unknown[]) => void printed.push(values.map(show).join(' ')));
    try {
      await import(/* @vite-ignore */ pathToFileURL(file).href);
    } finally {
      log.mockRestore();
    }
    expect(printed).not.toEqual([]);
    if (expected !== undefined) expect(`${printed.join('\n')}\n`).toBe(expected);
  });

  it('has a row for each call of a session', async () => {
    const session = (await openSession(createMemoryWorkspace()))._unsafeUnwrap();
    const told = pageTable(guide, 'Every call').flatMap(([cell = '']) => [...cell.matchAll(/`(\w+)\(/g)].map(([, name]) => name));
    expect(told.sort()).toEqual(Object.keys(session).sort());
    await session.close();
  });

  it('has a row for each kind of event', () => {
    const kinds: Readonly<Record<SessionEvent['kind'], true>> = {
      changed: true,
      diagnostics: true,
      state: true,
      progress: true,
      fault: true,
      closed: true,
    };
    expect(pageTable(guide, 'Open, and listen').map(([cell = '']) => cell.replaceAll('`', ''))).toEqual(Object.keys(kinds));
  });

  it('names codes that there are', async () => {
    const { catalogue } = await import('../../src/diagnostics/catalogue.js');
    const named = [...guide.matchAll(/\b[A-Z]+(?:_[A-Z]+)+\b/g)].map(([code]) => code);
    expect(named).toContain('STUDIO_UNSAVED_CHANGES');
    expect(named.filter((code) => !Object.hasOwn(catalogue, code))).toEqual([]);
  });
});
