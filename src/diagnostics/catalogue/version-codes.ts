import { defineCode } from '../define-code.js';
import { quote } from '../quote.js';

interface Window {
  /** The field that holds the version. */
  readonly field: string;
  /** The support window as a semver range. */
  readonly supported: string;
}

/** Codes for versions: missing, malformed, outside the window. */
export const versionCodes = {
  VERSION_MISSING: defineCode<Window & { /** Keys that look like a version. */ readonly lookalikes: readonly string[] }>({
    severity: 'error',
    summary: 'The file does not say which version it is.',
    help: 'Add the version field with the version the file was written for. A missing version is never taken for version 1.',
    message: ({ field, supported, lookalikes }) =>
      `no "${field}" found; expected an integer in ${supported}` +
      (lookalikes.length > 0 ? ` (${lookalikes.map(quote).join(', ')} is not it)` : ''),
  }),
  VERSION_MALFORMED: defineCode<Window & { /** The token as it stands. */ readonly token: string }>({
    severity: 'error',
    summary: 'The version is not a positive integer.',
    help: 'Write the version as a plain integer: no quotes, sign, point or exponent.',
    message: ({ field, supported, token }) => `"${field}" is ${quote(token)}; expected an integer in ${supported}`,
  }),
  VERSION_TOO_NEW: defineCode<Window & { /** The version found. */ readonly version: number }>({
    severity: 'error',
    summary: 'The file was written for a newer release than this one.',
    help: 'Upgrade prometeu-packer. The file is left as it is; nothing else in it was judged.',
    message: ({ field, supported, version }) => `"${field}" is ${version}, newer than the supported ${supported}; migration was not attempted`,
  }),
  VERSION_TOO_OLD: defineCode<Window & { /** The version found. */ readonly version: number }>({
    severity: 'error',
    summary: 'The file is older than everything this release can migrate.',
    help: 'Migrate it with an older release whose window still holds this version, then come back. The file is left as it is.',
    message: ({ field, supported, version }) => `"${field}" is ${version}, older than the supported ${supported}; migration was not attempted`,
  }),
} as const;
