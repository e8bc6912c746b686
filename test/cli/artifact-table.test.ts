import type { ArtifactReport } from 'prometeu-packer';
import { describe, expect, it } from 'vitest';
import { artifactTable } from '../../src/cli/artifact-table.js';

const registry: ArtifactReport = {
  artifact: 'registry',
  path: 'assets/.prometeu/index.json',
  version: 4,
  class: 'current',
  window: 'current',
  stage: 'reconciled',
  identity: null,
  staleness: null,
  journal: null,
  codes: [],
};
const asset = (change: Partial<ArtifactReport>): ArtifactReport => ({
  ...registry,
  artifact: 'asset',
  path: 'a',
  identity: 'ok',
  ...change,
});
const archive = (change: Partial<ArtifactReport>): ArtifactReport => ({ ...registry, artifact: 'archive', path: 'p', ...change });

const rows = (artifacts: readonly ArtifactReport[]) => artifactTable(artifacts).map((line) => line.split(/ {2,}/));

describe('artifactTable', () => {
  it('counts declarations with nothing to be said of them', () => {
    expect(rows([registry, asset({}), asset({ path: 'b' })])).toEqual([
      ['artifact', 'version', 'trust', 'state', 'file'],
      ['registry', '4', 'reconciled', 'ok', 'assets/.prometeu/index.json'],
      ['and 2 declarations of the current version, reconciled'],
    ]);
  });

  it.each<[Partial<ArtifactReport>, readonly string[]]>([
    [{ version: 3, class: 'migratable', window: 'deprecated' }, ['asset', '3 deprecated', 'reconciled', 'ok', 'a']],
    [
      { version: 9, class: 'version-too-new', window: 'too-new', stage: 'strict-json', identity: 'unreadable' },
      ['asset', '9 too-new', 'strict-json', 'refused', 'a'],
    ],
    [
      { version: null, class: 'encoding', window: 'none', stage: 'bytes', identity: 'unreadable', codes: ['JSON_BOM'] },
      ['asset', '-', 'bytes', 'encoding', 'a'],
    ],
    [{ stage: 'meaning', identity: 'copy', codes: ['IDENTITY_COPY'] }, ['asset', '4', 'meaning', 'copy', 'a']],
    [{ stage: 'meaning', codes: ['PNG_TRUNCATED'] }, ['asset', '4', 'meaning', 'PNG_TRUNCATED', 'a']],
    [{ version: null, class: 'absent', window: 'none', stage: null, identity: 'orphan' }, ['asset', '-', '-', 'absent, orphan', 'a']],
    [{ version: '\u001b', class: 'version-malformed', window: 'none' }, ['asset', '\\u001b', 'reconciled', 'version-malformed', 'a']],
  ])('tells what is to be said of %j', (change, expected) => {
    expect(rows([asset(change)])[1]).toEqual(expected);
  });

  it('says what makes derived files right', () => {
    expect(rows([archive({ staleness: 'stale' })]).at(-1)?.[0]).toMatch(/prometeu-packer build$/);
    expect(rows([archive({ staleness: 'unknown' })]).at(-1)?.[0]).toMatch(/prometeu-packer verify$/);
    expect(rows([archive({ staleness: 'current' })])).toHaveLength(2);
  });

  it('lists companions that are not there only beside an archive', () => {
    const gone = archive({ artifact: 'preload', class: 'absent', staleness: 'absent', window: 'none', stage: null, version: null });
    expect(rows([archive({ staleness: 'current' }), gone])).toHaveLength(3);
    expect(rows([archive({ staleness: 'absent', class: 'absent' }), gone])).toHaveLength(2);
  });

  it('is no longer than a screen or two', () => {
    const many = Array.from({ length: 100 }, (_, index) => asset({ path: `a${index}`, identity: 'copy', stage: 'meaning' }));
    expect(artifactTable(many)).toHaveLength(42);
  });
});
