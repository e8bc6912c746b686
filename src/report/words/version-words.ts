import type { VersionDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from '../area-words.js';

/** What there is to say of the codes for versions: missing, malformed, outside the window. */
export const versionWords: AreaWords<VersionDiagnosticData> = {
  VERSION_MISSING: {
    summary: 'The file does not say which version it is.',
    help: 'Add the version field with the version the file was written for. A missing version is never taken for version 1.',
  },
  VERSION_MALFORMED: {
    summary: 'The version is not a positive integer.',
    help: 'Write the version as a plain integer: no quotes, sign, point or exponent.',
  },
  VERSION_TOO_NEW: {
    summary: 'The file was written for a newer release than this one.',
    help: 'Upgrade prometeu-packer. The file is left as it is; nothing else in it was judged.',
  },
  VERSION_TOO_OLD: {
    summary: 'The file is older than everything this release can migrate.',
    help: 'Migrate it with an older release that still reads this version (the support matrix says which versions a release reads), or restore a newer one from version control. The file is left as it is.',
  },
  CACHE_DISCARDED: {
    summary: 'A cache cannot be used and is left aside.',
    help: 'Nothing has to be done: a cache only saves time.',
  },
};
