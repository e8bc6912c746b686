/** What `JSON.parse` gives. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object. */
export type JsonObject = Readonly<Record<string, Json>>;

/** Tells an object from the other JSON values. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const shortEscapes = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

const writeString = (text: string): string => {
  let written = '';
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charAt(index);
    const code = text.charCodeAt(index);
    written += shortEscapes.get(unit) ?? (code < 0x20 ? `\\u${code.toString(16).padStart(4, '0')}` : unit);
  }
  return `"${written}"`;
};

const writeScalar = (value: null | boolean | number | string): string =>
  typeof value === 'string' ? writeString(value) : Object.is(value, -0) ? '0' : String(value);

/** RFC 8785: no white space, keys by UTF-16 code unit, numbers as ECMAScript writes them, the shortest escapes. */
export const writeCanonicalJson = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(writeCanonicalJson).join(',')}]`;
  if (isObject(value)) {
    const members = Object.keys(value).sort(byCodeUnits);
    return `{${members.map((key) => `${writeString(key)}:${writeCanonicalJson(value[key] ?? null)}`).join(',')}}`;
  }
  return writeScalar(value as null | boolean | number | string);
};

/**
 * The form of machine-written files: two spaces, LF, final newline. `keyOrders` gives the fixed key order of the objects standing under a
 * member of that name, directly or in an array (`''` for the whole text); other objects are written by code unit.
 */
export const writeMachineJson = (value: Json, keyOrders: ReadonlyMap<string, readonly string[]>): string => {
  const write = (part: Json, member: string, indent: string): string => {
    const inner = `${indent}  `;
    const wrap = (open: string, lines: readonly string[], close: string): string =>
      lines.length === 0 ? open + close : `${open}\n${lines.map((line) => inner + line).join(',\n')}\n${indent}${close}`;
    if (Array.isArray(part)) {
      const items = part.map((item: Json) => write(item, member, inner));
      return wrap('[', items, ']');
    }
    if (isObject(part)) {
      const order = keyOrders.get(member) ?? [];
      const keys = Object.keys(part).sort((a, b) => order.indexOf(a) - order.indexOf(b) || byCodeUnits(a, b));
      const members = keys.map((key) => `${writeString(key)}: ${write(part[key] ?? null, key, inner)}`);
      return wrap('{', members, '}');
    }
    return writeScalar(part as null | boolean | number | string);
  };
  return `${write(value, '', '')}\n`;
};
