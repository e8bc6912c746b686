import { readFileSync } from 'node:fs';
import { applyPlan, build, planMutation, readWorkspace } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { describe, expect, it } from 'vitest';
import { readArchive } from '../independent/archive-reader.js';
import { smallRegistry, smallWorkspace } from '../e2e/small-workspace.js';
import { unwrap } from '../e2e/unwrap.js';

const HERO = 'assets/hero/asset.json';

function readStrings(file: string): readonly string[] {
  return JSON.parse(readFileSync(new URL(`../../../shared/corpus/strings/${file}`, import.meta.url), 'utf8')) as readonly string[];
}

const strings = readStrings('blns.json');

/** The same strings, and pieces of those that go over several lines. */
const encoded = readStrings('blns.base64.json').map((text) => Buffer.from(text, 'base64').toString('utf8'));

const all: ReadonlySet<string> = new Set([...strings, ...encoded]);

/** The rule for names, written down a second time. */
const NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/;

const registry = { ...smallRegistry, assets: smallRegistry.assets.filter(({ root }) => root === 'hero') };

const heroOnly = Object.entries(smallWorkspace()).filter(([path]) => path.startsWith('assets/hero/'));

const small = () => createMemoryWorkspace([...heroOnly, ['assets/.prometeu/index.json', JSON.stringify(registry)] as const]);

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

const nameIn = (text: string): unknown => (JSON.parse(text) as { readonly name: unknown }).name;

/** The name that a text in place of the hero's name is read as; null where it is refused. */
async function readAs(name: string): Promise<string | null> {
  const workspace = small();
  const before = textOf(workspace.files().get(HERO));
  workspace.set(
    HERO,
    before.replace('"name": "hero"', () => `"name": ${JSON.stringify(name)}`),
  );
  const { assets, diagnostics } = unwrap(await readWorkspace(workspace));
  const body = assets.find(({ root }) => root === 'hero')?.body ?? null;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect([name, errors.length > 0]).toEqual([name, body === null]);
  for (const { code, location } of errors)
    expect([name, code, location]).toMatchObject([name, 'STRUCTURE_BAD_FORMAT', { pointer: '/name' }]);
  return body?.name ?? null;
}

describe('corpus strings', () => {
  it('both files are read whole', () => {
    console.log(`strings: 2 files, ${strings.length} strings, ${encoded.length} in base64, ${all.size} different ones`);
    expect(strings).toHaveLength(515);
    expect(encoded).toHaveLength(676);
  });

  it('each as the name of an asset: taken as it is, or refused at its place', async () => {
    const taken: string[] = [];
    for (const name of all) {
      const read = await readAs(name);
      expect([name, read]).toEqual([name, NAME.test(name) ? name : null]);
      if (read !== null) taken.push(read);
    }
    console.log(`strings: ${taken.length} of ${all.size} are names`);
    expect(taken.length).toBeGreaterThan(3);
  });

  it('each that is taken comes back byte for byte, from the declaration and from the archive', async () => {
    for (const name of all) {
      const workspace = small();
      const before = textOf(workspace.files().get(HERO));
      const planned = await planMutation(workspace, { mutations: [{ kind: 'rename', root: 'hero', name }] });
      expect([name, planned.isOk()]).toEqual([name, NAME.test(name)]);
      if (planned.isErr()) continue;
      unwrap(await applyPlan(workspace, planned.value.value));
      const written = textOf(workspace.files().get(HERO));
      expect(written).toBe(before.replace('"name": "hero"', () => `"name": ${JSON.stringify(name)}`));
      expect(nameIn(written)).toBe(name);
      unwrap(await build(workspace));
      const archive = readArchive(workspace.files().get('build/assets.pa') ?? new Uint8Array());
      expect(archive.ok && archive.header.asset_table[0]?.asset_name).toBe(name);
    }
  });

  it('each where any text may stand comes back byte for byte through an edit of its file', async () => {
    const workspace = small();
    const value = JSON.parse(textOf(workspace.files().get(HERO))) as object;
    const whole = JSON.stringify({ ...value, extensions: { strings: [...all] } }, null, 2);
    workspace.set(HERO, whole);
    const renamed = unwrap(await planMutation(workspace, { mutations: [{ kind: 'rename', root: 'hero', name: 'renamed' }] }));
    unwrap(await applyPlan(workspace, renamed.value));
    expect(textOf(workspace.files().get(HERO))).toBe(whole.replace('"name": "hero"', '"name": "renamed"'));
  });
});
