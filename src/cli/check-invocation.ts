import { err, ok, type Result } from 'neverthrow';
import { escapeText } from 'prometeu-packer/report';
import type { Command } from './command.js';
import type { Invocation } from './invocation.js';
import { seedOfPlanDigest } from './plan-digest.js';

function findShardFault({ args, fix, format, shard, evidence, merge }: Invocation): string | null {
  if (fix && (merge || shard !== undefined)) return '--shard and --merge only look: they go without --fix';
  if (merge && shard !== undefined) return '--shard and --merge exclude each other';
  if (merge && args.length === 0) return '--merge needs the files of evidence';
  if (evidence !== undefined && shard === undefined) return '--evidence goes with --shard';
  if (shard !== undefined && format === 'baseline') return '--format baseline goes without --shard: a share has not all findings';
  return null;
}

/** Finds the command that is asked for, and whether it takes what it is given; else what is wrong, for people. */
export function checkInvocation(invocation: Invocation, commands: readonly Command[]): Result<Command, string> {
  const {
    command: name,
    args,
    format,
    given,
    fix,
    apply,
    exitCode,
    plan,
    acceptIdentities,
    acceptListed,
    requireCurrent,
    merge,
  } = invocation;
  const names = commands.map((known) => known.name).join(', ');
  if (name === null) return err(`no command is given; there are ${names}`);
  const command = commands.find((known) => known.name === name);
  if (command === undefined) return err(`there is no command ${escapeText(name)}; there are ${names}`);
  const foreign = given.find((option) => !command.options.includes(option));
  if (foreign !== undefined) return err(`${command.name} takes no --${foreign}`);
  const [least, most] = command.args;
  if (args.length < least) return err(`${command.name} needs ${command.usage}`);
  if (args.length > most && !merge) return err(`${command.name} takes no ${escapeText(args[most] ?? '')}`);
  if (format === 'html' && command.name !== 'report') return err(`--format html goes with report, not with ${command.name}`);
  if (command.options.includes('fix') && !fix && (apply || exitCode)) return err('--apply and --exit-code go with --fix');
  if (fix && requireCurrent) return err('--require-current only looks: it goes without --fix');
  const shardFault = findShardFault(invocation);
  if (shardFault !== null) return err(shardFault);
  if (given.includes('no-cache') && given.includes('trust-times')) return err('--no-cache and --trust-times exclude each other');
  if (plan !== undefined && !apply) return err('--plan goes with --apply');
  if (plan !== undefined && seedOfPlanDigest(plan) === undefined) {
    return err('--plan takes the digest that a preview shows: 64 lower-case hexadecimal digits');
  }
  if (acceptIdentities.length > 0 && !apply) return err('--accept-identity goes with --apply');
  if (acceptListed && !apply) return err('--accept-listed-identities goes with --apply');
  if (acceptListed && acceptIdentities.length > 0) return err('--accept-identity and --accept-listed-identities exclude each other');
  if (requireCurrent && apply) return err('--require-current only looks: it goes without --apply');
  return ok(command);
}
