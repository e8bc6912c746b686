import { err, ok } from 'neverthrow';
import { expect, it } from 'vitest';
import { leftBehind } from '../../../src/plans/apply/left-behind.js';
import { removeLeftovers } from '../../../src/plans/apply/remove-leftovers.js';
import type { PortResult } from '../../../src/ports/port-error.js';
import { benchWith, path } from '../bench.js';
import { failed } from '../staging.js';

const told = (file: string, reason: string) => ({
  code: 'PLAN_STAGED_FILE_LEFT',
  severity: 'warning',
  artifact: 'plan',
  location: { kind: 'file', file },
  data: { path: file, reason, detail: `the host said ${reason}` },
});

it('leftBehind tells what stays, and why', () => {
  expect(leftBehind('assets/a', failed('busy', 'remove', 'assets/a').error)).toMatchObject(told('assets/a', 'busy'));
});

it('removeLeftovers removes each, and tells those that stay; one that is gone already does not matter', async () => {
  const answers: Readonly<Record<string, PortResult<void>>> = {
    'a/removed': ok(undefined),
    'a/denied': failed('denied', 'remove', 'a/denied'),
    'a/gone': failed('not-found', 'remove', 'a/gone'),
    'a/busy': failed('busy', 'remove', 'a/busy'),
  };
  const asked: string[] = [];
  const remove = async (at: string): Promise<PortResult<void>> => {
    asked.push(at);
    return answers[at] ?? err(failed('broken', 'remove', at).error);
  };
  const left = await removeLeftovers({ ...benchWith({}).workspace.write, remove }, Object.keys(answers).map(path));
  expect(asked).toEqual(Object.keys(answers));
  expect(left).toMatchObject([told('a/denied', 'denied'), told('a/busy', 'busy')]);
  expect(left).toHaveLength(2);
});
