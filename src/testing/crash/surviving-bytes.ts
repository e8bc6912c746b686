import type { CrashChoice, DataFate } from './crash-choice.js';
import type { CrashStep, DataStep } from './crash-log.js';
import type { CrashFile } from './crash-node.js';
import { createDraw } from './draw.js';
import { overwrite } from './overwrite.js';

const SECTOR = 512;

function filler(length: number, fate: DataFate): Uint8Array {
  const draw = createDraw(length);
  return fate === 'zeros' ? new Uint8Array(length) : Uint8Array.from({ length }, () => draw(256));
}

/** The new content up to the middle of its sectors, what was there before from there on. */
function tear(before: Uint8Array, after: Uint8Array): Uint8Array {
  const cut = Math.floor(Math.ceil(after.length / SECTOR) / 2) * SECTOR;
  return overwrite(before, 0, after.subarray(0, cut));
}

/**
 * Makes the function that says what a file holds after a crash. Contents are made once and shared, so that files that
 * come out alike are the very same array.
 *
 * @param operation - before which the crash comes.
 */
export function createSurvivingBytes(steps: readonly CrashStep[], operation: number): (file: CrashFile, choice: CrashChoice) => Uint8Array {
  const writes = new Map<CrashFile, (readonly [index: number, step: DataStep])[]>();
  for (const [index, step] of steps.entries()) {
    if (step.kind !== 'data' || step.operation >= operation) continue;
    const others = writes.get(step.file);
    if (others === undefined) writes.set(step.file, [[index, step]]);
    else others.push([index, step]);
  }
  const known = new Map<CrashFile, Map<DataFate, Uint8Array>>();
  const compose = (written: readonly (readonly [number, DataStep])[], flushed: Uint8Array, fate: DataFate): Uint8Array => {
    if (fate === 'torn') return tear(flushed, written.at(-1)?.[1].content ?? flushed);
    return written
      .filter(([, { durableFrom }]) => durableFrom >= operation)
      .reduce((bytes, [, { position, length }]) => overwrite(bytes, position, filler(length, fate)), flushed);
  };
  return (file, { reach, data }) => {
    const written = writes.get(file) ?? [];
    const isFlushed = ([, { durableFrom }]: readonly [number, DataStep]): boolean => durableFrom < operation;
    const last = written.findLast((write) => isFlushed(write) || data === 'whole' || (data === 'by-step' && reach(write[0]) !== 'none'));
    const there = last?.[1].content ?? file.base;
    if (data === 'whole' || data === 'by-step' || data === 'lost' || written.every(isFlushed)) return there;
    const contents = known.get(file) ?? new Map<DataFate, Uint8Array>();
    known.set(file, contents);
    const bytes = contents.get(data) ?? compose(written, there, data);
    contents.set(data, bytes);
    return bytes;
  };
}
