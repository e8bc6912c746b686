import { readFileSync } from 'node:fs';
import { checkDescriptor, describeArtifacts, supportMatrix } from 'prometeu-packer';
import { major } from 'semver';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { guidePage } from './page-examples.js';
import { pageTable } from './page-table.js';

const page = guidePage('docs/support-policy.md');
const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly peerDependencies: { readonly neverthrow: string };
};

const list = (versions: readonly (number | string)[]): string => versions.join(', ') || '–';

describe('docs/support-policy.md', () => {
  it('tells the windows as they are', () => {
    const told = supportMatrix().map(({ surface, reads, writes, deprecated, retired }) => [
      `\`${surface}\``,
      list(reads),
      list(writes),
      list(deprecated.map(({ version, removedIn }) => `${version} (until ${removedIn})`)),
      list(retired),
    ]);
    expect(pageTable(page.text, 'The windows of this release')).toEqual(told);
  });

  const descriptors = describeArtifacts().flatMap(({ versions }) => versions);

  it.each(descriptors.map((descriptor) => [`${descriptor.artifact} ${descriptor.field}`, descriptor] as const))(
    'rules 1 to 3 and 5 hold: %s',
    (_, descriptor) => {
      const { current, migratable, deprecated, retired, writable } = descriptor;
      expect(checkDescriptor(descriptor)._unsafeUnwrap()).toBe(descriptor);
      expect(migratable.length).toBeGreaterThanOrEqual(Math.min(2, current - 1));
      expect(writable).toEqual([current]);
      expect([...retired, ...migratable, current]).toEqual(Array.from({ length: current }, (_, index) => index + 1));
      for (const { version, removedIn } of deprecated) {
        expect(removedIn).toMatch(/^\d+\.0\.0$/);
        expect(major(removedIn)).toBeGreaterThan(Math.max(1, major(manifest.version)));
        expect(version).toBeLessThan(current - 1);
      }
    },
  );

  it('says where it runs as package.json does', () => {
    const rows = new Map(pageTable(page.text, 'Where it runs').map(([what = '', says = '']) => [what, says]));
    expect(rows.get('Node')?.startsWith(`${manifest.engines.node},`)).toBe(true);
    expect(rows.get('neverthrow')?.startsWith(`${manifest.peerDependencies.neverthrow},`)).toBe(true);
  });

  it('names codes that there are', () => {
    const named = [...page.text.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)].map(([, code = '']) => code);
    expect(named).toContain('VERSION_DEPRECATED');
    expect(named.filter((code) => !Object.hasOwn(catalogue, code))).toEqual([]);
  });
});
