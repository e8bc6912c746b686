import { execFileSync } from 'node:child_process';
import { linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { applyPlan, build, doctor, planRegister, readWorkspace, recover, verifyArchive, verifyWorkspace } from 'prometeu-packer';
import { openNodeWorkspace, type NodeWorkspace } from 'prometeu-packer/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallWorkspace } from '../e2e/small-workspace.js';
import { unwrap } from '../e2e/unwrap.js';
import { makeTempFolder } from './temp-folder.js';

const SECRET = 'what stands outside';

let temp: ReturnType<typeof makeTempFolder>;
let root: string;
let outside: string;
let server: Server | undefined;

beforeEach(() => {
  temp = makeTempFolder();
  root = join(temp.folder, 'game');
  outside = join(temp.folder, 'outside');
  for (const [path, content] of Object.entries(smallWorkspace())) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  for (const name of ['hero', '.prometeu', 'build', 'undo']) mkdirSync(join(outside, name), { recursive: true });
  writeFileSync(join(outside, 'file'), SECRET);
  writeFileSync(join(outside, 'hero/asset.json'), `{ "name": "${SECRET}" }`);
  writeFileSync(join(outside, 'hero/idle.png'), SECRET);
});

afterEach(() => {
  server?.close();
  server = undefined;
  temp.remove();
});

/** Everything below a folder: kinds, where links lead, what files hold, and which files they are. */
function takePicture(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { ino, mtimeMs, mode } = lstatSync(path);
      const content = entry.isSymbolicLink() ? readlinkSync(path) : entry.isFile() ? readFileSync(path, 'hex') : '';
      return `${path} ${ino} ${mtimeMs} ${mode} ${content}`;
    })
    .sort();
}

/** Puts a symlink where something else stood. */
function link(path: string, to: string): void {
  rmSync(join(root, path), { recursive: true, force: true });
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(to, join(root, path));
}

/** Runs whatever may touch the disk, one after the other. */
async function runAll(host: NodeWorkspace): Promise<readonly unknown[]> {
  const registered = await planRegister(host);
  return [
    await readWorkspace(host),
    await doctor(host),
    registered,
    registered.isOk() ? await applyPlan(host, registered.value.value) : null,
    await build(host),
    await verifyWorkspace(host),
    await verifyArchive(host),
    await recover(host),
  ];
}

async function expectUntouched(): Promise<string> {
  const before = takePicture(outside);
  const answers = JSON.stringify(await runAll(openNodeWorkspace(root)._unsafeUnwrap()));
  expect(takePicture(outside)).toEqual(before);
  expect(answers).not.toContain(SECRET);
  expect(answers).not.toContain('INTERNAL_DEFECT');
  return answers;
}

describe('symlinks in a workspace on disk: nothing outside is read, made or changed', () => {
  it.each([
    ['P17 a declaration, to a file outside', 'assets/hero/asset.json', '../../../outside/hero/asset.json'],
    ['P17 an input, to a file outside', 'assets/hero/idle.png', '../../../outside/hero/idle.png'],
    ['P17 an input, to a file inside', 'assets/hero/idle.png', 'walk/2.png'],
    ['P17 an input, to itself', 'assets/hero/idle.png', 'idle.png'],
    ['P17 an input, to nothing', 'assets/hero/idle.png', 'nothing'],
    ['P17 the registry', 'assets/.prometeu/index.json', '../../../outside/file'],
    ['P18 the folder of an asset', 'assets/hero', '../../outside/hero'],
    ['P18 a folder of inputs', 'assets/hero/walk', '../../../outside/hero'],
    ['P18 a folder that leads back up', 'assets/undeclared/up', '../..'],
    ['P19 the folder of all assets', 'assets', '../outside'],
    ['P19 the control folder', 'assets/.prometeu', '../../outside/.prometeu'],
  ])('%s: PATH_SYMLINK', async (_, path, to) => {
    link(path, to);
    expect(await expectUntouched()).toContain('"PATH_SYMLINK"');
  });

  it.each([
    ['P18 the folder of outputs', 'build', '../outside/build'],
    ['P17 the archive, to a file outside', 'build/assets.pa', '../../outside/file'],
    ['P17 the archive, to nothing', 'build/assets.pa', '../../outside/new'],
    ['P17 a companion', 'build/preload.json', '../../outside/file'],
    ['P17 the journal', 'assets/.prometeu/journal.json', '../../../outside/file'],
    ['P17 the lock', 'assets/.prometeu/lock', '../../../outside/lock'],
    ['P17 the cache', 'assets/.prometeu/cache.json', '../../../outside/file'],
    ['P18 the folder for an undo', 'assets/.prometeu/undo', '../../../outside/undo'],
  ])('%s', async (_, path, to) => {
    link(path, to);
    await expectUntouched();
  });
});

