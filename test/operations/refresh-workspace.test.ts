import { describe, expect, it } from 'vitest';
import {
  type FollowedWorkspace,
  followWorkspace,
  type ReadOptions,
  type RefreshedWorkspace,
  readWorkspace,
  refreshWorkspace,
} from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { recordingPort } from 'prometeu-packer/testing';
import { unwrap } from '../e2e/unwrap.js';
import { fmt, riff, samples } from '../sources/wav/wav-builder.js';
import { declaration, registry, uuid, workspace } from '../workspace/workspaces.js';

const REGISTRY = 'assets/.prometeu/index.json';

/** A workspace that is followed through changes, each compared with reading the whole. */
async function follow(files: Readonly<Record<string, string | Uint8Array>>, options: ReadOptions = {}) {
  const host = createMemoryWorkspace(files);
  let followed: FollowedWorkspace = unwrap(await followWorkspace(host, options));
  const codes = (file: string): readonly string[] => followed.diagnosticsOf(file).map(({ code }) => code);
  const look = async (changed: readonly string[], change: (host: MemoryWorkspace) => void): Promise<RefreshedWorkspace> => {
    change(host);
    const now = unwrap(await refreshWorkspace(host, followed, { changed }));
    followed = now.followed;
    expect(followed.snapshot()).toEqual(unwrap(await readWorkspace(host, options)));
    return now;
  };
  return { host, look, codes, now: () => followed };
}

