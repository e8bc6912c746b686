import { buildArchive } from '../artifacts/archive/build-archive.js';
import { goldens } from './golden.js';

/** Bytes of a sound archive taken out and others put in their place, at a place of the file, of its header or of its payload. */
export interface Splice {
  readonly region: 'file' | 'header' | 'payload';
  readonly at: number;
  readonly remove: number;
  readonly put: Uint8Array;
}

/** A file of the kit that breaks one rule, as what was done to a sound one. */
export interface KitFault {
  readonly rule: string;
  /** What was done, in a few words; the file is named by it. */
  readonly name: string;
  /** The golden it was made from. */
  readonly golden: string;
  readonly splices: readonly Splice[];
  /** The one code that prometeu-packer has for it. */
  readonly code: string;
}

/** The parts of a sound archive. */
export function partsOf(bytes: Uint8Array): { readonly headerEnd: number; readonly payloadOffset: number } {
  const view = Buffer.from(bytes);
  return { headerEnd: 32 + view.readUInt32LE(8), payloadOffset: Number(view.readBigUInt64LE(16)) };
}

/** The bytes of a golden. */
export function goldenBytes(name: string): Uint8Array {
  const golden = goldens.find((one) => one.name === name);
  if (golden === undefined) throw new Error(`There is no golden ${name}.`);
  return golden.bytes;
}

const bytesOf = (content: string | Uint8Array): Uint8Array => new Uint8Array(Buffer.from(content));

/** In the header: a stretch that stands there once becomes another one. What both begin or end with is left alone. */
export function inHeader(golden: string, from: string | Uint8Array, to: string | Uint8Array): Splice {
  const bytes = goldenBytes(golden);
  const header = Buffer.from(bytes.subarray(32, partsOf(bytes).headerEnd));
  const [old, put] = [bytesOf(from), bytesOf(to)];
  const found = header.indexOf(old);
  if (found < 0 || header.indexOf(old, found + 1) >= 0)
    throw new Error(`Not once in the header of ${golden}: ${Buffer.from(old).toString()}`);
  const shorter = Math.min(old.length, put.length);
  let start = 0;
  while (start < shorter && old[start] === put[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === put[put.length - 1 - end]) end += 1;
  return { region: 'header', at: found + start, remove: old.length - start - end, put: put.subarray(start, put.length - end) };
}

/** At the beginning or the end of the header: something more. */
export function aroundHeader(golden: string, where: 'before' | 'after', put: string | Uint8Array): Splice {
  const length = partsOf(goldenBytes(golden)).headerEnd - 32;
  return { region: 'header', at: where === 'before' ? 0 : length, remove: 0, put: bytesOf(put) };
}

/** The whole header becomes another text. */
export function wholeHeader(golden: string, put: string): Splice {
  return { region: 'header', at: 0, remove: partsOf(goldenBytes(golden)).headerEnd - 32, put: bytesOf(put) };
}

/** In the payload, by its own offsets; the lengths in the prelude follow. */
export function inPayload(at: number, remove: number, put: string | Uint8Array): Splice {
  return { region: 'payload', at, remove, put: bytesOf(put) };
}

/** In the finished file: nothing follows. */
export function inFile(at: number, remove: number, put: string | Uint8Array): Splice {
  return { region: 'file', at, remove, put: bytesOf(put) };
}

/** One change of a golden's bytes; `seal`: lengths, checksum and padding that follow from the fault. */
export interface KitEdit {
  readonly why: 'fault' | 'seal';
  /** Of the golden. */
  readonly offset: number;
  readonly remove: number;
  readonly insert: Uint8Array;
}

/** Applies edits to a golden. They are ordered by offset, and none reaches into the next. */
export function applyEdits(golden: Uint8Array, edits: readonly Omit<KitEdit, 'why'>[]): Uint8Array {
  return edits.reduceRight<Uint8Array>(
    (bytes, { offset, remove, insert }) => Buffer.concat([bytes.subarray(0, offset), insert, bytes.subarray(offset + remove)]),
    golden,
  );
}

const FIELDS = [
  [8, 4],
  [12, 4],
  [16, 8],
  [24, 8],
] as const;

/** What a fault does to its golden, all lengths and checksums that follow from it included. */
export function editsOf({ golden, splices }: KitFault): readonly KitEdit[] {
  const bytes = goldenBytes(golden);
  const { headerEnd, payloadOffset } = partsOf(bytes);
  const origin = { file: 0, header: 32, payload: payloadOffset };
  const of = (region: Splice['region']): readonly KitEdit[] =>
    splices
      .filter((splice) => splice.region === region)
      .map(({ at, remove, put }) => ({ why: 'fault', offset: origin[region] + at, remove, insert: put }));
  if (splices.every(({ region }) => region === 'file')) return of('file');
  const shifted = (edits: readonly KitEdit[], by: number): KitEdit[] => edits.map((edit) => ({ ...edit, offset: edit.offset - by }));
  const header = applyEdits(bytes.subarray(32, headerEnd), shifted(of('header'), 32));
  const payload = applyEdits(bytes.subarray(payloadOffset), shifted(of('payload'), payloadOffset));
  const sealed = buildArchive({ assets: [], text: () => header, payload: () => payload });
  const fields = FIELDS.map(([at, width]): KitEdit => ({ why: 'seal', offset: at, remove: width, insert: sealed.slice(at, at + width) }));
  const changed = fields.filter(({ offset, remove, insert }) => Buffer.compare(insert, bytes.subarray(offset, offset + remove)) !== 0);
  const more = partsOf(sealed).payloadOffset - partsOf(sealed).headerEnd - (payloadOffset - headerEnd);
  const padding: KitEdit = { why: 'seal', offset: headerEnd, remove: Math.max(0, -more), insert: new Uint8Array(Math.max(0, more)) };
  return [...changed, ...of('header'), ...(more === 0 ? [] : [padding]), ...of('payload')];
}
