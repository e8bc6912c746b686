/** Kinds of mutants that live, and what they are called on the page. */
export const KINDS = {
  equivalent: 'Nothing changes: no input tells the two apart',
  speed: 'Only slower or quicker, the answer is the same',
  text: 'Text for people',
  elsewhere: 'Killed by tests that do not take part here',
  open: 'Not explained yet',
};

/** Why mutants live: by file, and where given by what is replaced. The first that fits. */
const EXPLANATIONS = [
  ['paths/create-path-parser.ts', null, 'speed', 'a text that is not found among the known is judged anew as a whole'],
  ['paths/collision-key.ts', 'ASCII.test(name)', 'speed', 'the long way folds ASCII to the same'],
  ['paths/owned-names.ts', 'ASCII.test(path)', 'speed', 'the long way answers the same of ASCII'],
  ['paths/utf8-length.ts', 'text.length', 'speed', 'a short cut: counting gives the same'],
  ['paths/plain-path.ts', 'stem ===', 'speed', 'the expression that follows takes stems of three and four alone'],
  ['paths/plain-path.ts', 'stemEnd < 0', 'equivalent', 'no name ends before its first character'],
  ['paths/case-fold.ts', "''", 'equivalent', 'the group always takes part in the match'],
  ['paths/find-collisions.ts', "''", 'equivalent', 'both places stand inside the list'],
  ['paths/find-segment-fault.ts', 'code < 0x20', 'equivalent', 'only asked of characters that are at fault, and a space is none'],
  ['paths/folders-above.ts', 'end > 0', 'equivalent', 'no path begins with a separator'],
  ['versioning/run-migration.ts', 'case ', 'equivalent', 'falls through to a case that gives what this one gives'],
  ['versioning/run-migration-step.ts', 'what it was given', 'text', ''],
  ['versioning/run-migration-step.ts', "'an object'", 'text', ''],
  [
    'versioning/run-migration-step.ts',
    'schema === undefined',
    'equivalent',
    'every version of a window has a schema (test/versioning/check-chain)',
  ],
  ['versioning/run-migration-step.ts', 'faults: []', 'equivalent', 'every version of a window has a schema (test/versioning/check-chain)'],
  ['versioning/run-migration-step.ts', '[]', 'equivalent', 'every version of a window has a schema (test/versioning/check-chain)'],
  ['versioning/check-own-structure.ts', '[]', 'equivalent', 'every version of a window has a schema (test/versioning/check-chain)'],
  [
    'versioning/check-own-structure.ts',
    'schema === undefined',
    'equivalent',
    'every version of a window has a schema (test/versioning/check-chain)',
  ],
  ['versioning/read-versioned-json.ts', 'build again', 'text', ''],
  ['versioning/read-versioned-json.ts', 'nothing: the file', 'text', ''],
  ['artifacts/archive/check-header-structure.ts', 'one of ', 'text', ''],
  ['artifacts/archive/check-header-structure.ts', "', '", 'text', ''],
  ['artifacts/archive/check-header-structure.ts', "'this key'", 'text', ''],
  ['artifacts/archive/plan-layout.ts', 'a text of the header', 'text', ''],
  ['artifacts/archive/archive-regions.ts', '() => null', 'equivalent', 'null and undefined are asked about alike'],
];

/** What is known of a mutant that lives. */
export function explainSurvivor({ file, from }) {
  const known = EXPLANATIONS.find(([path, part]) => file.endsWith(path) && (part === null || from.includes(part)));
  return known === undefined ? { kind: 'open', why: '' } : { kind: known[2], why: known[3] };
}
