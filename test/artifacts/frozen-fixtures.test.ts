import { describe, expect, it } from 'vitest';
import { parseAssetMetadata, serializeAssetMetadata } from '../../src/artifacts/companions/asset-metadata.js';
import { parseAssetTable, serializeAssetTable } from '../../src/artifacts/companions/asset-table.js';
import { parsePreload, serializePreload } from '../../src/artifacts/companions/preload.js';
import { decodeArchiveHeader } from '../../src/artifacts/archive/decode-archive-header.js';
import { decodeArchivePrelude } from '../../src/artifacts/archive/decode-archive-prelude.js';
import { encodeHeader } from '../../src/artifacts/archive/encode-header.js';
import { encodePrelude } from '../../src/artifacts/archive/encode-prelude.js';
import { createAssetReader } from '../../src/artifacts/asset/create-asset-reader.js';
import { rewriteAsset } from '../../src/artifacts/asset/rewrite-asset.js';
import { judgeCache } from '../../src/artifacts/cache/judge-cache.js';
import { classifyVersion } from '../../src/artifacts/classify-version.js';
import { parseJournal } from '../../src/artifacts/journal/parse-journal.js';
import { serializeJournal } from '../../src/artifacts/journal/serialize-journal.js';
import { acceptRegistry } from '../../src/artifacts/registry/accept-registry.js';
import { parseRegistry } from '../../src/artifacts/registry/parse-registry.js';
import { serializeRegistry } from '../../src/artifacts/registry/serialize-registry.js';
import { versionSurfaces, type VersionSurface } from '../../src/artifacts/version-surfaces.js';
import { applyJsonPatch } from '../../src/codec/apply-json-patch.js';
import { portableCompute } from '../../src/codec/portable-compute.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { MigrationRun } from '../../src/versioning/migration-run.js';
import { bytesOf, frozenCases, frozenFiles, textOf, valueOf, type FrozenCase } from './frozen-fixtures.js';

const cases = frozenCases();
const named = (wanted: (frozen: FrozenCase) => boolean) => cases.filter(wanted).map((frozen) => [frozen.folder, frozen] as const);
const codesOf = (diagnostics: readonly Diagnostic[]): readonly string[] => diagnostics.map(({ code }) => code);
const errorsIn = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  codesOf(diagnostics.filter(({ severity }) => severity === 'error'));
const file = 'some/file';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The values after each step: the patches of a run, applied one after the other. */
function stepValues(run: MigrationRun | null, value: unknown): readonly unknown[] {
  const values: unknown[] = [];
  for (const { patch } of run?.steps ?? []) values.push(applyJsonPatch(values.at(-1) ?? value, patch)._unsafeUnwrap());
  return values;
}

const goldenSteps = (frozen: FrozenCase): readonly unknown[] =>
  frozen.files.filter((name) => name.startsWith('step-')).map((name) => valueOf(frozen, name));

describe('fixtures/versions', () => {
  it('has every file that a case asks for, and no other', () => {
    expect(frozenFiles()).toEqual(cases.flatMap(({ folder, files }) => files.map((name) => `${folder}/${name}`)).sort());
  });

  it('says of each case what it is for', () => {
    expect(cases.filter(({ facts }) => !/^[A-Z].*\.$/.test(facts.about)).map(({ folder }) => folder)).toEqual([]);
  });

  it.each(['asset', 'registry'] as const)('has three files of each version of %s that are formatted differently', (surface) => {
    const { migratable, current } = versionSurfaces[surface];
    for (const version of [...migratable, current]) {
      const found = cases.filter((frozen) => frozen.surface === surface && frozen.group === 'in-the-window' && frozen.version === version);
      const formats = new Set(found.map((frozen) => textOf(frozen, 'in.json').replaceAll(/[^\s,:{}[\]]+/g, '')));
      expect([version, formats.size >= 3]).toEqual([version, true]);
    }
  });

  it.each(Object.keys(versionSurfaces) as VersionSurface[])('has versions of %s from the future and below the window', (surface) => {
    const { current, retired } = versionSurfaces[surface];
    const versionsIn = (group: FrozenCase['group']): readonly number[] =>
      cases
        .filter((frozen) => frozen.surface === surface && frozen.group === group)
        .map(({ version }) => version)
        .sort((a, b) => a - b);
    const largest = surface === 'archive-envelope' ? 65_535 : 2_147_483_647; // the prelude has two bytes for it
    expect(versionsIn('from-the-future')).toEqual([current + 1, largest]);
    expect(versionsIn('below-the-window')).toEqual([0, ...retired]);
  });
});

