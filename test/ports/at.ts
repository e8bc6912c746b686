import { parseWorkspacePath, type WorkspacePath } from '../../src/paths/workspace-path.js';

/** A workspace path written in a test. */
export function at(text: string): WorkspacePath {
  return parseWorkspacePath(text)._unsafeUnwrap();
}
