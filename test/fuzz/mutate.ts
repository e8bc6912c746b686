import { interestingNumbers, jsonTokens, type JsonToken, memberAt, valueSpan } from './json-spans.js';

/** One change, as numbers that are brought into range where it is made, so that any four are a change. */
export type Mutation = readonly [kind: number, at: number, length: number, value: number];

/** What mutations draw on. */
export interface Material {
  readonly seeds: readonly Uint8Array[];
  readonly words: readonly Uint8Array[];
}

interface Change {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly length: number;
  readonly value: number;
  readonly material: Material;
}

type Mutator = (change: Change) => Uint8Array;

const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];
const within = (bytes: Uint8Array, at: number): number => at % (bytes.length + 1);
const replace = (bytes: Uint8Array, start: number, end: number, by: Uint8Array): Uint8Array =>
  join(bytes.subarray(0, start), by, bytes.subarray(end));

const flip: Mutator = ({ bytes, at, value }) => {
  if (bytes.length === 0) return bytes;
  const changed = Uint8Array.from(bytes);
  const place = at % bytes.length;
  changed[place] = (changed[place] ?? 0) ^ (1 << (value % 8));
  return changed;
};

const truncate: Mutator = ({ bytes, at }) => bytes.subarray(0, within(bytes, at));

const splice: Mutator = ({ bytes, at, length, value, material }) => {
  const other = pick(material.seeds, value) ?? bytes;
  return join(bytes.subarray(0, within(bytes, at)), other.subarray(within(other, length)));
};

const remove: Mutator = ({ bytes, at, length }) => {
  const start = within(bytes, at);
  return replace(bytes, start, start + 1 + (length % 32), new Uint8Array());
};

const duplicate: Mutator = ({ bytes, at, length }) => {
  const start = within(bytes, at);
  const slice = bytes.subarray(start, start + 1 + (length % 64));
  return replace(bytes, start, start, slice);
};

const swapSlices: Mutator = ({ bytes, at, length, value }) => {
  const start = within(bytes, at);
  const middle = start + 1 + (length % 40);
  const end = middle + 1 + (value % 40);
  return join(bytes.subarray(0, start), bytes.subarray(middle, end), bytes.subarray(start, middle), bytes.subarray(end));
};

const insertWord: Mutator = ({ bytes, at, value, material }) => {
  const start = within(bytes, at);
  return replace(bytes, start, start, pick(material.words, value) ?? new Uint8Array());
};

const overwriteWord: Mutator = ({ bytes, at, value, material }) => {
  const start = within(bytes, at);
  const word = pick(material.words, value) ?? new Uint8Array();
  return replace(bytes, start, start + word.length, word);
};

/** A field of a binary format gets a number at the edge of what it holds, or of what stands around it. */
const writeNumber: Mutator = ({ bytes, at, length, value }) => {
  const width = pick([1, 2, 4, 8], length) ?? 1;
  if (bytes.length < width) return bytes;
  const changed = Buffer.from(bytes);
  const place = at % (bytes.length - width + 1);
  const most = 2n ** BigInt(width * 8) - 1n;
  const edges = [0n, 1n, most, most >> 1n, (most >> 1n) + 1n, BigInt(bytes.length), BigInt(bytes.length + 1), BigInt(bytes.length - place)];
  const edge = BigInt.asUintN(width * 8, pick(edges, value) ?? 0n);
  const isLittle = (length >> 2) % 2 === 0;
  for (let index = 0; index < width; index++) {
    const shift = BigInt((isLittle ? index : width - 1 - index) * 8);
    changed[place + index] = Number((edge >> shift) & 255n);
  }
  return new Uint8Array(changed);
};

/** A field counts one more or less, or a little more. */
const nudge: Mutator = ({ bytes, at, value }) => {
  if (bytes.length === 0) return bytes;
  const changed = Uint8Array.from(bytes);
  const place = at % bytes.length;
  changed[place] = ((changed[place] ?? 0) + (pick([1, 255, 2, 254, 16, 240, 64, 128], value) ?? 1)) & 255;
  return changed;
};