describe('an asset.json in the window', () => {
  const reader = createAssetReader();

  it.each(
    named(({ surface, group, version }) => surface === 'asset' && group === 'in-the-window' && version < versionSurfaces.asset.current),
  )('%s: becomes its golden', (_, frozen) => {
    const bytes = bytesOf(frozen, 'in.json');
    const parsed = reader.parse(bytes, file);
    const uuid = (frozen.facts.identity ?? null) as string | null;
    const reading = reader.accept(parsed, uuid);
    expect(errorsIn(reading.diagnostics)).toEqual([]);
    expect(stepValues(reading.migration, parsed.document?.value)).toEqual(goldenSteps(frozen));
    expect(reading.migration?.value).toEqual(goldenSteps(frozen).at(-1));
    if (!frozen.files.includes('out.json')) {
      expect([reading.claim, uuid]).toEqual([{ kind: 'none' }, null]);
      return;
    }
    const golden = textOf(frozen, 'out.json');
    expect(rewriteAsset(parsed.document!, reading.migration!.value!)).toBe(golden);
    const again = reader.accept(reader.parse(encode(golden), file), null);
    expect([errorsIn(again.diagnostics), again.version, again.migration]).toEqual([[], versionSurfaces.asset.current, null]);
    expect(again.document?.value).toEqual(reading.migration?.value);
    expect(again.claim).toEqual(reading.claim);
  });

  it.each(
    named(({ surface, group, version }) => surface === 'asset' && group === 'in-the-window' && version === versionSurfaces.asset.current),
  )('%s: stays byte for byte', (_, frozen) => {
    const parsed = reader.parse(bytesOf(frozen, 'in.json'), file);
    const reading = reader.accept(parsed, null);
    expect([errorsIn(reading.diagnostics), reading.migration]).toEqual([[], null]);
    expect(rewriteAsset(parsed.document!, parsed.document!.value as Record<string, unknown>)).toBe(textOf(frozen, 'in.json'));
  });
});

describe('an index.json in the window', () => {
  it.each(
    named(
      ({ surface, group, version }) => surface === 'registry' && group === 'in-the-window' && version < versionSurfaces.registry.current,
    ),
  )('%s: becomes its golden', (_, frozen) => {
    const parsed = parseRegistry(bytesOf(frozen, 'in.json'), file);
    const identities = new Map(Object.entries((frozen.facts.identity ?? {}) as Readonly<Record<string, string>>));
    const reading = acceptRegistry(parsed, identities);
    expect(errorsIn(reading.diagnostics)).toEqual([]);
    expect(stepValues(reading.migration, parsed.document?.value)).toEqual(goldenSteps(frozen));
    expect(reading.migration?.value).toEqual(goldenSteps(frozen).at(-1));
    const golden = textOf(frozen, 'out.json');
    expect(serializeRegistry(reading.registry!, reading.document!)).toBe(golden);
    const again = acceptRegistry(parseRegistry(encode(golden), file), new Map());
    expect([errorsIn(again.diagnostics), again.version, again.migration]).toEqual([[], versionSurfaces.registry.current, null]);
    expect(serializeRegistry(again.registry!, again.document!)).toBe(golden);
  });

  it.each(
    named(
      ({ surface, group, version }) => surface === 'registry' && group === 'in-the-window' && version === versionSurfaces.registry.current,
    ),
  )('%s: has nothing to change', (_, frozen) => {
    const reading = acceptRegistry(parseRegistry(bytesOf(frozen, 'in.json'), file), new Map());
    expect([errorsIn(reading.diagnostics), reading.migration]).toEqual([[], null]);
    const canonical = serializeRegistry(reading.registry!, reading.document!);
    expect(canonical === textOf(frozen, 'in.json')).toBe(frozen.folder.endsWith('/canonical'));
  });
});

const maxHeaderBytes = 1_000_000;

function preludeOf(bytes: Uint8Array) {
  return decodeArchivePrelude({ bytes: bytes.subarray(0, 32), fileLength: bytes.length, file, maxHeaderBytes });
}

