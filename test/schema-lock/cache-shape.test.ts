import { describe, expect, it } from 'vitest';
import { cacheSample } from './cache-sample.js';
import { cacheCodec, cacheShape, cacheTextShape, type CacheCodec } from './cache-shape.js';
import { cacheFields, cacheText, digestedPart, RIGHT_DIGEST, sha256 } from './cache-text.js';
import { currentState } from './current-state.js';
import { judgeSchemaLock, type LockFault } from './judge-schema-lock.js';
import { readLock } from './lock-file.js';
import { placesIn, valueAt, withValue } from './probe-structure.js';
import type { Json, JsonRecord, Shape } from './shape.js';

const lock = { versions: { cache: readLock().versions['cache'] ?? {} }, fixtures: {} };
const surfaces = currentState().surfaces.filter(({ surface }) => surface === 'cache');

const locked = cacheShape();

/** The shape with the text of another writer or reader. */
const withText = (codec: CacheCodec): Shape => ({ ...locked, ...cacheTextShape(codec) });

/** What the lock says of a cache of another shape. */
function judge(shape: Shape): readonly LockFault[] {
  const changed = surfaces.map((entry) => ({ ...entry, versions: entry.versions.map((found) => ({ ...found, shape })) }));
  return judgeSchemaLock(lock, { surfaces: changed, fixtures: {} });
}

const RED: readonly LockFault[] = [
  {
    artifact: 'cache',
    version: 1,
    problem: 'shape-changed',
    missing: [
      'a new version number',
      'a schema file src/artifacts/cache/serialize-cache.ts',
      'frozen fixtures fixtures/versions/cache/v2',
      'a note in docs/formats',
      'a lock entry',
      'the shape of v1 as it is locked',
    ],
  },
];

type Turn = (fields: JsonRecord) => JsonRecord;

const fieldsOf = (text: string): JsonRecord => ({ ...(JSON.parse(text) as JsonRecord), digest: RIGHT_DIGEST });

const isSealed = (text: string): boolean => text.startsWith(`{\n"schema_version":1,\n"digest":"${sha256(digestedPart(text))}",\n"`);

/** A writer and a reader that agree on other fields, and are as strict as ours in everything else. */
const withFields = (turn: Turn, turnBack: Turn): CacheCodec => ({
  serialize: (content) => cacheText(turn(fieldsOf(cacheCodec.serialize(content)))),
  parse: (text) => cacheCodec.parse(isSealed(text) ? cacheText(turnBack(fieldsOf(text))) : text),
});

const renamed =
  (from: string, to: string): Turn =>
  (fields) =>
    Object.fromEntries(Object.entries(fields).map(([key, value]) => [key === from ? to : key, value]));

const moved =
  (key: string): Turn =>
  ({ [key]: value = null, ...others }) => ({ ...others, [key]: value });

const without =
  (key: string): Turn =>
  (fields) =>
    Object.fromEntries(Object.entries(fields).filter(([other]) => other !== key));

const counted =
  (key: string, step: number): Turn =>
  (fields) => {
    const column = fields[key];
    return {
      ...fields,
      [key]: Array.isArray(column) ? column.map((number) => (typeof number === 'number' ? number + step : (number as Json))) : null,
    };
  };

const joined =
  (from: string, to: string): Turn =>
  (fields) => ({ ...fields, file_names: (fields['file_names'] as string).replaceAll(from, to) });

const keys = Object.keys(cacheFields(cacheCodec.serialize(cacheSample)));

describe('the shape of a cache', () => {
  it('is locked', () => {
    expect(judge(locked)).toEqual([]);
  });

  it('names each key in its order', () => {
    expect(locked['keys']).toEqual(keys);
    expect(keys).toHaveLength(17);
  });

  it('is the same of a writer and a reader that turn nothing', () => {
    const same: Turn = (fields) => fields;
    expect(judge(withText(withFields(same, same)))).toEqual([]);
  });

  it.each(keys.slice(2))('is another where "%s" has another name, has gone, or stands elsewhere', (key) => {
    const right = fieldsOf(cacheCodec.serialize(cacheSample))[key] ?? null;
    const inOrder: Turn = (fields) => ({ ...Object.fromEntries(keys.map((known) => [known, fields[known] ?? null])), ...fields });
    const codecs: readonly CacheCodec[] = [
      withFields(renamed(key, `${key}_`), renamed(`${key}_`, key)),
      withFields(without(key), (fields) => ({ ...fields, [key]: right })),
      withFields(moved(key === keys.at(-1) ? 'rules' : key), inOrder),
    ];
    for (const shape of codecs.map(withText)) {
      expect(shape['read']).not.toBeNull();
      expect(judge(shape)).toEqual(RED);
    }
  });

  it.each<[string, Turn, Turn]>([
    ['a key comes besides', (fields) => ({ ...fields, zz_added: 1 }), without('zz_added')],
    ['sizes are counted from one', counted('file_sizes', 1), counted('file_sizes', -1)],
    ['places are counted from one', counted('folder_parents', 1), counted('folder_parents', -1)],
    ['names are joined by something else', joined('/', '|'), joined('|', '/')],
  ])('is another where %s', (_, turn, turnBack) => {
    const shape = withText(withFields(turn, turnBack));
    expect(shape['read']).not.toBeNull();
    expect(judge(shape)).toEqual(RED);
  });

  it.each<[string, RegExp, string]>([
    ['a byte order mark', /^\ufeff/, ''],
    ['an empty line at the end', /\n\n$/, '\n'],
    ['a space after the digest', /", \n/, '",\n'],
    ['its version on the first line', /^\{"/, '{\n"'],
    ['a digest in upper case', /[0-9A-F]{64}/, sha256(digestedPart(cacheCodec.serialize(cacheSample)))],
  ])('is another where the reader takes %s', (_, found, instead) => {
    const parse: CacheCodec['parse'] = (text) => cacheCodec.parse(text).orElse(() => cacheCodec.parse(text.replace(found, instead)));
    expect(judge(withText({ ...cacheCodec, parse }))).toEqual(RED);
  });

  it('is another where the reader looks at no digest, or at the order of keys', () => {
    const lines = (text: string): string =>
      text
        .split('\n')
        .slice(3)
        .map((line) => line.split(':')[0])
        .join();
    const ours = lines(cacheCodec.serialize(cacheSample));
    const careless: CacheCodec['parse'] = (text) => cacheCodec.parse(text.startsWith('{\n"schema') ? cacheText(fieldsOf(text)) : text);
    const strict: CacheCodec['parse'] = (text) => cacheCodec.parse(lines(text) === ours ? text : '');
    for (const parse of [careless, strict]) expect(judge(withText({ ...cacheCodec, parse }))).toEqual(RED);
  });

  it('is another to the last text and number', () => {
    const places = placesIn(locked).filter((steps) => steps.length > 0);
    expect(places.length).toBeGreaterThan(250);
    for (const steps of places) {
      const value = valueAt(locked, steps);
      const other = typeof value === 'number' ? value + 1 : 'other';
      expect(judge(withValue(locked, steps, other) as Shape)).toEqual(RED);
    }
  });
});
