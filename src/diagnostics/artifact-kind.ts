/** The eight versioned artifacts that the packer owns (`describeArtifacts()` tells what each is for). */
export type ArtifactKind = 'asset' | 'registry' | 'archive' | 'asset-table' | 'preload' | 'asset-metadata' | 'cache' | 'journal';

/** What a diagnostic speaks of: an owned artifact, a source file, the workspace as a whole, a plan, a policy, or evidence. */
export type DiagnosticSubject = ArtifactKind | 'source' | 'workspace' | 'plan' | 'policy' | 'evidence';
