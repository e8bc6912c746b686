import { describe, expect, it } from 'vitest';
import { createMemoryWorkspace } from '../../src/memory/create-memory-workspace.js';
import { recordingPort } from '../../src/testing/recording-port.js';
import { at } from '../ports/at.js';
import { succeed } from '../ports/succeed.js';

describe('recordingPort', () => {
  it('writes down every operation, those on handles and locks too', async () => {
    const { ports, calls } = recordingPort(createMemoryWorkspace({ a: 'A', 'f/b': 'B' }));
    succeed(
      await ports.read.readFiles(
        [
          { path: at('a'), maxBytes: 9 },
          { path: at('f/b'), maxBytes: 9 },
        ],
        () => undefined,
      ),
    );
    succeed(await ports.read.listFolders([at('f')], () => undefined));
    const reader = (await ports.read.openFile(at('a')))._unsafeUnwrap();
    succeed(await reader.read(new Uint8Array(1), 0));
    succeed(await reader.close());
    const lock = (await ports.write.lock(at('lock')))._unsafeUnwrap();
    const writer = (await ports.write.createFile(at('n')))._unsafeUnwrap();
    succeed(await writer.write(Uint8Array.of(1), 0));
    succeed(await writer.sync());
    succeed(await writer.close());
    succeed(await ports.write.rename(at('n'), at('m')));
    succeed(await ports.write.syncFolder(at('f')));
    if (!('held' in lock)) {
      succeed(await lock.check());
      succeed(await lock.release());
    }
    expect(calls.map(({ operation, path }) => `${operation} ${path}`)).toEqual([
      'read a',
      'read f/b',
      'list f',
      'open a',
      'read a',
      'close a',
      'lock lock',
      'create n',
      'write n',
      'sync n',
      'close n',
      'rename n',
      'sync-folder f',
      'check lock',
      'unlock lock',
    ]);
    expect([...ports.files().keys()]).toEqual(['a', 'f/b', 'm']);
  });
});
