/** How findings are told to an editor. */
export interface LspOptions {
  /** The URI of a file, from its path from the workspace root. */
  readonly uriOf: (file: string) => string;
  /** The URI on which findings about the workspace as a whole land: the registry's, say. */
  readonly workspaceUri: string;
  /** The page that explains a code; none unless told. */
  readonly helpUri?: (code: string) => string | undefined;
}
