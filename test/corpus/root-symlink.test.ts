import { mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseWorkspacePath, type PortResult, type WorkspacePath } from 'prometeu-packer';
import { openNodeWorkspace, type NodeWorkspace } from 'prometeu-packer/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTempFolder } from '../node/temp-folder.js';
import { succeed } from '../ports/succeed.js';

interface RootCase {
  readonly name: string;
  /** `folder/`, or `link => where it leads`; ROOT is the root's own name and $ABS its absolute path. */
  readonly fs: readonly string[];
  readonly open: string;
  /** The file that should be found at the end of all links. */
  readonly target?: string;
  readonly wantError: boolean;
}

const corpus = new URL('../../../shared/corpus/paths/root-symlink-cases.json', import.meta.url);
const cases = JSON.parse(readFileSync(corpus, 'utf8')) as readonly RootCase[];

let temp: ReturnType<typeof makeTempFolder>;
beforeEach(() => {
  temp = makeTempFolder();
});
afterEach(() => temp.remove());

function layOut(root: string, { fs, target }: RootCase): void {
  for (const entry of fs) {
    const [path = '', to] = entry.split(' => ');
    mkdirSync(join(root, to === undefined ? path : dirname(path)), { recursive: true });
    if (to !== undefined) symlinkSync(to.replace('$ABS', root).replace('ROOT', basename(root)), join(root, path));
  }
  if (target === undefined) return;
  mkdirSync(dirname(join(root, target)), { recursive: true });
  writeFileSync(join(root, target), 'target');
}

/** Everything below a folder: what is there, where links lead, what files hold. */
function takePicture(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      if (entry.isSymbolicLink()) return `${path} => ${readlinkSync(path)}`;
      return entry.isFile() ? `${path}: ${readFileSync(path, 'utf8')}` : `${path}/`;
    })
    .sort();
}

/** Tries everything that a port can do with a path. */
async function tryAll({ read, write }: NodeWorkspace, path: WorkspacePath): Promise<ReadonlyMap<string, PortResult<unknown>>> {
  const answers = new Map<string, PortResult<unknown>>();
  succeed(
    await read.readFiles([{ path, maxBytes: 100 }], (_, answer) =>
      answers.set(
        'read',
        answer.map(({ bytes }) => Buffer.from(bytes).toString()),
      ),
    ),
  );
  succeed(await read.listFolders([path], (_, answer) => answers.set('list', answer)));
  const opened = await read.openFile(path);
  if (opened.isOk()) succeed(await opened.value.close());
  answers.set('open', opened);
  answers.set('create', await write.createFile(path));
  answers.set('make-folder', await write.makeFolder(path));
  answers.set('rename', await write.rename(path, parseWorkspacePath('renamed')._unsafeUnwrap()));
  answers.set('sync-folder', await write.syncFolder(path));
  answers.set('lock', await write.lock(path));
  return answers;
}

describe('paths/root-symlink-cases.json', () => {
  it('is read whole', () => {
    console.log(`paths/root-symlink-cases.json: 1 file, ${cases.length} cases`);
    expect(cases).toHaveLength(13);
  });

  it.each(cases.map((each) => [each.name, each] as const))(
    '%s: nothing but a plain file is opened, nothing is created or changed',
    async (_, each) => {
      const root = join(temp.folder, 'ROOT');
      mkdirSync(root);
      writeFileSync(join(temp.folder, 'target'), 'outside');
      layOut(root, each);
      const before = takePicture(temp.folder);
      const isPlain = each.fs.length === 0 && each.open === 'target';
      const links = each.fs.flatMap((entry) => (entry.includes(' => ') ? [entry.split(' => ')[0] ?? ''] : []));
      const workspace = openNodeWorkspace(root)._unsafeUnwrap();
      const attempts = [each.open, ...links, ...links.map((link) => `${link}/target`)];
      for (const attempt of attempts) {
        const path = parseWorkspacePath(attempt);
        if (path.isErr() || isPlain) continue;
        for (const [operation, answer] of await tryAll(workspace, path.value)) {
          const error = answer._unsafeUnwrapErr();
          const isLinkItself = ['create', 'make-folder'].includes(operation) && links.includes(attempt);
          expect([attempt, operation, error.kind]).toEqual([
            attempt,
            operation,
            isLinkItself ? expect.stringMatching(/^(exists|symlink)$/) : 'symlink',
          ]);
        }
      }
      expect(takePicture(temp.folder)).toEqual(before);
    },
  );

  it('opens the one plain file', async () => {
    const root = join(temp.folder, 'ROOT');
    mkdirSync(root);
    const plain = cases.filter(({ fs, wantError }) => fs.length === 0 && !wantError);
    expect(plain).toHaveLength(1);
    for (const each of plain) {
      layOut(root, each);
      const path = parseWorkspacePath(each.open)._unsafeUnwrap();
      const answers = await tryAll(openNodeWorkspace(root)._unsafeUnwrap(), path);
      expect(answers.get('read')?._unsafeUnwrap()).toBe('target');
      expect(answers.get('open')?.isOk()).toBe(true);
      expect(answers.get('create')?._unsafeUnwrapErr().kind).toBe('exists');
    }
  });
});
