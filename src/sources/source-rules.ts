/**
 * Counts up whenever the bytes of any PNG or WAV file could be judged otherwise than before, so that what one release has found
 * out about a content is not taken for what another one says. A test fails whenever the code that judges has changed.
 */
export const SOURCE_RULES = 1;
