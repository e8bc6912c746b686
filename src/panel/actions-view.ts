import { element } from './element.js';
import type { PanelState } from './panel-state.js';
import type { PanelView, PanelViewContext } from './panel-view.js';

type Control = ReturnType<PanelViewContext['control']>;

interface Action {
  readonly name: string;
  readonly key: string;
  readonly title: string;
  readonly run: (control: Control) => Promise<void>;
  readonly isPrimary?: boolean;
}

const ACTIONS: readonly Action[] = [
  {
    name: 'Register',
    key: 'register',
    title: 'Declare the folders under assets/ that hold files, and give them identities',
    run: (control) => control.preview('Register', { kind: 'register' }),
  },
  {
    name: 'Migrate',
    key: 'migrate',
    title: 'Bring every file of an earlier version to the current one',
    run: (control) => control.preview('Migrate', { kind: 'migrate' }),
  },
  { name: 'Undo', key: 'undo', title: 'Take the last applied plan back', run: (control) => control.preview('Undo', { kind: 'undo' }) },
  { name: 'Build', key: 'build', title: 'Pack the registered assets (Ctrl+B)', run: (control) => control.build(), isPrimary: true },
];

function percent({ task }: PanelState): number | null {
  const progress = task?.progress ?? null;
  return progress === null || progress.total === 0 ? null : Math.round((progress.done / progress.total) * 100);
}

/** What can be done with the whole workspace, and how far it is. */
export function createActionsView({ document, control }: PanelViewContext): PanelView {
  const buttons = ACTIONS.map(({ name, key, title, run, isPrimary }) =>
    element(
      document,
      'button',
      {
        attributes: { type: 'button', class: isPrimary === true ? 'primary' : 'plain', 'data-action': key, title },
        on: { click: () => void run(control()) },
      },
      [name],
    ),
  );
  const bar = element(document, 'progress', { attributes: { max: 100, 'aria-label': 'Progress' } });
  const label = element(document, 'span', { attributes: { class: 'task-name' } });
  const cancel = element(
    document,
    'button',
    { attributes: { type: 'button', class: 'plain', 'data-action': 'cancel' }, on: { click: () => control().cancel() } },
    ['Cancel'],
  );
  const task = element(document, 'div', { attributes: { class: 'task', hidden: true } }, [label, bar, cancel]);
  const node = element(document, 'div', { attributes: { class: 'actions', role: 'toolbar', 'aria-label': 'Workspace' } }, [
    task,
    ...buttons,
  ]);
  return {
    node,
    render: (state) => {
      const isIdle = state.phase === 'ready' && state.task === null;
      for (const button of buttons) button.disabled = !isIdle;
      task.hidden = state.task === null;
      label.textContent = state.task === null ? '' : `${state.task.name}${phaseOf(state)}`;
      const done = percent(state);
      if (done === null) bar.removeAttribute('value');
      else bar.value = done;
    },
  };
}

function phaseOf({ task }: PanelState): string {
  return task?.progress === null || task?.progress === undefined ? '' : `: ${task.progress.phase}`;
}
