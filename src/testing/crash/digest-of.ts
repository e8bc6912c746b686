import type { CrashStorage } from './crash-storage.js';

function sha256({ compute, digests }: Pick<CrashStorage, 'compute' | 'digests'>, bytes: Uint8Array): string {
  const known = digests.get(bytes);
  if (known !== undefined) return known;
  const digest = compute.sha256();
  digest.update(bytes);
  const hex = digest.hex();
  digests.set(bytes, hex);
  return hex;
}

/** SHA-256 over files and folders, both in order, as 64 lower-case hexadecimal digits. Contents that were seen before are not read again. */
export function digestOf(
  storage: Pick<CrashStorage, 'compute' | 'digests'>,
  files: readonly (readonly [path: string, bytes: Uint8Array])[],
  folders: readonly string[],
): string {
  const lines = [...files.map(([path, bytes]) => `${path}\0${sha256(storage, bytes)}`), ...folders].join('\n');
  const digest = storage.compute.sha256();
  digest.update(new TextEncoder().encode(lines));
  return digest.hex();
}
