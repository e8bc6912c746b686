import { collisionKey, type FaultPlan, type LockWitness, type PackerHost, type WriteCapabilities, type WritePort } from 'prometeu-packer';
import { createFaultGate } from './fault-gate.js';
import type { MemoryDisk } from './memory-disk.js';
import { createMemoryEditor, type MemoryContent, type MemoryEditor } from './memory-editor.js';
import { createFolderNode } from './memory-node.js';
import { createMemoryReadPort } from './memory-read-port.js';
import { createMemoryWritePort } from './memory-write-port.js';
import { createShuffle } from './shuffle.js';

/** Options of {@link createMemoryWorkspace}. */
export interface MemoryWorkspaceOptions {
  /** Whether `A` and `a` are two names; true unless told. False: names are one where `collisionKey` makes them one. */
  readonly caseSensitive?: boolean;
  /** The order of listings and of a batch's answers: by name and by request unless told, else another each time. */
  readonly order?: 'sorted' | 'shuffled';
  /** Which shuffled orders, the same in every run; 0 unless told. */
  readonly seed?: number;
  /** The time of each change, in milliseconds since 1970; counts up from 1 unless told. */
  readonly clock?: () => number;
  /** What goes wrong; nothing unless told. */
  readonly faults?: FaultPlan;
  /** What the write port claims to promise; to replace in one step, and no durability, unless told. */
  readonly capabilities?: Partial<WriteCapabilities>;
  /** The process that takes locks, and what it can tell of others; a process that can tell nothing unless told. */
  readonly witness?: LockWitness;
}

/**
 * A workspace in memory. It is a whole host, so it can be given to any operation; its tokens and uuids count up, the
 * same in every run.
 */
export interface MemoryWorkspace extends PackerHost, MemoryEditor {
  /** The write port of another process on the same workspace. */
  readonly writeAs: (witness: LockWitness) => WritePort;
}

const LONER: LockWitness = {
  self: { host: 'memory', bootId: 'memory', pid: 1, processStart: '1' },
  processStart: () => '',
};

function createCounter(): () => number {
  let count = 0;
  return () => {
    count += 1;
    return count;
  };
}

/**
 * Makes a workspace in memory that answers as the Node adapter does: for tests, for browsers, and for overlays. Nothing
 * of it is kept, so it claims no durability.
 *
 * @param files - the first files, by path; text becomes UTF-8.
 *
 * @example
 * ```ts
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const workspace = createMemoryWorkspace({ 'assets/hero/asset.json': '{"schema_version": 4}' }, { order: 'shuffled' });
 * console.log(workspace.files().has('assets/hero/asset.json')); // true
 * ```
 */
export function createMemoryWorkspace(
  files: Readonly<Record<string, MemoryContent>> | Iterable<readonly [string, MemoryContent]> = {},
  options: MemoryWorkspaceOptions = {},
): MemoryWorkspace {
  const { caseSensitive = true, order = 'sorted', seed = 0, clock = createCounter(), faults = () => undefined, witness = LONER } = options;
  const tokens = createCounter();
  const uuids = createCounter();
  const disk: MemoryDisk = {
    root: createFolderNode(clock()),
    caseSensitive,
    keyOf: caseSensitive ? (name) => name : collisionKey,
    clock,
    arrange: order === 'shuffled' ? createShuffle(seed) : (list) => list,
    newToken: () => tokens().toString(16).padStart(16, '0'),
    gate: createFaultGate(faults),
  };
  const editor = createMemoryEditor(disk);
  for (const [path, content] of Symbol.iterator in files ? files : Object.entries(files)) editor.set(path, content);
  const capabilities: WriteCapabilities = { atomicReplace: true, durable: false, ...options.capabilities };
  const writeAs = (other: LockWitness) => createMemoryWritePort(disk, capabilities, other);
  return {
    ...editor,
    read: createMemoryReadPort(disk),
    write: writeAs(witness),
    writeAs,
    witness,
    newToken: disk.newToken,
    identity: { newUuid: () => `00000000-0000-4000-8000-${uuids().toString(16).padStart(12, '0')}` },
  };
}