describe('what the packer alone writes', () => {
  const inWindow = (wanted: VersionSurface) => named(({ surface, group }) => surface === wanted && group === 'in-the-window');

  it.each(inWindow('archive-envelope'))('%s: is read as its golden, and written as it stands', (_, frozen) => {
    const bytes = bytesOf(frozen, 'in.pa');
    const { value, diagnostics } = preludeOf(bytes)._unsafeUnwrap();
    expect(diagnostics).toEqual([]);
    expect(value).toEqual(valueOf(frozen, 'prelude.json'));
    expect(encodePrelude(value, bytes.subarray(32, 32 + value.headerLength))).toEqual(bytes.subarray(0, 32));
  });

  it.each(inWindow('archive-header'))('%s: is written as it stands', (_, frozen) => {
    const header = bytesOf(frozen, 'in.json');
    const payloadOffset = Math.ceil((32 + header.length) / 64) * 64;
    const bytes = encodePrelude({ payloadOffset, payloadLength: 0 }, header);
    const start = { bytes, fileLength: payloadOffset, file, maxHeaderBytes };
    const prelude = decodeArchivePrelude(start)._unsafeUnwrap().value;
    const front = decodeArchiveHeader({
      prelude,
      header,
      padding: new Uint8Array(payloadOffset - 32 - header.length),
      file,
    })._unsafeUnwrap();
    expect(front.header).toEqual(valueOf(frozen, 'in.json'));
    expect(encodeHeader(front.header)._unsafeUnwrap()).toEqual(header);
  });

  it.each([
    ...inWindow('asset-table').map(
      ([name, frozen]) =>
        [name, frozen, (bytes: Uint8Array) => parseAssetTable({ bytes, file }).map(({ value }) => serializeAssetTable(value))] as const,
    ),
    ...inWindow('preload').map(
      ([name, frozen]) =>
        [name, frozen, (bytes: Uint8Array) => parsePreload({ bytes, file }).map(({ value }) => serializePreload(value))] as const,
    ),
    ...inWindow('asset-metadata').map(
      ([name, frozen]) =>
        [
          name,
          frozen,
          (bytes: Uint8Array) => parseAssetMetadata({ bytes, file }).map(({ value }) => serializeAssetMetadata(value)),
        ] as const,
    ),
    ...inWindow('journal').map(
      ([name, frozen]) =>
        [
          name,
          frozen,
          (bytes: Uint8Array) => parseJournal(bytes, portableCompute).map((journal) => serializeJournal(journal, portableCompute)),
        ] as const,
    ),
  ])('%s: is written as it stands', (_, frozen, rewrite) => {
    expect(rewrite(bytesOf(frozen, 'in.json'))._unsafeUnwrap()).toBe(textOf(frozen, 'in.json'));
  });
});

/** All findings on a file of a version outside the window. */
const findings: Readonly<Record<VersionSurface, (bytes: Uint8Array) => readonly Diagnostic[]>> = {
  asset: (bytes) => {
    const reader = createAssetReader();
    return reader.accept(reader.parse(bytes, file), null).diagnostics;
  },
  registry: (bytes) => acceptRegistry(parseRegistry(bytes, file), new Map()).diagnostics,
  'asset-table': (bytes) => parseAssetTable({ bytes, file })._unsafeUnwrapErr(),
  preload: (bytes) => parsePreload({ bytes, file })._unsafeUnwrapErr(),
  'asset-metadata': (bytes) => parseAssetMetadata({ bytes, file })._unsafeUnwrapErr(),
  cache: (bytes) => judgeCache(bytes, file).diagnostics,
  journal: (bytes) => parseJournal(bytes, portableCompute)._unsafeUnwrapErr().diagnostics,
  'archive-envelope': (bytes) => preludeOf(bytes)._unsafeUnwrapErr(),
  'archive-header': (bytes) => {
    const prelude = preludeOf(bytes)._unsafeUnwrap().value;
    const header = bytes.slice(32, 32 + prelude.headerLength);
    return decodeArchiveHeader({
      prelude,
      header,
      padding: bytes.slice(32 + header.length, prelude.payloadOffset),
      file,
    })._unsafeUnwrapErr();
  },
};

describe('a file outside the window', () => {
  it.each(named(({ group }) => group !== 'in-the-window'))('%s: is told as that, and nothing else in it is judged', (_, frozen) => {
    const { surface, version, facts, files } = frozen;
    expect(classifyVersion(surface, String(version)).class).toBe(facts.class);
    const found = findings[surface](bytesOf(frozen, files[1] ?? ''));
    expect(codesOf(found)).toEqual(facts.codes);
    const told = found.find((diagnostic) => diagnostic.found !== undefined);
    const { current } = versionSurfaces[surface];
    expect(told).toMatchObject({ supported: { current }, migration: { attempted: false, outcome: 'not-attempted', steps: [] } });
    expect(String(told?.found)).toBe(surface === 'archive-envelope' ? `${version}.7` : String(version));
  });
});
