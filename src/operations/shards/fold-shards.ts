import { compareStrings } from '../../base/compare-strings.js';
import type { EvidenceShard } from './evidence.js';

/** Shards with none of them twice. */
export interface FoldedShards {
  /** By number, each written in the one way. */
  readonly shards: readonly EvidenceShard[];
  /** Where one stands in the list that is there already, and says something else: places in that list, in order. */
  readonly conflicts: readonly number[];
}

function inOrder(digests: readonly string[]): readonly string[] {
  return [...new Set(digests)].sort(compareStrings);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((digest, index) => digest === other[index]);
}

/** Puts shards together. One that is there twice and says the same is one. */
export function foldShards(list: readonly EvidenceShard[]): FoldedShards {
  const folded = new Map<number, EvidenceShard>();
  const conflicts: number[] = [];
  for (const [place, { shard, sound }] of list.entries()) {
    const [png, wav] = [inOrder(sound.png), inOrder(sound.wav)];
    const known = folded.get(shard)?.sound;
    if (known === undefined) folded.set(shard, { shard, sound: { png, wav } });
    else if (!isSame(known.png, png) || !isSame(known.wav, wav)) conflicts.push(place);
  }
  return { shards: [...folded.values()].sort((a, b) => a.shard - b.shard), conflicts };
}
