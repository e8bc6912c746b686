import { inHeader, type KitFault } from './kit-fault.js';

const STRUCTURE = 'ARCHIVE_HEADER_STRUCTURE';

const change = (rule: string, name: string, code: string, from: string, to: string, golden = 'one-asset'): KitFault => ({
  ...{ rule, name, golden, code, splices: [inHeader(golden, from, to)] },
});

/** A key with its value as it stands in `one-asset` or `one-preloaded`, and values that it cannot have. */
interface KeyCase {
  readonly key: string;
  readonly golden?: string;
  /** The member, with as much around it as makes it the only one. */
  readonly around: (member: string) => string;
  readonly value: string;
  /** How the text reads without the member. */
  readonly without: string;
  readonly missing?: string;
  /** Values of another type, with their names and codes. */
  readonly types: readonly (readonly [name: string, value: string, code?: string])[];
  readonly bounds?: readonly (readonly [name: string, value: string, code: string])[];
}

const DIGEST = 'ad9243fa6fb22714f45277ba907cb9383a18674fbcdb7b4b05a86929b2d853cd';
const SIZE = 'ARCHIVE_SIZE_INVALID';
const ID = 'ARCHIVE_ASSET_ID_RANGE';
const NAME = 'ARCHIVE_ASSET_NAME_INVALID';
const VERSION = 'ARCHIVE_HEADER_VERSION';
const SHA = 'ARCHIVE_SHA256_MALFORMED';
const FLAT = 'ARCHIVE_METADATA_NOT_FLAT';
const negative = (code: string) => [['negative', '-16', code]] as const;
const badIds = [
  ['0', '0', ID],
  ['2^32-1', '4294967295', ID],
] as const;

const cases: readonly KeyCase[] = [
  {
    ...{ key: 'header_version', around: (member) => `${member},"preload":[]`, value: '1', without: '"preload":[]', missing: VERSION },
    types: [['a text', '"1"', VERSION]],
    bounds: [
      ['0', '0', VERSION],
      ['2', '2', VERSION],
    ],
  },
  {
    key: 'preload',
    around: (member) => `,${member}}`,
    value: '[]',
    without: '}',
    types: [
      ['an object', '{}'],
      ['null', 'null'],
    ],
  },
  {
    ...{ key: 'asset_table[].asset_id', around: (member) => `${member},"asset_name"`, value: '1', without: '"asset_name"' },
    ...{
      types: [
        ['a text', '"1"'],
        ['a fraction', '1.5', ID],
      ],
      bounds: badIds,
    },
  },
  {
    ...{ key: 'asset_table[].asset_name', around: (member) => `${member},`, value: '"hero"', without: '' },
    types: [['null', 'null']],
    bounds: [
      ['a capital', '"Hero"', NAME],
      ['empty', '""', NAME],
      ['65 characters', `"${'n'.repeat(65)}"`, NAME],
      ['a hyphen first', '"-hero"', NAME],
      ['not ascii', '"hér\u00f6"', NAME],
      ['a newline last', '"hero\\n"', NAME],
    ],
  },
  {
    ...{ key: 'asset_table[].bank_type', around: (member) => `${member},`, value: '"TILES"', without: '' },
    ...{ types: [['a number', '0']], bounds: [['an unknown one', '"MUSIC"', 'ARCHIVE_BANK_TYPE_UNKNOWN']] },
  },
  {
    ...{ key: 'asset_table[].codec', around: (member) => `${member},`, value: '"NONE"', without: '' },
    ...{ types: [['null', 'null']], bounds: [['an unknown one', '"LZ4"', 'ARCHIVE_CODEC_UNSUPPORTED']] },
  },
  {
    ...{ key: 'asset_table[].decoded_size', around: (member) => `${member},`, value: '5', without: '' },
    ...{ types: [['a text', '"5"']], bounds: negative(SIZE) },
  },
  {
    ...{ key: 'asset_table[].metadata', around: (member) => `${member},`, value: '{"wide":true}', without: '' },
    types: [
      ['null', 'null'],
      ['a list', '[]'],
    ],
  },
  {
    ...{ key: 'asset_table[].offset', around: (member) => `${member},`, value: '0', without: '' },
    ...{
      types: [
        ['null', 'null'],
        ['a fraction', '0.5', SIZE],
      ],
      bounds: negative(SIZE),
    },
  },
  {
    ...{ key: 'asset_table[].sha256', around: (member) => `${member},`, value: `"${DIGEST}"`, without: '' },
    types: [['a number', '1']],
    bounds: [
      ['capitals', `"${DIGEST.toUpperCase()}"`, SHA],
      ['63 digits', `"${DIGEST.slice(1)}"`, SHA],
      ['empty', '""', SHA],
    ],
  },
  {
    ...{ key: 'asset_table[].size', around: (member) => `,${member}}`, value: '5', without: '}' },
    ...{ types: [['a text', '"5"']], bounds: negative(SIZE) },
  },
  {
    ...{
      key: 'preload[].asset_id',
      golden: 'one-preloaded',
      around: (member) => `{${member},"slot":0}`,
      value: '1',
      without: '{"slot":0}',
    },
    ...{ types: [['null', 'null']], bounds: badIds },
  },
  {
    ...{ key: 'preload[].slot', golden: 'one-preloaded', around: (member) => `,${member}}`, value: '0', without: '}' },
    types: [
      ['a text', '"0"'],
      ['a fraction', '0.5', 'ARCHIVE_SLOT_RANGE'],
    ],
    bounds: [
      ['negative', '-1', 'ARCHIVE_SLOT_RANGE'],
      ['65536', '65536', 'ARCHIVE_SLOT_RANGE'],
    ],
  },
];

