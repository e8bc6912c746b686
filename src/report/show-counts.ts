import type { SeverityCounts } from 'prometeu-packer';

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** How many findings there are, in words: `2 errors, 1 warning, 0 infos`. */
export function showCounts({ error, warning, info }: SeverityCounts): string {
  return `${plural(error, 'error')}, ${plural(warning, 'warning')}, ${plural(info, 'info')}`;
}
