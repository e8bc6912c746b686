import type { Diagnostic } from 'prometeu-packer';
import { element } from './element.js';
import { createFixButtons } from './fix-buttons.js';
import type { PanelView, PanelViewContext } from './panel-view.js';
import { replaceContent } from './replace-content.js';

/** Most problems that are listed: more are only counted above. */
const MOST = 200;

function placeOf({ location }: Diagnostic): string {
  if (location.kind === 'workspace') return 'workspace';
  const name = location.file.split('/').slice(-2).join('/');
  if (location.kind === 'text') return `${name}:${location.range.start.line}:${location.range.start.column}`;
  return location.kind === 'bytes' ? `${name}@${location.offset}` : name;
}

/** What was found, worst first, with what can be done about it. */
export function createProblemsView(context: PanelViewContext, goTo: (diagnostic: Diagnostic) => void): PanelView {
  const { document, control } = context;
  const list = element(document, 'ol', { attributes: { class: 'scroll', 'data-part': 'problems' } });
  const title = element(document, 'h2', {}, ['Problems']);
  const node = element(document, 'section', { attributes: { class: 'pane problems', 'aria-label': 'Problems' } }, [title, list]);

  const renderItem = (finding: Diagnostic, state: ReturnType<PanelViewContext['state']>): HTMLElement => {
    const { code, severity, message, fingerprint } = finding;
    const isShown = state.details?.kind === 'finding' && state.details.fingerprint === fingerprint;
    const go = { attributes: { type: 'button', class: 'go', 'data-key': `go ${fingerprint}` }, on: { click: () => goTo(finding) } };
    const why = {
      attributes: {
        type: 'button',
        class: 'link',
        'data-key': `why ${fingerprint}`,
        'data-explain': code,
        'aria-expanded': String(isShown),
      },
      on: { click: () => control().show(isShown ? null : { kind: 'finding', fingerprint }) },
    };
    return element(document, 'li', { attributes: { class: `problem ${severity}`, 'data-code': code, 'data-fingerprint': fingerprint } }, [
      element(document, 'button', go, [
        element(document, 'span', { attributes: { class: 'code' } }, [code]),
        element(document, 'span', { attributes: { class: 'place' } }, [placeOf(finding)]),
        element(document, 'span', { attributes: { class: 'message' } }, [message]),
      ]),
      element(document, 'div', { attributes: { class: 'ways' } }, [
        ...createFixButtons(context, state.actions.get(fingerprint) ?? []),
        element(document, 'button', why, ['Explain']),
      ]),
    ]);
  };
  return {
    node,
    render: (state, before) => {
      const isSame =
        before !== null && state.findings === before.findings && state.details === before.details && state.actions === before.actions;
      if (isSame) return;
      const all = [...state.findings.values()].flat();
      const ranked = (['error', 'warning', 'info'] as const).flatMap((severity) => all.filter((one) => one.severity === severity));
      title.textContent = all.length === 0 ? 'Problems' : `Problems (${all.length})`;
      const nothing = state.summary === null ? 'Opening…' : 'Nothing is wrong here.';
      const items = ranked.slice(0, MOST).map((finding) => renderItem(finding, state));
      replaceContent(list, items.length > 0 ? items : [element(document, 'li', { attributes: { class: 'empty' } }, [nothing])]);
    },
  };
}
