import type { Diagnostic, Severity } from 'prometeu-packer';
import { element } from './element.js';
import type { PanelState } from './panel-state.js';
import type { PanelView, PanelViewContext } from './panel-view.js';
import { replaceContent } from './replace-content.js';

/** Most files that are listed; those with findings come first among those left out. */
const MOST = 600;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

interface Row {
  readonly path: string;
  readonly findings: readonly Diagnostic[];
  readonly isStored: boolean;
}

function rowsOf({ files, findings, buffers }: PanelState): readonly Row[] {
  const known = new Set(files.map(({ path }) => path));
  const lost = [...findings.keys()].filter((path) => path !== '' && !known.has(path));
  const paths = [...known, ...lost].sort((a, b) => (a < b ? -1 : 1)).filter((path) => !path.startsWith('assets/.prometeu/undo'));
  const rows = paths.map((path): Row => {
    const buffer = buffers.get(path);
    return { path, findings: findings.get(path) ?? [], isStored: buffer === undefined || buffer.text === buffer.stored };
  });
  if (rows.length <= MOST) return rows;
  return [...rows.filter((row) => row.findings.length > 0), ...rows.filter((row) => row.findings.length === 0)].slice(0, MOST);
}

/** The files by folder, with what was found in each. */
export function createFilesView({ document, control }: PanelViewContext): PanelView {
  const list = element(document, 'div', { attributes: { class: 'scroll', 'data-part': 'files' } });
  const title = element(document, 'h2', {}, ['Files']);
  const node = element(document, 'nav', { attributes: { class: 'pane files', 'aria-label': 'Files' } }, [title, list]);

  const badge = (findings: readonly Diagnostic[]): HTMLElement | null => {
    const worst = SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
    if (worst === undefined) return null;
    const count = findings.filter(({ severity }) => severity === worst).length;
    const attributes = { class: `badge ${worst}`, 'aria-label': `${count} ${worst}${count === 1 ? '' : 's'}` };
    return element(document, 'span', { attributes }, [String(count)]);
  };
  const renderRow = ({ path, findings, isStored }: Row, open: string | null): HTMLElement => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const attributes = {
      type: 'button',
      class: 'file',
      title: path,
      'data-key': path,
      'data-file': path,
      ...(path === open && { 'aria-current': 'true' }),
    };
    return element(document, 'button', { attributes, on: { click: () => void control().openFile(path) } }, [
      element(document, 'span', { attributes: { class: 'name' } }, [name]),
      !isStored && element(document, 'span', { attributes: { class: 'unsaved', title: 'not saved', 'aria-label': 'not saved' } }, ['●']),
      badge(findings),
    ]);
  };
  return {
    node,
    render: (state, before) => {
      if (
        before !== null &&
        state.files === before.files &&
        state.findings === before.findings &&
        state.buffers === before.buffers &&
        state.open === before.open
      ) {
        return;
      }
      const folders = new Map<string, Row[]>();
      const rows = rowsOf(state);
      for (const row of rows) {
        const folder = row.path.slice(0, Math.max(0, row.path.lastIndexOf('/')));
        const found = folders.get(folder) ?? [];
        folders.set(folder, found);
        found.push(row);
      }
      const groups = [...folders].map(([folder, inside]) =>
        element(document, 'section', { attributes: { 'aria-label': folder } }, [
          element(document, 'h3', {}, [folder]),
          ...inside.map((row) => renderRow(row, state.open)),
        ]),
      );
      const left = state.files.length - rows.length;
      const more = left > 0 ? [element(document, 'p', { attributes: { class: 'soft' } }, [`and ${left} more files`])] : [];
      replaceContent(list, [...groups, ...more]);
    },
  };
}
