import { isJsonObject } from '../json-object.js';
import { err, ok, type Result } from 'neverthrow';
import { type NonEmpty, isNonEmpty } from '../../base/non-empty.js';
import { isBlank } from './ascii.js';
import { countMembers } from './count-members.js';
import { countUnescaped } from './count-unescaped.js';
import { createDocument } from './create-document.js';
import { type DecodedText, decodedText } from './decoded-text.js';
import { encodingFaults } from './encoding-faults.js';
import { foreignFault } from './foreign-fault.js';
import { inspectJson } from './inspect-json.js';
import { type JsonClass, jsonClassOf } from './json-class.js';
import type { JsonDocument, JsonValueFault } from './json-document.js';
import type { JsonFault } from './json-fault.js';
import type { JsonLimits } from './json-limits.js';
import { scanPlain } from './scan-plain.js';
import { sizedBytes } from './sized-bytes.js';
import { syntaxFault } from './syntax-fault.js';

/** Budgets of `readJson`, in counted units, so that a text is refused alike on every machine. */
export interface JsonBudgets extends JsonLimits {
  /** Most bytes of the text. More than 536,870,888 are never read: no string of a JavaScript engine need hold more. */
  readonly maxBytes: number;
}

/** The defaults (CONTRACT section 4): 64 MiB, 64 levels, 5,000,000 values, 1 MiB a string. */
export const JSON_BUDGETS: JsonBudgets = {
  maxBytes: 64 * 1024 * 1024,
  maxDepth: 64,
  maxNodes: 5_000_000,
  maxStringBytes: 1024 * 1024,
};

/** What `readJson` can be told. */
export interface JsonReadOptions extends Partial<JsonBudgets> {
  /** Whether the top level has to be an object, which is the default, or may be any JSON value. */
  readonly root?: 'object' | 'any';
  /**
   * Reads texts of one layout quicker than by looking at all that JSON may be; undefined for every other text. It answers the
   * value that `JSON.parse` gives, an object, and only where strict reading would find nothing within the limits: numbers are
   * plain, no key stands twice or is reserved. Every document that it makes is `recognised`.
   */
  readonly recognise?: (decoded: DecodedText, limits: JsonLimits) => object | undefined;
}

/** The classes that make a text unreadable, once it is known to be UTF-8, in the order in which they are judged. */
const REFUSED: readonly JsonClass[] = ['malformed-json', 'over-budget', 'wrong-root', 'duplicate-key', 'reserved-key'];

type Refusal = NonEmpty<JsonFault>;

function budgetsOf(options: JsonReadOptions): JsonBudgets {
  return {
    maxBytes: options.maxBytes ?? JSON_BUDGETS.maxBytes,
    maxDepth: options.maxDepth ?? JSON_BUDGETS.maxDepth,
    maxNodes: options.maxNodes ?? JSON_BUDGETS.maxNodes,
    maxStringBytes: options.maxStringBytes ?? JSON_BUDGETS.maxStringBytes,
  };
}

function isValueFault(fault: JsonFault): fault is JsonValueFault {
  return jsonClassOf(fault.code) === 'values';
}

/** Undefined where the text is not JSON: no JSON says that. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Most texts: nothing escaped, and too short to hold a longer string, or more values, than the budgets let through. */
function isSimple({ bytes, text }: DecodedText, { maxStringBytes, maxNodes }: JsonBudgets): boolean {
  return bytes.length <= maxStringBytes && bytes.length < 2 * maxNodes && !text.includes('\\');
}

function readSimple(decoded: DecodedText, { maxDepth }: JsonBudgets, root: 'object' | 'any'): JsonDocument | undefined {
  const value = parse(decoded.text);
  if (value === undefined || (root === 'object' && !isJsonObject(value))) return undefined;
  const members = countUnescaped(decoded.bytes, maxDepth);
  return members !== undefined && members === countMembers(value) ? createDocument(value, decoded, true, []) : undefined;
}

function readPlain(decoded: DecodedText, budgets: JsonBudgets, root: 'object' | 'any'): JsonDocument | undefined {
  const scan = scanPlain(decoded.bytes, budgets);
  const value = scan === undefined ? undefined : parse(decoded.text);
  if (scan === undefined || value === undefined || (root === 'object' && !isJsonObject(value))) return undefined;
  return countMembers(value) === scan.members ? createDocument(value, decoded, scan.plainNumbers, []) : undefined;
}

function firstRefusal(faults: readonly JsonFault[], root: 'object' | 'any'): Refusal | undefined {
  const judged = REFUSED.filter((name) => name !== 'wrong-root' || root === 'object');
  for (const name of judged) {
    const refused = faults.filter(({ code }) => jsonClassOf(code) === name);
    if (isNonEmpty(refused)) return refused;
  }
  return undefined;
}

function readClosely(decoded: DecodedText, budgets: JsonBudgets, root: 'object' | 'any'): Result<JsonDocument, Refusal> {
  const { bytes, text } = decoded;
  const { faults, plainNumbers } = inspectJson(bytes, text, budgets);
  const refusal = firstRefusal(faults, root);
  if (refusal !== undefined) {
    const foreign = jsonClassOf(refusal[0].code) === 'malformed-json' ? foreignFault(bytes) : undefined;
    return err(foreign === undefined ? refusal : [foreign]);
  }
  const value = parse(text);
  if (value !== undefined) return ok(createDocument(value, decoded, plainNumbers, faults.filter(isValueFault)));
  return err([syntaxFault(bytes, 0, ['value'], '')]); // only where the walk and the engine disagree on what JSON is
}

/**
 * Reads a JSON text strictly: RFC 8259 in UTF-8 without byte order mark, no key twice in an object, no reserved key, and
 * within the budgets. The common case is one pass over the bytes beside `JSON.parse`; only where there may be something
 * to say is every token looked at. Takes time and memory in proportion to the text, and never throws.
 *
 * Number range and lone surrogates do not refuse the text: they are `valueFaults` of the document, to be judged after
 * the version.
 *
 * @param bytes - the text; the memory may be reused after the call.
 * @returns the document; or the faults of the first class that applies (CONTRACT section 2), at most 50 of one code, in
 * text order. Make diagnostics of them with `diagnoseJson`.
 */
export function readJson(bytes: Uint8Array, options: JsonReadOptions = {}): Result<JsonDocument, Refusal> {
  const { root = 'object' } = options;
  const budgets = budgetsOf(options);
  const sized = sizedBytes(bytes, budgets.maxBytes);
  if (sized.isErr()) return err([sized.error]);
  const decoded = decodedText(sized.value);
  if (decoded !== undefined) {
    const known = options.recognise?.(decoded, budgets);
    if (known !== undefined) return ok(createDocument(known, decoded, true, [], true));
    const simple = isSimple(decoded, budgets) ? readSimple(decoded, budgets, root) : undefined;
    const document = simple ?? readPlain(decoded, budgets, root);
    if (document !== undefined) return ok(document);
  }
  if (bytes.every(isBlank)) return err([{ code: 'JSON_EMPTY', offset: 0, length: bytes.length, pointer: '', data: {}, related: [] }]);
  const encoding = encodingFaults(bytes, decoded !== undefined);
  if (isNonEmpty(encoding)) return err(encoding);
  return decoded === undefined ? err([syntaxFault(bytes, 0, ['value'], '')]) : readClosely(decoded, budgets, root); // no UTF-8 is told above
}
