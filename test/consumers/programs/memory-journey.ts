import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { type PackedGame, packGame } from './pack-game.js';

/** What came of the game in memory. */
export interface MemoryReport extends PackedGame {
  /** SHA-256 of the archive, by the host's own digests; absent where there is none. */
  readonly sha256: string | undefined;
}

const decode = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Packs a game in memory.
 *
 * @param sample - its files by path, as base64.
 */
export async function memoryJourney(sample: Readonly<Record<string, string>>): Promise<MemoryReport> {
  const workspace = createMemoryWorkspace(Object.entries(sample).map(([path, text]) => [path, decode(text)] as const));
  const packed = await packGame(workspace);
  const archive = workspace.files().get('build/assets.pa');
  return { ...packed, sha256: archive === undefined ? undefined : await digestOf(archive) };
}
