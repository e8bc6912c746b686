import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PackerHost, PortOperation, ReadOptions } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { openNodeWorkspace } from 'prometeu-packer/node';
import { withFaults, type PortFault } from 'prometeu-packer/testing';
import { onTestFinished } from 'vitest';
import { makeTempFolder } from '../node/temp-folder.js';

/** What goes wrong with an operation of the ports, on paths that end with `path`. */
interface CaseFault {
  readonly operation: PortOperation;
  readonly path: string;
  readonly fault: PortFault;
}

/** What of a workspace git cannot hold, and how it is examined: fixtures/workspaces/<name>/case.json. */
export interface WorkspaceCase {
  /** What is wrong with it, in one sentence. */
  readonly about: string;
  /** Files whose names not every disk takes, as hexadecimal digits. */
  readonly files?: Readonly<Record<string, { readonly hex: string }>>;
  /** Symlinks, with where they lead. */
  readonly links?: Readonly<Record<string, string>>;
  readonly faults?: readonly CaseFault[];
  readonly options?: ReadOptions;
}

/** The folder of the cases. */
export const workspacesFolder = new URL('../../fixtures/workspaces/', import.meta.url).pathname;

/** A case as it was read. */
export interface BrokenWorkspace extends WorkspaceCase {
  readonly name: string;
  /** Every file, by path. */
  readonly content: ReadonlyMap<string, Uint8Array>;
}

/** Every case there is. */
export function workspaceNames(): readonly string[] {
  return readdirSync(workspacesFolder).sort();
}

/** Reads one case. */
export function readBrokenWorkspace(name: string): BrokenWorkspace {
  const root = join(workspacesFolder, name, 'workspace');
  const codeCase = JSON.parse(readFileSync(join(workspacesFolder, name, 'case.json'), 'utf8')) as WorkspaceCase;
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const held = entries.map(({ parentPath, name: file }) => join(parentPath, file).slice(root.length + 1));
  const content = new Map(held.sort().map((path) => [path, Uint8Array.from(readFileSync(join(root, path)))]));
  for (const [path, { hex }] of Object.entries(codeCase.files ?? {})) content.set(path, Uint8Array.from(Buffer.from(hex, 'hex')));
  return { name, ...codeCase, content };
}

/** The host with what goes wrong in it. */
export function faulty<Host extends PackerHost>(host: Host, { faults = [] }: Pick<WorkspaceCase, 'faults'>): Host {
  if (faults.length === 0) return host;
  return withFaults(host, (operation, path) => faults.find((one) => one.operation === operation && path.endsWith(one.path))?.fault);
}

/** Lays out a case in memory. It claims to last, as a disk does. */
export function inMemory({ content, links = {} }: BrokenWorkspace): MemoryWorkspace {
  const host = createMemoryWorkspace(content, { capabilities: { durable: true } });
  for (const path of Object.keys(links)) host.symlink(path);
  return host;
}

/** Lays out a case in a folder of the disk that goes when the test ends. */
export function onDisk({ content, links = {} }: BrokenWorkspace): PackerHost {
  const { folder: root, remove } = makeTempFolder();
  onTestFinished(remove);
  const make = (path: string, put: (target: string) => void): void => {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    put(join(root, path));
  };
  for (const [path, bytes] of content) make(path, (target) => writeFileSync(target, bytes));
  for (const [path, to] of Object.entries(links)) make(path, (target) => symlinkSync(to, target));
  return openNodeWorkspace(root)._unsafeUnwrap();
}

/** Lays out a case in memory, with what goes wrong in it. */
export function openInMemory(broken: BrokenWorkspace): MemoryWorkspace {
  return faulty(inMemory(broken), broken);
}
