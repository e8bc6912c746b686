import { element } from './element.js';
import type { PanelView, PanelViewContext } from './panel-view.js';
import { replaceContent } from './replace-content.js';

const ABILITIES = [
  ['read', 'Readable'],
  ['mutate', 'Changeable'],
  ['build', 'Buildable'],
] as const;

/** The verdict and the counts: always there, and told aloud when they change. */
export function createVerdictView({ document }: PanelViewContext): PanelView {
  const node = element(document, 'div', { attributes: { class: 'verdict', role: 'status', 'aria-label': 'Verdict' } });
  return {
    node,
    render: ({ summary }, before) => {
      if (before !== null && summary === before.summary) return;
      if (summary === null) return replaceContent(node, [element(document, 'span', { attributes: { class: 'chip' } }, ['Opening…'])]);
      const { verdict, counts } = summary;
      const chips = ABILITIES.map(([what, name]) => {
        const { can, decidedBy } = verdict[what];
        const [first, ...more] = decidedBy;
        const why = first === undefined ? '' : first + (more.length > 0 ? ` +${more.length}` : '');
        const attributes = { class: `chip ${can ? 'yes' : 'no'}`, 'data-verdict': what, title: decidedBy.join('\n') };
        return element(document, 'span', { attributes }, [
          element(document, 'b', {}, [`${can ? '✓' : '✗'} ${name}`]),
          why !== '' && element(document, 'code', {}, [why]),
        ]);
      });
      const severities = (['error', 'warning', 'info'] as const).map((severity) =>
        element(document, 'span', { attributes: { class: `count ${severity}`, 'data-count': severity } }, [
          element(document, 'b', {}, [String(counts[severity])]),
          ` ${severity}${counts[severity] === 1 ? '' : 's'}`,
        ]),
      );
      replaceContent(node, [...chips, ...severities]);
    },
  };
}
