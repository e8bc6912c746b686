// What docs/formats says that no schema can say. A new version needs its note here before etc/schema-lock.json takes it.

/** What each version brought, and what there is to know of it: by surface and version. */
export const formatNotes = {
  asset: {
    2: 'It has no identity: a registry that records its folder gives it one when it is migrated. An input is a path or a list of paths.',
    3: 'It brought `asset_uuid`, and inputs that are always lists.',
    4: 'It brought the slot, for which `preload` became an object, and `output.metadata` and `extensions`.',
  },
  registry: {
    2: 'It records numbers and folders, and no identities.',
    3: 'It brought the identity of each asset, and the counter that keeps a number from being given twice.',
    4: 'It brought assets that builds leave out, and the list of identities that never come back.',
  },
  'archive-envelope': {
    1: 'The only envelope there has been. Its minor number adds to it and makes no version.',
  },
  'archive-header': {
    1: 'Canonical JSON (RFC 8785) in UTF-8: sorted keys, no white space. It holds exactly these keys; one more, or one fewer, is an error.',
  },
  'asset-table': {
    1: "It repeats the table of the archive's header.",
  },
  preload: {
    1: "It repeats the preload list of the archive's header.",
  },
  'asset-metadata': {
    1: 'It tells from which file each stretch of the payload came.',
  },
  cache: {
    1: 'One key a line, in this order. Files and folders stand in columns: a few long strings and lists of numbers are read many times faster than many small ones. Names are joined by `/`; digests follow each other without anything between. Its first three lines are those of the example, byte for byte, but for the digest; a key that is not listed is ignored. A cache of any other version, or that any other release wrote, is thrown away, which is all the migration it needs. What it may be believed: [cache.md](../cache.md).',
  },
  journal: {
    1: 'It holds exactly these keys, in the canonical form of machine-written files; one more, one fewer, or a checksum that is not its own, and the whole journal is damaged. Nothing of a damaged journal is carried out or guessed at.',
  },
};

/** The file under fixtures/versions that shows a version. */
export const formatExamples = {
  asset: { 2: 'asset/v2/plain/in.json', 3: 'asset/v3/plain/in.json', 4: 'asset/v4/all-keys/in.json' },
  registry: { 2: 'registry/v2/plain/in.json', 3: 'registry/v3/canonical/in.json', 4: 'registry/v4/canonical/in.json' },
  'archive-header': { 1: 'archive-header/v1/two-assets/in.json' },
  'asset-table': { 1: 'asset-table/v1/two-assets/in.json' },
  preload: { 1: 'preload/v1/two-assets/in.json' },
  'asset-metadata': { 1: 'asset-metadata/v1/two-assets/in.json' },
  cache: { 1: 'cache/v1/something-of-everything/in.json' },
  journal: { 1: 'journal/v1/every-kind-of-entry/in.json' },
};

const sha256 = 'SHA-256, 64 lower-case hexadecimal digits';

const tableRow = {
  asset_id: 'Runtime number, once in the table. The table is ordered by it.',
  asset_name: 'Name, once in the table.',
  bank_type: 'The bank that the asset is meant for.',
  codec: 'How the bytes are packed: as they are.',
  offset: 'First byte, from the start of the payload.',
  size: 'Bytes in the payload.',
  decoded_size: 'Bytes once unpacked: equal to `size`.',
  sha256: `${sha256}, of the bytes in the payload.`,
  metadata: 'The `output.metadata` of the declaration; empty where it has none.',
  'metadata.<key>': 'A string, an integer or a boolean.',
};

const preloadRow = {
  asset_id: 'An asset of the table. The list is ordered by bank type (DATA, PALETTES, SOUNDS, TILES), then slot.',
  slot: 'Its slot, once in its bank type.',
};

const below = (path, row) => Object.fromEntries(Object.entries(row).map(([key, meaning]) => [`${path}.${key}`, meaning]));

const companion = {
  schema_version: 'The version.',
  archive_digest: `${sha256}, of all bytes of the archive before its payload: which archive this belongs to.`,
};

