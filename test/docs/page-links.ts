import { dirname, posix } from 'node:path';

/** A relative link of a page. */
export interface PageLink {
  /** The page it stands on. */
  readonly from: string;
  /** What it leads to, from where the path of the page begins. */
  readonly path: string;
  /** The anchor there. */
  readonly anchor: string | undefined;
}

/** A page without what stands in its fenced blocks: nothing there is a link or a heading. */
export const proseOf = (text: string): string => text.replaceAll(/^```[^]*?^```$/gm, '');

/** The relative links of a page. */
export function pageLinks(from: string, text: string): readonly PageLink[] {
  const prose = proseOf(text).replaceAll(/`[^`\n]*`/g, (code, at: number, whole: string) => (whole[at + code.length] === ']' ? code : ''));
  const targets = [...prose.matchAll(/\]\((?<target>[^)\s]+)\)/g)].map(({ groups }) => groups?.['target'] ?? '');
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', anchor] = target.split('#');
      return { from, path: path === '' ? from : posix.normalize(posix.join(dirname(from), path)), anchor };
    });
}
