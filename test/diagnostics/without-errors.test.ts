import { describe, expect, it } from 'vitest';
import { build, countDiagnostics } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { withoutErrors } from '../../src/diagnostics/without-errors.js';
import { atHostileFile, atText, omitted } from '../report/sample-diagnostics.js';
import { declaration, registry, workspace } from '../workspace/workspaces.js';

describe('withoutErrors', () => {
  it('leaves out errors, and the count of errors that a list leaves out', () => {
    const counted = { ...omitted, data: { ...omitted.data, severity: 'warning' as const } };
    expect(withoutErrors([atText, atHostileFile, omitted, counted])).toEqual([atHostileFile, counted]);
  });

  it('leaves a build that succeeds without errors, whatever is wrong with what it leaves out', async () => {
    const index = JSON.parse(registry({ a: 1, b: 2 })) as { assets: { included_in_build: boolean }[] };
    index.assets[1]!.included_in_build = false;
    const gone = Array.from({ length: 60 }, (_, place) => `gone-${place}.bin`);
    const host = createMemoryWorkspace({
      ...workspace({ a: 1, b: 2 }),
      'assets/b/asset.json': declaration(2, { inputs: { main: gone } }),
      'assets/.prometeu/index.json': JSON.stringify(index),
    });
    const built = (await build(host))._unsafeUnwrap();
    expect(countDiagnostics(built.diagnostics).error).toBe(0);
  });
});
