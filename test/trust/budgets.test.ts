import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DEFAULT_BUDGETS, readWorkspace, verifyArchive, type BudgetOptions, type Diagnostic, type ReadHost } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { openNodeWorkspace } from 'prometeu-packer/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildArchive, SMALL } from '../artifacts/archive/build-archive.js';
import { unwrap } from '../e2e/unwrap.js';
import { makeTempFolder } from '../node/temp-folder.js';
import { end, idat, ihdr, png } from '../sources/png/png-builder.js';

type Files = Readonly<Record<string, Uint8Array | string>>;

interface Case {
  /** The budget, as `DEFAULT_BUDGETS` has it. */
  readonly budget: string;
  /** What is over the budget if it is one smaller than `limit`. */
  readonly files: Files;
  /** Just as much as the files have. */
  readonly limit: number;
  readonly budgets: (limit: number) => BudgetOptions;
  readonly code: string;
}

const text = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const size = (content: string): number => Buffer.byteLength(content);

const RECORD = { asset_id: 1, asset_uuid: '00000001-0000-4000-8000-000000000001', root: 'a', included_in_build: true };
const REGISTRY = text({
  ...{ schema_version: 4, project_uuid: '99999999-0000-4000-8000-000000000000', next_asset_id: 2, assets: [RECORD], retired: [] },
});

const declaration = (more: object = {}, type = 'data_bank', format = 'raw', input = 'data.bin'): string =>
  text({
    ...{ schema_version: 4, asset_uuid: RECORD.asset_uuid, name: 'a', type, inputs: { main: [input] } },
    ...{ output: { format, codec: 'none' }, ...more },
  });

const workspaceOf = (declared: string, more: Files = { 'assets/a/data.bin': 'bytes' }): Files => ({
  'assets/.prometeu/index.json': REGISTRY,
  'assets/a/asset.json': declared,
  ...more,
});

const padded = declaration({ extensions: { padding: 'x'.repeat(2000) } });
const nested = declaration({ extensions: { deep: [[[[[[[[1]]]]]]]] } });
const many = declaration({ extensions: { list: Array.from({ length: 200 }, (_, index) => index) } });
const unknown = declaration(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`unknown_${index}`, index])));

/** How many values a JSON value holds, itself among them. */
function countNodes(value: unknown): number {
  return typeof value === 'object' && value !== null ? Object.values(value).reduce<number>((sum, item) => sum + countNodes(item), 1) : 1;
}

const wide = png(ihdr({ width: 9, height: 2 }), idat(Buffer.alloc(2 * 10)), end);
const image = workspaceOf(declaration({}, 'tile_bank', 'png', 'a.png'), { 'assets/a/a.png': new Uint8Array(wide) });

const CASES: readonly Case[] = [
  {
    ...{ budget: 'json.maxBytes', files: workspaceOf(padded), limit: size(padded), code: 'JSON_TOO_LARGE' },
    budgets: (maxBytes) => ({ json: { maxBytes } }),
  },
  {
    ...{ budget: 'json.maxDepth', files: workspaceOf(nested), limit: 10, code: 'JSON_TOO_DEEP' },
    budgets: (maxDepth) => ({ json: { maxDepth } }),
  },
  {
    ...{ budget: 'json.maxNodes', files: workspaceOf(many), limit: countNodes(JSON.parse(many)), code: 'JSON_TOO_MANY_NODES' },
    budgets: (maxNodes) => ({ json: { maxNodes } }),
  },
  {
    ...{ budget: 'json.maxStringBytes', files: workspaceOf(padded), limit: 2000, code: 'JSON_STRING_TOO_LONG' },
    budgets: (maxStringBytes) => ({ json: { maxStringBytes } }),
  },
  {
    ...{ budget: 'sources.maxFileBytes', files: workspaceOf(declaration(), { 'assets/a/data.bin': new Uint8Array(300) }), limit: 300 },
    ...{ code: 'SOURCE_OVER_BUDGET', budgets: (maxFileBytes) => ({ sources: { maxFileBytes } }) },
  },
  {
    ...{ budget: 'sources.maxPngSide', files: image, limit: 9, code: 'PNG_OVER_BUDGET' },
    budgets: (maxPngSide) => ({ sources: { maxPngSide } }),
  },
  {
    ...{ budget: 'sources.maxPngInflatedBytes', files: image, limit: 20, code: 'PNG_OVER_BUDGET' },
    budgets: (maxPngInflatedBytes) => ({ sources: { maxPngInflatedBytes } }),
  },
  {
    ...{
      budget: 'folders.maxEntries',
      files: workspaceOf(declaration(), { 'assets/a/data.bin': 'x', 'assets/a/b': 'x', 'assets/a/c': 'x' }),
    },
    ...{ limit: 4, code: 'WORKSPACE_OVER_BUDGET', budgets: (maxEntries) => ({ folders: { maxEntries } }) },
  },
  {
    ...{ budget: 'diagnostics.maxPerCodeAndFile', files: workspaceOf(unknown), limit: 12, code: 'DIAGNOSTICS_OMITTED' },
    budgets: (maxPerCodeAndFile) => ({ diagnostics: { maxPerCodeAndFile } }),
  },
  {
    ...{ budget: 'diagnostics.maxInReport', files: workspaceOf(unknown), limit: 12, code: 'DIAGNOSTICS_OMITTED' },
    budgets: (maxInReport) => ({ diagnostics: { maxInReport } }),
  },
];

