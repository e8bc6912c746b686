import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { supportMatrix } from 'prometeu-packer';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { readArchive } from '../independent/archive-reader.js';
import { checkCompanions } from '../independent/check-companions.js';
import { changelogSections, readChangelog } from './changelog.js';
import { examineCase, type Verdict } from './examine-case.js';
import { frozenFiles } from './freeze.js';
import { digestsOf, lockFaults, NEXT } from './frozen-lock.js';
import { readFrozen } from './read-frozen.js';
import { releaseFacts, type ReleaseFacts } from './release-facts.js';
import { lostAbilities, newestFirst, recordThatHolds } from './superseded.js';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'fixtures/frozen');
const { lock, versions, cases, strays } = readFrozen(folder);
const releases = newestFirst([...versions.keys()]).filter((version) => version !== NEXT);
const { version: current } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
const changelog = readChangelog(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'));
const named = cases.map((one) => [`${one.version}/${one.frozen.name}`, one] as const);
const decode = (bytes: Uint8Array | undefined): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
const factsOf = (version: string): ReleaseFacts => JSON.parse(decode(versions.get(version)?.get('facts.json'))) as ReleaseFacts;
const made = await frozenFiles();
const codesOf = ({ codes }: ReleaseFacts): readonly string[] => Object.values(codes).flat();

describe('fixtures/frozen', () => {
  it('has a folder for each release that the change log names, for this one too, and no other', () => {
    expect(releases).toEqual([...changelog.keys()]);
    expect(releases).toContain(current);
    expect(Object.keys(lock).sort()).toEqual([...versions.keys()].sort());
    if (versions.has(NEXT)) expect([lock[current]?.released, [...(versions.get(NEXT)?.keys() ?? [])]]).toEqual([true, ['superseded.json']]);
    expect(readdirSync(folder).sort()).toEqual([...versions.keys(), 'lock.json'].sort());
  });

  it.each([...versions])('%s is as it was locked: no file is changed, missing or unlocked', (version, files) => {
    expect(lockFaults(lock[version] ?? { files: {} }, digestsOf(files))).toEqual([]);
    expect(version === current || version === NEXT || lock[version]?.released).toBe(true);
  });

  it('has no file that nothing looks at, and no later record of a case that there is not', () => {
    expect(cases.flatMap(({ version, frozen, unread }) => unread.map((path) => `${version}/${frozen.name}/${path}`))).toEqual([]);
    const loose = [...versions].flatMap(([version, files]) =>
      [...files.keys()].filter((path) => !path.includes('/')).map((path) => [version, path]),
    );
    expect(loose.filter(([, path]) => path !== 'facts.json' && path !== 'superseded.json')).toEqual([]);
    expect(strays).toEqual([]);
  });

  it('is made the same twice, until the release with the cases that its folder has', async () => {
    expect(digestsOf(await frozenFiles())).toEqual(digestsOf(made));
    const kept = [...(versions.get(current)?.keys() ?? [])].filter((path) => path !== 'superseded.json');
    if (lock[current]?.released !== true) expect([...made.keys()].sort()).toEqual(kept.sort());
  });

  it('is less than a megabyte for each release', () => {
    for (const [version, files] of versions) {
      expect([version, [...files.values()].reduce((sum, { length }) => sum + length, 0) < 1_000_000]).toEqual([version, true]);
    }
  });

  it.each(supportMatrix())('is made with a case of each version of $surface that is read', ({ artifact, surface, reads }) => {
    const records = [...made].filter(([path]) => path.endsWith('/expected.json')).map(([, bytes]) => JSON.parse(decode(bytes)) as Verdict);
    const seen = records.flatMap(({ versions: found }) => found.filter(([kind]) => kind === artifact).map(([, , version]) => version));
    expect([surface, reads.filter((version) => !seen.includes(version))]).toEqual([surface, []]);
  });
});

describe('what a release wrote', () => {
  it.each(named)('%s is read, verified, migrated, built, undone and recovered as recorded', async (_, one) => {
    expect(await examineCase(one.frozen)).toEqual(recordThatHolds(one));
  });

  it.each(named)('%s lost nothing that it allowed, but in a major release', (_, one) => {
    expect(lostAbilities(one)).toEqual([]);
  });

  const archives = named.filter(([, { frozen }]) => frozen.workspace.has('build/assets.pa'));

  it.each(archives)('%s has an archive that a reader takes which shares nothing with ours, and companions that agree with it', (_, one) => {
    const { workspace } = one.frozen;
    const archive = readArchive(workspace.get('build/assets.pa') ?? new Uint8Array());
    if (!archive.ok) throw new Error(archive.reason);
    const text = (name: string): string => decode(workspace.get(`build/${name}.json`));
    const texts = { assetTable: text('asset_table'), preload: text('preload'), metadata: text('asset_table_metadata') };
    expect(checkCompanions(archive, texts)).toMatchObject({ ok: true });
  });

  const reports = named.filter(([, { frozen }]) => frozen.papers.has('report.json'));

  it.each(reports)('%s has a report that the schema of its version takes', (_, { frozen }) => {
    const report = JSON.parse(frozen.papers.get('report.json') ?? '') as { readonly report_version: number };
    const schema = readFileSync(join(root, `docs/schemas/report.v${report.report_version}.schema.json`), 'utf8');
    const validate = new Ajv({ strict: false }).compile(JSON.parse(schema) as object);
    expect([validate(report), validate.errors]).toEqual([true, null]);
  });

  it('is an archive, a report and more: some release has each', () => {
    expect([archives.length, reports.length].every((count) => count > 0)).toBe(true);
  });
});

describe('CHANGELOG.md', () => {
  it.each(releases)('%s tells which codes and which versions of artifacts came and went', (version) => {
    const previous = releases[releases.indexOf(version) + 1];
    const sections = changelogSections(factsOf(version), previous === undefined ? null : factsOf(previous));
    expect(changelog.get(version)?.trimEnd().endsWith(`\n\n${sections.trimEnd()}`)).toBe(true);
  });

  it('is up to date: `npm run freeze` writes the facts of this version anew until it is released', () => {
    const now = releaseFacts();
    expect([...codesOf(now)].sort()).toEqual(Object.keys(catalogue).sort());
    if (lock[current]?.released !== true) expect(factsOf(current)).toEqual(now);
    expect(now.deprecated_codes.filter((code) => !codesOf(now).includes(code))).toEqual([]);
  });

  it('never lost a code: what a release could raise is in the catalogue still, or was deprecated in the release before', () => {
    const lost = releases.flatMap((version) => {
      const now = new Set([...codesOf(releaseFacts()), ...factsOf(version).deprecated_codes]);
      return codesOf(factsOf(version)).filter((code) => !now.has(code));
    });
    expect(lost).toEqual([]);
  });
});
