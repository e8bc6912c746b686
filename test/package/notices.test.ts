import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { packageName } from '../../etc/entries.js';
import { bundledPackages, noticesIn } from '../licence/bundled-packages.js';
import { pack, run } from './consumer.js';

const work = mkdtempSync(join(tmpdir(), `${packageName}-`));
afterAll(() => rmSync(work, { recursive: true, force: true }));

it('the packed notices name every package whose code is packed', async () => {
  const { tarball } = pack(work);
  run(work, 'tar', '-xzf', tarball, 'package/dist/THIRD-PARTY-NOTICES.md');
  const titles = [...noticesIn(readFileSync(join(work, 'package/dist/THIRD-PARTY-NOTICES.md'), 'utf8')).keys()];
  expect(titles).toEqual(expect.arrayContaining((await bundledPackages()).map(({ title }) => title)));
  expect(titles).toContain('Unicode Character Database');
});
