import type * as crypto from 'node:crypto';
import type * as threads from 'node:worker_threads';
import type * as zlib from 'node:zlib';

interface LateModules {
  readonly 'node:crypto': typeof crypto;
  readonly 'node:worker_threads': typeof threads;
  readonly 'node:zlib': typeof zlib;
}

/**
 * A module of Node's own that is loaded when it is first asked for, and kept: to load one takes as long as to read a hundred
 * small files, and a workspace without images never needs `zlib`.
 */
export function lateModule<Name extends keyof LateModules>(name: Name): () => LateModules[Name] {
  let loaded: LateModules[Name] | null = null;
  return () => (loaded ??= process.getBuiltinModule(name) as LateModules[Name]);
}
