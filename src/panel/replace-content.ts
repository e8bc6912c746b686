/**
 * Gives an element other children. Whichever of the old ones had the focus, the new one with the same `data-key` gets it,
 * and lists stay scrolled where they were: whoever works by keyboard is not thrown out by a change elsewhere.
 */
export function replaceContent(container: HTMLElement, children: readonly (Node | string)[]): void {
  const { activeElement } = container.ownerDocument;
  const key = activeElement !== null && container.contains(activeElement) ? activeElement.getAttribute('data-key') : null;
  const top = container.scrollTop;
  container.replaceChildren(...children);
  container.scrollTop = top;
  if (key === null) return;
  const again = [...container.querySelectorAll<HTMLElement>('[data-key]')].find((made) => made.getAttribute('data-key') === key);
  (again ?? container.querySelector<HTMLElement>('button, [tabindex="0"]'))?.focus({ preventScroll: true });
}
