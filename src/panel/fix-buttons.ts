import type { SessionCodeAction } from 'prometeu-packer/studio';
import { element } from './element.js';
import type { PanelViewContext } from './panel-view.js';

/** A button for each way to mend a finding; each shows what it would do before it does it. */
export function createFixButtons(
  { document, control }: Pick<PanelViewContext, 'document' | 'control'>,
  actions: readonly SessionCodeAction[],
): readonly HTMLElement[] {
  return actions.map(({ fingerprint, choice, title, unsafe, isPreferred }) =>
    element(
      document,
      'button',
      {
        attributes: {
          type: 'button',
          class: isPreferred ? 'fix preferred' : 'fix',
          title: unsafe ? 'needs your judgement' : 'changes no meaning',
          'data-key': `fix ${fingerprint} ${choice}`,
          'data-fix': choice,
        },
        on: { click: () => void control().preview(title === '' ? choice : title, { kind: 'fix', fingerprint, choice }) },
      },
      [title === '' ? choice : title],
    ),
  );
}
