import { type JsonArrayChange, type JsonChange, type JsonObjectChange, type JsonReplacement, compareJson } from '../compare-json.js';
import { jsonPointer } from '../json-pointer.js';
import { valueEnd } from '../json/value-end.js';
import { type GapChange, editGap } from './edit-gap.js';
import type { EditJsonOptions } from './edit-json-options.js';
import { type JsonSource, createJsonSource } from './json-source.js';
import type { JsonTextReplacement } from './json-text-replacement.js';
import { firstLineBreak } from './line-break.js';
import { type WrittenContainer, listMembers } from './list-members.js';
import { placeKeys } from './place-keys.js';
import { type NewEntry, renderFitting, renderInline, renderReplacement } from './render-entry.js';
import { fillEmpty } from './fill-empty.js';
import { type TextStyle, detectTextStyle } from './text-style.js';
import { type ValuePlace, memberPlace, rootPlace } from './value-place.js';

interface Editing {
  readonly source: JsonSource;
  readonly style: TextStyle;
  readonly options: EditJsonOptions;
  readonly edits: JsonTextReplacement[];
}

function replaceValue(
  { source, style, edits }: Editing,
  { value }: JsonReplacement,
  { start, line, column, mayBreak }: ValuePlace,
): number {
  const end = valueEnd(source.units, start);
  const render = firstLineBreak(source, start, end) !== null ? renderFitting : mayBreak ? renderReplacement : renderInline;
  edits.push({ start, end, newText: render(value, style, line, column) });
  return end;
}

/** The changes between the members of an object that stay. */
function gapsOf({ members }: WrittenContainer, change: JsonObjectChange, pointer: string, options: EditJsonOptions): readonly GapChange[] {
  const keys = members.map(({ key }) => key ?? '');
  const placed = placeKeys(keys, [...change.added.keys()], pointer, options);
  const gaps: GapChange[] = [];
  let before = -1;
  let added: NewEntry[] = [];
  const collect = (index: number): void => {
    for (const key of placed.get(index) ?? []) added.push({ key, value: change.added.get(key) });
  };
  collect(-1);
  for (const [index, key] of keys.entries()) {
    if (change.members.get(key) !== 'removed') {
      gaps.push({ before, after: index, added });
      before = index;
      added = [];
    }
    collect(index);
  }
  gaps.push({ before, after: keys.length, added });
  return gaps;
}

function gapOf({ at, removed, added }: JsonArrayChange): GapChange {
  return { before: at - 1, after: at + removed, added: added.map((value) => ({ key: null, value })) };
}

function editInside(editing: Editing, change: JsonObjectChange | JsonArrayChange, place: ValuePlace, pointer: string): number {
  const { source, style, options, edits } = editing;
  let { line } = place;
  const container = listMembers(source, place.start, (member, earlier) => {
    const own = memberPlace(source, member, earlier.at(-1)?.end ?? place.start + 1, line);
    line = own.line;
    const step = member.key ?? earlier.length;
    const inner = change.kind === 'object' ? change.members.get(String(step)) : change.items.get(Number(step));
    if (inner === undefined || inner === 'removed') return valueEnd(source.units, own.start);
    return editValue(editing, inner, own, pointer + jsonPointer([step]));
  });
  const gaps = change.kind === 'object' ? gapsOf(container, change, pointer, options) : [gapOf(change)];
  for (const gap of gaps) {
    if (gap.after - gap.before === 1 && gap.added.length === 0) continue;
    edits.push(
      container.members.length > 0 ? editGap(source, container, gap, style) : fillEmpty(source, container, gap.added, style, place),
    );
  }
  return container.close + 1;
}

function editValue(editing: Editing, change: JsonChange, place: ValuePlace, pointer: string): number {
  return change.kind === 'replaced' ? replaceValue(editing, change, place) : editInside(editing, change, place, pointer);
}

/**
 * The smallest changes of a JSON text that make its value another one: in order, apart from each other, and none where
 * the text already means the value. {@link editJsonText} says what they keep.
 *
 * @param text - JSON that `readJson` accepts: strict, no key twice in an object, nested within the budget. It is for the
 * caller to know that: of a text that is no JSON it throws, as `JSON.parse` does.
 * @param after - plain JSON data.
 */
export function findJsonTextEdits(text: string, after: unknown, options: EditJsonOptions = {}): readonly JsonTextReplacement[] {
  const change = compareJson(JSON.parse(text), after);
  if (change === null) return [];
  const source = createJsonSource(text);
  const style = detectTextStyle(source);
  const edits: JsonTextReplacement[] = [];
  editValue({ source, style, options, edits }, change, rootPlace(source, style), '');
  return edits.sort((a, b) => a.start - b.start);
}
