import { openNodeWorkspace } from 'prometeu-packer/node';
import { type PackedGame, packGame } from './pack-game.js';

/** Packs a game on disk; undefined where its folder cannot be opened. */
export async function diskJourney(folder: string): Promise<PackedGame | undefined> {
  const opened = openNodeWorkspace(folder);
  return opened.isOk() ? packGame(opened.value) : undefined;
}
