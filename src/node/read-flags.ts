import { constants } from 'node:fs';

/** How a file is opened for reading: never through a symlink, never waiting for the other end of a pipe. Windows has neither flag. */
export const READ_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
