import { err, ok, Result } from 'neverthrow';
import { type InflateEnd, type InflateFault, type Inflater, type InflateVisitor, portableCompute } from 'prometeu-packer';
import { lateModule } from './late-module.js';
import type { SpareMemory } from './spare-memory.js';

const zlib = lateModule('node:zlib');

/** Where more than this goes in or may come out, the portable inflater works: Node inflates piece by piece only asynchronously. */
const MOST_AT_ONCE = 16 * 1024 * 1024;

/** Room for a stream at first. */
const FIRST_BYTES = 64 * 1024;

/** What `inflateSync` answers under the option `info`, which @types/node does not know. */
interface InflatedWithInfo {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}

/** Whether zlib found the stream itself at fault, rather than its size or the memory at hand. */
function blamesStream(thrown: unknown): boolean {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR' || code === 'Z_NEED_DICT';
}

function inflateNatively(stream: Uint8Array, maxOutput: number): Result<InflatedWithInfo, unknown> {
  const options = { maxOutputLength: maxOutput, chunkSize: Math.max(maxOutput + 1, 64), info: true };
  return Result.fromThrowable(
    () => zlib().inflateSync(stream, options) as unknown as InflatedWithInfo, // see there
    (thrown) => thrown,
  )();
}

/** What zlib does not take, the portable inflater judges: it tells why, and the same on every host. */
function inflateWhole(stream: Uint8Array, maxOutput: number, onOutput: InflateVisitor): Result<InflateEnd, InflateFault> {
  const native = inflateNatively(stream, maxOutput);
  if (native.isOk()) {
    onOutput(native.value.buffer);
    return ok({ unused: stream.length - native.value.engine.bytesWritten });
  }
  const portable = portableCompute.inflate(maxOutput);
  const answer = portable.push(stream, onOutput).andThen(() => portable.finish(onOutput));
  return answer.isOk() && blamesStream(native.error) ? err('disputed') : answer;
}

/** Gathers a stream and inflates it at once, or hands it to the portable inflater where it grows too long. */
function gatheringInflater(maxOutput: number, spare: SpareMemory): Inflater {
  let memory = spare.lend(FIRST_BYTES);
  let gathered = 0;
  let portable: Inflater | null = null;
  let end: Result<InflateEnd, InflateFault> | null = null;
  const giveBack = (): void => {
    spare.takeBack(memory);
    memory = new Uint8Array();
  };
  const gather = (bytes: Uint8Array): void => {
    const length = gathered + bytes.length;
    if (length > memory.length) {
      const larger = new Uint8Array(Math.max(length, Math.min(2 * memory.length, MOST_AT_ONCE)));
      larger.set(memory.subarray(0, gathered));
      memory = larger;
    }
    memory.set(bytes, gathered);
    gathered = length;
  };
  return {
    push(bytes, onOutput) {
      if (end !== null) return end.map(() => undefined);
      if (portable !== null) return portable.push(bytes, onOutput);
      if (gathered + bytes.length <= MOST_AT_ONCE) return ok(gather(bytes));
      const inflater = portableCompute.inflate(maxOutput);
      portable = inflater;
      const begun = inflater.push(memory.subarray(0, gathered), onOutput);
      giveBack();
      return begun.andThen(() => inflater.push(bytes, onOutput));
    },
    finish(onOutput) {
      end ??= portable?.finish(onOutput) ?? inflateWhole(memory.subarray(0, gathered), maxOutput, onOutput);
      giveBack();
      return end;
    },
  };
}

/**
 * Begins to inflate one zlib stream on Node's own zlib, and where that does not serve on the portable inflater.
 *
 * @param maxOutput - most bytes that may come out.
 * @param spare - memory for the stream, lent until `finish`.
 */
export function nodeInflater(maxOutput: number, spare: SpareMemory): Inflater {
  return maxOutput >= 1 && maxOutput <= MOST_AT_ONCE ? gatheringInflater(maxOutput, spare) : portableCompute.inflate(maxOutput);
}
