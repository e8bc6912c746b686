/** How a reader refuses a file. */
export const refusalClasses = {
  'not-an-archive': 'The file does not begin as an archive does.',
  'unsupported-version': 'The file says that it is of a version that the reader does not know.',
  damaged: 'The file is not the one that was written: it is too short or too long, or its bytes were changed.',
  malformed: 'The file is whole, but breaks the format: its writer is at fault.',
} as const;

/** A class of refusals. */
export type RefusalClass = keyof typeof refusalClasses;

/** A rule of the format. */
export interface KitRule {
  readonly id: string;
  /** The heading of the page of the format that it stands under. */
  readonly section: 'archive-envelope version 1' | 'archive-header version 1';
  readonly says: string;
  readonly class: RefusalClass;
  /** Whether what stands before the payload is enough to see it broken. */
  readonly seenBy: 'boot' | 'payload';
}

const rule = (
  section: KitRule['section'],
  seenBy: KitRule['seenBy'],
  [id, refused, says]: readonly [id: string, refused: RefusalClass, says: string],
): KitRule => ({ id, section, says, class: refused, seenBy });

const envelope = (
  [
    ['prelude', 'not-an-archive', 'A file has the 32 bytes of the prelude.'],
    ['prelude.magic', 'not-an-archive', 'The file begins with ASPA.'],
    ['prelude.envelopeMajor', 'unsupported-version', 'The major version of the envelope is 1.'],
    ['prelude.envelopeMinor', 'unsupported-version', 'The minor version of the envelope is 0.'],
    ['prelude.headerLength', 'damaged', 'The header has at least one byte and ends inside the file.'],
    ['prelude.headerCrc32', 'damaged', 'The CRC-32 of the header is the one in the prelude.'],
    ['prelude.payloadOffset', 'malformed', 'The payload begins where the header ends, or at the next multiple of 64.'],
    ['prelude.payloadLength', 'damaged', 'The payload ends where the file ends.'],
    ['padding.header', 'damaged', 'Bytes between the header and the payload are zero.'],
    ['place.first', 'malformed', 'The first asset begins where the payload begins.'],
    ['place.aligned', 'malformed', 'An asset begins at a multiple of 16 from the start of the payload.'],
    ['place.overlap', 'malformed', 'An asset begins at or after the end of the one before it.'],
    ['place.gap', 'malformed', 'An asset begins at the first multiple of 16 at or after the end of the one before it.'],
    ['place.end', 'malformed', 'Every asset ends inside the payload.'],
    ['place.last', 'malformed', 'Nothing comes after the last asset.'],
  ] as const
).map((texts) => rule('archive-envelope version 1', 'boot', texts));

const header = (
  [
    ['json.utf8', 'malformed', 'The header is UTF-8, without a byte order mark.'],
    ['json.syntax', 'malformed', 'The header is one JSON text and nothing else.'],
    ['json.object', 'malformed', 'The header is an object.'],
    ['json.unique-keys', 'malformed', 'No object of the header has a key twice.'],
    ['json.unicode', 'malformed', 'Texts and keys are Unicode: no lone surrogates.'],
    ['json.canonical', 'malformed', 'The header is written as RFC 8785 has it.'],
    ['table.order', 'malformed', 'The table is ordered by asset_id.'],
    ['table.unique-id', 'malformed', 'An asset_id stands once in the table.'],
    ['table.unique-name', 'malformed', 'A name stands once in the table.'],
    ['table.decoded-size', 'malformed', 'decoded_size is size.'],
    ['preload.known', 'malformed', 'A preloaded asset stands in the table.'],
    ['preload.once', 'malformed', 'An asset is preloaded once.'],
    ['preload.unique-slot', 'malformed', 'A slot is given once in a bank type.'],
    ['preload.order', 'malformed', 'The preload list is ordered by bank type, then slot.'],
  ] as const
).map((texts) => rule('archive-header version 1', 'boot', texts));

const payload = [
  rule('archive-envelope version 1', 'payload', ['padding.assets', 'damaged', 'Bytes between two assets are zero.']),
  rule('archive-header version 1', 'payload', ['payload.sha256', 'damaged', 'The SHA-256 of an asset is the one in the table.']),
];

/** Every key of the header, as the page of the format writes it, with what the kit says of its values. */
export const headerKeys = {
  header_version: 'the integer 1',
  asset_table: 'a list of objects',
  'asset_table[].asset_id': 'an integer from 1 to 4294967294',
  'asset_table[].asset_name': 'a text that matches ^[a-z0-9][a-z0-9_-]{0,63}$',
  'asset_table[].bank_type': 'one of DATA, PALETTES, SOUNDS, TILES',
  'asset_table[].codec': 'NONE',
  'asset_table[].offset': 'an integer, at least 0',
  'asset_table[].size': 'an integer, at least 0',
  'asset_table[].decoded_size': 'an integer, at least 0',
  'asset_table[].sha256': 'a text of 64 lower-case hexadecimal digits',
  'asset_table[].metadata': 'an object',
  'asset_table[].metadata.<key>': 'a text, an integer from -9007199254740991 to 9007199254740991, or a boolean',
  preload: 'a list of objects',
  'preload[].asset_id': 'an integer from 1 to 4294967294',
  'preload[].slot': 'an integer from 0 to 65535',
} as const;

/** Keys whose values are bounded by more than their type. */
export const boundedKeys: readonly string[] = Object.keys(headerKeys).filter(
  (key) => !['asset_table', 'preload', 'asset_table[].metadata'].includes(key),
);

const keyRules = Object.entries(headerKeys).flatMap(([key, what]): readonly KitRule[] => {
  const make = (part: string, says: string, refused: RefusalClass = 'malformed') =>
    rule('archive-header version 1', 'boot', [`key.${key}.${part}`, refused, says]);
  const required = key.endsWith('<key>') ? [] : [make('required', `${key} is there.`)];
  const bounds = boundedKeys.includes(key)
    ? [make('bounds', `${key} is ${what}.`, key === 'header_version' ? 'unsupported-version' : 'malformed')]
    : [];
  return [...required, make('type', `${key} is ${what}: of that type.`), ...bounds];
});

const closedRules = (
  [
    ['closed', 'The header has no other keys.'],
    ['closed.asset_table[]', 'An asset of the table has no other keys.'],
    ['closed.preload[]', 'An entry of the preload list has no other keys.'],
  ] as const
).map(([id, says]) => rule('archive-header version 1', 'boot', [id, 'malformed', says]));

/** Every rule of the format that a file can break. */
export const kitRules: readonly KitRule[] = [...envelope, ...header, ...keyRules, ...closedRules, ...payload];
