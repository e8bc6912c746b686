import type { ArchiveDescription, ArchiveMapRegion } from 'prometeu-packer';
import { archiveMap } from 'prometeu-packer/report';
import { element } from './element.js';
import type { PanelView, PanelViewContext } from './panel-view.js';

/** Pixels that the map is wide at least: it is scrolled in a narrower page. */
const LEAST_WIDTH = 440;

function hex(offset: number): string {
  return `${offset} (0x${offset.toString(16)})`;
}

function factsOf(regions: readonly ArchiveMapRegion[]): readonly (readonly [string, string])[] {
  const [only, ...more] = regions;
  if (only === undefined) return [];
  const size = regions.reduce((sum, region) => sum + region.size, 0);
  if (more.length > 0) {
    const assets = regions.flatMap(({ asset }) => (asset === null ? [] : [asset.name]));
    return [
      ['assets', `${assets.length}: ${assets[0] ?? ''} to ${assets.at(-1) ?? ''}`],
      ['in file', hex(only.offset)],
      ['size', `${size} bytes, padding included`],
    ];
  }
  const { kind, offset, asset } = only;
  if (asset === null) return [['region', kind], ['in file', hex(offset)], ['size', `${size} bytes`]]; // prettier-ignore
  return [
    ['asset', `${asset.name} (${asset.id})`],
    ['bank', asset.bankType],
    ['offset', hex(asset.offset)],
    ['in file', hex(offset)],
    ['size', `${asset.size} bytes`],
    ['sha256', asset.sha256],
    ...(asset.root === null ? [] : [['from', `assets/${asset.root}`] as const]),
  ];
}

/** The built archive as a map, with what stands in the box that is pointed at or walked to. */
export function createArchiveView({ document, control, state }: PanelViewContext): PanelView {
  const title = element(document, 'h2', {}, ['Archive']);
  const map = element(document, 'div', { attributes: { class: 'map scroll', 'data-part': 'map' } });
  const facts = element(document, 'dl', { attributes: { class: 'facts', 'aria-live': 'polite', 'data-part': 'box' } });
  const node = element(document, 'section', { attributes: { class: 'pane archive', 'aria-label': 'Archive', hidden: true } }, [
    title,
    map,
    facts,
  ]);

  const regionsAt = (box: Element): readonly ArchiveMapRegion[] => {
    const [first, count] = ['data-first', 'data-count'].map((name) => Number(box.getAttribute(name)));
    return state().archive?.regions.slice(first, (first ?? 0) + (count ?? 0)) ?? [];
  };
  const boxes = (): readonly SVGElement[] => [...map.querySelectorAll<SVGElement>('.archive-box')];
  let shown: string | null = null;
  const show = (box: SVGElement): void => {
    shown = box.getAttribute('data-first');
    for (const other of boxes()) other.setAttribute('tabindex', other === box ? '0' : '-1');
    map.querySelector('.shown')?.classList.remove('shown');
    box.classList.add('shown');
    const rows = factsOf(regionsAt(box)).flatMap(([name, value]) => [
      element(document, 'dt', {}, [name]),
      element(document, 'dd', { attributes: { class: name.replace(' ', '-') } }, [value]),
    ]);
    const root = regionsAt(box)[0]?.asset?.root;
    const path = typeof root === 'string' && regionsAt(box).length === 1 ? `assets/${root}/asset.json` : null;
    const open = { attributes: { type: 'button', class: 'link' }, on: { click: () => void control().openFile(path ?? '') } };
    facts.replaceChildren(
      ...rows,
      ...(path === null
        ? []
        : [element(document, 'dt'), element(document, 'dd', {}, [element(document, 'button', open, ['Open its declaration'])])]),
    );
  };
  const boxOf = (event: Event): SVGElement | null => (event.target as Element).closest<SVGElement>('.archive-box');
  const point = (event: Event): void => {
    const box = boxOf(event);
    if (box !== null) show(box);
  };
  for (const event of ['pointerover', 'focusin', 'click']) map.addEventListener(event, point);
  map.addEventListener('keydown', (event) => {
    const all = boxes();
    const at = all.findIndex((box) => box === document.activeElement);
    const steps: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 };
    const next = all[steps[event.key] ?? -1];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
  });

  const draw = ({ regions, length, archiveDigest }: ArchiveDescription): void => {
    const parsed = new DOMParser().parseFromString(
      archiveMap(regions, { width: Math.max(LEAST_WIDTH, map.clientWidth - 32) }),
      'image/svg+xml',
    );
    map.replaceChildren(document.importNode(parsed.documentElement, true));
    title.textContent = `Archive: ${length} bytes${archiveDigest === null ? '' : `, ${archiveDigest.slice(0, 12)}`}`;
    for (const box of boxes()) {
      box.setAttribute('role', 'img');
      box.setAttribute('aria-label', box.querySelector('title')?.textContent.split('\n').join(', ') ?? '');
    }
    const first =
      boxes().find((box) => box.getAttribute('data-first') === shown) ??
      boxes().find((box) => regionsAt(box).some(({ asset }) => asset !== null)) ??
      boxes()[0];
    if (first !== undefined) show(first);
  };
  let drawnWidth = 0;
  const redraw = (): void => {
    const { archive } = state();
    if (archive === null || map.clientWidth === drawnWidth) return;
    drawnWidth = map.clientWidth;
    draw(archive);
  };
  new ResizeObserver(redraw).observe(map);
  return {
    node,
    render: ({ archive }, before) => {
      if (before !== null && archive?.archiveDigest === before.archive?.archiveDigest && archive?.length === before.archive?.length) return;
      node.hidden = archive === null;
      drawnWidth = -1;
      shown = null;
      redraw();
    },
  };
}
