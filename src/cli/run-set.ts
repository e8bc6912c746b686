import { err, ok, type Result } from 'neverthrow';
import { planMutation, readWorkspace, type AssetState, type Mutation, type ReadHost } from 'prometeu-packer';
import { escapeText } from 'prometeu-packer/report';
import type { Answer } from './answer.js';
import type { CommandIo } from './command-io.js';
import { notRunAnswer } from './failed-answer.js';
import type { Invocation } from './invocation.js';
import { type FieldsBefore, parseField } from './parse-field.js';
import { runPlanCommand } from './plan-command.js';
import { withWorkspace } from './with-workspace.js';

function fieldsOf(root: string, state: AssetState | undefined): FieldsBefore {
  const { preload = null, inputs = {}, output = {} } = state?.body ?? {};
  return { root, preload, inputs, output };
}

/** Each field starts from what the ones before it made. */
function advance(before: FieldsBefore, mutation: Mutation): FieldsBefore {
  switch (mutation.kind) {
    case 'set-preload':
      return { ...before, preload: mutation.preload };
    case 'set-inputs':
      return { ...before, inputs: mutation.inputs };
    case 'set-output':
      return { ...before, output: { ...before.output, ...mutation.output } };
    default:
      return before;
  }
}

function parseFields(fields: readonly string[], start: FieldsBefore): Result<readonly Mutation[], string> {
  const mutations: Mutation[] = [];
  let before = start;
  for (const field of fields) {
    const parsed = parseField(field, before);
    if (parsed.isErr()) return err(parsed.error);
    mutations.push(parsed.value);
    before = advance(before, parsed.value);
  }
  return ok(mutations);
}

function askedFor(
  { args, remove, deleteDeclaration, moveTo }: Invocation,
  state: AssetState | undefined,
): Result<readonly Mutation[], string> {
  const [root = '', ...fields] = args;
  if (deleteDeclaration && !remove) return err('--delete-declaration goes with --remove');
  if (remove && fields.length > 0) return err(`--remove goes without ${escapeText(fields[0] ?? '')}`);
  if (remove && moveTo !== undefined) return err('--remove and --move-to exclude each other');
  if (remove) return ok([{ kind: 'remove', root, deleteDeclaration }]);
  if (moveTo !== undefined && fields.length > 0) return err(`--move-to goes without ${escapeText(fields[0] ?? '')}`);
  if (moveTo !== undefined) return ok([{ kind: 'relocate', root, to: moveTo.replace(/\/$/, '') }]);
  return fields.length === 0
    ? err('set needs ROOT FIELD=VALUE…, ROOT --remove or ROOT --move-to ROOT')
    : parseFields(fields, fieldsOf(root, state));
}

async function readMutations(invocation: Invocation, host: ReadHost, io: CommandIo): Promise<Result<readonly Mutation[], Answer>> {
  const [root = ''] = invocation.args;
  const read = await readWorkspace(host, { signal: io.signal });
  if (read.isErr()) return err(notRunAnswer(read.error));
  const state = read.value.assets.find((asset) => asset.root === root);
  return askedFor(invocation, state).mapErr((problem) => ({
    ran: false,
    diagnostics: [],
    result: null,
    lines: [problem, 'see prometeu-packer set --help'],
  }));
}

/** Does what `set` is asked for. */
export function runSet(invocation: Invocation, io: CommandIo): Promise<Answer> {
  return withWorkspace(invocation, io, async (host) => {
    const mutations = await readMutations(invocation, host, io);
    if (mutations.isErr()) return mutations.error;
    const { remove, deleteDeclaration, moveTo } = invocation;
    return runPlanCommand({
      invocation,
      host,
      io,
      makePlan: () => planMutation(host, { mutations: mutations.value, signal: io.signal }),
      nothingToDo: 'nothing to do: it says so already',
      options: [
        ...(remove ? ['--remove'] : []),
        ...(deleteDeclaration ? ['--delete-declaration'] : []),
        ...(moveTo === undefined ? [] : ['--move-to', moveTo]),
      ],
    });
  });
}
