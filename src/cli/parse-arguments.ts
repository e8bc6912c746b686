import { parseArgs } from 'node:util';
import { err, ok, type Result } from 'neverthrow';
import type { Shard } from 'prometeu-packer';
import { type CommandOption, FORMATS, type Invocation } from './invocation.js';

const OPTIONS = {
  workspace: { type: 'string' },
  format: { type: 'string' },
  policy: { type: 'string' },
  fix: { type: 'boolean' },
  apply: { type: 'boolean' },
  plan: { type: 'string' },
  'exit-code': { type: 'boolean' },
  choice: { type: 'string' },
  owner: { type: 'string' },
  remove: { type: 'boolean' },
  'delete-declaration': { type: 'boolean' },
  'move-to': { type: 'string' },
  'accept-identity': { type: 'string', multiple: true },
  'accept-listed-identities': { type: 'boolean' },
  'require-current': { type: 'boolean' },
  'no-cache': { type: 'boolean' },
  'trust-times': { type: 'boolean' },
  shard: { type: 'string' },
  evidence: { type: 'string' },
  merge: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

const COMMAND_OPTIONS: readonly CommandOption[] = [
  'fix',
  'apply',
  'plan',
  'exit-code',
  'choice',
  'owner',
  'remove',
  'delete-declaration',
  'move-to',
  'accept-identity',
  'accept-listed-identities',
  'require-current',
  'no-cache',
  'trust-times',
  'shard',
  'evidence',
  'merge',
];

const SHARD = /^([1-9]\d{0,8})\/([1-9]\d{0,8})$/;

/** Takes `2/8` apart; null where it is no such thing. */
function parseShard(text: string): Shard | null {
  const [, index, count] = SHARD.exec(text)?.map(Number) ?? [];
  return index === undefined || count === undefined || index > count ? null : { index, count };
}

function split(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
}

function trySplit(argv: readonly string[]): Result<ReturnType<typeof split>, string> {
  try {
    return ok(split(argv));
  } catch (thrown) {
    return err(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/**
 * Takes a command line apart. Which options and arguments a command takes is not judged here.
 *
 * @param argv - what stands after the program's name.
 * @returns what it says, or what is wrong with it, for people.
 */
export function parseArguments(argv: readonly string[]): Result<Invocation, string> {
  return trySplit(argv).andThen(({ values, positionals }): Result<Invocation, string> => {
    const { workspace = '.', policy, apply = false, plan, choice, owner, help = false, version = false } = values;
    const format = FORMATS.find((known) => known === (values.format ?? 'text'));
    if (format === undefined) return err(`--format takes ${FORMATS.join(', ')}, not ${JSON.stringify(values.format)}`);
    if (policy === '') return err('--policy takes a file');
    if (workspace === '') return err('--workspace takes a folder');
    const shard = values.shard === undefined ? undefined : parseShard(values.shard);
    if (shard === null) return err(`--shard takes a number of how many, such as 2/8, not ${JSON.stringify(values.shard)}`);
    if (values.evidence === '') return err('--evidence takes a file');
    const [command = null, ...args] = positionals;
    const given = COMMAND_OPTIONS.filter((option) => values[option] !== undefined);
    return ok({
      command,
      args,
      workspace,
      format,
      policy,
      fix: values.fix ?? false,
      apply,
      plan,
      choice,
      owner,
      remove: values.remove ?? false,
      deleteDeclaration: values['delete-declaration'] ?? false,
      moveTo: values['move-to'],
      acceptIdentities: values['accept-identity'] ?? [],
      acceptListed: values['accept-listed-identities'] ?? false,
      requireCurrent: values['require-current'] ?? false,
      shard,
      evidence: values.evidence,
      merge: values.merge ?? false,
      cache: values['no-cache'] === true ? 'ignore' : values['trust-times'] === true ? 'trust' : 'write',
      exitCode: values['exit-code'] ?? false,
      help,
      version,
      given,
    });
  });
}
