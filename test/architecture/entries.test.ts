import { describe, expect, it } from 'vitest';
import { entrySurfaces } from './entries.js';

const rulesFor = (path: string, text: string) => entrySurfaces([{ path, text }]).map(({ rule, line }) => ({ rule, line }));
const head = '/** Core. @packageDocumentation */\n';

describe('entrySurfaces', () => {
  it('accepts explicit named re-exports from the rooms of the entry', () => {
    expect(rulesFor('src/index.ts', `${head}export { x, type Y } from './plans/plan.js';`)).toEqual([]);
    expect(rulesFor('src/node.ts', `${head}export { x } from './node/read.js';`)).toEqual([]);
  });

  it.each([
    ['entry-names-nothing', "export * from './plans/plan.js';"],
    ['entry-names-nothing', "export * as plans from './plans/plan.js';"],
    ['entry-holds-code', "import { x } from './plans/plan.js';"],
    ['entry-holds-code', 'export const x = 1;'],
    ['entry-out-of-its-rooms', "export { x } from './node/read.js';"],
    ['entry-out-of-its-rooms', "export { x } from './node.js';"],
    ['entry-out-of-its-rooms', "export { Result } from 'neverthrow';"],
  ])('reports %s for %s', (rule, text) => {
    expect(rulesFor('src/index.ts', `${head}${text}`)).toEqual([{ rule, line: 2 }]);
  });

  it('reports an entry without a package comment, and one that is not on the plan', () => {
    expect(rulesFor('src/memory.ts', "export { x } from './memory/x.js';")).toEqual([{ rule: 'entry-undocumented', line: 1 }]);
    expect(rulesFor('src/extra.ts', head)).toEqual([{ rule: 'unknown-entry', line: 1 }]);
  });

  it.each([
    "export { x } from './x.js';",
    "export * from './x.js';",
    "import { x } from './x.js'; export { x };",
    "import * as x from './x.js'; export { x as y };",
  ])('reports a barrel inside a room: %s', (text) => {
    expect(rulesFor('src/plans/all.ts', text)).toEqual([{ rule: 're-export-outside-entry', line: 1 }]);
  });

  it('lets a room list its own declarations', () => {
    expect(rulesFor('src/plans/plan.ts', "import { y } from './y.js'; const x = y; export { x };")).toEqual([]);
  });
});
