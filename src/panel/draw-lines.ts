import type { Severity } from 'prometeu-packer';
import { element } from './element.js';
import { lineStartsOf, markText, type MarkedSpan } from './mark-text.js';

/** A text as it is drawn behind the text area. */
export interface DrawnLines {
  /** Its stretches, in order, with what is said at the end of a line. */
  readonly text: readonly Node[];
  /** The number of each line. */
  readonly numbers: readonly HTMLElement[];
}

const MOST_SAID = 90;

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

/** What is said at the end of a line is a reminder: all of it stands in the list of problems. */
function shorten(message: string): string {
  return message.length > MOST_SAID ? `${message.slice(0, MOST_SAID)}…` : message;
}

function worstByLine(starts: readonly number[], spans: readonly MarkedSpan[]): ReadonlyMap<number, MarkedSpan> {
  const found = new Map<number, MarkedSpan>();
  for (const span of spans) {
    let line = starts.findLastIndex((start) => start <= span.start);
    if (line < 0) line = 0;
    const known = found.get(line);
    if (known === undefined || RANK[known.diagnostic.severity] < RANK[span.diagnostic.severity]) found.set(line, span);
  }
  return found;
}

/** Draws a text line by line: its colours, what is found underlined, and the worst finding of a line said at its end. */
export function drawLines(document: Document, shown: string, spans: readonly MarkedSpan[]): DrawnLines {
  const starts = lineStartsOf(shown);
  const worst = worstByLine(starts, spans);
  const nodes: Node[] = [];
  let line = 0;
  const endLine = (): void => {
    const span = worst.get(line);
    if (span !== undefined) {
      const { severity, message } = span.diagnostic;
      nodes.push(element(document, 'span', { attributes: { class: `lens ${severity}` } }, [shorten(message)]));
    }
    line += 1;
  };
  for (const { text, token, severity } of markText(shown, spans)) {
    const names = [token === null ? '' : `json-${token}`, severity === null ? '' : `mark ${severity}`].filter((name) => name !== '');
    const parts = text.split('\n');
    for (const [index, part] of parts.entries()) {
      if (index > 0) {
        endLine();
        nodes.push(document.createTextNode('\n'));
      }
      const isMarkedEnd = part === '' && severity !== null && parts.length === 1;
      if (part !== '' || isMarkedEnd) nodes.push(element(document, 'span', { attributes: { class: names.join(' ') } }, [part]));
    }
  }
  endLine();
  nodes.push(document.createTextNode('\n')); // a last line that is empty takes room too
  const numbers = starts.map((_, index) => {
    const severity = worst.get(index)?.diagnostic.severity;
    return element(document, 'span', { attributes: { class: severity === undefined ? '' : `at ${severity}` } }, [String(index + 1)]);
  });
  return { text: nodes, numbers };
}
