import { importsOf, targetOf } from './imports.js';
import type { Rule } from './source-file.js';

/** No file reaches itself through its imports, type imports included. Each ring is told once, at its first file by path. */
export const cycles: Rule = (files) => {
  const graph = new Map(
    files.map((file) => [
      file.path,
      importsOf(file).flatMap(({ specifier, line }) => {
        const target = specifier === null ? null : targetOf(file.path, specifier);
        return target === null ? [] : [{ target, line }];
      }),
    ]),
  );

  /** The shortest way back to `start` over files that come after it by path. */
  const ringFrom = (start: string): { readonly line: number; readonly ring: readonly string[] } | undefined => {
    const seen = new Set<string>();
    const queue = (graph.get(start) ?? []).map(({ target, line }) => ({ line, ring: [start, target] }));
    for (const way of queue) {
      const last = way.ring.at(-1) ?? start;
      if (last === start) return way;
      if (last < start || seen.has(last)) continue;
      seen.add(last);
      queue.push(...(graph.get(last) ?? []).map(({ target }) => ({ line: way.line, ring: [...way.ring, target] })));
    }
    return undefined;
  };

  return files.flatMap(({ path }) => {
    const way = ringFrom(path);
    return way === undefined ? [] : [{ rule: 'cycle', path, line: way.line, found: way.ring.join(' > ') }];
  });
};
