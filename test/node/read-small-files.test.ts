import { appendFileSync, mkdirSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openNodeWorkspace } from '../../src/node/open-node-workspace.js';
import { at } from '../ports/at.js';
import { succeed } from '../ports/succeed.js';
import { countOpenFiles, makeTempFolder } from './temp-folder.js';

let temp: ReturnType<typeof makeTempFolder>;
beforeEach(() => {
  temp = makeTempFolder();
  mkdirSync(inRoot('folder'));
  writeFileSync(inRoot('folder/file'), 'before');
  writeFileSync(inRoot('folder/other'), 'beside');
});
afterEach(() => temp.remove());

const inRoot = (name: string) => join(temp.folder, name);

/**
 * What is read of two files of one folder, or the kind of the error; every file is closed again. A small file is read without a
 * turn of the event loop: who meddles does so where its limit is asked for, which is after it was looked at.
 */
async function readBoth(meddle: () => void): Promise<readonly string[]> {
  const { read } = openNodeWorkspace(temp.folder)._unsafeUnwrap();
  const before = countOpenFiles();
  const found: string[] = [];
  const meddled = {
    path: at('folder/file'),
    get maxBytes() {
      meddle();
      return 100;
    },
  };
  succeed(
    await read.readFiles([meddled, { path: at('folder/other'), maxBytes: 100 }], (index, answer) => {
      found[index] = answer.isOk() ? Buffer.from(answer.value.bytes).toString() : answer.error.kind;
    }),
  );
  expect(countOpenFiles()).toBe(before);
  return found;
}

function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) run();
    isDone = true;
  };
}

let turns = 0;
function putAnother(): void {
  turns += 1;
  writeFileSync(inRoot(`another-${turns}`), 'after!');
  renameSync(inRoot(`another-${turns}`), inRoot('folder/file'));
}

describe('readFiles of the Node adapter, of a small file', () => {
  it.each<[string, () => void, string]>([
    ['grows', () => appendFileSync(inRoot('folder/file'), ' and more'), 'before and more'],
    ['shrinks', () => truncateSync(inRoot('folder/file'), 3), 'bef'],
    ['becomes another', putAnother, 'after!'],
  ])('reads one that %s after the look once more (S8)', async (_, meddle, expected) => {
    expect(await readBoth(once(meddle))).toEqual([expected, 'beside']);
  });

  it('answers changed for one that changes all the time, or is another each time (S8, P21)', async () => {
    expect(await readBoth(() => appendFileSync(inRoot('folder/file'), '.'))).toEqual(['changed', 'beside']);
    expect(await readBoth(putAnother)).toEqual(['changed', 'beside']);
  });

  it('reads nothing through a folder that became a symlink after the look, of no file in it (P21)', async () => {
    mkdirSync(inRoot('outside'));
    writeFileSync(inRoot('outside/file'), 'secret');
    writeFileSync(inRoot('outside/other'), 'secret');
    const swap = once(() => {
      renameSync(inRoot('folder'), inRoot('moved'));
      symlinkSync('outside', inRoot('folder'));
    });
    expect(await readBoth(swap)).toEqual(['symlink', 'symlink']);
  });
});
