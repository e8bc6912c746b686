import { portableCompute, type ComputePort, type PackerHost } from 'prometeu-packer';
import { carryOver, type CarriedOver } from './carry-over.js';
import { crashChoices, type CrashChoice } from './crash-choice.js';
import { createCrashGate } from './crash-gate.js';
import { createCrashImage, type CrashImage } from './crash-image.js';
import { createCrashLog } from './crash-log.js';
import { CRASH_MODELS, type CrashModel } from './crash-model.js';
import { crashMachineAfter, createCrashProcess, type CrashMachine } from './crash-process.js';
import { createDraw } from './draw.js';
import { plantFiles, type CrashContent } from './plant-files.js';
import type { CrashStorage } from './crash-storage.js';
import { createSurvivingBytes } from './surviving-bytes.js';

/** Options of {@link createCrashDisk}. */
export interface CrashDiskOptions {
  /** Which samples are taken where there are too many images to make them all; 0 unless told. */
  readonly seed?: number;
  /** Digests; the portable ones unless told. A native one makes campaigns faster. */
  readonly compute?: ComputePort;
}

/** Which images of a crash are wanted. */
export interface CrashImageOptions {
  /** By which models; all of them unless told. */
  readonly models?: readonly CrashModel[];
  /** Most images, drawn from all of them but that of `killed`, which comes first; all unless told. */
  readonly most?: number;
  /** The operation before which the crash comes; the moment unless told. Looking back so, one run shows what crashes anywhere leave. */
  readonly before?: number;
}

/** What became of work on a disk: it came to its end, or the crash came first, and nobody is left to answer. */
export type CrashRun<T> = { readonly crashed: true } | { readonly crashed: false; readonly value: T };

/** A disk that can crash at any operation. */
export interface CrashDisk {
  /** Another process on the disk, which lives until the crash: a whole host, to be given to any operation. */
  readonly host: () => PackerHost;
  /** Operations begun so far, by all processes. Items of a batch and calls on handles and locks count one by one. */
  readonly operations: () => number;
  /** Has the disk crash before the operation of that number, counted from 0: neither it nor any later one ever settles. */
  readonly crashAt: (operation: number) => void;
  /**
   * Has a new process do some work, to its end or to the crash. The packer turns what a port throws into an answer, and so
   * would go on after a crash that were thrown; an operation that never settles stops it for good, and this does not wait
   * for it. What is left of the work is forgotten with its memory.
   */
  readonly run: <T>(work: (host: PackerHost) => Promise<T>) => Promise<CrashRun<T>>;
  /** Every image that a crash at this moment may leave, equal ones once, in an order that is always the same. */
  readonly images: (options?: CrashImageOptions) => Generator<CrashImage, void>;
  /** What the program sees: the image of `killed`. */
  readonly now: () => CrashImage;
  /**
   * The disk after a crash: the image, all of it on stable storage, and nothing of what was done since. The machine was
   * started again, but for `killed`: then the processes alone are gone. Tokens and uuids are others than those given
   * before, and the same in every run.
   */
  readonly mount: (image: CrashImage) => CrashDisk;
  /**
   * The disk after its processes died while the machine ran on, before an operation, now unless told: all that was done
   * is there, and what was not flushed still may be lost. A copy: this disk can go on too.
   */
  readonly restart: (before?: number) => CrashDisk;
}

interface DiskSetup {
  readonly machine: CrashMachine;
  readonly options: Required<CrashDiskOptions>;
  readonly digests: CrashStorage['digests'];
}

function createClock(): () => number {
  let time = 0;
  return () => (time += 1);
}

const KILLED: CrashChoice = { model: 'killed', operation: Number.POSITIVE_INFINITY, reach: () => 'whole', data: 'whole' };

function startDisk({ machine, options, digests }: DiskSetup, { root, steps: earlier }: CarriedOver): CrashDisk {
  const { compute, seed } = options;
  const gate = createCrashGate();
  const clock = createClock();
  const log = createCrashLog(clock, () => gate.operations() - 1, earlier);
  const disk: CrashStorage = { root, log, gate, clock, compute, digests };
  const nextProcess = createCrashProcess(disk, machine, compute);

  function* images({ models = CRASH_MODELS, most = Number.POSITIVE_INFINITY, before = gate.operations() }: CrashImageOptions = {}) {
    const { steps } = disk.log;
    const draw = createDraw(seed);
    const bytesOf = createSurvivingBytes(steps, before);
    const choices = [...crashChoices(steps, models, before, draw)];
    const seen = new Set<string>();
    while (choices.length > 0 && seen.size < most) {
      const isDrawn = most !== Number.POSITIVE_INFINITY && choices[0]?.model !== 'killed';
      const [choice] = choices.splice(isDrawn ? draw(choices.length) : 0, 1);
      if (choice === undefined) return;
      const image = createCrashImage(disk, choice, bytesOf);
      if (seen.has(image.digest)) continue;
      seen.add(image.digest);
      yield image;
    }
  }
  return {
    host: nextProcess,
    operations: gate.operations,
    crashAt: gate.crashAt,
    run: async (work) =>
      Promise.race([
        gate.crashed.then(() => ({ crashed: true }) as const),
        work(nextProcess()).then((value) => ({ crashed: false, value }) as const),
      ]),
    images,
    now: () => createCrashImage(disk, KILLED, createSurvivingBytes(disk.log.steps, KILLED.operation)),
    mount: (image) => {
      const setup = { machine: crashMachineAfter(machine, image.model), options, digests };
      return startDisk(setup, { root: plantFiles(image, createClock()), steps: [] });
    },
    restart: (before = gate.operations()) =>
      startDisk({ machine: crashMachineAfter(machine, 'killed'), options, digests }, carryOver(root, log.steps, before)),
  };
}

/**
 * Makes a disk in memory that tells what the program sees from what a crash would leave. It keeps an ordered list of what
 * is not yet on stable storage: data by file, whatever the file is called, until that file is flushed, and names by folder,
 * until that folder is flushed. From it come the images of every {@link CrashModel}. All is the same in every run.
 *
 * It offers no symlinks and no faults (see `withFaults`), tells case in names, and keeps whatever is written in memory.
 *
 * @param files - what is on stable storage at first; text becomes UTF-8. Or an image, folders and all.
 *
 * @example
 * ```ts
 * import { applyPlan, planRegister, recover } from 'prometeu-packer';
 * import { createCrashDisk } from 'prometeu-packer/testing';
 *
 * const disk = createCrashDisk({ 'assets/palette/colours.bin': new Uint8Array(64) });
 * disk.crashAt(40);
 * await disk.run(async (host) => {
 *   const planned = await planRegister(host);
 *   return planned.isOk() ? applyPlan(host, planned.value.value) : planned;
 * });
 * for (const image of disk.images()) {
 *   const recovered = await recover(disk.mount(image).host());
 *   if (recovered.isErr()) throw new Error(image.model);
 * }
 * ```
 */
export function createCrashDisk(files: CrashContent = {}, { seed = 0, compute = portableCompute }: CrashDiskOptions = {}): CrashDisk {
  const setup: DiskSetup = { machine: { crashes: 0, boots: 0 }, options: { seed, compute }, digests: new WeakMap() };
  return startDisk(setup, { root: plantFiles(files, createClock()), steps: [] });
}
