import { describe, expect, it } from 'vitest';
import { applyPlan, doctor, planSafeFixes, planUndo } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryContent } from 'prometeu-packer/memory';
import { declaration, registry, uuid, workspace } from '../workspace/workspaces.js';

const plan = async (files: Record<string, MemoryContent>) => {
  const host = createMemoryWorkspace(files);
  const before = host.files();
  const planned = (await planSafeFixes(host))._unsafeUnwrap().value;
  expect(host.files()).toEqual(before);
  return { host, before, ...planned };
};
const brief = (found: readonly { code: string; file: string }[]) => found.map(({ code, file }) => [code, file]);
const text = (host: { files: () => Map<string, Uint8Array> }, path: string) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(host.files().get(path));
const unclaimed = (digit: number): string => declaration(digit).replace(/ {2}"asset_uuid": "[^"]*",\n/, '');

describe('planSafeFixes', () => {
  it('plans nothing where there is nothing to mend', async () => {
    const { plan: made, mended, left, remaining } = await plan(workspace({ a: 1 }));
    expect([made.edits, mended, left, remaining]).toEqual([[], [], [], []]);
  });

  it('mends slips behind slips, and identities behind those, in one plan that can be undone', async () => {
    const files = {
      ...workspace({ a: 1, b: 2, c: 3 }),
      'assets/a/asset.json': `\ufeff${unclaimed(1).replace(/\n}$/, ',\n}')}`, // a mark, behind it a comma, behind that a lost claim
      'assets/b/asset.json': declaration(2, { asset_uuid: `urn:uuid:${uuid(2).toUpperCase()}` }),
      'assets/.prometeu/index.json': `\ufeff${registry({ a: 1, b: 2, before: 3 })}`,
    };
    const { host, before, plan: made, mended, left, remaining } = await plan(files);
    expect(brief(mended)).toEqual([
      ['JSON_BOM', 'assets/.prometeu/index.json'],
      ['JSON_BOM', 'assets/a/asset.json'],
      ['JSON_TRAILING_COMMA', 'assets/a/asset.json'],
      ['IDENTITY_LOST_CLAIM', 'assets/a/asset.json'],
      ['IDENTITY_SPELLING', 'assets/b/asset.json'],
      ['IDENTITY_MOVED', 'assets/c/asset.json'],
    ]);
    expect([left, remaining]).toEqual([[], []]);
    expect(made.kind).toBe('fix');
    expect(made.identityChanges.map(({ kind, root }) => [kind, root])).toEqual([
      ['claim-added', 'a'],
      ['claim-changed', 'b'],
      ['asset-moved', 'c'],
    ]);
    expect((await applyPlan(host, made))._unsafeUnwrap().value.state).toBe('applied');
    expect((await doctor(host))._unsafeUnwrap()).toMatchObject({ diagnostics: [], verdict: { build: { can: true } } });
    expect(JSON.parse(text(host, 'assets/a/asset.json'))).toEqual(JSON.parse(declaration(1)));
    expect((await planSafeFixes(host))._unsafeUnwrap().value.plan.edits).toEqual([]);
    const undo = (await planUndo(host))._unsafeUnwrap().value;
    (await applyPlan(host, undo))._unsafeUnwrap();
    for (const [path, bytes] of before) expect(host.files().get(path)).toEqual(bytes);
  });

  it('settles nothing that a person has to choose', async () => {
    const files = { ...workspace({ a: 1 }), 'assets/b/asset.json': declaration(1, { name: 'b' }), 'assets/b/data.bin': 'x' };
    const { plan: made, mended, left } = await plan(files);
    expect([made.edits, mended]).toEqual([[], []]);
    expect(left.map(({ code, reason }) => [code, reason])).toEqual([
      ['IDENTITY_COPY', 'needs-choice'],
      ['IDENTITY_COPY', 'needs-choice'],
    ]);
  });

  it('leaves a slip that hides another error, and mends the others', async () => {
    const files = {
      ...workspace({ a: 1, b: 2 }),
      'assets/a/asset.json': `\ufeff${declaration(1, { name: 'Not A Name' })}`,
      'assets/b/asset.json': `\ufeff${declaration(2)}`,
    };
    const { mended, left } = await plan(files);
    expect(brief(mended)).toEqual([['JSON_BOM', 'assets/b/asset.json']]);
    expect(left.map(({ code, file, reason }) => [code, file, reason])).toEqual([['JSON_BOM', 'assets/a/asset.json', 'uncovers']]);
  });

  it('leaves a slip that hides a copy of another asset', async () => {
    const files = { ...workspace({ a: 1 }), 'assets/b/asset.json': `\ufeff${declaration(1, { name: 'b' })}`, 'assets/b/data.bin': 'x' };
    const { mended, left } = await plan(files);
    expect(mended).toEqual([]);
    expect(left.map(({ code, file, reason }) => [code, file, reason])).toEqual([['JSON_BOM', 'assets/b/asset.json', 'uncovers']]);
  });

  it('moves no record of a registry that is to be migrated first, and writes no other version', async () => {
    const old = registry({ before: 1, b: 11 })
      .replace('"schema_version":4', '"schema_version":3')
      .replace(/,"retired":.*$/, '}')
      .replaceAll(',"included_in_build":true', '');
    const third = declaration(11, { asset_uuid: uuid(11).toUpperCase() }).replace('"schema_version": 4', '"schema_version": 3');
    const {
      host,
      plan: made,
      mended,
      left,
    } = await plan({
      ...workspace({ a: 1, b: 11 }),
      'assets/.prometeu/index.json': old,
      'assets/b/asset.json': third,
    });
    expect(brief(mended)).toEqual([['IDENTITY_SPELLING', 'assets/b/asset.json']]);
    expect(left.map(({ code, reason }) => [code, reason])).toEqual([['IDENTITY_MOVED', 'migrate-first']]);
    (await applyPlan(host, made))._unsafeUnwrap();
    expect(text(host, 'assets/b/asset.json')).toBe(third.replace(uuid(11).toUpperCase(), uuid(11)));
  });

  it('leaves identities alone while the workspace is in doubt', async () => {
    const host = createMemoryWorkspace({ ...workspace({ a: 1, b: 2 }), 'assets/a/asset.json': unclaimed(1) });
    host.symlink('assets/link');
    const { mended, left } = (await planSafeFixes(host))._unsafeUnwrap().value;
    expect([mended, left.map(({ reason }) => reason)]).toEqual([[], ['blocked']]);
  });

  it('mends more slips than one look shows', async () => {
    const commas = `{"a": [${Array.from({ length: 120 }, () => '[1,]').join()}], ${declaration(1).slice(1)}`;
    const { mended, plan: made } = await plan({ ...workspace({ a: 1 }), 'assets/a/asset.json': commas });
    expect(mended).toHaveLength(120);
    expect(made.edits).toHaveLength(1);
  });

  it('refuses where nothing could be applied', async () => {
    const host = createMemoryWorkspace({
      ...workspace({ a: 1 }),
      'assets/a/asset.json': `\ufeff${declaration(1)}`,
      'assets/.prometeu/journal.json': '{',
    });
    expect((await planSafeFixes(host))._unsafeUnwrapErr().map(({ code }) => code)).toContain('PLAN_JOURNAL_DAMAGED');
  });

  it('takes no mark from a file that is no UTF-8 behind it', async () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0x7b, 0xff, 0x7d]);
    const { mended, plan: made } = await plan({ ...workspace({ a: 1 }), 'assets/a/asset.json': bytes });
    expect([mended, made.edits]).toEqual([[], []]);
  });
});
