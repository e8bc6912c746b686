import { describe, expect, it } from 'vitest';
import { build, doctor, planRegister, readWorkspace, supportMatrix } from 'prometeu-packer';
import { jsonReport, renderText, type JsonReport } from 'prometeu-packer/report';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { workspace } from '../workspace/workspaces.js';

const REGISTRY = 'assets/.prometeu/index.json';

/** A sound workspace, but for the version that its registry says it has. */
const stamped = (version: number): Record<string, string> => {
  const files = workspace({ a: 1 });
  return { ...files, [REGISTRY]: (files[REGISTRY] ?? '').replace('"schema_version":4', `"schema_version":${version}`) };
};

describe('a registry outside the support window', () => {
  const window = supportMatrix().find(({ artifact }) => artifact === 'registry');

  it.each([
    ['below', 1, 'VERSION_TOO_OLD'],
    ['above', 5, 'VERSION_TOO_NEW'],
  ] as const)('that is %s it is a version mismatch, is not migrated, and stops the build', async (_, version, code) => {
    const files = stamped(version);
    const host = createMemoryWorkspace(files);
    const before = host.files();
    const { snapshot, verdict, diagnostics } = (await doctor(host))._unsafeUnwrap();
    const told = diagnostics.filter((found) => found.code === code);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      artifact: 'registry',
      location: { kind: 'text', file: REGISTRY, pointer: '/schema_version' },
      data: { field: 'schema_version', version },
      found: version,
      supported: { range: window?.supported, current: 4 },
      migration: { attempted: false, steps: [], outcome: 'not-attempted' },
      identity: { implicated: true, registry: true },
      manualAction: { required: true },
      blocks: { build: true, studio: true },
    });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual(told); // nothing else of the file is judged
    expect([snapshot.registry, snapshot.registryVersion, snapshot.registryMigration]).toEqual([null, version, null]);
    expect([verdict.read.can, verdict.mutate, verdict.build]).toEqual([
      false,
      { can: false, decidedBy: [code] },
      { can: false, decidedBy: [code] },
    ]);

    for (const refused of [await build(host), await planRegister(host)]) expect(refused._unsafeUnwrapErr()).toEqual(diagnostics);
    expect(host.files()).toEqual(before);
  });

  it.each([
    [1, 'VERSION_TOO_OLD'],
    [5, 'VERSION_TOO_NEW'],
  ] as const)('of version %i is told in text and in the JSON report', async (version, code) => {
    const files = stamped(version);
    const refused = (await build(createMemoryWorkspace(files)))._unsafeUnwrapErr();
    const text = renderText(refused, { sourceText: (file) => files[file] });
    for (const expected of [`error ${code} ${REGISTRY}:1:`, `"schema_version":${version}`, 'blocks: build, studio', 'to do: ']) {
      expect(text.includes(expected)).toBe(true);
    }
    const report = JSON.parse(jsonReport({ command: 'build', diagnostics: refused, exitCode: 1 })) as JsonReport;
    expect([report.ok, report.exit_code, report.counts.error]).toEqual([false, 1, 1]);
    expect(report.diagnostics).toMatchObject([
      {
        code,
        found: version,
        supported: { range: window?.supported, oldest: window?.migrates[0] ?? window?.reads[0], current: 4 },
        migration: { attempted: false, outcome: 'not-attempted' },
        blocks: { build: true, studio: true },
      },
    ]);
    expect(Object.keys(report.rules)).toEqual([code]);
  });

  it('is judged alone: the declarations keep their own verdicts', async () => {
    const snapshot = (await readWorkspace(createMemoryWorkspace(stamped(5))))._unsafeUnwrap();
    expect(snapshot.assets.map(({ root, version, body, identity }) => [root, version, body?.name, identity.class])).toEqual([
      ['a', 4, 'asset-1', 'unreadable'],
    ]);
  });
});
