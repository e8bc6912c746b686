import type { Location } from 'prometeu-packer';
import { escapeText } from './escape-text.js';

/** A location as people read it: `file:line:column`, `file@offset` in bytes, the file alone, or `workspace`. */
export function showLocation(location: Location): string {
  if (location.kind === 'workspace') return 'workspace';
  const file = escapeText(location.file);
  switch (location.kind) {
    case 'file':
      return file;
    case 'text':
      return `${file}:${location.range.start.line}:${location.range.start.column}`;
    case 'bytes':
      return `${file}@${location.offset}`;
  }
}
