import { createHash } from 'node:crypto';
import { crc32, inflateSync } from 'node:zlib';
import { err, ok, Result } from 'neverthrow';
import { type ComputePort, type InflateEnd, type InflateFault, type Inflater, type InflateVisitor, portableCompute } from 'prometeu-packer';

/** Where more than this goes in or may come out, the portable inflater works: Node inflates piece by piece only asynchronously. */
const MOST_AT_ONCE = 16 * 1024 * 1024;

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
    () => inflateSync(stream, options) as unknown as InflatedWithInfo, // see there
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
function gatheringInflater(maxOutput: number): Inflater {
  let parts: Uint8Array[] = [];
  let gathered = 0;
  let portable: Inflater | null = null;
  return {
    push(bytes, onOutput) {
      if (portable !== null) return portable.push(bytes, onOutput);
      parts.push(new Uint8Array(bytes));
      gathered += bytes.length;
      if (gathered <= MOST_AT_ONCE) return ok(undefined);
      portable = portableCompute.inflate(maxOutput);
      const stream = Buffer.concat(parts);
      parts = [];
      return portable.push(stream, onOutput);
    },
    finish: (onOutput) => portable?.finish(onOutput) ?? inflateWhole(Buffer.concat(parts), maxOutput, onOutput),
  };
}

/** The compute port on Node's own SHA-256, CRC-32 and zlib. */
export const nodeCompute: ComputePort = {
  sha256() {
    const hash = createHash('sha256');
    return {
      update: (bytes) => {
        hash.update(bytes);
      },
      hex: () => hash.digest('hex'),
    };
  },
  crc32,
  inflate: (maxOutput) => (maxOutput >= 1 && maxOutput <= MOST_AT_ONCE ? gatheringInflater(maxOutput) : portableCompute.inflate(maxOutput)),
};
