declare module 'yazl' {
  /** A zip being made. */
  export class ZipFile {
    /** The zip. */
    readonly outputStream: NodeJS.ReadableStream;
    /** Adds a file of the disk. */
    addFile(realPath: string, metadataPath: string, options?: { readonly compress?: boolean }): void;
    /** Says that nothing more is added. */
    end(): void;
  }
}
