import { err, ok, type Result } from 'neverthrow';
import { escapeText } from 'prometeu-packer';
import type { Command } from './command.js';
import type { Invocation } from './invocation.js';
import { seedOfPlanDigest } from './plan-digest.js';

/** Finds the command that is asked for, and whether it takes what it is given; else what is wrong, for people. */
export function checkInvocation(invocation: Invocation, commands: readonly Command[]): Result<Command, string> {
  const { command: name, args, format, given, fix, apply, exitCode, plan, acceptIdentities, acceptListed, requireCurrent } = invocation;
  const names = commands.map((known) => known.name).join(', ');
  if (name === null) return err(`no command is given; there are ${names}`);
  const command = commands.find((known) => known.name === name);
  if (command === undefined) return err(`there is no command ${escapeText(name)}; there are ${names}`);
  const foreign = given.find((option) => !command.options.includes(option));
  if (foreign !== undefined) return err(`${command.name} takes no --${foreign}`);
  const [least, most] = command.args;
  if (args.length < least) return err(`${command.name} needs ${command.usage}`);
  if (args.length > most) return err(`${command.name} takes no ${escapeText(args[most] ?? '')}`);
  if (format === 'html' && command.name !== 'report') return err(`--format html goes with report, not with ${command.name}`);
  if (command.options.includes('fix') && !fix && (apply || exitCode)) return err('--apply and --exit-code go with --fix');
  if (fix && requireCurrent) return err('--require-current only looks: it goes without --fix');
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
