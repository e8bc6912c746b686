import { describe, expect, it } from 'vitest';
import { fileNames, kebabCase } from './file-names.js';

const isReported = (path: string, ...names: readonly string[]) =>
  fileNames([{ path, text: names.map((name) => `export const ${name} = 1;`).join('\n') }]).length > 0;

describe('fileNames', () => {
  it.each([
    ['canonicalJson', 'canonical-json'],
    ['PortError', 'port-error'],
    ['LARGEST_VERSION', 'largest-version'],
    ['crc32', 'crc32'],
    ['parsePNGHeader', 'parse-png-header'],
    ['assetV2ToV3', 'asset-v2-to-v3'],
  ])('writes %s as %s', (name, expected) => {
    expect(kebabCase(name)).toBe(expected);
  });

  it.each([
    ['src/plans/apply-plan.ts', ['Other', 'applyPlan']],
    ['src/diagnostics/catalogue/json-codes.ts', ['jsonCodes']],
    ['src/artifacts/asset/versions/v4.schema.ts', ['assetSchemaV4']],
    ['src/artifacts/asset/parse.ts', ['parseAsset']],
    ['src/artifacts/asset/model.ts', ['AssetDeclaration']],
    ['src/codec/utf8.ts', ['decodeUtf8', 'encodeUtf8']],
    ['src/paths/owned-names.ts', ['isOwnedName']],
    ['src/paths/case-folding-table.ts', ['FULL_FOLDINGS']],
    ['src/paths/owned-paths.ts', ['LOCK_PATH', 'CACHE_PATH', 'UNDO_FOLDER']],
    ['src/index.ts', []],
  ])('accepts %s', (path, names) => {
    expect(isReported(path, ...names)).toBe(false);
  });

  it.each([
    ['src/plans/apply-plan.ts', ['applyEdits']],
    ['src/plans/apply-plan.ts', ['applyAll', 'planAll']],
    ['src/plans/limits.ts', ['MAX_BYTES', 'MIN_BYTES']],
    ['src/plans/empty.ts', []],
    ['src/artifacts/asset/parse.ts', ['readAsset']],
  ])('reports %s', (path, names) => {
    expect(isReported(path, ...names)).toBe(true);
  });
});
