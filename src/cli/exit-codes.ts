/** It ran, and no finding is an error. */
export const EXIT_OK = 0;

/** A finding is an error, or what was asked is refused; with `--exit-code` also: there is something to do. */
export const EXIT_ERRORS = 1;

/** It could not run: the command line, the workspace as a whole, or a defect stands in the way. */
export const EXIT_NOT_RUN = 2;
