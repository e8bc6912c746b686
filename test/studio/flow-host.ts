import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { openNodeWorkspace } from 'prometeu-packer/node';
import { connectSession, openSession, portChannel, type StudioSession } from 'prometeu-packer/studio';
import { countingIdentity } from '../e2e/counting-identity.js';
import { unwrap } from '../e2e/unwrap.js';

type Files = ReadonlyMap<string, Uint8Array>;

/** A session and the workspace behind it, as another program sees it. */
export interface FlowHost {
  /** The session. Nothing is looked at before it is asked to settle. */
  readonly session: StudioSession;
  /** Writes a file, or removes it. */
  readonly write: (path: string, content: string | null) => void;
  /** All files. */
  readonly files: () => Files;
  /** Frees what the host holds. */
  readonly end: () => Promise<void>;
}

/** Never by itself. */
const whenAsked = (): (() => void) => () => undefined;

async function openMemory(files: Files): Promise<FlowHost> {
  const host = createMemoryWorkspace(files);
  const session = unwrap(await openSession({ ...host, identity: countingIdentity() }, { schedule: whenAsked }));
  return {
    session,
    write: (path, content) => (content === null ? host.delete(path) : host.set(path, content)),
    files: () => host.files(),
    end: () => session.close(),
  };
}

function layOut(files: Files) {
  const folder = mkdtempSync(join(tmpdir(), 'prometeu-studio-'));
  const write = (path: string, content: string | Uint8Array | null): void => {
    if (content === null) return rmSync(join(folder, path));
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [path, bytes] of files) write(path, bytes);
  const read = (): Files => {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = entries.map((entry) => join(entry.parentPath, entry.name));
    return new Map(paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), new Uint8Array(readFileSync(path))]));
  };
  return { folder, write, read, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function openNode(files: Files): Promise<FlowHost> {
  const { folder, write, read, remove } = layOut(files);
  const host = openNodeWorkspace(folder)._unsafeUnwrap();
  const session = unwrap(await openSession({ ...host, identity: countingIdentity() }, { schedule: whenAsked }));
  return {
    session,
    write,
    files: read,
    async end() {
      await session.close();
      remove();
    },
  };
}

async function openWorker(files: Files, program: string): Promise<FlowHost> {
  const { folder, write, read, remove } = layOut(files);
  const worker = new Worker(program, { workerData: folder });
  const gone = new Promise((resolve) => void worker.once('exit', resolve));
  const session = unwrap(await connectSession(portChannel(worker)));
  return {
    session,
    write,
    files: read,
    async end() {
      await session.close();
      await gone;
      remove();
    },
  };
}

/** The hosts that every flow is run against. `program` is the bundled worker. */
export const flowHosts: Readonly<Record<'memory' | 'node' | 'worker', (files: Files, program: string) => Promise<FlowHost>>> = {
  memory: openMemory,
  node: openNode,
  worker: openWorker,
};
