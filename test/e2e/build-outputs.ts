/** What a build writes. */
export const buildOutputs = ['build/assets.pa', 'build/asset_table.json', 'build/preload.json', 'build/asset_table_metadata.json'] as const;

/** The four files of a build, as bytes. */
export type BuiltFiles = Readonly<Record<(typeof buildOutputs)[number], Uint8Array>>;

/** Reads the four files of a build; fails where one is not there. */
export function readOutputs(read: (path: string) => Uint8Array | undefined): BuiltFiles {
  const entries = buildOutputs.map((path) => {
    const bytes = read(path);
    if (bytes === undefined) throw new Error(`${path} was not built`);
    return [path, Uint8Array.from(bytes)] as const;
  });
  return Object.fromEntries(entries) as unknown as BuiltFiles; // fromEntries forgets the keys
}
