/** What an element is made with: attributes by name (true for one without a value, false to leave it out), and listeners. */
export interface ElementOptions {
  /** Attributes. */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  /** Listeners, by the name of the event. */
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
}

/** What stands in an element: text is shown as it is, never read as markup. */
export type ElementChild = Node | string | null | false;

/** Makes an element. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: Name,
  { attributes = {}, on = {} }: ElementOptions = {},
  children: readonly ElementChild[] = [],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(key, value === true ? '' : String(value));
  }
  for (const [event, listener] of Object.entries(on)) made.addEventListener(event, listener);
  made.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return made;
}
