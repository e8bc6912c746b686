import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MigrationReport } from 'prometeu-packer';
import { describe, expect, it } from 'vitest';
import {
  assetV2,
  assetV3,
  assetV4,
  derivedUuid,
  REGISTRY,
  registryV2,
  registryV3,
  workspaceOf,
} from '../operations/versioned-workspace.js';
import { uuid } from '../workspace/workspaces.js';
import { listFiles } from './list-files.js';
import { runCli, runJson, temporaryFolder, type CliRun } from './run-cli.js';

interface MigrateResult {
  readonly state: string;
  readonly written: readonly string[];
  readonly plan: { readonly kind: string; readonly digest: string; readonly edits: readonly { readonly path: string }[] };
  readonly migration: MigrationReport;
}

function folderOf(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const deriving = (): string =>
  folderOf(workspaceOf(registryV2({ a: 1, b: 2, c: 3 }), { a: assetV2('a'), b: assetV2('b', { 'x-key': 1 }), c: assetV3('c', 3) }));

const claimed = (): string => folderOf(workspaceOf(registryV3({ a: 1 }), { a: assetV3('a', 1, { preload: true }), d: assetV2('d') }));

const current = (): string =>
  folderOf(
    workspaceOf(JSON.stringify({ schema_version: 4, project_uuid: uuid(15), next_asset_id: 2, assets: [], retired: [] }), {
      a: assetV4('a', 1),
    }),
  );

const PATHS = [REGISTRY, 'assets/a/asset.json', 'assets/b/asset.json', 'assets/c/asset.json'];

async function migrate(cwd: string, ...argv: string[]) {
  const done = await runJson(cwd, ['migrate', ...argv]);
  return { ...done, result: done.report.result as MigrateResult };
}

const commandIn = ({ stdout }: CliRun): readonly string[] => (stdout.trimEnd().split('\n').at(-1) ?? '').trim().split(' ').slice(1);

describe('migrate, as a preview', () => {
  it('tells what it would do, answers 0 and writes nothing', async () => {
    const workspace = deriving();
    const before = listFiles(workspace);
    const { code, result } = await migrate(workspace);
    expect(code).toBe(0);
    expect(result).toMatchObject({ state: 'previewed', written: [], plan: { kind: 'migrate' } });
    expect(result.plan.edits.map(({ path }) => path)).toEqual(PATHS);
    expect(result.migration.files.map(({ file, found, target }) => [file, found, target])).toEqual([
      [REGISTRY, 2, 4],
      ['assets/a/asset.json', 2, 4],
      ['assets/b/asset.json', 2, 4],
      ['assets/c/asset.json', 3, 4],
    ]);
    expect(result.migration.derived.map(({ root, uuid: id }) => [root, id])).toEqual([
      ['a', derivedUuid(1)],
      ['b', derivedUuid(2)],
    ]);
    expect(listFiles(workspace)).toEqual(before);
    expect((await migrate(workspace)).result).toEqual(result);
  });

  it('shows files, versions, steps and diffs, and each derived identity on a line of its own', async () => {
    const { stdout } = await runCli(deriving(), ['migrate']);
    expect(stdout.match(/(?<=^migrate {2}).+$/gm)).toEqual([
      `${REGISTRY}  version 2 -> 4  (registry-2-to-3, registry-3-to-4)`,
      'assets/a/asset.json  version 2 -> 4  (asset-2-to-3, asset-3-to-4)',
      'assets/b/asset.json  version 2 -> 4  (asset-2-to-3, asset-3-to-4)',
      'assets/c/asset.json  version 3 -> 4  (asset-3-to-4)',
    ]);
    expect(stdout.match(/^identity-derived .+$/gm)?.map((line) => /[0-9a-f-]{36}/.exec(line)?.[0])).toEqual([
      derivedUuid(1),
      derivedUuid(2),
    ]);
    expect(stdout.match(/(?<=^change {2}).+$/gm)).toEqual(PATHS);
    expect(stdout).toMatch(/^ {2}\+ {2}"schema_version": 4,$/m);
    expect(stdout).toMatch(/\/x-key/);
  });

  it('ends with the command that applies it, consent included', async () => {
    const workspace = deriving();
    const previewed = await runCli(workspace, ['migrate']);
    const { digest } = (await migrate(workspace)).result.plan;
    expect(commandIn(previewed)).toEqual(['migrate', '--apply', '--plan', digest]);
    expect((await runCli(workspace, commandIn(previewed))).code).toBe(0);
    expect((await migrate(workspace)).result).toMatchObject({ state: 'nothing-to-do', migration: { files: [], upToDate: 4 } });
  });

  it('answers 1 with --exit-code where there is something to do, else 0; tells what it leaves', async () => {
    const workspace = claimed();
    expect((await runCli(workspace, ['migrate', '--exit-code'])).code).toBe(1);
    expect((await runCli(workspace, ['migrate', '--apply'])).code).toBe(0);
    const { code, stdout } = await runCli(workspace, ['migrate', '--exit-code']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^leave {2}assets\/d\/asset\.json /m);
  });

  it('answers 1 and names every file that stands in the way', async () => {
    const workspace = deriving();
    writeFileSync(join(workspace, 'assets/a/asset.json'), '{"schema_version": 9}');
    writeFileSync(join(workspace, 'assets/c/asset.json'), assetV3('c', 3, { preload: 'yes' }));
    const before = listFiles(workspace);
    const { code, report, result } = await migrate(workspace, '--apply', '--accept-listed-identities');
    expect(code).toBe(1);
    expect(report.diagnostics.map(({ code: name }) => name)).toEqual(expect.arrayContaining(['VERSION_TOO_NEW', 'STRUCTURE_WRONG_TYPE']));
    expect(result).toBeNull();
    expect(listFiles(workspace)).toEqual(before);
  });

  it('takes names of files, and answers 1 for one that is none', async () => {
    const workspace = claimed();
    expect((await migrate(workspace, 'assets/a/')).result.plan.edits.map(({ path }) => path)).toEqual(['assets/a/asset.json']);
    expect((await migrate(workspace, 'a', REGISTRY)).result.plan.edits.map(({ path }) => path)).toEqual([REGISTRY, 'assets/a/asset.json']);
    const { code, report } = await migrate(workspace, 'x');
    expect([code, report.diagnostics.map(({ code: name }) => name)]).toEqual([1, ['MIGRATION_ROOT_NOT_FOUND']]);
  });
});

describe('migrate --apply', () => {
  it('needs no consent where no identity is derived', async () => {
    const workspace = claimed();
    const { code, result } = await migrate(workspace, '--apply');
    expect(code).toBe(0);
    expect(result).toMatchObject({ state: 'applied', written: [REGISTRY, 'assets/a/asset.json'] });
    expect(JSON.parse(readFileSync(join(workspace, 'assets/a/asset.json'), 'utf8'))).toMatchObject({
      schema_version: 4,
      asset_uuid: uuid(1),
    });
  });

  it('answers 1 without consent, names each uuid and how to agree, and writes nothing', async () => {
    const workspace = deriving();
    const before = listFiles(workspace);
    const { code, stdout } = await runCli(workspace, ['migrate', '--apply', '--accept-identity', derivedUuid(1)]);
    expect(code).toBe(1);
    expect(stdout.match(/^error \S+/gm)).toEqual(['error PLAN_CONSENT_MISSING']);
    expect(stdout).toMatch(new RegExp(`^  ${derivedUuid(2)}  b `, 'm'));
    expect(stdout).not.toMatch(new RegExp(`^  ${derivedUuid(1)}`, 'm'));
    for (const option of ['--accept-identity', '--plan', '--accept-listed-identities']) expect(stdout).toContain(option);
    const { report } = await migrate(workspace, '--apply');
    expect(report.diagnostics).toMatchObject([{ code: 'PLAN_CONSENT_MISSING', data: { uuids: [derivedUuid(1), derivedUuid(2)].sort() } }]);
    expect(listFiles(workspace)).toEqual(before);
  });

  it('answers 1 for consent to what is not derived', async () => {
    const workspace = deriving();
    const uuids = [derivedUuid(1), derivedUuid(2), uuid(3)].flatMap((id) => ['--accept-identity', id]);
    const { code, report } = await migrate(workspace, '--apply', ...uuids);
    expect([code, report.diagnostics.map(({ code: name }) => name)]).toEqual([1, ['PLAN_CONSENT_UNKNOWN']]);
  });

  it('applies with every uuid named', async () => {
    const { code, result } = await migrate(deriving(), '--apply', '--accept-identity', derivedUuid(2), '--accept-identity', derivedUuid(1));
    expect([code, result.state, result.written]).toEqual([0, 'applied', PATHS]);
  });

  it('applies with --accept-listed-identities, and prints each', async () => {
    const { code, stdout } = await runCli(deriving(), ['migrate', '--apply', '--accept-listed-identities']);
    expect(code).toBe(0);
    expect(stdout.match(/(?<=^accepted {2}).+$/gm)).toEqual([`${derivedUuid(1)}  a`, `${derivedUuid(2)}  b`]);
    const nothing = await runCli(claimed(), ['migrate', '--apply', '--accept-listed-identities']);
    expect(nothing.stdout).not.toMatch(/^accepted/m);
  });

  it('shows the line that a warning speaks of, though the file is another by now', async () => {
    const { stdout } = await runCli(deriving(), ['migrate', '--apply', '--accept-listed-identities']);
    expect(stdout).toMatch(/^warning STRUCTURE_UNKNOWN_KEY assets\/b\/asset\.json:(\d+):3\n.*\n +\1 \| {3}"x-key": 1$/m);
  });

  it('refuses a plan that is no longer the one previewed', async () => {
    const workspace = deriving();
    const { digest } = (await migrate(workspace)).result.plan;
    writeFileSync(join(workspace, 'assets/c/asset.json'), assetV3('c', 3, { preload: true }));
    const before = listFiles(workspace);
    const { code, report, result } = await migrate(workspace, '--apply', '--plan', digest);
    expect([code, report.diagnostics.map(({ code: name }) => name), result]).toEqual([1, ['PLAN_STALE'], null]);
    expect(listFiles(workspace)).toEqual(before);
    const halfOf = digest.slice(0, 63) + (digest.endsWith('0') ? '1' : '0');
    expect((await migrate(deriving(), '--apply', '--plan', halfOf)).code).toBe(1);
  });
});

describe('--require-current', () => {
  it.each(['migrate', 'doctor', 'build'])('makes %s answer 1 where anything is of an earlier version', async (command) => {
    const workspace = claimed();
    const before = listFiles(workspace);
    const { code, report } = await runJson(workspace, [command, '--require-current']);
    const found = report.diagnostics.filter(({ code: name }) => name === 'VERSION_NOT_CURRENT').map(({ location }) => location);
    expect(code).toBe(1);
    expect(found).toMatchObject([{ file: REGISTRY }, { file: 'assets/a/asset.json' }]);
    expect(listFiles(workspace)).toEqual(before);
  });

  it.each(['migrate', 'doctor', 'build'])('changes nothing for %s where everything is current', async (command) => {
    const workspace = current();
    expect((await runJson(workspace, [command, '--require-current'])).code).toBe((await runJson(workspace, [command])).code);
    expect((await runCli(workspace, ['migrate', '--require-current'])).code).toBe(0);
  });

  it('is not needed: without, an earlier version is a warning', async () => {
    const workspace = claimed();
    const { code, report } = await runJson(workspace, ['build']);
    expect(code).toBe(0);
    expect(report.diagnostics.map(({ code: name }) => name)).toContain('MIGRATION_PENDING');
  });
});
