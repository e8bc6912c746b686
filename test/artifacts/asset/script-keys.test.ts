import { doctor, planMigration } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../../e2e/unwrap.js';
import { assetV2, assetV3, assetV4, registryV2, registryV3, workspaceOf } from '../../operations/versioned-workspace.js';

const keys = ['script', 'scripts', 'plugin', 'plugins', 'hook', 'hooks', 'command', 'commands', 'exec', 'eval', 'prebuild', 'postbuild'];
const output = { format: 'raw', codec: 'none' };

/** A declaration of each version that the packer reads, with a change, and a registry that records it. */
const versions: readonly (readonly [number, string, (change: object) => string])[] = [
  [2, registryV2({ tool: 1 }), (change) => assetV2('tool', change)],
  [3, registryV3({ tool: 1 }), (change) => assetV3('tool', 1, change)],
  [4, registryV3({ tool: 1 }), (change) => assetV4('tool', 1, change)],
];

const cases = versions.flatMap(([version, registry, declare]) =>
  keys.flatMap((key) => [
    { version, pointer: `/${key}`, registry, text: declare({ [key]: { run: 'rm -rf .' } }) },
    { version, pointer: `/output/${key}`, registry, text: declare({ output: { ...output, [key]: null } }) },
  ]),
);

describe('a declaration that asks for something to be run', () => {
  it.each(cases)('S9: version $version, $pointer: is refused, and neither built nor migrated', async ({ pointer, registry, text }) => {
    const workspace = createMemoryWorkspace(workspaceOf(registry, { tool: text }));
    const { diagnostics, verdict } = unwrap(await doctor(workspace));
    const told = diagnostics.filter(({ code }) => code === 'STRUCTURE_SCRIPT_KEY');
    expect(told).toMatchObject([
      { severity: 'error', artifact: 'asset', location: { kind: 'text', file: 'assets/tool/asset.json', pointer } },
    ]);
    expect(verdict.build).toMatchObject({ can: false, decidedBy: expect.arrayContaining(['STRUCTURE_SCRIPT_KEY']) as unknown });
    const migrated = (await planMigration(workspace)).map(({ value }) => value.plan.edits.map(({ path }) => path));
    expect(migrated.unwrapOr([])).not.toContain('assets/tool/asset.json');
  });

  it.each(['Scripts', 'SCRIPT', 'script ', 'scripted', 'on-exec', '$exec'])('%s is a key like any other that nobody knows', async (key) => {
    const workspace = createMemoryWorkspace(workspaceOf(registryV3({ tool: 1 }), { tool: assetV4('tool', 1, { [key]: 'x' }) }));
    const { diagnostics } = unwrap(await doctor(workspace));
    expect(diagnostics.filter(({ code }) => code.startsWith('STRUCTURE_')).map(({ code, severity }) => [code, severity])).toEqual([
      ['STRUCTURE_UNKNOWN_KEY', 'warning'],
    ]);
  });
});
