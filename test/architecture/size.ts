import type { Rule, SourceFile } from './source-file.js';

/** Lines past which a file gives its reason in a comment, `// long: …`. */
const longFrom = 250;
/** Lines past which no reason helps. */
const tooLongFrom = 400;

/** Data: the catalogue's codes, what is said of them, and generated tables are as long as they are. */
const isData = (path: string): boolean =>
  /^src\/diagnostics\/catalogue\/|^src\/explain\/(?:pages\/|code-examples\.ts$)|-table\.ts$/.test(path);

const linesOf = ({ text }: SourceFile): number => text.replace(/\n$/, '').split('\n').length;

/** Files stay short enough to be read in one go; data aside. */
export const size: Rule = (files) =>
  files
    .filter(({ path }) => !isData(path))
    .flatMap((file) => {
      const lines = linesOf(file);
      const at = { path: file.path, line: lines, found: String(lines) };
      if (lines > tooLongFrom) return [{ rule: 'too-long', ...at }];
      return lines > longFrom && !/^\s*\/\/ long: \S/m.test(file.text) ? [{ rule: 'long-without-reason', ...at }] : [];
    });

/** The median length of a tree's files in lines, data aside; 0 for no files. */
export function medianLines(files: readonly SourceFile[]): number {
  const lengths = files
    .filter(({ path }) => !isData(path))
    .map(linesOf)
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}
