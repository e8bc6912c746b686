import type { Diagnostic } from 'prometeu-packer';
import { createCursorView } from './cursor-view.js';
import { drawLines } from './draw-lines.js';
import { element } from './element.js';
import { lineStartsOf, markedSpans, type MarkedSpan } from './mark-text.js';
import type { PanelState } from './panel-state.js';
import type { PanelView, PanelViewContext } from './panel-view.js';
import { showBinary } from './show-binary.js';
import { withoutTextEnds } from './text-ends.js';

/** The editor. */
export interface EditorView extends PanelView {
  /** Puts the cursor on a finding of the file that is open. */
  readonly goTo: (diagnostic: Diagnostic) => void;
  /** Puts the cursor into the ways to mend what it stands on. */
  readonly goToFixes: () => void;
}

/** The text of the open file, with what was found drawn under it as it is typed. */
export function createEditorView(context: PanelViewContext): EditorView {
  const { document, control } = context;
  const name = element(document, 'h2', { attributes: { class: 'path' } });
  const save = element(
    document,
    'button',
    {
      attributes: { type: 'button', class: 'plain small', 'data-action': 'save', title: 'Ctrl+S' },
      on: { click: () => void control().save() },
    },
    ['Save'],
  );
  const bar = element(document, 'div', { attributes: { class: 'bar' } }, [name, save]);
  const gutter = element(document, 'div', { attributes: { class: 'gutter', 'aria-hidden': 'true' } });
  const drawn = element(document, 'pre', { attributes: { class: 'drawn', 'aria-hidden': 'true' } });
  const area = element(document, 'textarea', {
    attributes: { spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', wrap: 'off', rows: 1, 'aria-label': 'Text of the file' },
    on: { input: () => control().edit(area.value) },
  });
  const sheet = element(document, 'div', { attributes: { class: 'sheet' } }, [drawn, area]);
  const text = element(document, 'div', { attributes: { class: 'text scroll', 'data-part': 'text' } }, [gutter, sheet]);
  const binary = element(document, 'div', { attributes: { class: 'binary scroll', hidden: true } });
  const empty = element(document, 'p', { attributes: { class: 'empty' } }, ['Open a file from the list.']);
  const cursor = createCursorView(context);
  const node = element(document, 'section', { attributes: { class: 'pane editor', 'aria-label': 'Editor' } }, [
    bar,
    empty,
    text,
    binary,
    cursor.node,
  ]);

  let spans: readonly MarkedSpan[] = [];
  const draw = (shown: string, diagnostics: readonly Diagnostic[]): void => {
    spans = markedSpans(shown, diagnostics);
    const lines = drawLines(document, shown, spans);
    drawn.replaceChildren(...lines.text);
    gutter.replaceChildren(...lines.numbers);
  };
  const tellCursor = (): void => cursor.show(area.value, area.selectionStart, spans, context.state());
  for (const event of ['keyup', 'click', 'select', 'focus']) area.addEventListener(event, tellCursor);

  const show = ({ open, buffers, bytes, findings }: PanelState): void => {
    const buffer = open === null ? undefined : buffers.get(open);
    const isText = buffer !== undefined && bytes === null;
    name.textContent = open ?? 'No file is open';
    save.hidden = !isText;
    save.disabled = buffer === undefined || buffer.text === buffer.stored;
    empty.hidden = open !== null;
    text.hidden = !isText;
    binary.hidden = bytes === null;
    cursor.node.hidden = !isText;
    if (bytes !== null) binary.replaceChildren(...showBinary(document, bytes, findings.get(open ?? '') ?? []));
    if (!isText) return;
    const shown = withoutTextEnds(buffer.text);
    area.readOnly = buffer.ends === 'mixed';
    area.setAttribute('data-file', open ?? '');
    if (area.value !== shown) {
      const { selectionStart, selectionEnd } = area;
      area.value = shown;
      area.setSelectionRange(Math.min(selectionStart, shown.length), Math.min(selectionEnd, shown.length));
    }
    draw(shown, findings.get(open ?? '') ?? []);
    tellCursor();
  };

  return {
    node,
    render: (state, before) => {
      const isSame =
        before !== null &&
        state.open === before.open &&
        state.buffers === before.buffers &&
        state.findings === before.findings &&
        state.actions === before.actions &&
        state.bytes === before.bytes;
      if (isSame) return;
      if (before?.open !== state.open) text.scrollTop = 0;
      show(state);
    },
    goTo: ({ location }) => {
      area.focus();
      if (location.kind !== 'text') return;
      const found = spans.find(({ diagnostic }) => diagnostic.location === location);
      const line = location.range.start.line;
      const start = found?.start ?? lineStartsOf(area.value)[line - 1] ?? 0;
      area.setSelectionRange(start, found?.end ?? start);
      const number = gutter.children[line - 1];
      number?.scrollIntoView({ block: 'center' });
      const top = number?.getBoundingClientRect().top ?? 0;
      const marks = [...drawn.querySelectorAll('.mark')].filter((mark) => Math.abs(mark.getBoundingClientRect().top - top) < 12);
      marks[0]?.scrollIntoView({ block: 'nearest', inline: 'center' });
      tellCursor();
    },
    goToFixes: () => cursor.focus(),
  };
}
