import type { AssetMetadataRecord } from '../../artifacts/companions/asset-metadata.js';
import type { ComparedInput } from './build-comparison.js';

/** The source file that a byte of an asset came from; null where no record says so. */
export function inputAt(record: AssetMetadataRecord | undefined, offset: number): ComparedInput | null {
  const input = record?.inputs.find((one) => offset >= one.offset && offset < one.offset + one.size);
  return input === undefined ? null : { role: input.role, path: input.path, offset: offset - input.offset };
}
