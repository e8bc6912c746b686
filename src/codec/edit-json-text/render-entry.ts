import { isJsonObject, memberKeys } from '../json-object.js';
import type { TextStyle } from './text-style.js';

/** A member or item that is to be written. */
export interface NewEntry {
  /** The key; null for an item. */
  readonly key: string | null;
  /** The value. */
  readonly value: unknown;
}

/** The line that something is written in. */
export interface LinePlace {
  /** How the line is indented. */
  readonly indent: string;
  /** How it ends. */
  readonly eol: string;
}

/** Code units that a line should not have more of. */
const WIDTH = 80;

function entriesOf(value: unknown): readonly NewEntry[] {
  if (Array.isArray(value)) return value.map((item: unknown) => ({ key: null, value: item }));
  return isJsonObject(value) ? memberKeys(value).map((key) => ({ key, value: value[key] })) : [];
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : isJsonObject(value) && memberKeys(value).length > 0;
}

function areFlatEntries(entries: readonly NewEntry[]): boolean {
  return !entries.some(({ value }) => isFilled(value));
}

function keyText({ key }: NewEntry, colon: string): string {
  return key === null ? '' : JSON.stringify(key) + colon;
}

function scalarText(value: unknown): string {
  return Object.is(value, -0) ? '-0' : JSON.stringify(value);
}

/** The brackets of a container. */
function bracketsOf(isArray: boolean): readonly [open: string, close: string] {
  return isArray ? ['[', ']'] : ['{', '}'];
}

/** What stands between the brackets of a container that is written in one line. */
export function renderInside(entries: readonly NewEntry[], isArray: boolean, style: TextStyle): string {
  if (entries.length === 0) return '';
  const padding = isArray ? style.arrayPadding : style.objectPadding;
  return padding + entries.map((entry) => keyText(entry, style.colon) + renderInline(entry.value, style)).join(style.comma) + padding;
}

/** A value in one line. */
export function renderInline(value: unknown, style: TextStyle): string {
  if (typeof value !== 'object' || value === null) return scalarText(value);
  const isArray = Array.isArray(value);
  return bracketsOf(isArray).join(renderInside(entriesOf(value), isArray, style));
}

/** Whether members and items that begin in a column, counted from 0, are best written in one line. */
export function fitsInLine(entries: readonly NewEntry[], column: number, style: TextStyle): boolean {
  return areFlatEntries(entries) && column + renderInside(entries, false, style).length + 2 <= WIDTH;
}

/** What stands between the brackets of a container that has one member a line. */
export function renderLinesInside(entries: readonly NewEntry[], style: TextStyle, { indent, eol }: LinePlace): string {
  const inner = { indent: indent + style.unit, eol };
  const lines = entries.map((entry) => eol + inner.indent + renderEntry(entry, style, inner));
  return `${lines.join(',')}${eol}${indent}`;
}

/**
 * A member or item in a line of its own. A value that holds arrays or objects which hold anything, or is too wide for the
 * line, has one member a line.
 */
export function renderEntry(entry: NewEntry, style: TextStyle, place: LinePlace, colon = style.colon): string {
  const before = keyText(entry, colon);
  return before + renderFitting(entry.value, style, place, place.indent.length + before.length);
}

/** The same of a value alone, which begins in a column, counted from 0. */
export function renderFitting(value: unknown, style: TextStyle, place: LinePlace, column: number): string {
  const entries = entriesOf(value);
  if (areFlatEntries(entries)) {
    const inline = renderInline(value, style);
    if (entries.length === 0 || column + inline.length <= WIDTH) return inline;
  }
  return bracketsOf(Array.isArray(value)).join(renderLinesInside(entries, style, place));
}

/**
 * A value in the place of one that stood in one line: in one line too, unless that gets too wide with containers in
 * containers.
 */
export function renderReplacement(value: unknown, style: TextStyle, place: LinePlace, column: number): string {
  const inline = renderInline(value, style);
  return areFlatEntries(entriesOf(value)) || column + inline.length <= WIDTH ? inline : renderFitting(value, style, place, column);
}

/** A member or item in one line. */
export function renderInlineEntry(entry: NewEntry, style: TextStyle, colon = style.colon): string {
  return keyText(entry, colon) + renderInline(entry.value, style);
}
