import { err, ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { diagnosePortError } from '../../../src/ports/diagnose-port-error.js';
import { readUndoRecord } from '../../../src/plans/undo/read-undo-record.js';
import { createTextEdit } from '../../../src/plans/create-text-edit.js';
import { makePlan } from '../../../src/plans/make-plan.js';
import { createUndoRecord, serializeUndoRecord, type UndoRecord } from '../../../src/plans/stage/undo-record.js';
import { PORT_ERROR_KINDS, type PortErrorKind } from '../../../src/ports/port-error.js';
import type { ReadPort } from '../../../src/ports/read-port.js';
import { compute, sha256, valueOf } from '../bench.js';

const FILE = 'assets/.prometeu/undo/last.json';
const EDITS = [createTextEdit('assets/a/asset.json', 'before', 'after')];
const plan = makePlan({
  kind: 'mutate',
  edits: EDITS,
  identityChanges: [],
  preconditions: { projectUuid: null, files: [], heads: [], folders: [] },
});
const text = serializeUndoRecord(createUndoRecord(plan, compute) as UndoRecord, compute);

function portOf(content: string): ReadPort {
  const isFault = (PORT_ERROR_KINDS as readonly string[]).includes(content);
  const readFiles: ReadPort['readFiles'] = ([request], visit) => {
    const fault = { kind: content as PortErrorKind, operation: 'read', path: request?.path ?? '', detail: '' } as const;
    const bytes = new TextEncoder().encode(content);
    visit(0, isFault ? err(fault) : ok({ bytes, stat: { kind: 'file', size: bytes.length, modifiedMs: 0 } }));
    return Promise.resolve(ok(undefined));
  };
  return { readFiles } as Partial<ReadPort> as ReadPort;
}

const read = (content: string) => readUndoRecord({ read: portOf(content), compute }, (error) => [diagnosePortError(error, 'workspace')]);
const refusal = async (content: string) =>
  (await read(content))._unsafeUnwrapErr().map(({ code, artifact, location, data }) => ({ code, artifact, location, data }));

const at = { artifact: 'workspace', location: { kind: 'file', file: FILE } };

describe('readUndoRecord', () => {
  it('reads the record, and tells of which bytes', async () => {
    const undo = valueOf(await read(text));
    expect(undo).toMatchObject({ planDigest: plan.digest, planKind: 'mutate', moves: [], sha256: sha256(text) });
    expect(undo.files.map(({ text: before }) => before)).toEqual(['before']);
  });

  it.each<PortErrorKind>(['not-found', 'not-a-folder'])('has nothing to undo: %s', async (kind) => {
    expect(await refusal(kind)).toEqual([{ code: 'UNDO_NOTHING', ...at, data: { path: FILE } }]);
  });

  it.each<PortErrorKind>(['not-a-file', 'symlink', 'too-large'])(
    'takes nothing for a record that is no file of its size: %s',
    async (kind) => {
      expect(await refusal(kind)).toEqual([{ code: 'UNDO_DAMAGED', ...at, data: { path: FILE, fault: 'not-a-file', pointer: '' } }]);
    },
  );

  it.each<PortErrorKind>(['denied', 'io', 'aborted', 'changed'])(
    'leaves it to the caller what a fault of the port means: %s',
    async (kind) => {
      const error = { kind, operation: 'read', path: FILE, detail: '' } as const;
      expect((await read(kind))._unsafeUnwrapErr()).toEqual([diagnosePortError(error, 'workspace')]);
    },
  );

  it('tells a record that is damaged', async () => {
    expect(await refusal(text.replace('mutate', 'resolve'))).toEqual([
      { code: 'UNDO_DAMAGED', ...at, data: { path: FILE, fault: 'checksum', pointer: '/checksum' } },
    ]);
  });
});
