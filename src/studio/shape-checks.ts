/** Says what is wrong with a value, at a pointer; null where nothing is. */
export type ShapeCheck = (value: unknown, at: string) => string | null;

function expected(what: string, at: string): string {
  return `${at === '' ? 'the argument' : at} is not ${what}`;
}

/** Whether a value is an object, and no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function first<T>(items: Iterable<T>, check: (item: T) => string | null): string | null {
  for (const item of items) {
    const problem = check(item);
    if (problem !== null) return problem;
  }
  return null;
}

/** A text. */
export const textShape: ShapeCheck = (value, at) => (typeof value === 'string' ? null : expected('a text', at));

/** A whole number from 0. */
export const countShape: ShapeCheck = (value, at) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? null : expected('a whole number from 0', at);

/** Any finite number. */
export const numberShape: ShapeCheck = (value, at) => (Number.isFinite(value) ? null : expected('a number', at));

/** True or false. */
export const flagShape: ShapeCheck = (value, at) => (typeof value === 'boolean' ? null : expected('true or false', at));

/** Nothing at all. */
export const nothingShape: ShapeCheck = (value, at) => (value === undefined ? null : expected('left out', at));

/** Null, or a value of a shape. */
export function nullableShape(shape: ShapeCheck): ShapeCheck {
  return (value, at) => (value === null ? null : shape(value, at));
}

/** Left out, or a value of a shape. */
export function optionalShape(shape: ShapeCheck): ShapeCheck {
  return (value, at) => (value === undefined ? null : shape(value, at));
}

/** Any of some shapes. */
export function anyShape(what: string, shapes: readonly ShapeCheck[]): ShapeCheck {
  return (value, at) => (shapes.some((shape) => shape(value, at) === null) ? null : expected(what, at));
}

/** A list of values of a shape. */
export function listShape(shape: ShapeCheck): ShapeCheck {
  return (value, at) => {
    if (!Array.isArray(value)) return expected('a list', at);
    return first(value.entries(), ([index, item]) => shape(item, `${at}/${index}`));
  };
}

/** An object with any keys, and values of a shape. */
export function recordShape(shape: ShapeCheck): ShapeCheck {
  return (value, at) =>
    isRecord(value) ? first(Object.entries(value), ([key, item]) => shape(item, `${at}/${key}`)) : expected('an object', at);
}

/** An object of these keys and no others. */
export function objectShape(shapes: Readonly<Record<string, ShapeCheck>>): ShapeCheck {
  return (value, at) => {
    if (!isRecord(value)) return expected('an object', at);
    const foreign = Object.keys(value).find((key) => !Object.hasOwn(shapes, key));
    if (foreign !== undefined) return `${at}/${foreign} is not known`;
    return first(Object.entries(shapes), ([key, shape]) => shape(Object.hasOwn(value, key) ? value[key] : undefined, `${at}/${key}`));
  };
}

/** An object whose `kind` says which of some shapes it has. */
export function kindShape(shapes: Readonly<Record<string, Readonly<Record<string, ShapeCheck>>>>): ShapeCheck {
  return (value, at) => {
    const kind = isRecord(value) ? value['kind'] : undefined;
    const shape = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
    if (shape === undefined) return expected(`an object whose kind is one of ${Object.keys(shapes).join(', ')}`, at);
    return objectShape({ kind: textShape, ...shape })(value, at);
  };
}
