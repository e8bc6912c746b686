import type { ComputePort } from '../../ports/compute-port.js';
import { digestText } from '../../ports/digest-text.js';

const HEX_DIGITS = 8;

/**
 * The shard of an asset, from 1: the first 32 bits of the SHA-256 of its root, modulo how many shards there are. It depends on
 * nothing else, so that all processes agree without a word, and a change of one asset moves no other.
 */
export function shardOf(root: string, count: number, compute: Pick<ComputePort, 'sha256'>): number {
  return (Number.parseInt(digestText(root, compute).slice(0, HEX_DIGITS), 16) % count) + 1;
}