describe('refreshWorkspace', () => {
  it('gives back the very workspace where nothing has changed', async () => {
    const { look, now } = await follow(workspace({ a: 1, b: 2 }));
    const before = now();
    const found = await look(['assets/a/asset.json', 'assets/b', 'build/x', REGISTRY], () => undefined);
    expect(found).toEqual({ state: 'fresh', followed: before });
    expect(found.followed).toBe(before);
  });

  it('leaves what it was made from as it was', async () => {
    const { look, now } = await follow(workspace({ a: 1, b: 2 }));
    const before = now();
    await look(['assets/a/asset.json'], (host) => host.set('assets/a/asset.json', '{'));
    expect(before.diagnosticsOf('assets/a/asset.json')).toEqual([]);
    expect(before.counts.error).toBe(0);
    expect(now().counts.error).toBeGreaterThan(0);
  });

  it('judges inputs again where the folder that they stand in changes, whoever declares them', async () => {
    const file = 'assets/a/asset.json';
    const { look, codes } = await follow({ ...workspace({ a: 1 }), [file]: declaration(1, { inputs: { main: ['x/y/data.bin'] } }) });
    expect(codes(file)).toEqual(['ASSET_INPUT_MISSING']);
    await look(['assets/a/x/y/data.bin'], (host) => host.set('assets/a/x/y/data.bin', 'some'));
    expect(codes(file)).toEqual([]);
    await look(['assets/a/x/y/asset.json'], (host) => host.set('assets/a/x/y/asset.json', declaration(3)));
    expect(codes(file)).toEqual(['ASSET_INPUT_FOREIGN']);
    await look(['assets/a/x/y/asset.json'], (host) => host.delete('assets/a/x/y/asset.json'));
    expect(codes(file)).toEqual([]);
    await look(['assets/a/x'], (host) => host.delete('assets/a/x'));
    expect(codes(file)).toEqual(['ASSET_INPUT_MISSING']);
  });

  it('judges everyone who takes one name or slot, also once it is let go', async () => {
    const slot = { preload: { enabled: true, slot: 3 } };
    const { look, codes } = await follow(workspace({ a: 1, b: 2, c: 3 }));
    const [a, b, c] = ['assets/a/asset.json', 'assets/b/asset.json', 'assets/c/asset.json'] as const;
    await look([a, b], (host) => {
      host.set(a, declaration(1, { name: 'asset-3', ...slot }));
      host.set(b, declaration(2, slot));
    });
    expect([a, b, c].map(codes)).toEqual([['ASSET_NAME_TAKEN', 'ASSET_SLOT_TAKEN'], ['ASSET_SLOT_TAKEN'], ['ASSET_NAME_TAKEN']]);
    const found = await look([a], (host) => host.set(a, declaration(1)));
    expect([a, b, c].flatMap(codes)).toEqual([]);
    expect(found).toMatchObject({ state: 'diverged', changed: [a], files: [a, b, c] });
  });

  it('judges everyone who claims one identity, also once it is let go', async () => {
    const { look, codes } = await follow(workspace({ a: 1, b: 2 }));
    const copy = 'assets/copy/asset.json';
    await look(['assets/copy'], (host) => {
      host.set('assets/copy/data.bin', 'some');
      host.set(copy, declaration(1, { name: 'copy' }));
    });
    expect([copy, 'assets/a/asset.json'].map((file) => codes(file))).toEqual([['IDENTITY_COPY'], ['IDENTITY_COPY']]);
    await look([copy], (host) => host.set(copy, declaration(4, { name: 'copy' })));
    expect([copy, 'assets/a/asset.json'].map((file) => codes(file))).toEqual([['IDENTITY_IMPORTED'], []]);
  });

  it('judges every folder again where there is no registry, and the first claim comes or the last one goes', async () => {
    const [a, b] = ['assets/a/asset.json', 'assets/b/asset.json'];
    const { look, codes } = await follow({ [a]: declaration(1, { asset_uuid: undefined }), 'assets/a/data.bin': 'some' });
    expect([a, REGISTRY].map(codes)).toEqual([['IDENTITY_UNREGISTERED'], []]);
    await look(['assets/b'], (host) => {
      host.set('assets/b/data.bin', 'some');
      host.set(b, declaration(2));
    });
    expect([a, b, REGISTRY].map(codes)).toEqual([[], [], ['REGISTRY_MISSING']]);
    const found = await look([b], (host) => host.set(b, declaration(2, { asset_uuid: undefined })));
    expect([a, b, REGISTRY].map(codes)).toEqual([['IDENTITY_UNREGISTERED'], ['IDENTITY_UNREGISTERED'], []]);
    expect(found).toMatchObject({ state: 'diverged', changed: [b], files: [REGISTRY, a, b] });
  });

  it('takes what it can no longer look into for unseen, and not for gone', async () => {
    const { look, codes } = await follow(workspace({ 'g/a': 1, b: 2 }));
    await look(['assets/g'], (host) => {
      host.delete('assets/g');
      host.symlink('assets/g');
    });
    expect(codes('assets/g')).toEqual(['PATH_SYMLINK']);
    expect(codes(REGISTRY)).toEqual([]);
    await look(['assets/g'], (host) => host.delete('assets/g'));
    expect(codes(REGISTRY)).toEqual(['IDENTITY_ORPHAN']);
  });

  it('says where the registry names another project, and follows a journal that comes and goes', async () => {
    const { look, now } = await follow(workspace({ a: 1 }));
    const journal = 'assets/.prometeu/journal.json';
    const damaged = await look([journal], (host) => host.set(journal, '{'));
    expect(damaged).toMatchObject({ state: 'diverged', changed: [journal], files: [journal] });
    expect(now().verdict().mutate.can).toBe(false);
    await look([journal], (host) => host.delete(journal));
    expect(now().verdict().mutate.can).toBe(true);
    const other = await look([REGISTRY], (host) => host.set(REGISTRY, registry({ a: 1 }).replaceAll(uuid(15), uuid(13))));
    expect(other.state).toBe('unrelated');
  });

  it('sees what the control folder does to the folder that it stands in', async () => {
    const names = await follow({ 'assets/.Prometeu/x': '1' });
    await names.look([REGISTRY], (host) => host.set(REGISTRY, registry({})));
    expect(names.codes('assets')).toEqual(['PATH_COLLISION']);
    expect(names.now().verdict().build.can).toBe(false);
    const entries = await follow({ 'assets/a/x': '1', 'assets/b/x': '1' }, { budgets: { folders: { maxEntries: 2 } } });
    await entries.look([REGISTRY], (host) => host.set(REGISTRY, registry({})));
    expect(entries.codes('assets')).toEqual(['WORKSPACE_OVER_BUDGET']);
    await entries.look(['assets/.prometeu'], (host) => host.delete('assets/.prometeu'));
    expect(entries.codes('assets')).toEqual([]);
  });

  it('asks for the registry again where a file had stood in place of a folder above it', async () => {
    const topmost = await follow({ assets: 'a file' });
    await topmost.look(['assets/a/x.bin'], (host) => (host.delete('assets'), host.set('assets/a/x.bin', '1')));
    expect(topmost.codes(REGISTRY)).toEqual([]);
    const control = await follow({ 'assets/a/x': '1', 'assets/.prometeu': 'a file' });
    await control.look(['assets/.prometeu/cache.json'], (host) => {
      host.delete('assets/.prometeu');
      host.set('assets/.prometeu/cache.json', '{}');
    });
    expect(control.codes(REGISTRY)).toEqual([]);
  });

  it('keeps the very findings that reading keeps, where a report holds no more', async () => {
    const wav = riff([fmt(), samples], { size: 999 });
    const inputs = { inputs: { main: ['z.wav', 'a.wav'] }, type: 'sound_bank', output: { format: 'wav', codec: 'none' } } as const;
    const files = { ...workspace({ a: 1 }), 'assets/a/asset.json': declaration(1, inputs), 'assets/a/z.wav': wav, 'assets/a/a.wav': wav };
    const { look, codes } = await follow(files, { budgets: { diagnostics: { maxInReport: 1 } } });
    await look(['assets/a/asset.json'], () => undefined);
    expect([codes('assets/a/z.wav'), codes('assets/a/a.wav')]).toEqual([['WAV_RIFF_SIZE_MISMATCH'], []]);
  });

  it('asks for a file that was there and for nothing else, and lists where one came or went', async () => {
    const { host, now } = await follow(workspace({ a: 1, b: 2 }));
    const callsFor = async (path: string): Promise<readonly string[]> => {
      const { ports, calls } = recordingPort(host);
      unwrap(await refreshWorkspace({ ...host, ...ports }, now(), { changed: [path] }));
      return calls.filter((call) => !call.path.includes('.prometeu')).map(({ operation, path: asked }) => `${operation} ${asked}`);
    };
    expect(await callsFor('assets/a/asset.json')).toEqual(['read assets/a/asset.json']);
    expect(await callsFor('assets/a/data.bin')).toEqual(['stat assets/a/data.bin', 'stat assets/a/data.bin']);
    expect(await callsFor('assets/a/new.bin')).toEqual(['list assets/a']);
    expect(await callsFor('assets/new/x.bin')).toEqual(['list assets']);
    expect(await callsFor('build/assets.pa')).toEqual([]);
    expect(await callsFor('../outside')).toEqual([]);
    host.delete('assets/a/asset.json');
    expect(await callsFor('assets/a/asset.json')).toEqual(['read assets/a/asset.json', 'list assets/a']);
  });

  it('answers Err where it could not run, and can be asked again', async () => {
    const host = createMemoryWorkspace(workspace({ a: 1 }));
    const followed = unwrap(await followWorkspace(host));
    const stopped = await refreshWorkspace(host, followed, { signal: AbortSignal.abort() });
    expect(stopped._unsafeUnwrapErr().map(({ code }) => code)).toEqual(['IO_ABORTED']);
    expect(unwrap(await refreshWorkspace(host, followed)).state).toBe('fresh');
  });
});
