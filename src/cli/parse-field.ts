import { err, ok, type Result } from 'neverthrow';
import type { AssetDeclaration, AssetOutput, AssetPreload, Mutation } from 'prometeu-packer';
import { escapeText } from 'prometeu-packer/report';

/** What an asset says now of the fields that a change starts from. */
export interface FieldsBefore {
  /** Its folder, relative to `assets/`. */
  readonly root: string;
  /** What is preloaded now. */
  readonly preload: AssetPreload | null;
  /** Its inputs now. */
  readonly inputs: AssetDeclaration['inputs'];
  /** What it becomes now. */
  readonly output: Partial<AssetOutput>;
}

const FIELDS =
  'name=NAME, included=yes|no, preload=on|off|none, preload.slot=N|none, type=TYPE, format=FORMAT, metadata.KEY=VALUE|none, inputs.ROLE=FILE,FILE…';

function oneOf<T>(field: string, value: string, allowed: Readonly<Record<string, T>>): Result<T, string> {
  const found = Object.hasOwn(allowed, value) ? allowed[value] : undefined;
  return found === undefined ? err(`${field} takes ${Object.keys(allowed).join(' or ')}, not ${escapeText(value)}`) : ok(found);
}

function without<T>(members: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(members).filter(([name]) => name !== key));
}

/** A value of metadata: a whole number, true or false; anything else is text. */
function scalar(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^(?:0|-?[1-9][0-9]{0,14})$/.test(text) ? Number(text) : text;
}

function parsePart(
  { root, preload, inputs, output }: FieldsBefore,
  name: string,
  part: string,
  value: string,
): Result<Mutation, string> | null {
  switch (name) {
    case 'preload': {
      const isSlot = /^(?:0|[1-9][0-9]{0,4})$/.test(value);
      if (part !== 'slot') return null;
      if (value !== 'none' && !isSlot) return err(`preload.slot takes a number from 0 to 65535, or none, not ${escapeText(value)}`);
      return ok({ kind: 'set-preload', root, preload: { enabled: preload?.enabled ?? true, ...(isSlot && { slot: Number(value) }) } });
    }
    case 'metadata': {
      const kept = without(output.metadata ?? {}, part);
      return ok({ kind: 'set-output', root, output: { metadata: value === 'none' ? kept : { ...kept, [part]: scalar(value) } } });
    }
    case 'inputs':
      return ok({ kind: 'set-inputs', root, inputs: { ...without(inputs, part), ...(value !== '' && { [part]: value.split(',') }) } });
    default:
      return null;
  }
}

/**
 * Reads one `FIELD=VALUE` of the command line as a change of an asset.
 *
 * @returns the change, or what is wrong with the field, for people. Whether the value suits the asset is not judged here.
 */
export function parseField(text: string, before: FieldsBefore): Result<Mutation, string> {
  const equals = text.indexOf('=');
  const field = equals < 0 ? text : text.slice(0, equals);
  const value = equals < 0 ? '' : text.slice(equals + 1);
  const unknown = (): Result<Mutation, string> => err(`there is no field ${escapeText(field)}; there are ${FIELDS}`);
  if (equals < 0) return err(`${escapeText(text)} is no FIELD=VALUE; there are ${FIELDS}`);
  const { root, preload } = before;
  const dot = field.indexOf('.');
  if (dot > 0) return parsePart(before, field.slice(0, dot), field.slice(dot + 1), value) ?? unknown();
  switch (field) {
    case 'name':
      return ok({ kind: 'rename', root, name: value });
    case 'included':
      return oneOf(field, value, { yes: true, no: false }).map((included) => ({ kind: 'set-inclusion', root, included }));
    case 'preload': {
      const slot = preload?.slot === undefined ? {} : { slot: preload.slot };
      const choices = { on: { enabled: true, ...slot }, off: { enabled: false, ...slot }, none: 'none' } as const;
      return oneOf<AssetPreload | 'none'>(field, value, choices).map((chosen) => ({
        kind: 'set-preload',
        root,
        preload: chosen === 'none' ? null : chosen,
      }));
    }
    case 'type':
      return ok({ kind: 'set-output', root, type: value as never }); // the gates judge it like any other text
    case 'format':
      return ok({ kind: 'set-output', root, output: { format: value as never } }); // the same
    default:
      return unknown();
  }
}
