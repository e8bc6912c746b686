import { element } from './element.js';
import type { PanelView, PanelViewContext } from './panel-view.js';

/** What the last action came to, and what stood in its way. */
export function createNoticeView({ document }: PanelViewContext): PanelView {
  const text = element(document, 'span', { attributes: { class: 'notice-text' } });
  const host = element(document, 'span', { attributes: { class: 'soft host' } });
  const node = element(document, 'footer', { attributes: { class: 'notice', role: 'status' } }, [text, host]);
  return {
    node,
    render: ({ notice, host: where, sample, summary }) => {
      node.dataset['tone'] = notice?.tone ?? 'plain';
      const why = notice?.diagnostics.map(({ code, message }) => `${code}: ${message}`) ?? [];
      const rest = why.length > 1 ? ` (and ${why.length - 1} more)` : '';
      text.textContent = notice === null ? sample.about : [notice.text, ...why.slice(0, 1)].join(' ') + rest;
      text.title = why.join('\n');
      const assets = summary === null ? '' : `${summary.assets} ${summary.assets === 1 ? 'asset' : 'assets'} · `;
      host.textContent = `${assets}${where === 'worker' ? 'packer in a worker' : 'packer in the page'}`;
    },
  };
}
