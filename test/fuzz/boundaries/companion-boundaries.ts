import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '../../../src/diagnostics/outcome.js';
import { parseAssetMetadata, serializeAssetMetadata } from '../../../src/artifacts/companions/asset-metadata.js';
import { parseAssetTable, serializeAssetTable } from '../../../src/artifacts/companions/asset-table.js';
import type { CompanionSource } from '../../../src/artifacts/companions/parse-companion.js';
import { parsePreload, serializePreload } from '../../../src/artifacts/companions/preload.js';
import { type Boundary, holds } from '../boundary.js';
import { encode, fixturesOf } from '../seeds.js';

interface Companion<T> {
  readonly name: string;
  readonly parse: (source: CompanionSource) => Outcome<T>;
  readonly serialize: (value: T) => string;
}

function boundaryOf<T>({ name, parse, serialize }: Companion<T>): Boundary {
  const file = 'build/companion.json';
  return {
    name,
    extension: 'json',
    words: ['"asset_id":1,', '"NONE"', '"TILES"', '"sha256"', '"metadata":{}', '"slot":65536'],
    seeds: () => fixturesOf(`versions/${name}`, 'in.json'),
    run: (bytes) =>
      parse({ bytes, file }).match<ReturnType<Boundary['run']>>(
        ({ value, diagnostics }) => ({ value, diagnostics }),
        (diagnostics) => ({ value: null, diagnostics }),
      ),
    check: ({ value }) => {
      if (value === null) return;
      const again = parse({ bytes: encode(serialize(value as T)), file }).map((produced) => produced.value);
      holds(isDeepStrictEqual(again.unwrapOr(null as never), value), 'what was accepted is accepted again as it is written');
    },
  };
}

/** The companions of an archive. */
export const companionBoundaries: readonly Boundary[] = [
  boundaryOf({ name: 'asset-table', parse: parseAssetTable, serialize: serializeAssetTable }),
  boundaryOf({ name: 'preload', parse: parsePreload, serialize: serializePreload }),
  boundaryOf({ name: 'asset-metadata', parse: parseAssetMetadata, serialize: serializeAssetMetadata }),
];
