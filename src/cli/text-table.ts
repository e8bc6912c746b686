/** One column of a table. */
export interface TextColumn {
  /** What stands above it. */
  readonly title: string;
  /** Numbers end at one column, other text begins at one. */
  readonly align?: 'right';
}

/** A table for people: a line of titles, then a line for each row, columns two spaces apart. Cells are shown as they are. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): readonly string[] {
  const lines = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, index) => lines.reduce((most, cells) => Math.max(most, cells[index]?.length ?? 0), 0));
  const pad = (cell: string, index: number): string => {
    const width = widths[index] ?? 0;
    return columns[index]?.align === 'right' ? cell.padStart(width) : cell.padEnd(width);
  };
  return lines.map((cells) => cells.map(pad).join('  ').trimEnd());
}
