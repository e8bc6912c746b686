import { describe, expect, it } from 'vitest';
import { portCodes } from '../../src/diagnostics/catalogue/port-codes.js';
import { diagnosePortError } from '../../src/ports/diagnose-port-error.js';
import { PORT_ERROR_KINDS } from '../../src/ports/port-error.js';

describe('diagnosePortError', () => {
  it('has a code for every kind, and a kind for every code of the area', () => {
    const codes = PORT_ERROR_KINDS.map((kind) => diagnosePortError({ kind, operation: 'read', path: 'a', detail: kind }, 'source').code);
    expect(new Set(codes)).toEqual(new Set([...Object.keys(portCodes), 'PATH_SYMLINK']));
  });

  it('tells operation, path, kind and the host’s own word as data', () => {
    expect(diagnosePortError({ kind: 'no-space', operation: 'write', path: 'build/assets.pa', detail: 'ENOSPC' }, 'archive')).toMatchObject(
      {
        code: 'IO_NO_SPACE',
        severity: 'error',
        artifact: 'archive',
        location: { kind: 'file', file: 'build/assets.pa' },
        data: { operation: 'write', path: 'build/assets.pa', kind: 'no-space', detail: 'ENOSPC' },
      },
    );
  });

  it('points at the workspace where no path is at fault', () => {
    expect(diagnosePortError({ kind: 'aborted', operation: 'read', path: '', detail: 'aborted' }, 'workspace').location).toEqual({
      kind: 'workspace',
    });
  });

  it('tells two operations on one path apart', () => {
    const [read, write] = (['read', 'write'] as const).map((operation) =>
      diagnosePortError({ kind: 'io', operation, path: 'a', detail: 'EIO' }, 'source'),
    );
    expect(read?.fingerprint).not.toBe(write?.fingerprint);
  });

  it('tells a symlink as the paths do', () => {
    expect(diagnosePortError({ kind: 'symlink', operation: 'read', path: 'assets', detail: 'ELOOP' }, 'workspace')).toMatchObject({
      code: 'PATH_SYMLINK',
      data: { path: 'assets' },
    });
  });

  it('lets no text of a foreign port forge a line of the message', () => {
    const { message } = diagnosePortError({ kind: 'io', operation: 'read', path: 'a\nb', detail: '\u202eOIE\n' }, 'source');
    expect(/[\n\u202e]/.test(message)).toBe(false);
  });
});
