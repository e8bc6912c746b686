import { ok } from 'neverthrow';
import { DECLARATION_NAME } from '../paths/declaration-name.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { ComputePort } from '../ports/compute-port.js';
import { digestBytes } from '../ports/digest-bytes.js';
import { findListAndRead } from '../ports/list-and-read.js';
import type { PortResult } from '../ports/port-error.js';
import type { ReadPort } from '../ports/read-port.js';
import type { FileReading } from './file-reading.js';

/** How declarations are read. */
export interface WhileListingOptions<Parsed> {
  /** Most bytes of a file. */
  readonly maxBytes: number;
  /** Digests. */
  readonly compute: ComputePort;
  /** Parses a file. The bytes are valid only until it returns. */
  readonly parse: (bytes: Uint8Array, path: WorkspacePath) => Parsed;
}

/** A port that lists folders, and the declarations that were read meanwhile, which grow. */
export interface ReadWhileListing<Parsed> {
  /** Lists folders. */
  readonly read: Pick<ReadPort, 'listFolders'>;
  /** By path: not all that there are, and never one that could not be read. */
  readonly found: ReadonlyMap<WorkspacePath, PortResult<FileReading<Parsed>>>;
}

/**
 * Reads the declaration of each folder as it is listed, where the port can do both at once. It spares calls, and a large
 * workspace is gone through once less. What is not found so is read by itself, so the answers are the same.
 *
 * @returns null where the port has no such way.
 */
export function readWhileListing<Parsed>(
  port: ReadPort,
  { maxBytes, compute, parse }: WhileListingOptions<Parsed>,
): ReadWhileListing<Parsed> | null {
  const quick = findListAndRead(port);
  if (quick === null) return null;
  const found = new Map<WorkspacePath, PortResult<FileReading<Parsed>>>();
  return {
    found,
    read: {
      listFolders: (paths, visit, options) =>
        quick.run(
          paths,
          { name: DECLARATION_NAME, maxBytes },
          (index, answer) => {
            const folder = paths[index];
            const content = answer.isOk() && folder !== undefined ? answer.value.content : null;
            if (content !== null) {
              const path = `${folder ?? ''}/${DECLARATION_NAME}` as WorkspacePath;
              const { bytes, stat } = content;
              found.set(path, ok({ sha256: digestBytes(bytes, compute), stat, settled: false, parsed: parse(bytes, path) }));
            }
            visit(
              index,
              answer.map(({ entries }) => entries),
            );
          },
          options,
        ),
    },
  };
}
