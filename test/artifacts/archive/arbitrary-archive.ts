import fc from 'fast-check';
import type { ArchiveContent } from '../../../src/artifacts/archive/plan-layout.js';
import type { ArchivePreload } from '../../../src/artifacts/archive/model.js';

/** A request for an archive, and the bytes of each of its assets. */
export interface ArbitraryArchive {
  readonly assets: readonly ArchiveContent[];
  readonly preload: readonly ArchivePreload[];
  readonly payloads: ReadonlyMap<number, Uint8Array>;
}

const metadataKey = fc
  .oneof(
    fc.constantFrom('10', '9', '0', '01', '4294967294', '4294967295', 'size', 'asset_id', 'é', '\u{1f600}', '\ufb01', ''),
    fc.string({ unit: 'binary' }),
  )
  .filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key));

const metadataEntry = fc.tuple(metadataKey, fc.oneof(fc.string({ unit: 'binary' }), fc.maxSafeInteger(), fc.boolean()));

/** Metadata as a declaration may hold it: keys in any order, integer-like ones among them. */
export const metadata = fc
  .uniqueArray(metadataEntry, { selector: ([key]) => key })
  .map((entries) => Object.fromEntries(entries.map(([key, value]) => [key, Object.is(value, -0) ? 0 : value])));

/** Archives of up to six assets in any order, each preloaded or not. */
export const arbitraryArchive: fc.Arbitrary<ArbitraryArchive> = fc
  .uniqueArray(
    fc.record({
      id: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 2 ** 32 - 2 })),
      bank: fc.constantFrom('TILES' as const, 'SOUNDS' as const, 'PALETTES' as const, 'DATA' as const),
      bytes: fc.uint8Array({ maxLength: 70 }),
      metadata,
      slot: fc.option(fc.integer({ min: 0, max: 65_535 })),
    }),
    { selector: ({ id }) => id, maxLength: 6 },
  )
  .map((drafts) => ({
    assets: drafts.map(({ id, bank, bytes, metadata }) => ({
      asset_id: id,
      asset_name: `asset-${id}`,
      bank_type: bank,
      size: bytes.length,
      metadata,
    })),
    preload: drafts
      .filter(({ slot, bank }, index) => slot !== null && drafts.findIndex((other) => other.slot === slot && other.bank === bank) === index)
      .map(({ id, slot }) => ({ asset_id: id, slot: slot ?? 0 })),
    payloads: new Map(drafts.map(({ id, bytes }) => [id, bytes])),
  }));
