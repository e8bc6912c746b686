import { ok, type Result } from 'neverthrow';
import { findSegmentFault } from './find-segment-fault.js';
import { MAX_PATH_BYTES, type PathFault } from './path-fault.js';
import { fitsUtf8 } from './utf8-length.js';
import { parseWorkspacePath, type WorkspacePath } from './workspace-path.js';

/**
 * Makes a `parseWorkspacePath` for many paths that share their folders: a folder that was found fit is not judged again. That
 * changes no answer, since each segment is judged by itself; whatever is not fit is judged anew as a whole.
 */
export function createPathParser(): (text: string) => Result<WorkspacePath, PathFault> {
  const fit = new Set<string>();
  return (text) => {
    const slash = text.lastIndexOf('/');
    const folder = text.slice(0, Math.max(0, slash));
    const isKnown = fit.has(folder) && fitsUtf8(text, MAX_PATH_BYTES) && findSegmentFault(text.slice(slash + 1), 0) === null;
    if (isKnown) return ok(text as WorkspacePath);
    const parsed = parseWorkspacePath(text);
    if (parsed.isOk() && slash > 0) fit.add(folder);
    return parsed;
  };
}