/** What each key means, by surface and path: `[]` is an item of a list, `<key>` any key of a map. */
export const formatKeys = {
  asset: {
    $schema: 'Schema for editors. Kept, never read.',
    schema_version: 'The version.',
    asset_uuid:
      'The identity that the file claims: a canonical lower-case uuid, neither nil nor max. It is judged with the registry, as identity and not as structure: a claim that is missing or malformed has a code of its own.',
    name: 'Name in the archive. Once in the workspace.',
    type: 'What it is made for. `tile_bank` loads into TILES and is png or raw; `sound_bank` into SOUNDS, wav or raw; `palette_bank` into PALETTES, raw; `data_bank` into DATA, raw.',
    inputs: 'The source files, by role. At least one file in all.',
    'inputs.<key>':
      "Paths relative to the asset's folder, with `/` between names and without `.` and `..`; each at most once in the asset. Roles are packed by code units, the paths of a role in this order.",
    output: 'What it becomes.',
    'output.format': 'How the inputs are to be read; has to suit the type.',
    'output.codec': 'How the payload is stored: as it is.',
    'output.metadata': 'A flat map that the archive carries along.',
    'output.metadata.<key>': 'A value for the runtime.',
    preload: 'Loading at boot. Absent: not preloaded.',
    'preload.enabled': 'Whether it is loaded at boot.',
    'preload.slot': 'Its slot, once in its bank type. Without one, a build gives the lowest that is free, in the order of asset_id.',
    extensions: 'Data of other tools. Kept silently, never read.',
    'extensions.<key>': 'Anything.',
  },
  registry: {
    $schema: 'Schema for editors. Kept, never read.',
    schema_version: 'The version.',
    project_uuid: 'Identity of the project. It never changes.',
    next_asset_id: 'The number that the next asset gets: larger than every number ever given.',
    assets: 'The records, by asset_id.',
    'assets[].asset_id': 'Its number for the runtime: stable, never given again.',
    'assets[].asset_uuid': 'Its identity.',
    'assets[].root': 'Its folder, relative to `assets/`. Once in the registry.',
    'assets[].included_in_build': 'Whether builds contain it.',
    retired: 'Identities that were given up and never come back, by asset_id.',
    'retired[].asset_id': 'The number it had.',
    'retired[].asset_uuid': 'The identity it had.',
  },
  'archive-envelope': {
    magic: 'The first bytes of the file, as ASCII.',
    envelopeMajor: 'Version of the prelude and of the placing rules.',
    envelopeMinor: 'What was added to that version. An archive of a newer one is read as far as it is known, and told as an error.',
    headerLength: 'Bytes of the header, which begins right after the prelude.',
    headerCrc32: 'CRC-32 (IEEE) of the bytes of the header.',
    payloadOffset: 'Where the payload begins, from the start of the file.',
    payloadLength: 'Bytes of the payload: the rest of the file.',
  },
  'archive-header': {
    header_version: 'The version.',
    asset_table: 'The assets, by asset_id.',
    ...below('asset_table[]', tableRow),
    preload: 'What is loaded at boot.',
    ...below('preload[]', preloadRow),
  },
  'asset-table': { ...companion, asset_table: "The table of the archive's header.", ...below('asset_table[]', tableRow) },
  preload: { ...companion, preload: "The preload list of the archive's header.", ...below('preload[]', preloadRow) },
  'asset-metadata': {
    ...companion,
    assets: 'Where each asset of the archive came from, by asset_id.',
    'assets[].asset_id': 'Runtime number.',
    'assets[].asset_uuid': 'Identity.',
    'assets[].root': 'Its folder, relative to `assets/`.',
    'assets[].inputs': 'Its source files, in packing order.',
    'assets[].inputs[].role': 'The role it was packed under.',
    'assets[].inputs[].path': "Its path, relative to the asset's folder.",
    'assets[].inputs[].offset': "Its first byte, from the asset's first byte.",
    'assets[].inputs[].size': 'Bytes.',
    'assets[].inputs[].sha256': `${sha256}, of its bytes.`,
  },
  cache: {
    schema_version: 'The version.',
    digest: `${sha256}, of every byte after the line it stands in. It tells a damaged cache; it is no signature.`,
    rules: 'Which rules the verdicts were made by: another value for each release, and whenever a format changes.',
    how: `Digest of the limits and options that the workspace was read with: ${sha256}.`,
    snapshot: 'Id of the snapshot, and how many errors, warnings and infos it has.',
    published:
      'Of the build: digest of its plan, how many findings it told, and size, time and digest of the archive (of its bytes before the payload), the asset table, the metadata and the preload list. Null where it cannot be told.',
    folder_names: 'Names of all folders, each after the one it stands in. The first is `assets`.',
    folder_parents: 'Places of the folders that they stand in; -1 for the first.',
    folder_times: 'When a name last changed in them, in milliseconds since 1970.',
    untimed: 'Places of folders whose time is no proof.',
    listings: 'Digests of their listings, without the control folder, which is not listed.',
    file_counts: 'How many of the files below stand in each folder.',
    file_names: 'Names of the files that were read, or asked for their size.',
    file_kinds:
      'What it was read as: 0 declaration or registry, 1 raw, 2 PNG, 3 WAV; 4 more where its time is no proof, 8 more where something was found in it, 16 more where it has no digest.',
    file_sizes: 'Bytes.',
    file_times: 'Last modification, in milliseconds since 1970.',
    digests: 'Digests of the files that have one.',
  },
  journal: {
    schema_version: 'The version.',
    plan_digest: `Digest of the plan: ${sha256}.`,
    token: 'In the names of the staged files: 8 to 32 lower-case hexadecimal digits.',
    entries: 'What changes, in this order: folders that move, then files. The registry is last.',
    'entries[].target':
      'The file, from the workspace root: one that plans may change, named once. Of a folder that moves, where it goes: below `assets/`, and apart from everything else that changes.',
    'entries[].op':
      '`replace`: staged content takes the place of a file. `remove`: a file goes. `move`: a folder goes from one place to another with all that is in it; such an entry holds `target`, `op` and `from` alone.',
    'entries[].from': 'With `move`: where the folder comes from, from the workspace root.',
    'entries[].class':
      'How it is guarded. `authored` and `registry`: replaced only where it is still what the plan was made for. `derived`: replaced whatever stands there. `control`: our own.',
    'entries[].before': 'What it has to be.',
    'entries[].before.kind': '`absent`, `sha256`, or `any`.',
    'entries[].before.sha256': `With \`sha256\`: the ${sha256}, of its bytes.`,
    'entries[].after': 'What it becomes.',
    'entries[].after.kind': '`absent`, `sha256`, or `archive`.',
    'entries[].after.sha256': `With \`sha256\`: the ${sha256}, of its bytes.`,
    'entries[].after.length': 'With `sha256` and `archive`: its bytes.',
    'entries[].after.archive_digest': `With \`archive\`: the ${sha256}, of its bytes before the payload.`,
    'entries[].staged': 'Name of the staged file beside it; null where it is removed.',
    checksum: `${sha256}, of the text that the journal would have without this key. It tells a torn or edited journal; it is no signature.`,
  },
};

