import { createHash } from 'node:crypto';
import type { Result } from 'neverthrow';
import { CACHE_RULES } from '../../src/artifacts/cache/cache-rules.js';
import type { CacheContent } from '../../src/artifacts/cache/model.js';
import { parseCache } from '../../src/artifacts/cache/parse-cache.js';
import { allRememberedFolders } from '../../src/artifacts/cache/remembered-folders.js';
import { serializeCache } from '../../src/artifacts/cache/serialize-cache.js';
import { jsonPointer } from '../../src/codec/json-pointer.js';
import type { ComputePort } from '../../src/ports/compute-port.js';
import { cacheSample } from './cache-sample.js';
import { cacheFields, cacheText, digestedPart, OWN_RULES, sha256 } from './cache-text.js';
import { placesIn, probePlace, valueAt, withValue, type Accepts } from './probe-structure.js';
import { textsOf } from './texts-of.js';
import type { Json, JsonRecord, Shape } from './shape.js';

/** What writes and reads the text of a cache. */
export interface CacheCodec {
  readonly serialize: (content: CacheContent) => string;
  readonly parse: (text: string) => Result<CacheContent, string>;
}

const compute: Pick<ComputePort, 'sha256'> = {
  sha256: () => {
    const hash = createHash('sha256'); // thousands of texts are told apart: the portable one takes seconds for them
    return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
  },
};

/** That of the packer. */
export const cacheCodec: CacheCodec = {
  serialize: (content) => serializeCache(content, compute),
  parse: (text) => parseCache(new TextEncoder().encode(text), compute),
};

/** Whether fields are taken as the text of a cache. */
export const acceptsFields =
  ({ parse }: CacheCodec): Accepts =>
  (value) =>
    parse(
      typeof value === 'object' && value !== null && !Array.isArray(value) ? cacheText(value as JsonRecord) : JSON.stringify(value),
    ).isOk();

const NAMES: readonly string[] = ['', '.', '..', 'con', 'a:', 'a\\b', 'a ', 'ä', 'x'.repeat(255), 'x'.repeat(256)];

const shown = (value: Json): string => JSON.stringify(value).replace(/([xz])\1{9,}/, (text) => `${text[0] ?? ''} × ${text.length}`);

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** What fits in one place alone: names, joined as they are there, digests, the numbers of kinds, and lists of other lengths. */
function valuesFor(pointer: string, here: Json): readonly Json[] {
  if (isList(here)) return [here.slice(0, -1), [...here, here.at(-1) ?? null]];
  if (pointer === '/folder_names') return ['assets/other/hero', ...[...NAMES, '.prometeu'].map((name) => `assets/.prometeu/${name}`)];
  if (pointer === '/file_names') return [...NAMES, 'hero.png'].map((name) => `index.json/${name}/hero.png/jump.wav`);
  if (pointer === '/listings' || pointer === '/digests') return [127, 128, 129, 191, 192, 193].map((length) => 'z'.repeat(length));
  return pointer.startsWith('/file_kinds/') ? Array.from({ length: 66 }, (_, kind) => kind) : [];
}

/** The texts that the reader names: one that it comes to take is one of them. */
const TEXTS = ['parse-cache', 'parse-columns', 'serialize-cache'].flatMap((name) => textsOf(`src/artifacts/cache/${name}.ts`));

/** What one place of the fields takes. */
export function cachePlace(accepts: Accepts, fields: Json, steps: readonly (string | number)[], texts = TEXTS): Shape {
  const own = valuesFor(jsonPointer(steps), valueAt(fields, steps) ?? null).filter((value) => accepts(withValue(fields, steps, value)));
  return { ...probePlace(accepts, fields, steps, texts), ...(own.length === 0 ? {} : { takesAlso: own.map(shown) }) };
}

/** Places that take the same stand together: most do. */
function placesOf(accepts: Accepts, fields: Json): Shape {
  const groups = new Map<string, { at: readonly string[]; taken: Shape }>();
  for (const steps of placesIn(fields)) {
    const taken = cachePlace(accepts, fields, steps);
    const group = groups.get(JSON.stringify(taken)) ?? { at: [], taken };
    groups.set(JSON.stringify(taken), { ...group, at: [...group.at, jsonPointer(steps)] });
  }
  return Object.fromEntries([...groups.values()].map(({ at, taken }) => [at.join(' '), taken]));
}

/** What becomes of texts that say what the right one says, in other bytes. */
function otherTexts(parse: CacheCodec['parse'], text: string): Shape {
  const fields = cacheFields(text);
  const told = sha256(digestedPart(text));
  const texts: Readonly<Record<string, string>> = {
    'as it is written': text,
    'with the digest of another': text.replace(told, sha256('')),
    'with its digest in upper case': text.replace(told, told.toUpperCase()),
    'with a space after its digest': text.replace(`${told}",`, `${told}", `),
    'with its version on the first line': text.replace('{\n', '{'),
    'with its digest before its version': text.replace(/^\{\n(.*\n)(.*\n)/, '{\n$2$1'),
    'with a byte order mark': `\ufeff${text}`,
    'with an empty line at its end': `${text}\n`,
    'with all other keys on one line': cacheText(fields, ','),
    'with its other keys in reverse': cacheText(Object.fromEntries(Object.entries(fields).reverse())),
  };
  const takes = (count: number): boolean => parse(cacheText({ ...fields, zz_unknown: Array.from({ length: count }, () => []) })).isOk();
  return {
    ...Object.fromEntries(Object.entries(texts).map(([how, other]) => [how, parse(other).isOk() ? 'taken' : 'refused'])),
    'with lists in a list that nobody knows': `at most ${Array.from({ length: 64 }, (_, count) => count).findLast(takes) ?? -1}`,
  };
}

/** What is written of a sample, what is read from that, and which other bytes are taken. */
export function cacheTextShape(codec: CacheCodec): Shape {
  const text = codec.serialize(cacheSample);
  const read = codec.parse(text).map((content) => ({ ...content, folders: allRememberedFolders(content.folders) }));
  return {
    keys: Object.keys(cacheFields(text)),
    written: text
      .replace(sha256(digestedPart(text)), 'SHA-256 of all lines below')
      .replace(`"rules":"${CACHE_RULES}"`, `"rules":"${OWN_RULES}"`)
      .split('\n'),
    read: read.isOk() ? (JSON.parse(JSON.stringify(read.value)) as Json) : null,
    texts: otherTexts(codec.parse, text),
  };
}

/**
 * The shape of a cache: its very text, and which values its reader takes at each place. The rules that it names are left out:
 * they are made of the lock.
 */
export function cacheShape(): Shape {
  const places = placesOf(acceptsFields(cacheCodec), cacheFields(cacheCodec.serialize(cacheSample)));
  return { type: 'sealed', ...cacheTextShape(cacheCodec), places };
}
