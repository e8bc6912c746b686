import type { SourceContent } from './source-kind.js';

/** What a file's extension promises; upper and lower case are the same. Other extensions promise nothing. */
export function expectedKindOf(fileName: string): SourceContent {
  const extension = fileName.slice(fileName.lastIndexOf('.')).toLowerCase();
  return extension === '.png' ? 'png' : extension === '.wav' ? 'wav' : 'other';
}
