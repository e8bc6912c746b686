import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findListAndRead, type WantedFile } from 'prometeu-packer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openNodeWorkspace } from '../../src/node/open-node-workspace.js';
import { at } from '../ports/at.js';
import { countOpenFiles, makeTempFolder } from './temp-folder.js';

let temp: ReturnType<typeof makeTempFolder>;
const inRoot = (name: string) => join(temp.folder, name);
beforeEach(() => {
  temp = makeTempFolder();
  mkdirSync(inRoot('folder'));
  mkdirSync(inRoot('other'));
  writeFileSync(inRoot('folder/file'), 'before');
  writeFileSync(inRoot('other/file'), 'beside');
});
afterEach(() => temp.remove());

/** What is read of two folders, or the kind of the error; every file is closed again. */
async function listBoth(wanted: WantedFile): Promise<readonly unknown[]> {
  const { read } = openNodeWorkspace(temp.folder)._unsafeUnwrap();
  const before = countOpenFiles();
  const found: unknown[] = [];
  const ran = await findListAndRead(read)?.run([at('folder'), at('other')], wanted, (index, answer) => {
    const content = answer.isOk() ? answer.value.content : null;
    found[index] = answer.isErr() ? answer.error.kind : content && Buffer.from(content.bytes).toString();
  });
  expect(ran?.isOk()).toBe(true);
  expect(countOpenFiles()).toBe(before);
  return found;
}

const FILE: WantedFile = { name: 'file', maxBytes: 100 };

/** Is asked for the name of the file first when the first folder was listed, before anything is opened. */
function meddling(meddle: () => void): WantedFile {
  let isDone = false;
  return {
    get name() {
      if (!isDone) meddle();
      isDone = true;
      return 'file';
    },
    maxBytes: 100,
  };
}

describe.runIf(process.platform === 'linux')('listAndRead of the Node adapter', () => {
  it('reads the file of each folder', async () => {
    expect(await listBoth(FILE)).toEqual(['before', 'beside']);
  });

  it.each<[string, () => unknown, unknown]>([
    ['a symlink to a file', () => (unlinkSync(inRoot('folder/file')), symlinkSync('../other/file', inRoot('folder/file'))), null],
    ['a pipe', () => (unlinkSync(inRoot('folder/file')), execFileSync('mkfifo', [inRoot('folder/file')])), null],
    ['a folder', () => (unlinkSync(inRoot('folder/file')), mkdirSync(inRoot('folder/file'))), null],
    ['a file that is too large', () => writeFileSync(inRoot('folder/file'), 'x'.repeat(101)), null],
    [
      'a folder that is a symlink',
      () => (rmSync(inRoot('folder'), { recursive: true }), symlinkSync('other', inRoot('folder'))),
      'symlink',
    ],
    ['a folder that is a file', () => (rmSync(inRoot('folder'), { recursive: true }), writeFileSync(inRoot('folder'), '')), 'not-a-folder'],
  ])('reads nothing of %s (P21)', async (_, plant, expected) => {
    plant();
    expect(await listBoth(FILE)).toEqual([expected, 'beside']);
  });

  it('reads nothing through a folder that became a symlink after it was listed (P21)', async () => {
    mkdirSync(inRoot('outside'));
    writeFileSync(inRoot('outside/file'), 'secret');
    const swap = (): void => {
      renameSync(inRoot('folder'), inRoot('moved'));
      symlinkSync('outside', inRoot('folder'));
    };
    expect(await listBoth(meddling(swap))).toEqual([null, 'beside']);
  });

  it.each<[string, () => unknown, unknown]>([
    ['a symlink', () => (unlinkSync(inRoot('folder/file')), symlinkSync('../other/file', inRoot('folder/file'))), null],
    ['a pipe, and waits for nobody', () => (unlinkSync(inRoot('folder/file')), execFileSync('mkfifo', [inRoot('folder/file')])), null],
    ['nothing', () => unlinkSync(inRoot('folder/file')), null],
    ['a longer file', () => appendFileSync(inRoot('folder/file'), ' and more'), 'before and more'],
  ])('reads what stands there once open: where the file became %s after it was listed (S8)', async (_, meddle, expected) => {
    expect(await listBoth(meddling(() => void meddle()))).toEqual([expected, 'beside']);
  });
});
