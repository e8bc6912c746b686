// The pages of what is under version control: `asset.json` and `index.json`.
import { introduction, page, VERSION_FIRST } from './format-page.mjs';
import { code, codes } from './markdown.mjs';
import { schemaBody, versionsText } from './version-sections.mjs';

const STRICT =
  'Strict JSON (RFC 8259) in UTF-8 without a byte order mark: no key twice, no lone surrogates, at most 64 levels deep. Every number that the tables ask for is written as an integer: digits alone.';

const UNKNOWN_KEYS =
  'A key that only a later version knows is an error. Any other key that is not listed is warned about, kept as it is, and otherwise ignored.';

/** Keys that are refused since they ask for something to be run: a test holds them to the code. */
export const SCRIPT_KEY_NAMES = 'script scripts plugin plugins hook hooks command commands exec eval prebuild postbuild'.split(' ');

/** docs/formats/asset.md */
export function assetPage(facts) {
  return page(
    'asset.json',
    introduction(facts, 'asset'),
    `${STRICT} People write it: the packer changes it by text edits alone. Indentation, line ends, order of keys, spelling of numbers and blank lines stay as they are; new keys go directly after ${code('schema_version')}.`,
    `${VERSION_FIRST} ${UNKNOWN_KEYS}`,
    'A path of an input stays below the folder of the asset and is portable on every platform: at most 255 bytes a name and 1024 from the workspace root, no `..`, no backslash, no control character, none of `<>:"|?*`, no dot or space at the end of a name, no device name such as `con`. Two names that are equal after NFKC and full case folding are one. A path is no `asset.json`, no control file, no build output, and stands in no other asset.',
    `A key that asks for something to be run is an error of its own, at top level and directly under ${code('output')}: ${codes(SCRIPT_KEY_NAMES)}. In inputs, metadata and extensions these are names like any other.`,
    versionsText(facts, 'asset', schemaBody('asset')),
  );
}

/** docs/formats/registry.md */
export function registryPage(facts) {
  return page(
    'index.json',
    introduction(facts, 'registry'),
    `${STRICT} The packer writes it, in the canonical form of machine-written files: LF, two spaces, a final newline, keys in the order of the tables and unknown keys after them by code units, records by ${code('asset_id')}. Where nothing has to change, nothing is written, in whatever form it stands.`,
    `${VERSION_FIRST} ${UNKNOWN_KEYS}`,
    versionsText(facts, 'registry', schemaBody('registry')),
  );
}