describe('what else stands on a disk', () => {
  it('P16 a name that is no UTF-8 is told and left', async () => {
    const name = Buffer.concat([Buffer.from(join(root, 'assets/hero/')), Buffer.from([0xff, 0xfe])]);
    writeFileSync(name, 'kept');
    expect(await expectUntouched()).toContain('"PATH_NOT_UTF8"');
    expect(readFileSync(name, 'utf8')).toBe('kept');
  });

  it('P20 the way to the root may lead through a symlink, and through folders that go up', async () => {
    symlinkSync('game', join(temp.folder, 'link'));
    for (const way of ['link', 'outside/../link', 'game/assets/..']) {
      const read = await readWorkspace(openNodeWorkspace(join(temp.folder, way))._unsafeUnwrap());
      expect([way, unwrap(read).blocked]).toEqual([way, false]);
    }
  });

  it('P22 outputs and declarations that have another name outside are not written in place', async () => {
    const twins = ['build/assets.pa', 'build/preload.json', 'assets/.prometeu/index.json'];
    mkdirSync(join(root, 'build'));
    for (const [index, path] of twins.entries()) {
      if (index < 2) writeFileSync(join(root, path), SECRET);
      linkSync(join(root, path), join(outside, `twin-${index}`));
    }
    const before = twins.map((_, index) => readFileSync(join(outside, `twin-${index}`), 'hex'));
    const host = openNodeWorkspace(root)._unsafeUnwrap();
    unwrap(await applyPlan(host, unwrap(await planRegister(host)).value));
    unwrap(await build(host));
    expect(twins.map((_, index) => readFileSync(join(outside, `twin-${index}`), 'hex'))).toEqual(before);
    for (const [index, path] of twins.entries()) {
      expect(readFileSync(join(root, path), 'hex')).not.toBe(before[index]);
    }
  });

  it.each([
    'assets/hero/asset.json',
    'assets/hero/idle.png',
    'assets/.prometeu/index.json',
    'build/assets.pa',
    'assets/.prometeu/journal.json',
  ])('P23 a pipe in place of %s is not opened: nobody waits for a writer', async (path) => {
    rmSync(join(root, path), { force: true });
    mkdirSync(dirname(join(root, path)), { recursive: true });
    execFileSync('mkfifo', [join(root, path)]);
    await expectUntouched();
    expect(lstatSync(join(root, path)).isFIFO()).toBe(true);
  });

  it('P23 a socket, and a folder in place of a file', async () => {
    rmSync(join(root, 'assets/hero/idle.png'));
    server = createServer();
    await new Promise<void>((listening) => server?.listen(join(root, 'assets/hero/idle.png'), listening));
    rmSync(join(root, 'assets/enemy/asset.json'));
    mkdirSync(join(root, 'assets/enemy/asset.json'));
    const answers = await expectUntouched();
    expect(answers).toContain('"PATH_SPECIAL_FILE"');
  });

  it('P26 a sibling whose name begins like the root’s is outside', async () => {
    const evil = join(temp.folder, 'game-evil');
    mkdirSync(evil);
    writeFileSync(join(evil, 'idle.png'), SECRET);
    const text = readFileSync(join(root, 'assets/hero/asset.json'), 'utf8');
    writeFileSync(join(root, 'assets/hero/asset.json'), text.replace('"idle.png"', '"../../../game-evil/idle.png"'));
    const before = takePicture(evil);
    expect(await expectUntouched()).toContain('"PATH_ESCAPES_ROOT"');
    expect(takePicture(evil)).toEqual(before);
  });
});