/** What each key of a control file without a descriptor means. */
export const controlKeys = {
  undo: {
    schema_version: 'The version.',
    plan_digest: `Digest of the plan that would be undone: ${sha256}.`,
    plan_kind: 'What that plan was for.',
    files: 'The files, by path, each once: declarations, the registry and its `.gitignore`. What is derived is built again.',
    'files[].path': 'The file, from the workspace root.',
    'files[].before': 'Its bytes before the plan, as base64 (RFC 4648, section 4); null where it did not exist.',
    'files[].after_sha256': `${sha256}, of its bytes as the plan left them; null where the plan removed it. A file that is another one now stops the undo.`,
    moves: 'The folders that the plan moved, by the place where they stand since.',
    'moves[].from': 'Where the folder stood, from the workspace root.',
    'moves[].to': 'Where the plan moved it.',
    checksum: `${sha256}, of the text that the record would have without this key. It tells a rotten or edited record; it is no signature.`,
  },
  lock: {
    token: 'Made anew for each lock taken, never twice: 8 to 32 lower-case hexadecimal digits. `unlock --owner` names it.',
    host: 'Tells the machine, and the process table where it has several, from every other. Starts with its name.',
    bootId: 'Changes with every start of the machine; empty where it has none.',
    pid: 'Process number; 0 where there are no processes.',
    processStart: "When that process started, in the host's own terms; empty where unknown. Tells a number that was given again.",
  },
};
