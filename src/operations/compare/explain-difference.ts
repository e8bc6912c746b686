import { locateByte } from '../../artifacts/archive/locate-byte.js';
import type { ArchiveByteDifference } from './build-comparison.js';
import type { ByteDifference } from './first-difference.js';
import { inputAt } from './input-at.js';
import type { OpenBuild } from './open-build.js';

/**
 * Says what the first differing byte of two archives is. Everything before it is the same in both, so either may say so: the
 * first, unless it has ended there or is broken.
 */
export function explainDifference(difference: ByteDifference, a: OpenBuild, b: OpenBuild): ArchiveByteDifference {
  const { offset } = difference;
  const sides = [a, b].map((build) => ({ build, byte: locateByte(build.front, offset) }));
  const { build, byte } = sides.find((side) => side.byte.region !== 'outside') ?? { build: a, byte: locateByte(a.front, offset) };
  const { region, field, asset } = byte;
  const payloadOffset = build.front?.front.prelude.payloadOffset ?? 0;
  const input =
    region === 'payload' && asset !== null ? inputAt(build.records.get(asset.asset_id), offset - payloadOffset - asset.offset) : null;
  const named = asset === null ? null : { asset_id: asset.asset_id, asset_name: asset.asset_name };
  return { ...difference, region, field, asset: named, input };
}
