import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { sampleGameFolder } from '../../etc/make-sample-game.mjs';
import { runCli, temporaryFolder } from '../cli/run-cli.js';
import { makeTempFolder } from '../node/temp-folder.js';
import { workspacesFolder } from '../workspaces/broken-workspace.js';
import { guidePage, testExamples } from './page-examples.js';
import { filledIn, runShell, shellLine } from './shell-runner.js';

const page = guidePage('docs/operations.md');
const lines = page.text.split('\n');

/** The heading that a line of the page stands under. */
function headingOf(line: number): string {
  const inside = lines.slice(0, line);
  return (
    inside
      .filter((text) => /^#{2,3} /.test(text))
      .at(-1)
      ?.replace(/^#+ /, '') ?? ''
  );
}

async function must(folder: string, ...commands: readonly string[]): Promise<void> {
  for (const command of commands) {
    const { code, stdout, stderr } = await runShell(folder, command);
    expect({ command, code, said: code === 0 ? '' : stdout + stderr }).toEqual({ command, code: 0, said: '' });
  }
}

/** A workspace inside a folder of its own, so that what a page puts beside it goes with it. */
function beside(source: string): string {
  const folder = join(temporaryFolder(), 'workspace');
  cpSync(source, folder, { recursive: true });
  return folder;
}

const { folder: builtGame, remove } = makeTempFolder();
beforeAll(async () => {
  cpSync(sampleGameFolder, builtGame, { recursive: true });
  await must(builtGame, 'prometeu-packer register --apply', 'prometeu-packer build');
});
afterAll(remove);

const game = async (): Promise<string> => beside(builtGame);

const broken = (name: string) => async () => beside(`${workspacesFolder}${name}/workspace`);

async function committed(): Promise<string> {
  const folder = await game();
  writeFileSync(join(folder, '.gitignore'), 'build/\n');
  await must(
    folder,
    'git init -q -b main .',
    'git config user.email a@example.org',
    'git config user.name a',
    'git add --all',
    'git commit -qm one',
  );
  return folder;
}

/** A branch that registered another sound than the one it is to be merged into. */
async function diverged(): Promise<string> {
  const folder = await committed();
  for (const [branch, root] of [
    ['theirs', 'assets/boom'],
    ['main', 'assets/wind'],
  ] as const) {
    await must(folder, `git checkout -q ${branch === 'theirs' ? '-b theirs' : branch}`);
    mkdirSync(join(folder, root));
    await must(
      folder,
      `cp assets/sounds/jump/*.wav ${root}/`,
      'prometeu-packer register --apply',
      'git add --all',
      `git commit -qm ${branch}`,
    );
  }
  return folder;
}

async function unbuilt(): Promise<string> {
  const folder = await game();
  rmSync(join(folder, 'build/assets.pa'));
  return folder;
}

async function unregistered(): Promise<string> {
  const folder = await committed();
  rmSync(join(folder, 'assets/.prometeu/index.json'));
  return folder;
}

/** A new project with a folder that another one has registered. */
async function brought(): Promise<string> {
  const folder = join(temporaryFolder(), 'workspace');
  cpSync(join(builtGame, 'assets/sprites/hero'), join(folder, 'assets/hero'), { recursive: true });
  return folder;
}

async function twoClones(): Promise<string> {
  const folder = await game();
  const other = join(folder, '../other-clone');
  cpSync(folder, other, { recursive: true });
  await must(other, 'prometeu-packer set sprites/hero preload=on --apply');
  return folder;
}

/** A workspace of versions 2 and 3 that an earlier release has built. */
async function older(): Promise<string> {
  const folder = await broken('registry-migratable')();
  const declaration = join(folder, 'assets/day/asset.json');
  writeFileSync(declaration, readFileSync(declaration, 'utf8').replace('"schema_version": 4', '"schema_version": 3'));
  await must(folder, 'prometeu-packer build');
  return folder;
}

async function warned(): Promise<string> {
  const folder = await game();
  writeFileSync(join(folder, 'assets/notes.txt'), 'a loose file');
  return folder;
}

/** Where the commands under each heading are run. */
const workspaces: Readonly<Record<string, () => Promise<string>>> = {
  'Readiness checklist': game,
  'When something is refused': broken('declaration-trailing-commas'),
  'index.json is lost': unregistered,
  'There never was an index.json': brought,
  'assets.pa is lost or damaged': unbuilt,
  'A plan was half applied': broken('journal-pending'),
  'Somebody edited a file before the plan was finished': broken('journal-conflicting'),
  'The journal is damaged': broken('journal-damaged'),
  'The workspace stays locked': broken('lock-held'),
  'The lock says nobody': broken('lock-unreadable'),
  'The last change was wrong': game,
  'index.json has merge conflicts': diverged,
  'A plan meets the wrong clone': twoClones,
  Upgrading: older,
  'A project that is not clean yet': warned,
  'Before a commit': game,
};

const commands = page.blocks.filter(({ language }) => language === 'sh').map(({ text, line }) => ({ heading: headingOf(line), text }));

describe('docs/operations.md', () => {
  testExamples('docs/operations.md');

  it('has commands under the headings that are known here, and no others', () => {
    expect(commands.map(({ heading }) => heading)).toEqual(Object.keys(workspaces));
    expect(page.blocks.filter(({ language }) => !['sh', 'ts', 'text', 'yaml', 'mermaid'].includes(language))).toEqual([]);
  });

  it.each(commands)('does what it says: $heading', async ({ heading, text }) => {
    const folder = await (workspaces[heading] ?? game)();
    let printed = '';
    for (const line of text.trim().split('\n')) {
      const { command, exits, tells } = shellLine(line);
      const { code, stdout, stderr } = await runShell(folder, filledIn(command, printed));
      expect({ command, code, said: code === exits ? '' : stdout + stderr }).toEqual({ command, code: exits, said: '' });
      expect([command, tells.filter((one) => !stdout.includes(one))]).toEqual([command, []]);
      printed += stdout;
    }
    const { stdout } = await runCli(folder, ['doctor', '--format', 'json']);
    const { verdict, counts } = JSON.parse(stdout) as { readonly verdict: unknown; readonly counts: { readonly error: number } };
    const yes = { can: true, decidedBy: [] };
    expect({ heading, verdict, errors: counts.error }).toEqual({ heading, verdict: { read: yes, mutate: yes, build: yes }, errors: 0 });
  });

  it('brings nothing back that was not there: the build after a merge has the numbers of the side that was taken', async () => {
    const folder = await diverged();
    const block = commands.find(({ heading }) => heading === 'index.json has merge conflicts')?.text ?? '';
    let printed = '';
    for (const line of block.trim().split('\n')) printed += (await runShell(folder, filledIn(shellLine(line).command, printed))).stdout;
    const registry = JSON.parse(readFileSync(join(folder, 'assets/.prometeu/index.json'), 'utf8')) as {
      readonly assets: readonly { readonly asset_id: number; readonly root: string }[];
    };
    expect(registry.assets.slice(-2).map(({ asset_id, root }) => [asset_id, root])).toEqual([
      [5, 'wind'],
      [6, 'boom'],
    ]);
  });

  const recipes = page.blocks.filter(({ language }) => language === 'yaml').map(({ text, line }) => ({ heading: headingOf(line), text }));

  it.each(recipes)('has a recipe whose commands do: $heading', async ({ text }) => {
    const folder = await game();
    const run = text.split('\n').flatMap((line) => /- (?:run: )?npx (?<command>prometeu-packer .*)$/.exec(line)?.groups?.['command'] ?? []);
    expect(run.length).toBeGreaterThan(3);
    await must(folder, ...run);
    for (const made of text.match(/(?<= > )[a-z]+\.[a-z]+/g) ?? []) expect(existsSync(join(folder, made))).toBe(true);
    if (existsSync(join(folder, 'assets.sarif'))) {
      expect(JSON.parse(readFileSync(join(folder, 'assets.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    }
  });

  it('names codes that there are', () => {
    const named = [...page.text.matchAll(/\b[A-Z]+(?:_[A-Z0-9]+)+\b/g)].map(([code]) => code);
    expect(named).toContain('REGISTRY_MISSING');
    expect(named.filter((code) => !Object.hasOwn(catalogue, code))).toEqual([]);
    const families = [...page.text.matchAll(/`([A-Z]+_)…`/g)].map(([, family = '']) => family);
    expect(families.filter((family) => !Object.keys(catalogue).some((code) => code.startsWith(family)))).toEqual([]);
  });
});