function faultsOf({
  key,
  golden = 'one-asset',
  around,
  value,
  without,
  missing = STRUCTURE,
  types,
  bounds = [],
}: KeyCase): readonly KitFault[] {
  const member = (text: string): string => around(`"${key.split('.').at(-1) ?? ''}":${text}`);
  const rule = (part: string): string => `key.${key}.${part}`;
  return [
    change(rule('required'), 'missing', missing, member(value), without, golden),
    ...types.map(([name, bad, code = STRUCTURE]) => change(rule('type'), name, code, member(value), member(bad), golden)),
    ...bounds.map(([name, bad, code]) => change(rule('bounds'), name, code, member(value), member(bad), golden)),
  ];
}

const metadata = (part: 'type' | 'bounds', name: string, value: string, code = FLAT): KitFault =>
  change(`key.asset_table[].metadata.<key>.${part}`, name, code, '"wide":true', `"wide":${value}`);

/** Files whose header lacks a key, has one too many, or has a value that the key cannot have. */
export const keyFaults: readonly KitFault[] = [
  ...cases.flatMap(faultsOf),
  change('key.asset_table.required', 'missing', STRUCTURE, '"asset_table":[],', '', 'empty'),
  change('key.asset_table.type', 'an object', STRUCTURE, '"asset_table":[]', '"asset_table":{}', 'empty'),
  change('key.asset_table.type', 'a number in the list', STRUCTURE, '"asset_table":[]', '"asset_table":[1]', 'empty'),
  change('key.preload.type', 'a number in the list', STRUCTURE, '"preload":[]', '"preload":[1]'),
  metadata('type', 'null', 'null'),
  metadata('type', 'an object', '{}'),
  metadata('type', 'a list', '[true]'),
  metadata('type', 'a fraction', '0.5'),
  metadata('bounds', '2^53', '9007199254740992', 'JSON_NUMBER_RANGE'),
  metadata('bounds', '2^53+1 rounds', '9007199254740993', 'JSON_NUMBER_RANGE'),
  change('closed', 'a key more', STRUCTURE, '"preload":[]}', '"preload":[],"zone":1}'),
  change('closed.asset_table[]', 'a key more', STRUCTURE, '"size":5}', '"size":5,"zone":1}'),
  change('closed.preload[]', 'a key more', STRUCTURE, '"slot":0}', '"slot":0,"zone":1}', 'one-preloaded'),
];
