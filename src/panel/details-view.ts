import { explainCode } from 'prometeu-packer/explain';
import type { Diagnostic } from 'prometeu-packer';
import { element, type ElementChild } from './element.js';
import { createFixButtons } from './fix-buttons.js';
import type { PanelState } from './panel-state.js';
import type { PanelView, PanelViewContext } from './panel-view.js';
import { replaceContent } from './replace-content.js';

/** What a finding means, why it matters and what to do, at length. */
export function createDetailsView(context: PanelViewContext): PanelView {
  const { document, control } = context;
  const body = element(document, 'div', { attributes: { class: 'scroll details-body', tabindex: 0 } });
  const close = element(
    document,
    'button',
    {
      attributes: { type: 'button', class: 'plain small', 'aria-label': 'Close the explanation' },
      on: { click: () => control().show(null) },
    },
    ['Close'],
  );
  const title = element(document, 'h2', {}, ['Explanation']);
  const bar = element(document, 'div', { attributes: { class: 'bar' } }, [title, close]);
  const node = element(
    document,
    'section',
    { attributes: { class: 'pane details', 'aria-label': 'Explanation', 'data-part': 'details' } },
    [bar, body],
  );

  /** Texts of explanations mark code by backticks, and nothing else. */
  const withCode = (text: string): readonly ElementChild[] =>
    text.split('`').map((part, index) => (index % 2 === 1 ? element(document, 'code', {}, [part]) : part));
  const section = (name: string, children: readonly Node[]): readonly Node[] => [element(document, 'h3', {}, [name]), ...children];

  const explainFinding = (finding: Diagnostic, state: PanelState): readonly Node[] => {
    const { code, message, severity, data, related, fingerprint, blocks, manualAction } = finding;
    const explained = explainCode(code);
    const blocked = [...(blocks?.build === true ? ['build'] : []), ...(blocks?.studio === true ? ['studio'] : [])];
    const facts = [
      ...(blocked.length > 0 ? [`blocks ${blocked.join(' and ')}`] : []),
      ...(manualAction?.required === true ? [`to do: ${manualAction.what}`] : []),
      ...related.map((other) => `see ${other.location.kind === 'workspace' ? 'the workspace' : other.location.file}: ${other.message}`),
    ];
    const paragraph = (text: string): HTMLElement => element(document, 'p', {}, withCode(text));
    return [
      element(document, 'p', { attributes: { class: `head ${severity}` } }, [
        element(document, 'span', { attributes: { class: 'code' } }, [code]),
        ` ${severity}`,
      ]),
      paragraph(message),
      ...facts.map((fact) => element(document, 'p', { attributes: { class: 'soft' } }, [fact])),
      ...(explained === undefined ? [] : section('What it is', [paragraph(explained.summary)])),
      ...(explained === undefined ? [] : section('Why it matters', [paragraph(explained.why)])),
      ...(explained === undefined
        ? []
        : section('What to do', [
            element(
              document,
              'ul',
              {},
              explained.fix.map((step) => element(document, 'li', {}, withCode(step))),
            ),
          ])),
      element(document, 'div', { attributes: { class: 'ways' } }, createFixButtons(context, state.actions.get(fingerprint) ?? [])),
      ...section('Data', [element(document, 'pre', {}, [JSON.stringify(data, null, 2)])]),
    ];
  };
  return {
    node,
    render: (state, before) => {
      const { details } = state;
      if (before !== null && details === before.details && state.findings === before.findings && state.actions === before.actions) return;
      const wanted = details?.kind === 'finding' ? details.fingerprint : null;
      const finding = [...state.findings.values()].flat().find(({ fingerprint }) => fingerprint === wanted);
      node.hidden = finding === undefined;
      if (finding !== undefined) replaceContent(body, explainFinding(finding, state));
    },
  };
}
