/** What a source file is declared to be. `raw` is any bytes at all. */
export type SourceKind = 'png' | 'wav' | 'raw';

/** What a file's name or first bytes show it to be. */
export type SourceContent = 'png' | 'wav' | 'other';
