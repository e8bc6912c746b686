/**
 * What a disk may hold after a crash, between what the program did and what it had flushed. In every model a flushed file
 * keeps its data, a flushed folder its names, and a renamed file stands at least under one of its two names.
 *
 * - `killed`: the process died alone; everything that it did is there.
 * - `ordered`: the power failed on a disk that keeps order; everything up to some moment is there, and nothing after it.
 * - `data-lost`: names keep their order, and data that was not flushed did not reach the disk in time: it is missing, cut at
 *   a sector of 512 bytes, zeros, or junk. So files come about that are empty after a rename.
 * - `reordered`: any of the names that were not flushed may be there without the others; their data is whole, missing or cut.
 * - `half-renamed`: a rename got half way, so that the file stands under both names (FAT, some network disks).
 */
export const CRASH_MODELS = ['killed', 'ordered', 'data-lost', 'reordered', 'half-renamed'] as const;

/** What a disk may hold after a crash: one of {@link CRASH_MODELS}. */
export type CrashModel = (typeof CRASH_MODELS)[number];
