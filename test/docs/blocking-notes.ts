/** What there is to say of each family of codes, in the order of the page: who acts, and where to begin. By the first word of a code. */
export const blockingNotes = {
  IO: {
    title: 'The disk, or another port',
    note: 'The machine says no. Nothing of the workspace is wrong. Whoever runs the machine acts; then run the command again.',
  },
  PATH: {
    title: 'Names and paths',
    note: 'Whoever made the file renames it, or the path that names it. A name that this machine takes may not exist on another one.',
  },
  JSON: {
    title: 'The text of a file',
    note: 'Go to the line and column that are told. Where a safe fix is offered, `prometeu-packer doctor --fix --apply` does it; else mend the text, or restore the file from version control.',
  },
  VERSION: {
    title: 'Versions',
    note: 'Do not change the number to get rid of the finding: the rest of the file is written for the version that it names.',
  },
  MIGRATION: {
    title: 'Migrations',
    note: 'The file stands as it was. `prometeu-packer migrate` shows how far each file got.',
  },
  STRUCTURE: {
    title: 'Keys and values of a file',
    note: 'Whoever edited the file acts. A schema in the editor shows the same while typing: [JSON Schemas](schemas/README.md).',
  },
  IDENTITY: {
    title: 'Identity',
    note: 'A person who knows the asset decides; no policy lowers these. `prometeu-packer doctor` prints a fingerprint and the choices, `prometeu-packer fix FINGERPRINT --choice NAME` shows what one does.',
  },
  WORKSPACE: { title: 'The workspace as a whole', note: 'First see whether `--workspace` names the right folder.' },
  REGISTRY: {
    title: 'The registry',
    note: 'Version control holds the registry that was right: compare before you change anything. [Lost registry](operations.md#indexjson-is-lost).',
  },
  ASSET: { title: 'What a declaration means', note: 'Whoever edited the declaration acts.' },
  SOURCE: { title: 'Source files', note: 'Whoever made the file exports it again.' },
  PNG: { title: 'PNG', note: 'The place in the file is told by offset. Whoever made the picture exports it again.' },
  WAV: { title: 'WAV', note: 'The place in the file is told by offset. Whoever made the sound exports it again.' },
  PLAN: {
    title: 'Applying plans',
    note: 'Nothing was written, or everything will be: there is nothing in between. What a crash left is finished by the next command that writes.',
  },
  MUTATION: {
    title: 'Changes that were asked for',
    note: 'The workspace is as it was. Ask for something else, or mend what stands in the way.',
  },
  RESOLVE: {
    title: 'Choices of identity',
    note: 'The workspace is as it was. `prometeu-packer doctor` lists the choices that there are now.',
  },
  FIX: { title: 'Fixes', note: 'The workspace is as it was. Fingerprints stand in the output of `prometeu-packer doctor`.' },
  UNDO: { title: 'Undo', note: 'One step is kept. Beyond it, version control is the way back.' },
  UNLOCK: { title: 'Unlocking', note: 'The lock is as it was.' },
  REGISTER: { title: 'Registering', note: 'The workspace is as it was.' },
  BUILD: { title: 'Building', note: 'What was built before still stands.' },
  VERIFY: { title: 'A build that is out of date', note: 'Nothing is broken: build.' },
  ARCHIVE: {
    title: 'The archive',
    note: 'An archive is never mended. Where `build` tells the code, it is about what would be written; elsewhere the file is damaged, foreign or of another release: build again.',
  },
  POLICY: { title: 'The policy file', note: 'Whoever keeps the policy acts. What it was to hide is told meanwhile.' },
  EVIDENCE: {
    title: 'Evidence of shards',
    note: 'Nothing was merged. `prometeu-packer doctor` without evidence always works: [sharding](sharding.md).',
  },
  STUDIO: { title: 'Sessions of an editor', note: 'For authors of editors: [embedding](studio.md).' },
  INTERNAL: { title: 'Defects', note: 'A defect of the packer, or of a port that the guards could not tell.' },
} as const;
