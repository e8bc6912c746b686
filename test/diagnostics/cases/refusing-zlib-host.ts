import { err } from 'neverthrow';
import { portableCompute, type PackerHost } from 'prometeu-packer';

/** A host whose own zlib refuses every stream, also those that the portable inflater takes. */
export function refusingZlibHost(host: PackerHost): PackerHost {
  const inflate = (maxOutput: number) => {
    const portable = portableCompute.inflate(maxOutput);
    return {
      push: portable.push,
      finish: (take: (chunk: Uint8Array) => void) => portable.finish(take).andThen(() => err('disputed' as const)),
    };
  };
  return { ...host, compute: { ...portableCompute, inflate } };
}
