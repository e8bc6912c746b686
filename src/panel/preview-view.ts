import type { PlanPreview } from 'prometeu-packer/studio';
import { drawDiff } from './draw-diff.js';
import { element } from './element.js';
import type { PanelView, PanelViewContext } from './panel-view.js';

const MOST_FILES = 60;

/** The plan that is about to be applied: every change it makes, before it makes any. */
export function createPreviewView({ document, control }: PanelViewContext): PanelView {
  const title = element(document, 'h2', { attributes: { id: 'preview-title' } });
  const body = element(document, 'div', { attributes: { class: 'scroll preview-body', tabindex: 0 } });
  const agree = element(document, 'input', { attributes: { type: 'checkbox', id: 'agree' } });
  const consent = element(document, 'label', { attributes: { class: 'consent', for: 'agree' } }, [agree, element(document, 'span')]);
  const apply = element(
    document,
    'button',
    { attributes: { type: 'button', class: 'primary', 'data-action': 'apply' }, on: { click: () => void control().apply() } },
    ['Apply'],
  );
  const cancel = element(
    document,
    'button',
    { attributes: { type: 'button', class: 'plain', 'data-action': 'dismiss' }, on: { click: () => control().dismiss() } },
    ['Cancel'],
  );
  const foot = element(document, 'div', { attributes: { class: 'bar' } }, [consent, cancel, apply]);
  const node = element(
    document,
    'dialog',
    { attributes: { class: 'preview', 'aria-labelledby': 'preview-title' }, on: { cancel: () => control().dismiss() } },
    [title, body, foot],
  );
  agree.addEventListener('change', () => {
    apply.disabled = !agree.checked;
  });

  const show = ({ title: what, edits, identityChanges, consent: asked, target, migration }: PlanPreview): void => {
    title.textContent = what;
    const where = target === 'editor' ? 'in the editor, where it can be undone by typing' : 'on disk, all of it or nothing';
    const summary = `${edits.length} ${edits.length === 1 ? 'file changes' : 'files change'}, ${where}.`;
    const steps = (migration?.files ?? []).flatMap(({ steps: taken }) => taken.map(({ id }) => id));
    const identities = identityChanges.map(({ kind, root, after, evidence }) =>
      element(document, 'li', {}, [
        element(document, 'b', {}, [kind]),
        ` ${root === '' ? 'the project' : root}${after === null ? '' : `, ${after.asset_id === 0 ? '' : `number ${after.asset_id}, `}${after.asset_uuid ?? ''}`}`,
        element(document, 'span', { attributes: { class: 'soft' } }, [`: ${evidence}`]),
      ]),
    );
    const files = edits
      .slice(0, MOST_FILES)
      .map(({ action, path, diff }) =>
        element(document, 'section', { attributes: { 'data-edit': path } }, [
          element(document, 'h3', {}, [element(document, 'span', { attributes: { class: `edit ${action}` } }, [action]), ` ${path}`]),
          diff === '' ? null : drawDiff(document, diff),
        ]),
      );
    body.replaceChildren(
      element(document, 'p', {}, [summary]),
      ...(steps.length === 0
        ? []
        : [element(document, 'p', { attributes: { class: 'soft' } }, [`Steps: ${[...new Set(steps)].join(', ')}`])]),
      ...files,
      ...(edits.length > MOST_FILES
        ? [element(document, 'p', { attributes: { class: 'soft' } }, [`and ${edits.length - MOST_FILES} more files`])]
        : []),
      ...(identities.length === 0
        ? []
        : [element(document, 'h3', {}, ['Identity']), element(document, 'ul', { attributes: { class: 'identities' } }, identities)]),
    );
    body.scrollTop = 0;
    consent.hidden = asked.length === 0;
    agree.checked = false;
    apply.disabled = asked.length > 0;
    const text = asked.length === 1 ? 'I agree to the derived identity' : `I agree to the ${asked.length} derived identities`;
    if (consent.lastElementChild !== null) consent.lastElementChild.textContent = text;
  };
  return {
    node,
    render: ({ preview }, before) => {
      if (preview === before?.preview) return;
      if (preview === null) {
        if (node.open) node.close();
        return;
      }
      show(preview);
      if (!node.open) node.showModal();
      (preview.consent.length > 0 ? agree : apply).focus();
    },
  };
}