let temp: ReturnType<typeof makeTempFolder>;
beforeEach(() => {
  temp = makeTempFolder();
});
afterEach(() => temp.remove());

function hostsOf(files: Files): readonly ReadHost[] {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(temp.folder, path)), { recursive: true });
    writeFileSync(join(temp.folder, path), content);
  }
  return [createMemoryWorkspace(files), openNodeWorkspace(temp.folder)._unsafeUnwrap()];
}

/** What both adapters tell, which has to be the same. */
async function tell(files: Files, budgets: BudgetOptions): Promise<readonly Diagnostic[]> {
  const [memory = [], node] = await Promise.all(
    hostsOf(files).map(async (host) => unwrap(await readWorkspace(host, { budgets })).diagnostics),
  );
  expect(node).toEqual(memory);
  return memory;
}

describe('budgets', () => {
  it('each of them has its case', () => {
    const all = Object.entries(DEFAULT_BUDGETS).flatMap(([area, limits]) => Object.keys(limits as object).map((name) => `${area}.${name}`));
    expect(CASES.map(({ budget }) => budget).sort()).toEqual(all.sort());
  });

  it.each(CASES)('$budget: as much as the limit is taken, on memory and disk alike', async ({ files, limit, budgets, code }) => {
    const told = await tell(files, budgets(limit));
    expect(told.map((found) => found.code)).not.toContain(code);
    expect(told.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(CASES)('$budget: one more is refused by its code, on memory and disk alike', async ({ files, limit, budgets, code }) => {
    const told = await tell(files, budgets(limit - 1));
    expect(told.filter((found) => found.code === code)).toHaveLength(1);
  });

  it('diagnostics.maxPerCodeAndFile: what is left out is counted', async () => {
    const told = await tell(workspaceOf(unknown), { diagnostics: { maxPerCodeAndFile: 5 } });
    expect(told.filter(({ code }) => code === 'STRUCTURE_UNKNOWN_KEY')).toHaveLength(5);
    expect(told.find(({ code }) => code === 'DIAGNOSTICS_OMITTED')?.data).toMatchObject({ shown: 5, total: 12 });
  });

  it('more than the default may be kept of one code', async () => {
    const keys = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`unknown_${index}`, index]));
    const told = await tell(workspaceOf(declaration(keys)), { diagnostics: { maxPerCodeAndFile: 80 } });
    expect(told.filter(({ code }) => code === 'STRUCTURE_UNKNOWN_KEY')).toHaveLength(80);
  });

  it('json.maxBytes holds for the header of an archive too', async () => {
    const bytes = buildArchive(SMALL);
    const length = Buffer.from(bytes).readUInt32LE(8);
    for (const [maxBytes, codes] of [
      [length, []],
      [length - 1, ['ARCHIVE_HEADER_TOO_LARGE']],
    ] as const) {
      for (const host of hostsOf({ 'build/assets.pa': bytes })) {
        const { diagnostics } = unwrap(await verifyArchive(host, { budgets: { json: { maxBytes } } }));
        expect(diagnostics.map(({ code }) => code)).toEqual(codes);
      }
    }
  });
});
