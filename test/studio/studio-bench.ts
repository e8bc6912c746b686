import { createMemoryWorkspace, type MemoryContent, type MemoryWorkspace } from 'prometeu-packer/memory';
import { recordingPort, type PortCall } from 'prometeu-packer/testing';
import type { PackerHost, ReadPort } from 'prometeu-packer';
import { openSession, type SessionEvent, type SessionOptions, type StudioSession } from 'prometeu-packer/studio';
import { smallWorkspace } from '../e2e/small-workspace.js';
import { unwrap } from '../e2e/unwrap.js';

/** A session over a workspace in memory, with all that it asks for and tells written down. */
export interface StudioBench {
  /** The workspace, as another program sees it. */
  readonly workspace: MemoryWorkspace;
  /** The session. */
  readonly session: StudioSession;
  /** What was told, but for progress; it grows. */
  readonly events: SessionEvent[];
  /** What the ports were asked for; it grows. */
  readonly calls: readonly PortCall[];
  /** Runs what the session has scheduled, if anything, and waits until it is done. */
  readonly quiet: () => Promise<void>;
  /** How often something was scheduled, and how often that was called off. */
  readonly schedule: { asked: number; calledOff: number };
  /** Makes everything that reads wait, until the answer is called. */
  readonly holdReads: () => () => void;
}

/** A read port whose batches wait while they are held. */
function holdable(read: ReadPort) {
  let held: Promise<void> = Promise.resolve();
  const port: ReadPort = {
    ...read,
    readFiles: async (...batch) => held.then(() => read.readFiles(...batch)),
    listFolders: async (...batch) => held.then(() => read.listFolders(...batch)),
  };
  const hold = (): (() => void) => {
    let release: () => void = () => undefined;
    held = new Promise((resolve) => {
      release = resolve;
    });
    return () => release();
  };
  return { port, hold };
}

/** Waits for all that follows by itself. */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Opens a session over a workspace in memory. */
export async function openBench(
  files: Readonly<Record<string, MemoryContent>> = smallWorkspace(),
  options: SessionOptions = {},
  change: (host: PackerHost) => PackerHost = (host) => host,
): Promise<StudioBench> {
  const workspace = createMemoryWorkspace(files);
  const { ports, calls } = recordingPort(workspace);
  const { port, hold } = holdable(ports.read);
  let scheduled: (() => void) | null = null;
  const counts = { asked: 0, calledOff: 0 };
  const schedule = (run: () => void) => {
    counts.asked += 1;
    scheduled = run;
    return () => {
      counts.calledOff += 1;
      scheduled = null;
    };
  };
  const host = change({ ...workspace, ...ports, read: port });
  const session = unwrap(await openSession(host, { schedule, ...options }));
  const events: SessionEvent[] = [];
  session.subscribe((event) => {
    if (event.kind !== 'progress') events.push(event);
  });
  (calls as PortCall[]).length = 0;
  return {
    workspace,
    session,
    events,
    calls,
    schedule: counts,
    holdReads: hold,
    async quiet() {
      const run = scheduled;
      scheduled = null;
      run?.();
      await rest();
    },
  };
}

/** The files that were read. */
export function filesRead(calls: readonly PortCall[]): readonly string[] {
  return calls.filter(({ operation }) => operation === 'read').map(({ path }) => path);
}
