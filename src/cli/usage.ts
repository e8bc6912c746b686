import type { Command } from './command.js';
import type { CommandOption } from './invocation.js';

const COMMON = [
  '  --workspace DIR    the workspace; the current folder unless told',
  '  --format FORMAT    text (unless told), json, sarif, github, or baseline; report also html',
  '  --policy FILE      a JSON file that raises, lowers or ignores codes, or knows findings',
  '  -h, --help         tells how the program, or a command, is used',
  '  --version          tells the version',
];

const OWN: Readonly<Record<CommandOption, string>> = {
  fix: '  --fix              mends all findings that are safe to mend, in one plan',
  apply: '  --apply            does it; without, what would be done is shown',
  plan: '  --plan DIGEST      with --apply: only if the plan is still the one previewed',
  'exit-code': '  --exit-code        exits with 1 where there is something to do',
  choice: '  --choice NAME      which of the choices that the finding lists',
  'accept-identity': '  --accept-identity UUID  with --apply: agrees to this derived identity; may be given again',
  'accept-listed-identities': '  --accept-listed-identities  with --apply: agrees to every identity that this run derives',
  'require-current': '  --require-current  takes every file of an earlier version for an error',
  shard: '  --shard N/COUNT    checks one of so many shards of the workspace alone',
  evidence: '  --evidence FILE    with --shard: writes what other processes need not check again',
  merge: '  --merge FILE…      takes what the shards have found; give evidence only from jobs that you would take a build from',
  'no-cache': '  --no-cache         neither reads nor writes the cache',
  'trust-times': '  --trust-times      builds nothing where the cache, sizes and times tell that it is built already',
  remove: '  --remove           takes the asset out of the registry; its identity never comes back',
  'delete-declaration': '  --delete-declaration  with --remove: deletes its asset.json too, and no other file',
  'move-to': '  --move-to ROOT     moves its folder; the registry follows, and identities stay',
  owner: '  --owner TOKEN      the token of the lock that is to be broken',
};

const EXITS = [
  'Exits with 0 where it ran and no finding is an error, with 1 where a finding is one or what was asked is refused,',
  'with 2 where it could not run.',
];

/** How one command is used. */
export function commandUsage({ name, usage, summary, options }: Command): string {
  const own = options.map((option) => OWN[option]);
  return [`prometeu-packer ${name} ${usage}`.trimEnd(), '', summary, '', ...own, ...COMMON, ''].join('\n');
}

/** How the program is used. */
export function programUsage(commands: readonly Command[]): string {
  const list = commands.flatMap(({ name, usage, summary }) => [`  ${name} ${usage}`.trimEnd(), `      ${summary}`]);
  const head = 'prometeu-packer COMMAND [ARG…] [--workspace DIR] [--format FORMAT] [--policy FILE]';
  return [head, '', ...list, '', 'Options of every command:', ...COMMON, '', ...EXITS, ''].join('\n');
}
