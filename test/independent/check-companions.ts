import { sha256, type ReadArchive } from './archive-reader.js';
import { assetTableShape, companionKeyOrders, metadataShape, preloadShape, type InputRow, type MetadataRow } from './archive-shapes.js';
import { writeCanonicalJson, writeMachineJson, type Json, type JsonObject } from './json-writers.js';

/** The texts of the three companions of an archive. */
export interface CompanionTexts {
  readonly assetTable: string;
  readonly preload: string;
  readonly metadata: string;
}

/** What is wrong with a companion; offset counts UTF-16 code units in its text. */
export interface CompanionFault {
  readonly ok: false;
  readonly companion: keyof CompanionTexts;
  readonly reason: string;
  readonly offset: number;
}

/** Companions that agree with their archive: where the bytes of each asset came from. */
export interface CheckedCompanions {
  readonly ok: true;
  readonly assets: readonly MetadataRow[];
}

type Problem = Pick<CompanionFault, 'reason' | 'offset'>;
const problem = (reason: string, offset = 0): Problem => ({ reason, offset });

const firstDifference = (a: string, b: string): number => {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index += 1;
  return index;
};

/** Checks JSON, shape, canonical form and the archive's digest; gives the value. */
const readCompanion = (
  text: string,
  shape: typeof preloadShape,
  archiveDigest: string,
): { readonly value: JsonObject } | { readonly problem: Problem } => {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return { problem: problem('not JSON') };
  }
  const misshapen = shape(value, '');
  if (misshapen !== undefined) return { problem: problem(misshapen) };
  const canonical = writeMachineJson(value, companionKeyOrders);
  if (canonical !== text) return { problem: problem('not in canonical form', firstDifference(canonical, text)) };
  const companion = value as JsonObject;
  return companion['archive_digest'] === archiveDigest ? { value: companion } : { problem: problem('of another archive') };
};

const same = (a: Json | undefined, b: unknown): boolean => writeCanonicalJson(a ?? null) === writeCanonicalJson(b as Json);

/** Checks one asset's inputs against its bytes: nothing between them, roles in order, no path twice, digests. */
const inputsFault = (inputs: readonly InputRow[], slice: Uint8Array): string | undefined => {
  const paths = new Set<string>();
  let end = 0;
  let previousRole = '';
  for (const { role, path, offset, size, sha256: digest } of inputs) {
    if (role < previousRole) return `${path}: its role is out of order`;
    if (paths.has(path)) return `${path}: twice`;
    if (offset !== end) return `${path}: should start at ${end}`;
    end += size;
    if (end > slice.length) return `${path}: ends after its asset`;
    if (sha256(slice.subarray(offset, end)) !== digest) return `${path}: its digest is another`;
    paths.add(path);
    previousRole = role;
  }
  if (inputs.length === 0) return 'no input';
  return end === slice.length ? undefined : `bytes of no input from ${end}`;
};

const metadataFault = (assets: readonly MetadataRow[], archive: ReadArchive): string | undefined => {
  const ids = assets.map((row) => row.asset_id);
  const expected = archive.header.asset_table.map((row) => row.asset_id);
  if (ids.join() !== expected.join()) return 'its assets are not those of the table, in that order';
  if (new Set(assets.map((row) => row.asset_uuid)).size !== assets.length) return 'a uuid stands twice';
  if (new Set(assets.map((row) => row.root)).size !== assets.length) return 'a root stands twice';
  for (const row of assets) {
    const wrong = inputsFault(row.inputs, archive.slices.get(row.asset_id) ?? new Uint8Array());
    if (wrong !== undefined) return `asset ${row.asset_id}: ${wrong}`;
  }
  return undefined;
};

/** Checks the three companions against their archive and section 8 of the contract, with nothing of the project. */
export const checkCompanions = (archive: ReadArchive, texts: CompanionTexts): CheckedCompanions | CompanionFault => {
  const fault = (companion: keyof CompanionTexts, { reason, offset }: Problem): CompanionFault => ({
    ok: false,
    companion,
    reason,
    offset,
  });
  const table = readCompanion(texts.assetTable, assetTableShape, archive.archiveDigest);
  if ('problem' in table) return fault('assetTable', table.problem);
  if (!same(table.value['asset_table'], archive.header.asset_table)) return fault('assetTable', problem('not the table of the header'));
  const preload = readCompanion(texts.preload, preloadShape, archive.archiveDigest);
  if ('problem' in preload) return fault('preload', preload.problem);
  if (!same(preload.value['preload'], archive.header.preload)) return fault('preload', problem('not the preload list of the header'));
  const metadata = readCompanion(texts.metadata, metadataShape, archive.archiveDigest);
  if ('problem' in metadata) return fault('metadata', metadata.problem);
  const assets = metadata.value['assets'] as unknown as readonly MetadataRow[]; // metadataShape was checked
  const wrong = metadataFault(assets, archive);
  return wrong === undefined ? { ok: true, assets } : fault('metadata', problem(wrong));
};
