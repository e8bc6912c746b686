import type { VersionDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

/** Pages of the codes of versions, and of caches that cannot be used. */
export const versionPages: AreaPages<VersionDiagnosticData> = {
  VERSION_MISSING: {
    why: 'Each version of a file has its own keys and its own meaning of them. Without the number the packer would have to guess which one applies, and a file that is read by the wrong rules can look sound and mean something else. An absent version is therefore never taken for the first one, and nothing else in the file is judged.',
    fix: [
      'Compare the file with version control, and put the line with `schema_version` back.',
      'Where the file was written by hand, find the version whose page in `docs/formats` describes its keys, and add that number as the first key.',
      'Rename a key such as `version` to `schema_version` where that is what was meant.',
    ],
  },
  VERSION_MALFORMED: {
    why: 'Versions are compared as whole numbers, and everything else depends on that comparison. A text, a fraction or an exponent could be understood in two ways by two readers, and each would then read the rest of the file by other rules. Nothing else in the file is judged until this one token is clear.',
    fix: ['Write a plain integer, without quotes, sign, point or leading zeros: `"schema_version": 4`.'],
  },
  VERSION_TOO_NEW: {
    why: 'A newer release may have given keys a new meaning, or moved to another place what this one looks for. To read the file by the older rules could pack something else than was meant, and to write it could destroy what this release does not know. So the file is left alone, and no part of it is called wrong.',
    fix: [
      'Upgrade to the release of `prometeu-packer` that the rest of the team uses.',
      'Where the upgrade was a mistake, restore the earlier file from version control: there is no way down.',
    ],
  },
  VERSION_TOO_OLD: {
    why: 'This release no longer has the schema of that version, nor the steps that lead on from it. What is not known cannot be checked, and an untested guess at an old format could lose what stands in it. Older releases still have both, and what they write this one reads.',
    fix: [
      'Look up in `docs/support-matrix.md` which release still migrates the version found.',
      'With that release run `prometeu-packer migrate --apply`, and commit the result.',
      'Or restore a newer state of the file from version control.',
    ],
  },
  CACHE_DISCARDED: {
    why: 'A cache holds nothing that cannot be worked out again. One that is broken, or of another version, is cheaper to drop than to repair, and could only bring wrong results if it were trusted. The finding says which check it failed, for whoever looks for the reason of a slow run.',
    fix: [
      'Do nothing: everything is read from the files themselves.',
      'Delete `assets/.prometeu/cache.json` where the note is in the way.',
    ],
  },
};
