import { describe, expect, it } from 'vitest';
import type { Location } from '../../src/diagnostics/location.js';
import { diagnosePending } from '../../src/versioning/diagnose-pending.js';
import type { MigrationRun } from '../../src/versioning/migration-run.js';
import type { VersionDescriptor } from '../../src/versioning/version-descriptor.js';
import { sampleDescriptor } from './sample-descriptor.js';

const descriptor: VersionDescriptor = { ...sampleDescriptor, deprecated: [{ version: 2, removedIn: '3.0.0' }] };

const runOf = (from: number, identity: MigrationRun['identity']): MigrationRun => ({
  from,
  to: 4,
  steps: [],
  outcome: 'succeeded',
  value: {},
  identity,
  unknownKeys: [],
});

function pending(from: number, change: { readonly identity?: MigrationRun['identity']; readonly requireCurrent?: boolean } = {}) {
  const asked: string[] = [];
  const locate = (pointer: string, part: 'key' | 'value'): Location => {
    asked.push(`${part} of ${pointer}`);
    return { kind: 'file', file: 'a.json' };
  };
  const { identity = 'none', requireCurrent = false } = change;
  return { found: diagnosePending(descriptor, { run: runOf(from, identity), locate, requireCurrent }), asked };
}

describe('diagnosePending', () => {
  it('warns of an earlier version, at the value of the version', () => {
    const { found, asked } = pending(3);
    expect(found).toMatchObject([
      {
        code: 'MIGRATION_PENDING',
        severity: 'warning',
        artifact: 'asset',
        location: { kind: 'file', file: 'a.json' },
        data: { version: 3, current: 4 },
        found: 3,
        manualAction: { required: false },
        blocks: { build: false, studio: false },
      },
    ]);
    expect([found.length, asked]).toEqual([1, ['value of /schema_version']]);
  });

  it('refuses it where only the current one is accepted', () => {
    expect(pending(3, { requireCurrent: true }).found).toMatchObject([
      { code: 'VERSION_NOT_CURRENT', severity: 'error', manualAction: { required: true }, blocks: { build: true, studio: false } },
    ]);
  });

  it('tells besides that the version is deprecated, which blocks nothing', () => {
    const { found, asked } = pending(2, { requireCurrent: true });
    expect(found.map(({ code }) => code)).toEqual(['VERSION_NOT_CURRENT', 'VERSION_DEPRECATED']);
    expect(found[1]).toMatchObject({
      data: { version: 2, removedIn: '3.0.0', supported: '>=2 <5' },
      found: 2,
      manualAction: { required: false },
      blocks: { build: false, studio: false },
    });
    expect(asked).toEqual(['value of /schema_version', 'value of /schema_version']);
  });

  it('tells whether identity is concerned', () => {
    for (const [identity, implicated] of [
      ['declared', true],
      ['none', false],
    ] as const) {
      const { found } = pending(2, { identity });
      expect(found.map((each) => each.identity?.implicated)).toEqual([implicated, implicated]);
    }
  });

  it('says what to do, otherwise for what is deprecated', () => {
    const [first, second] = pending(2).found.map(({ manualAction }) => manualAction?.what);
    expect([first === second, first === '', second === '']).toEqual([false, false, false]);
  });
});
