// What the makers of pages write Markdown with.

/** Text as code. */
export const code = (text) => `\`${text}\``;

/** Several, each as code. */
export const codes = (values) => values.map((value) => code(String(value))).join(', ');

const cell = (text) => text.replaceAll('|', '\\|');

/** A table: its head, and its rows cell by cell. */
export const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
