import { describe, expect, it } from 'vitest';
import { layers } from './layers.js';

const rulesFor = (path: string, text: string) => layers([{ path, text }]).map(({ rule, line, found }) => ({ rule, line, found }));

describe('layers', () => {
  it('lets a room import lower rooms and itself', () => {
    expect(rulesFor('src/plans/apply.ts', "import { ok } from 'neverthrow';\nimport './plan.js';\nimport '../base/non-empty.js';")).toEqual(
      [],
    );
  });

  it.each([
    ['upward', "import { x } from '../plans/plan.js';", '../plans/plan.js'],
    ['for a type only', "import type { X } from '../plans/plan.js';", '../plans/plan.js'],
    ['by a type query', "type X = import('../plans/plan.js').X;", '../plans/plan.js'],
    ['by a re-export', "export { x } from '../plans/plan.js';", '../plans/plan.js'],
    ['sideways', "import { x } from '../sources/png.js';", '../sources/png.js'],
  ])('reports an import %s', (_, text, found) => {
    expect(rulesFor('src/artifacts/asset/parse.ts', `\n${text.replace("'../", "'../../")}`)).toEqual([
      { rule: 'not-a-lower-floor', line: 2, found: found.replace('../', '../../') },
    ]);
  });

  it('reports the core knowing itself by name, and an entry imported by its file', () => {
    expect(rulesFor('src/plans/apply.ts', "import 'prometeu-packer';\nimport '../index.js';")).toEqual([
      { rule: 'core-imports-itself-by-name', line: 1, found: 'prometeu-packer' },
      { rule: 'imports-an-entry', line: 2, found: '../index.js' },
    ]);
  });

  it('lets outer rooms reach the core by name only, and each other not at all', () => {
    const text = [
      "import 'prometeu-packer';",
      "import '../base/non-empty.js';",
      "import 'prometeu-packer/memory';",
      "import '../memory/x.js';",
    ];
    expect(rulesFor('src/node/read.ts', text.join('\n'))).toEqual([
      { rule: 'core-not-by-package-name', line: 2, found: '../base/non-empty.js' },
      { rule: 'not-a-lower-floor', line: 3, found: 'prometeu-packer/memory' },
      { rule: 'not-a-lower-floor', line: 4, found: '../memory/x.js' },
    ]);
    expect(rulesFor('src/cli/main.ts', "import 'prometeu-packer/node';")).toEqual([]);
  });

  it('reports a room that is not on the plan, and an import out of src', () => {
    expect(rulesFor('src/utils/x.ts', '')).toEqual([{ rule: 'unknown-room', line: 1, found: 'utils' }]);
    expect(rulesFor('src/base/x.ts', "import '../../test/x.js';")).toEqual([{ rule: 'leaves-src', line: 1, found: '../../test/x.js' }]);
  });

  it('reports a schema that leans on another version', () => {
    expect(rulesFor('src/artifacts/asset/versions/v4.schema.ts', "import './v3.schema.js';")).toEqual([
      { rule: 'schema-imports-schema', line: 1, found: './v3.schema.js' },
    ]);
  });
});
