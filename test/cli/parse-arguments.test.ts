import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseArguments } from '../../src/cli/parse-arguments.js';

const plain = {
  command: null,
  args: [],
  workspace: '.',
  format: 'text',
  fix: false,
  apply: false,
  plan: undefined,
  remove: false,
  deleteDeclaration: false,
  moveTo: undefined,
  acceptIdentities: [],
  acceptListed: false,
  requireCurrent: false,
  cache: 'write',
  merge: false,
  exitCode: false,
  help: false,
  version: false,
  given: [],
};

const parsed = (...argv: string[]) => parseArguments(argv)._unsafeUnwrap();

describe('parseArguments', () => {
  it.each([
    [[], {}],
    [['build'], { command: 'build' }],
    [['register', 'sprites/hero', 'sounds/jump'], { command: 'register', args: ['sprites/hero', 'sounds/jump'] }],
    [['--workspace', 'game', 'doctor'], { command: 'doctor', workspace: 'game' }],
    [['doctor', '--workspace=game'], { command: 'doctor', workspace: 'game' }],
    [['register', '--apply', '--plan', 'abc'], { command: 'register', apply: true, plan: 'abc', given: ['apply', 'plan'] }],
    [['register', '--exit-code'], { command: 'register', exitCode: true, given: ['exit-code'] }],
    [['fix', 'abc', '--choice', 'x'], { command: 'fix', args: ['abc'], choice: 'x', given: ['choice'] }],
    [
      ['migrate', '--accept-identity', 'a', '--apply', '--accept-identity=b'],
      { command: 'migrate', apply: true, acceptIdentities: ['a', 'b'], given: ['apply', 'accept-identity'] },
    ],
    [['migrate', '--accept-listed-identities'], { command: 'migrate', acceptListed: true, given: ['accept-listed-identities'] }],
    [['doctor', '--no-cache'], { command: 'doctor', cache: 'ignore', given: ['no-cache'] }],
    [['build', '--trust-times'], { command: 'build', cache: 'trust', given: ['trust-times'] }],
    [['doctor', '--require-current'], { command: 'doctor', requireCurrent: true, given: ['require-current'] }],
    [
      ['set', 'one', '--remove', '--delete-declaration'],
      { command: 'set', args: ['one'], remove: true, deleteDeclaration: true, given: ['remove', 'delete-declaration'] },
    ],
    [['set', 'one', '--move-to=two'], { command: 'set', args: ['one'], moveTo: 'two', given: ['move-to'] }],
    [['-h'], { help: true }],
    [['--version'], { version: true }],
    [['verify', '--', '--odd.pa'], { command: 'verify', args: ['--odd.pa'] }],
  ])('reads %j', (argv, expected) => {
    expect(parsed(...argv)).toEqual({ ...plain, ...expected });
  });

  it.each([
    [['--no-such-option']],
    [['build', '--format', 'xml']],
    [['build', '--format']],
    [['build', '--workspace', '']],
    [['build', '--apply=yes']],
    [['-x']],
  ])('refuses %j', (argv) => {
    expect(parseArguments(argv).isErr()).toBe(true);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), (argv) => void parseArguments(argv)));
  });
});
