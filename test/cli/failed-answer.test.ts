import { describe, expect, it } from 'vitest';
import { failedAnswer, notRunAnswer } from '../../src/cli/failed-answer.js';
import { diagnose } from '../../src/diagnostics/diagnose.js';
import type { Location } from '../../src/diagnostics/location.js';

const workspace: Location = { kind: 'workspace' };
const file: Location = { kind: 'file', file: 'assets/hero/idle.png' };

const failedOperation = { operation: 'read', path: '', kind: 'io', detail: 'EIO' };
const subject = { artifact: 'workspace', location: workspace } as const;

const findings = {
  defect: diagnose('INTERNAL_DEFECT', { ...subject, data: { operation: 'build', reason: '' } }),
  cancelledPlan: diagnose('PLAN_CANCELLED', { ...subject, data: { phase: 'stage' } }),
  cancelledRead: diagnose('IO_ABORTED', { ...subject, location: file, data: failedOperation }),
  unreadableWorkspace: diagnose('IO_DENIED', { ...subject, data: failedOperation }),
  unreadableFile: diagnose('IO_DENIED', { ...subject, location: file, data: failedOperation }),
  stalePlan: diagnose('PLAN_STALE', { ...subject, data: { differences: [] } }),
};

describe('failedAnswer', () => {
  it.each([
    ['defect', false],
    ['cancelledPlan', false],
    ['cancelledRead', false],
    ['unreadableWorkspace', false],
    ['unreadableFile', true],
    ['stalePlan', true],
  ] as const)('%s: whether it ran is %s', (name, ran) => {
    expect(failedAnswer([findings[name]])).toMatchObject({ ran, diagnostics: [findings[name]], result: null });
    expect(failedAnswer([findings.unreadableFile, findings[name]]).ran).toBe(ran);
  });
});

describe('notRunAnswer', () => {
  it('never ran', () => {
    expect(notRunAnswer([findings.unreadableFile])).toMatchObject({ ran: false, diagnostics: [findings.unreadableFile] });
  });
});