const onToken =
  (
    change: (text: string, tokens: readonly JsonToken[], token: JsonToken, how: Change) => readonly [number, number, string] | null,
  ): Mutator =>
  (how) => {
    const text = Buffer.from(how.bytes).toString('latin1');
    const tokens = jsonTokens(text);
    const token = pick(tokens, how.at);
    const changed = token === undefined ? null : change(text, tokens, token, how);
    if (changed === null) return how.bytes;
    const [start, end, by] = changed;
    return replace(how.bytes, start, end, new Uint8Array(Buffer.from(by, 'latin1')));
  };

const replaceToken = onToken((_text, _tokens, { start, end }, { value, material }) => {
  const word = pick(material.words, value) ?? new Uint8Array();
  return [start, end, Buffer.from(word).toString('latin1')];
});

const replaceNumber = onToken((_text, tokens, { index }, { value }) => {
  const number = [...tokens.slice(index), ...tokens.slice(0, index)].find(({ kind }) => kind === 'number');
  return number === undefined ? null : [number.start, number.end, pick(interestingNumbers, value) ?? '0'];
});

const swapTokens = onToken((text, tokens, { index, start, end, kind }, { value }) => {
  const same = tokens.filter((other) => other.kind === kind && other.index > index);
  const other = pick(same, value);
  if (other === undefined) return null;
  return [start, other.end, text.slice(other.start, other.end) + text.slice(end, other.start) + text.slice(start, end)];
});

const editInString = onToken((text, tokens, { index }, { length, value, material }) => {
  const found = [...tokens.slice(index), ...tokens.slice(0, index)].find(({ kind }) => kind === 'string');
  if (found === undefined) return null;
  const at = found.start + 1 + (length % Math.max(1, found.end - found.start - 1));
  const word = Buffer.from(pick(material.words, value) ?? new Uint8Array()).toString('latin1');
  return [at, at + (value % 2), /^".*"$/s.test(word) ? word.slice(1, -1) : word || text.slice(found.start, at)];
});

const removeMember = onToken((_text, tokens, { index }) => {
  const member = memberAt(tokens, index);
  return member === null ? null : [member.start, member.end, ''];
});

const repeatMember = onToken((text, tokens, { index }, { value }) => {
  const member = memberAt(tokens, index);
  if (member === null) return null;
  const own = text.slice(member.start, member.end).replace(/,\s*$/, '');
  const times = value % 16 === 0 ? 60 : 1; // more than a report shows of one code
  return [member.start, member.start, `${own},`.repeat(times)];
});

/** A value is put in place of another: from the same text, or from another seed. */
const graft = onToken((text, tokens, { index }, { length, value, material }) => {
  const target = valueSpan(tokens, index);
  const other = length % 2 === 0 ? text : Buffer.from(pick(material.seeds, length) ?? new Uint8Array()).toString('latin1');
  const others = other === text ? tokens : jsonTokens(other);
  const source = others.length === 0 ? null : valueSpan(others, value % others.length);
  return target === null || source === null ? null : [target.start, target.end, other.slice(source.start, source.end)];
});

const wrap = onToken((text, tokens, { index }, { value }) => {
  const target = valueSpan(tokens, index);
  if (target === null) return null;
  const depth = value % 8 === 0 ? 70 : 1;
  const own = text.slice(target.start, target.end);
  return [
    target.start,
    target.end,
    value % 2 === 0 ? `${'['.repeat(depth)}${own}${']'.repeat(depth)}` : `${'{"a":'.repeat(depth)}${own}${'}'.repeat(depth)}`,
  ];
});

const mutators: readonly Mutator[] = [
  ...[flip, flip, truncate, splice, remove, duplicate, swapSlices, insertWord, overwriteWord, writeNumber, writeNumber, nudge],
  ...[replaceToken, replaceToken, replaceNumber, swapTokens, editInString, editInString, removeMember, repeatMember, graft, graft, wrap],
];

/** Changes bytes, one mutation after the other; no more than `maxBytes` come of it. */
export function mutate(bytes: Uint8Array, mutations: readonly Mutation[], material: Material, maxBytes: number): Uint8Array {
  let changed = bytes;
  for (const [kind, at, length, value] of mutations) {
    changed = (pick(mutators, kind) ?? flip)({ bytes: changed, at, length, value, material }).subarray(0, maxBytes);
  }
  return changed;
}
