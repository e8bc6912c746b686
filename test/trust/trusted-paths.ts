import { parseWorkspacePath } from 'prometeu-packer';
import type { PathCall, RecordedHost } from './record-host.js';

/** What of the recorded calls leaves the root, or goes through what may not be gone through. */
export function findStrayCalls({ calls, given }: RecordedHost, refused: readonly string[]): readonly string[] {
  const isRefused = (path: string): boolean => refused.some((at) => path === at || path.startsWith(`${at}/`));
  const show = (what: string, { operation, path }: Pick<PathCall, 'operation' | 'path'>) => `${what}: ${operation} ${JSON.stringify(path)}`;
  return [
    ...calls.filter(({ path }) => path !== '' && parseWorkspacePath(path).isErr()).map((call) => show('no workspace path', call)),
    ...given.filter(({ path }) => isRefused(path)).map((call) => show('something was got through', { ...call })),
  ];
}
