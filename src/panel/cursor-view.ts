import { element } from './element.js';
import { createFixButtons } from './fix-buttons.js';
import { lineStartsOf, type MarkedSpan } from './mark-text.js';
import type { PanelState } from './panel-state.js';
import type { PanelViewContext } from './panel-view.js';
import { replaceContent } from './replace-content.js';

/** What stands at the cursor, and what can be done about it. */
export interface CursorView {
  /** What stands in the page. */
  readonly node: HTMLElement;
  /** Shows what stands at a place of a text. */
  readonly show: (text: string, at: number, spans: readonly MarkedSpan[], state: PanelState) => void;
  /** Gives the first way to mend it the focus. */
  readonly focus: () => void;
}

/** The strip below the editor: line and column, what was found there, and the code actions. */
export function createCursorView({ document, control }: PanelViewContext): CursorView {
  const node = element(document, 'div', {
    attributes: { class: 'cursor', role: 'group', 'aria-label': 'At the cursor', 'data-part': 'cursor' },
  });
  let told = '';
  return {
    node,
    show: (text, at, spans, state) => {
      const starts = lineStartsOf(text.slice(0, at));
      const line = starts.length;
      const column = at - (starts.at(-1) ?? 0) + 1;
      const start = starts.at(-1) ?? 0;
      const newline = text.indexOf('\n', at);
      const end = newline < 0 ? text.length : newline;
      const here = spans.filter((span) => span.start <= end && span.end >= start).map(({ diagnostic }) => diagnostic);
      const actions = here.map(({ fingerprint }) => state.actions.get(fingerprint) ?? []);
      const tell = JSON.stringify([line, column, here, actions]);
      if (tell === told) return;
      told = tell;
      const found = here.map((finding, index) =>
        element(document, 'div', { attributes: { class: `here ${finding.severity}` } }, [
          element(document, 'span', { attributes: { class: 'code' } }, [finding.code]),
          ...createFixButtons({ document, control }, actions[index] ?? []).map((button) => {
            button.setAttribute('data-key', `cursor ${button.getAttribute('data-key') ?? ''}`);
            return button;
          }),
        ]),
      );
      const place = element(document, 'span', { attributes: { class: 'soft' } }, [`Line ${line}, column ${column}`]);
      const hint = element(document, 'span', { attributes: { class: 'soft keys' } }, ['Ctrl+. fixes · Ctrl+S saves · F8 next problem']);
      replaceContent(node, [place, ...found, ...(found.length === 0 ? [hint] : [])]);
    },
    focus: () => node.querySelector('button')?.focus(),
  };
}
