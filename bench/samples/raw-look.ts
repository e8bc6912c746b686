import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { rootOf } from './game.js';

/** What a look at all folders and files of a sample game costs its host at least: made for a game in a folder. */
export function rawLook(game: string, assets: number): () => void {
  const roots = Array.from({ length: assets }, (_, index) => join(game, 'assets', rootOf(index + 1)));
  const groups = [...new Set(roots.map((root) => join(root, '..')))];
  const folders = [join(game, 'assets'), ...groups, ...roots];
  const files = [join(game, 'assets/.prometeu/index.json'), ...roots.flatMap((root) => [join(root, 'asset.json'), join(root, 'data.bin')])];
  return () => {
    for (const folder of folders) readdirSync(folder, { withFileTypes: true });
    for (const file of files) statSync(file);
  };
}
