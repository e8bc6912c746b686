const SCRIPT_KEYS: ReadonlySet<string> = new Set([
  'script',
  'scripts',
  'plugin',
  'plugins',
  'hook',
  'hooks',
  'command',
  'commands',
  'exec',
  'eval',
  'prebuild',
  'postbuild',
]);

/**
 * Whether a key of a declaration asks for something to be run: at top level or directly under `output`. In inputs,
 * metadata and extensions these are names like any other.
 */
export function isScriptKey(pointer: string, key: string): boolean {
  return (pointer === '' || pointer === '/output') && SCRIPT_KEYS.has(key);
}
