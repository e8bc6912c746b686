import { describe, expect, it } from 'vitest';
import { ioFailure } from '../../../src/plans/apply/io-failure.js';
import { PORT_ERROR_KINDS } from '../../../src/ports/port-error.js';

const kinds = PORT_ERROR_KINDS.filter((kind) => kind !== 'aborted');

describe('ioFailure', () => {
  it.each(kinds)('%s: tells what failed, where, and in which phase', (kind) => {
    const [finding, ...more] = ioFailure('stage', { kind, operation: 'create', path: 'assets/a', detail: 'EIO' });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      code: 'PLAN_IO_FAILED',
      artifact: 'plan',
      location: { kind: 'file', file: 'assets/a' },
      data: { path: 'assets/a', operation: 'create', phase: 'stage', reason: kind, detail: 'EIO' },
    });
  });

  it('of the root, or of a batch as a whole, is of the workspace', () => {
    const [finding] = ioFailure('recheck', { kind: 'io', operation: 'list', path: '', detail: '' });
    expect(finding).toMatchObject({ code: 'PLAN_IO_FAILED', location: { kind: 'workspace' }, data: { path: '', phase: 'recheck' } });
  });

  it('tells two operations at one place apart', () => {
    const [read, list] = (['read', 'list'] as const).map(
      (operation) => ioFailure('lock', { kind: 'io', operation, path: 'a', detail: '' })[0],
    );
    expect(read?.fingerprint).not.toBe(list?.fingerprint);
  });

  it('of an aborted call is PLAN_CANCELLED of the workspace, whatever the path', () => {
    const findings = ioFailure('read-back', { kind: 'aborted', operation: 'read', path: 'assets/a', detail: '' });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: 'PLAN_CANCELLED',
      artifact: 'plan',
      location: { kind: 'workspace' },
      data: { phase: 'read-back' },
    });
  });
});
