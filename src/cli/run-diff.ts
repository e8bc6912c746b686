import {
  compareBuilds,
  type ArchiveByteDifference,
  type AssetDifference,
  type BuildComparison,
  type CompanionDifference,
  type ComparedInput,
} from 'prometeu-packer';
import { escapeText } from 'prometeu-packer/report';
import type { Answer } from './answer.js';
import { BUILT_ARCHIVE } from './built-archive.js';
import type { CommandIo } from './command-io.js';
import { notRunAnswer } from './failed-answer.js';
import type { Invocation } from './invocation.js';
import { openFolder } from './open-folder.js';
import { withWorkspace } from './with-workspace.js';

function showByte(byte: number | null): string {
  return byte === null ? 'the end' : `0x${byte.toString(16).padStart(2, '0')}`;
}

function showSides({ a, b }: { readonly a: number | null; readonly b: number | null }): string {
  return `${showByte(a)} here, ${showByte(b)} there`;
}

function showInput(input: ComparedInput | null): string {
  return input === null ? '' : `, byte ${input.offset} of ${escapeText(input.path)} (role ${escapeText(input.role)})`;
}

function showFirst(first: ArchiveByteDifference): string {
  const { offset, region, field, asset, input } = first;
  const place = field === null ? region : `${region}, ${escapeText(field)}`;
  const owner = asset === null ? '' : `, asset ${asset.asset_id} ${escapeText(asset.asset_name)}`;
  return `first difference: byte ${offset} of ${BUILT_ARCHIVE}: ${place}${owner}${showInput(input)}: ${showSides(first)}`;
}

function showValue(value: unknown): string {
  return value === null ? 'nothing' : escapeText(JSON.stringify(value));
}

function assetLines({ asset_id, asset_name, state, fields, byte }: AssetDifference): readonly string[] {
  const name = `asset ${asset_id} ${escapeText(asset_name)}`;
  if (state === 'only-a') return [`${name}: only here`];
  if (state === 'only-b') return [`${name}: only there`];
  return [
    `${name}: changed`,
    ...fields.map(({ field, a, b }) => `  ${field}: ${showValue(a)} here, ${showValue(b)} there`),
    ...(byte === null ? [] : [`  first byte: ${byte.offset} of the asset${showInput(byte.input)}: ${showSides(byte)}`]),
  ];
}

const STATES: Readonly<Record<CompanionDifference['state'], string>> = {
  absent: 'in neither',
  changed: 'changed',
  equal: 'equal',
  'only-a': 'only here',
  'only-b': 'only there',
};

function companionLine({ path, state, pointer }: CompanionDifference): string {
  return `${path}: ${STATES[state]}${pointer === null ? '' : `, first at ${escapeText(pointer) || 'the top'}`}`;
}

function tell(comparison: BuildComparison): Answer {
  const { equal, first, assets, companions, diagnostics } = comparison;
  const lines = [
    ...(first === null ? [`${BUILT_ARCHIVE}: equal`] : [showFirst(first)]),
    ...assets.flatMap(assetLines),
    ...companions.filter(({ state }) => state !== 'absent').map(companionLine),
    equal ? 'the builds are the same, byte for byte' : 'the builds differ',
  ];
  return { ran: true, diagnostics, result: comparison, lines, pending: !equal };
}

/** Does what `diff` is asked for. */
export function runDiff(invocation: Invocation, io: CommandIo): Promise<Answer> {
  return withWorkspace(invocation, io, async (host) => {
    const [other = ''] = invocation.args;
    const opened = openFolder(other, io);
    if (opened.isErr()) return opened.error;
    const compared = await compareBuilds(host, opened.value, { signal: io.signal });
    return compared.match(tell, (failure) => notRunAnswer(failure));
  });
}
