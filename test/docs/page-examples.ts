import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { markdownBlocks, type MarkdownBlock } from '../readme/markdown-blocks.js';

const root = resolve(import.meta.dirname, '../..');

/** A page as its tests need it. */
export interface GuidePage {
  /** Its whole text. */
  readonly text: string;
  /** Its fenced blocks, in order. */
  readonly blocks: readonly MarkdownBlock[];
}

/** Reads a page, by its path from the root of the repository. */
export function guidePage(path: string): GuidePage {
  const text = readFileSync(join(root, path), 'utf8');
  return { text, blocks: markdownBlocks(text) };
}

/** A block of TypeScript as a file. */
export interface PageProgram {
  /** Its first line on the page. */
  readonly line: number;
  /** Where it is written to. */
  readonly file: string;
  /** Its text. */
  readonly text: string;
  /** What the `text` block after it says that it prints; undefined where there is none. */
  readonly expected: string | undefined;
  /** Whether it begins with `// name.ts`: then it is not run itself, and others may import it by that name. */
  readonly isModule: boolean;
}

/** The TypeScript of a page, as files below a folder. */
export function pagePrograms(path: string, folder: string): readonly PageProgram[] {
  const { blocks } = guidePage(path);
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    const expected = next?.language === 'text' ? next.text : undefined;
    const named = /^\/\/ ([a-z-]+\.ts)\n/.exec(block.text)?.[1];
    const file = join(folder, path.replaceAll(/[^A-Za-z]/g, '-'), named ?? `line-${block.line}.ts`);
    return block.language === 'ts' ? [{ line: block.line, file, text: block.text, expected, isModule: named !== undefined }] : [];
  });
}

const show = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Runs a program in this process; gives what it printed. */
async function runProgram(file: string): Promise<readonly string[]> {
  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...values: readonly unknown[]) => void printed.push(values.map(show).join(' ')));
  try {
    await import(/* @vite-ignore */ pathToFileURL(file).href);
  } finally {
    log.mockRestore();
  }
  return printed;
}

/** Writes programs to the disk. */
export function writePrograms(programs: readonly PageProgram[]): void {
  for (const { file, text } of programs) {
    mkdirSync(resolve(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
}

/**
 * Declares the tests of a page's TypeScript: each block runs, and prints what the `text` block after it says.
 *
 * @param path - from the root of the repository.
 */
export function testExamples(path: string): void {
  const folder = join(root, 'build/guides');
  const programs = pagePrograms(path, folder);
  const forget = (): void => {
    for (const { file } of programs) rmSync(file, { force: true });
  };

  beforeAll(() => writePrograms(programs));
  afterAll(forget);

  it.each(programs.filter(({ isModule }) => !isModule))(
    'runs the example at line $line, and it prints what is said',
    async ({ file, expected }) => {
      const printed = await runProgram(file);
      expect(printed).not.toEqual([]);
      if (expected !== undefined) expect(`${printed.join('\n')}\n`).toBe(expected);
    },
  );
}
