/** The section of a Markdown page under a heading, up to the next heading. */
export function pageSection(text: string, heading: string): string {
  const after = text.split(new RegExp(`^#+ ${heading.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'm'))[1] ?? '';
  return after.split(/^#+ /m)[0] ?? '';
}

/** The rows of the first table in a section of a Markdown page, cell by cell, without its head. */
export function pageTable(text: string, heading: string): readonly (readonly string[])[] {
  const lines = pageSection(text, heading).split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  const rows = start === -1 ? [] : lines.slice(start + 2, end === -1 ? undefined : end);
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}
