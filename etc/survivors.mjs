/** Kinds of mutants that live, and what they are called on the page. */
export const KINDS = {
  equivalent: 'Nothing changes: no input tells the two apart',
  speed: 'Only slower or quicker, the answer is the same',
  text: 'Text for people',
  costly: 'Only told apart by more memory than a test may take',
  elsewhere: 'Killed by tests that do not take part here',
  open: 'Not explained yet',
};

const WINDOW = 'every version of a window has a schema (test/versioning/check-chain)';
const PART_OF_PLACE = 'a place is only asked whether it is of the key';
const NO_BYTE = 'what is no byte is in no range either';
const WHOLE_GRAMMAR = 'no text is known that the walk takes and the engine refuses (test/codec/json/read-json.properties)';
const NOT_UTF8 = 'of bytes that are no UTF-8 there always is a fault of the encoding';
const NEVER_ASKED = 'neither place that makes such a fault is ever come to: the walk and the engine agree, and no UTF-8 is told before';
const LONG_LOOK = 'the closer look at a number that follows answers the same of every number';
const SLOW_WAY = 'the slower way that is left gives the same document (test/codec/json/simple-texts)';
const EACH_ANSWERED = 'asked of a list that has an answer for each request (ports/gather)';
const TEXTS_APART = 'the longer way tells items apart by their texts, which those of two paths never share';
const EACH_PLACED = 'asked of a list that has an item for each place';
const NO_LINES = 'of an empty text, split into lines, nothing is left';
const OF_OBJECT = 'a key only stands in an object that is open';
const REGISTRY_FAITHFUL = 'no registry is known whose text does not say what was migrated';
const NO_DECLARATION = 'falls through to what changes declarations, which has nothing to do with it';
const CLAIMANT_JUDGED = 'every folder that claims something has a verdict';
const EACH_ALONE = 'each is judged alone, with the same answer (test/workspace/classify-settled)';
const NOTHING_DECIDED = 'each record is asked, and none of them is one to decide: the same answer';

/** Why mutants live, by file: part of `^what stands there → what is put there`, or null for every one; the first that fits. */
const EXPLANATIONS = {
  'paths/create-path-parser.ts': [[null, 'speed', 'a text that is not found among the known is judged anew as a whole']],
  'paths/collision-key.ts': [['ASCII.test(name)', 'speed', 'the long way folds ASCII to the same']],
  'paths/owned-names.ts': [['ASCII.test(path)', 'speed', 'the long way answers the same of ASCII']],
  'paths/utf8-length.ts': [['text.length', 'speed', 'a short cut: counting gives the same']],
  'paths/plain-path.ts': [
    ['stem ===', 'speed', 'the expression that follows takes stems of three and four alone'],
    ['stemEnd < 0', 'equivalent', 'no name ends before its first character'],
  ],
  'paths/case-fold.ts': [["''", 'equivalent', 'the group always takes part in the match']],
  'paths/find-collisions.ts': [["''", 'equivalent', 'both places stand inside the list']],
  'paths/find-segment-fault.ts': [['code < 0x20', 'equivalent', 'only asked of characters that are at fault, and a space is none']],
  'paths/folders-above.ts': [['end > 0', 'equivalent', 'no path begins with a separator']],
  'versioning/run-migration.ts': [['case ', 'equivalent', 'falls through to a case that gives what this one gives']],
  'versioning/run-migration-step.ts': [
    ['what it was given', 'text', ''],
    ["'an object'", 'text', ''],
    ['schema === undefined', 'equivalent', WINDOW],
    ['faults: []', 'equivalent', WINDOW],
    ['[] →', 'equivalent', WINDOW],
    ['!head.has(key)) → ordered', 'equivalent', 'a key that stands twice keeps its first place, and its value is the same'],
  ],
  'versioning/check-own-structure.ts': [
    ['[] →', 'equivalent', WINDOW],
    ['schema === undefined', 'equivalent', WINDOW],
  ],
  'versioning/read-versioned-json.ts': [
    ['build again', 'text', ''],
    ['nothing: the file', 'text', ''],
    ["'value' →", 'equivalent', PART_OF_PLACE],
  ],
  'versioning/verify-certificate.ts': [
    ['a cycle, a nesting', 'equivalent', 'a function that ends gives undefined'],
    ["'' →", 'equivalent', 'the operation at fault is one of the patch'],
    ['patch[applied.error.index]?.path', 'equivalent', 'the operation at fault is one of the patch'],
    ['steps.length === 0', 'equivalent', 'of no steps the last leads nowhere, which is asked next'],
    ['steps.at(-1)?.to', 'equivalent', 'only asked where there is a step'],
  ],
  'artifacts/archive/archive-regions.ts': [
    ['^header === null → false', 'equivalent', 'where there is no header it has no length either, which is asked next'],
  ],
  'artifacts/archive/check-archive-slices.ts': [
    ['assetId <= previousId', 'equivalent', 'equal numbers are told by the question before, and no number is 0'],
    ["{ bankType: '', slot: 0 } → {}", 'equivalent', 'of what is compared with nothing neither is greater'],
    ['order >= 0', 'equivalent', 'a slot that stands twice is told by the question before'],
  ],
  'artifacts/archive/check-header-structure.ts': [
    ['one of ', 'text', ''],
    ["', '", 'text', ''],
    ["'this key'", 'text', ''],
    ["'' →", 'equivalent', 'whoever says where a value stands names it'],
    ["'ARCHIVE_HEADER_VERSION'", 'equivalent', 'every other version was refused before the shape is looked at'],
    ['expected: archiveLayout.headerVersion', 'equivalent', 'every other version was refused before the shape is looked at'],
  ],
  'artifacts/archive/create-payload-checker.ts': [['true → false', 'equivalent', 'before the first asset there is no padding']],
  'artifacts/archive/decode-archive-header.ts': [["'value' →", 'equivalent', PART_OF_PLACE]],
  'artifacts/archive/encode-prelude.ts': [['at <= offset + width', 'equivalent', 'the byte behind is written next, or lies outside']],
  'artifacts/archive/locate-byte.ts': [
    ['offset >= field.offset', 'equivalent', 'the fields follow one another: the first that ends behind the byte has it'],
    ['found === undefined', 'equivalent', 'every byte of the prelude is of a field (test/artifacts/archive/locate-byte)'],
    ['asset_table', 'equivalent', 'no other pointer into a header has such a part'],
    ['[] →', 'equivalent', 'neither list has a second item'],
    ['index === undefined', 'equivalent', 'no entry of a list stands at NaN'],
    ['offset < payloadOffset', 'equivalent', 'what lies before the payload is of no asset, and so padding as well'],
  ],
  'artifacts/archive/plan-layout.ts': [
    ['a text of the header', 'text', ''],
    ['too-large', 'costly', 'a header over the longest string of the engine'],
  ],
  'plans/find-identity-faults.ts': [
    ["edit.kind === 'text' → true", 'equivalent', 'an edit of another kind has no text before, like one that is not there'],
    ['edit.after === null → false', 'equivalent', 'of a text that is not there nothing is seen, which is asked next'],
  ],
  'plans/identity-changes.ts': [
    ["edit.kind === 'text' → true", 'equivalent', 'asked again where the change is worked out'],
    ["edit.kind !== 'text' → false", 'equivalent', 'asked before: what is no text has no root'],
  ],
  'plans/apply/run-bounded.ts': [
    ['result === undefined', 'equivalent', 'items are begun in order: one that was not stands behind the one that failed'],
  ],
  'plans/apply/compare-folders.ts': [
    ['staged.length === 0 → false', 'speed', 'a list made anew is empty as well'],
    ['path !== undefined → true', 'equivalent', 'an answer to what was not asked is not looked at'],
    ["^'broken' →", 'equivalent', EACH_ANSWERED],
    ["^'list' →", 'equivalent', EACH_ANSWERED],
  ],
  'plans/apply/find-newer-versions.ts': [['[] →', 'equivalent', 'what is put there has no version that could be newer']],
  'plans/apply/refuse-newer-outputs.ts': [
    ['[] →', 'equivalent', 'what is put there names no version'],
    ["^'broken' →", 'equivalent', EACH_ANSWERED],
    ["^'read' →", 'equivalent', EACH_ANSWERED],
  ],
  'plans/apply/prepare-plan.ts': [
    ["edit.kind === 'move-folder' → true", 'equivalent', 'an edit of another kind comes from nowhere, and no precondition is of nowhere'],
  ],
  'plans/compose/buffered-writer.ts': [['[] →', 'equivalent', 'what is put there is no promise: there is nothing to wait for']],
  'plans/compose/companion-texts.ts': [
    ["'' →", 'equivalent', EACH_PLACED],
    ['[] →', 'equivalent', EACH_PLACED],
    ['copied[index]?.inputs', 'equivalent', EACH_PLACED],
  ],
  'plans/compose/compose-archive.ts': [
    ["'' →", 'equivalent', EACH_PLACED],
    ['copied.value[index]?.sha256', 'equivalent', EACH_PLACED],
    ['encoded.isErr() → false', 'equivalent', 'its layout measured the same texts, and refuses those that cannot be encoded'],
    ['names and metadata', 'equivalent', 'its layout measured the same texts, and refuses those that cannot be encoded'],
    ["'/edits' →", 'equivalent', 'its layout measured the same texts, and refuses those that cannot be encoded'],
    ['[] →', 'equivalent', 'nobody looks at it but where the archive was filled, and then the companions take its place'],
  ],
  'plans/compose/copy-large-source.ts': [["'read' →", 'equivalent', 'what is cancelled names no operation']],
  'plans/compose/recipe-digests.ts': [
    ["'' →", 'equivalent', EACH_PLACED],
    ['tally === undefined → false', 'equivalent', EACH_PLACED],
    ['tally !== undefined → true', 'equivalent', EACH_PLACED],
    ['tally?.count → tally.count', 'equivalent', EACH_PLACED],
  ],
  'plans/compose/side-digests.ts': [
    ['{ return null; } → {}', 'equivalent', 'who asks takes no answer as null'],
    ['compute.digestHelper?.(bytes) →', 'equivalent', 'what throws gives nobody either'],
    ['^[] →', 'equivalent', 'what is put there shares no memory'],
    ['helper?.', 'equivalent', 'what throws gives nobody either'],
    ['opened === null → false', 'equivalent', 'what throws gives nobody either'],
    ['ended.isErr() →', 'equivalent', 'nothing comes behind it'],
    ["^'read' →", 'equivalent', 'nobody looks at the error of a helper'],
    ["^'close' →", 'equivalent', 'nobody looks at the error of a helper'],
    ["^'' →", 'equivalent', 'nobody looks at the error of a helper'],
  ],
  'plans/recover/inspect-journal.ts': [
    ["^'broken' →", 'equivalent', EACH_ANSWERED],
    ["^'read' →", 'equivalent', EACH_ANSWERED],
  ],
  'plans/recover/survey-journal.ts': [
    ['staged?.kind', 'equivalent', 'only asked where something stands that nothing replaces, and that is never what the plan makes'],
  ],
  'plans/stage/encode-base64.ts': [['start <= bytes.length', 'equivalent', 'no bytes are no text']],
  'plans/edit-registry.ts': [['before === null → false', 'equivalent', 'the text of nothing is no registry either']],
  'plans/find-move-faults.ts': [
    ['[null, null] → []', 'equivalent', 'what is not there is no registry, like null'],
    ['[] →', 'equivalent', 'what is put there stands in no folder'],
  ],
  'plans/make-plan.ts': [
    ['sorted[index', 'speed', TEXTS_APART],
    ['^isAlone → false', 'speed', TEXTS_APART],
  ],
  'plans/text-diff.ts': [
    ["^text === '' → false", 'equivalent', NO_LINES],
    ["^'' →", 'equivalent', NO_LINES],
  ],
  'plans/verify-own-plan.ts': [['→ true', 'speed', 'the longer way answers the same (test/plans/verify-own-plan)']],
  'plans/verify-plan-shape.ts': [
    ['copied !== undefined → false', 'speed', 'the schema gives the same copy (test/plans/copy-plan)'],
    ['jitless', 'speed', 'the schema answers the same, whether it makes code of itself or not'],
    ['^true → false', 'speed', 'the schema answers the same, whether it makes code of itself or not'],
    ["^[malformedPlan('', 'plain data')] → []", 'text', ''],
    ["'a plan')]", 'equivalent', 'a value that is no plan has a fault, which is told before'],
    ["^'' →", 'equivalent', 'a value that is no plan has a fault, which is told before'],
  ],
  'plans/create-uuid-giver.ts': [['^[] →', 'equivalent', 'what is put there has no uuid']],
  'plans/fix/plan-text-fix.ts': [['fixed === null → false', 'equivalent', 'what is no bytes is no text']],
  'plans/migrate/draft-migration.ts': [
    ['claim?.kind', 'equivalent', 'a declaration whose migration is pending is there, and so has a claim'],
    ['after?.asset_uuid', 'equivalent', 'a migration takes no identity away'],
    ["^'' →", 'equivalent', 'every change of identity that a migration makes has its reason'],
  ],
  'plans/migrate/migrate-text.ts': [
    ['again.document?.value', 'equivalent', 'what is no document has an error, which is told before'],
    ['const { assets, ...rest }', 'equivalent', REGISTRY_FAITHFUL],
    ['^{ ...rest, assets:', 'equivalent', REGISTRY_FAITHFUL],
    ['^[...assets] →', 'equivalent', REGISTRY_FAITHFUL],
  ],
  'plans/mutate/draft-mutations.ts': [
    ["^'set-inclusion' →", 'equivalent', NO_DECLARATION],
    ["'relocate' →", 'equivalent', NO_DECLARATION],
    ["case 'relocate'", 'equivalent', NO_DECLARATION],
  ],
  'plans/mutate/find-relocation-obstacles.ts': [
    ['relocations.length === 0 → false', 'speed', 'where nothing is moved nothing is in the way'],
  ],
  'plans/mutate/plan-mutations.ts': [
    ['^[] →', 'equivalent', 'what is put there is no root'],
    ["^'' →", 'equivalent', 'neither text is a declaration, and of every declaration that is drafted the text is known'],
    ['documents.get(root)?.text', 'equivalent', 'of every declaration that is drafted the text is known'],
  ],
  'plans/register/plan-registration.ts': [['^[] →', 'equivalent', 'no name that is given has blanks']],
  'plans/resolve/displace-record.ts': [['scene.verdicts.get(root)?.class', 'equivalent', CLAIMANT_JUDGED]],
  'plans/resolve/plan-resolution.ts': [
    ['before === null → false', 'equivalent', 'an edit from nothing to nothing is left out of the plan'],
  ],
  'plans/resolve/steps-of-choice.ts': [
    ["^'' →", 'equivalent', 'neither text is a uuid that anyone has recorded'],
    ['^[] →', 'equivalent', 'what is put there is no record'],
    ['taken === undefined → false', 'equivalent', 'nothing is no record'],
    ["what === 'records' → what !== 'records'", 'text', ''],
    ["^'claims' →", 'equivalent', 'all that is asked of it is whether it is the other word'],
    ["case '", 'text', 'falls through to the same under another reason'],
  ],
  'plans/resolve/take-identity.ts': [['scene.verdicts.get(rival)?.class', 'equivalent', CLAIMANT_JUDGED]],
  'plans/undo/check-undo.ts': [
    ["edit.kind === 'move-folder' → true", 'equivalent', 'a change of another kind is in no record, whatever it comes from'],
    ["^'' →", 'equivalent', 'a change of another kind is in no record, whatever it comes from'],
  ],
  'plans/undo/find-undone-files.ts': [
    ["^'' →", 'equivalent', EACH_ANSWERED],
    ['^{ bytes: null, state: ABSENT } →', 'equivalent', EACH_ANSWERED],
  ],
  'plans/undo/parse-undo-record.ts': [
    ['version <= CURRENT → version < CURRENT', 'equivalent', 'the current version was taken before'],
    ['bytes === null → false', 'equivalent', 'what is no bytes is no text'],
    ['jitless', 'speed', 'the schema answers the same, whether it makes code of itself or not'],
    ['^true → false', 'speed', 'the schema answers the same, whether it makes code of itself or not'],
    ['^[] →', 'equivalent', 'a refusal of the schema has an issue'],
    ['parsed.error.issues[0]?.path', 'equivalent', 'a refusal of the schema has an issue'],
  ],
  'plans/identity/without-slips.ts': [['at <= text.length', 'equivalent', 'behind the end stands no character that counts']],
  'workspace/classify-identity.ts': [
    [
      '^[] →',
      'equivalent',
      'what is put there claims nothing and stands at no root; or the list is never come to, since the folder itself is in the other',
    ],
    ['!== null → true', 'equivalent', 'nothing is none of the records that clash'],
    ['registry === null → true', 'speed', EACH_ALONE],
    ['settled !== null → false', 'speed', EACH_ALONE],
    ['^involved.length > 0 →', 'equivalent', 'no list of claimants is empty, and an empty one is none of them'],
    ["^'' →", 'equivalent', 'neither text is a uuid that anyone claims'],
  ],
  'workspace/identity-choices.ts': [["^'' →", 'equivalent', 'what stands against a record claims a uuid']],
  'workspace/identity-table.ts': [
    ['^[] →', 'equivalent', 'the folder itself is in the list, which so is there; and nobody asks for what is no uuid'],
    ['rootCounts.get(root)?.length', 'equivalent', 'every root of a record is counted'],
    ['^false → true', 'equivalent', 'of no others none is left out; and where there is nothing to decide nothing is decided'],
    ['asset_uuid === null) → true', 'speed', NOTHING_DECIDED],
    ['asset_uuid === null → true', 'speed', NOTHING_DECIDED],
    ['asset_uuid === null → false', 'equivalent', 'nobody asks who has no uuid'],
    ['awaitsIdentity(declaration) → true', 'speed', NOTHING_DECIDED],
    ['!isAsked(registry, assets) → false', 'speed', NOTHING_DECIDED],
  ],
  'codec/json/ascii.ts': [['byte !== undefined', 'equivalent', NO_BYTE]],
  'codec/json/count-unescaped.ts': [
    ['^at < length → at <= length', 'equivalent', 'behind the end stands no byte that counts, and every string has an end'],
    ['^at < length → true', 'equivalent', 'every string of a text that is JSON has an end'],
    ['byte <= space →', 'speed', 'a blank is none of what is asked for next'],
  ],
  'codec/json/create-document.ts': [
    ["'value' →", 'equivalent', PART_OF_PLACE],
    ["plainNumbers && typeof member === 'number' → false", 'speed', 'the token as it is written is the same'],
    ["'number' →", 'speed', 'the token as it is written is the same'],
  ],
  'codec/json/create-locator.ts': [['known !== undefined', 'speed', 'what was found out before is found out again']],
  'codec/json/diagnose-json.ts': [
    ['RELATED_MESSAGES', 'text', ''],
    ["^'' →", 'text', 'no other code has places besides its own'],
    ["'Remove the", 'text', ''],
    ["case 'JSON_BOM'", 'text', 'falls through to the same removal under another title'],
    ['default: return []', 'equivalent', 'a diagnostic for which no fixes are given has none'],
  ],
  'codec/json/distinct-spans.ts': [
    ['^start + length → start - length', 'speed', 'the bytes go into the hash one at a time'],
    ['at < whole → false', 'speed', 'the bytes go into the hash one at a time'],
    ['step <= MOST_STEPS', 'speed', 'one place more is looked at before it gives up, which the slow way makes good'],
    ['slot + 1 → slot - 1', 'speed', 'the places are looked at the other way round'],
  ],
  'codec/json/first-bad-byte.ts': [
    ['byte !== undefined', 'equivalent', NO_BYTE],
    ['at <= bytes.length', 'equivalent', 'behind the end a 0 is read, which is sound'],
  ],
  'codec/json/foreign-fault.ts': [['first === undefined', 'equivalent', 'where a side was met there is a first marker']],
  'codec/json/inspect-json.ts': [
    ['text.length === bytes.length', 'speed', 'the text of a token is decoded from its bytes instead'],
    ['^root === undefined → false', 'equivalent', 'a value that ends has begun, and the first that began is the root'],
    ['^parent === undefined → false', 'equivalent', OF_OBJECT],
    ['^parent.keys === null → false', 'equivalent', OF_OBJECT],
  ],
  'codec/json/lone-surrogate.ts': [
    ['token.includes(', 'speed', 'the search that follows finds none in a text without such an escape'],
    ["^'\\\\u' →", 'speed', 'the search that follows finds none in a text without such an escape'],
  ],
  'codec/json/number-rule.ts': [
    ["'' →", 'equivalent', 'a text that is split has a first part'],
    ["'0' →", 'equivalent', 'an empty text is the number 0 too'],
    ['end > start', 'equivalent', 'of nothing but zeros no digits are left either way'],
    ['written.exponent === kept.exponent', 'equivalent', 'a number with the same digits is at least ten times as large or small'],
  ],
  'codec/json/open-container.ts': [['String(step).length', 'speed', 'with its separator it is too long as well, which is asked next']],
  'codec/json/pointer-at.ts': [['inner !== undefined', 'equivalent', OF_OBJECT]],
  'codec/json/read-json.ts': [
    ['{ return undefined; } → {}', 'equivalent', 'a function that ends gives undefined'],
    ['return bytes.length <= maxStringBytes', 'speed', SLOW_WAY],
    ['^bytes.length', 'speed', SLOW_WAY],
    ['^2 * maxNodes', 'speed', SLOW_WAY],
    ["^'\\\\' →", 'speed', SLOW_WAY],
    ['const scan = scanPlain', 'speed', SLOW_WAY],
    ['^scan === undefined', 'speed', SLOW_WAY],
    ['countMembers(value) === scan.members → false', 'speed', SLOW_WAY],
    ['simple ?? readPlain', 'speed', SLOW_WAY],
    ['document !== undefined → false', 'speed', SLOW_WAY],
    ['const value = parse(decoded.text);', 'speed', SLOW_WAY],
    ["value === undefined || (root === 'object' && !isJsonObject(value)) → true", 'speed', SLOW_WAY],
    ["root === 'object' && !isJsonObject(value) → root === 'object' ||", 'speed', SLOW_WAY],
    ["root === 'object' → true", 'speed', SLOW_WAY],
    ['members !== undefined && members === countMembers(value) → false', 'speed', SLOW_WAY],
    ["'malformed-json' → true", 'equivalent', 'a text that keeps the grammar holds neither a marker nor a pointer'],
    ['value !== undefined → true', 'equivalent', WHOLE_GRAMMAR],
    ['decoded === undefined', 'equivalent', NOT_UTF8],
    ['syntaxFault(', 'equivalent', NEVER_ASKED],
    ["^['value'] →", 'equivalent', NEVER_ASKED],
    ["^'value' →", 'equivalent', NEVER_ASKED],
    ["^'' →", 'equivalent', NEVER_ASKED],
  ],
  'codec/json/scalar-end.ts': [
    ['byte !== undefined → true', 'equivalent', NO_BYTE],
    ['at < bytes.length → at <=', 'equivalent', 'behind the last byte the string has not ended either, and the same place is told'],
    ['at < 0 → at <= 0', 'equivalent', 'no token ends where the text begins'],
    ['at >= 0 →', 'equivalent', 'no byte stands before the text, and no token ends where it begins'],
  ],
  'codec/json/scan-plain.ts': [
    ['^at < length → at <= length', 'equivalent', 'what is no byte is passed over'],
    ['at >= length → at > length', 'equivalent', 'one step later the same is answered'],
    ['next !== undefined → true', 'equivalent', NO_BYTE],
    ['minusZero', 'speed', LONG_LOOK],
    ['byte === MINUS', 'speed', LONG_LOOK],
    ['bytes[start + 1] === ZERO', 'speed', LONG_LOOK],
    ['at - start > SAFE_BYTES', 'speed', LONG_LOOK],
    ['at - start → at + start', 'speed', LONG_LOOK],
  ],
  'codec/json/count-members.ts': [
    ['^next !== null → true', 'equivalent', 'null has no keys to go through'],
    ["typeof item === 'object'", 'speed', 'what is no object is taken out again, and has no members'],
    ["typeof member === 'object'", 'speed', 'what is no object is taken out again, and has no members'],
    ['item !== null → true', 'speed', 'null is taken out again, and has no members'],
    ['member !== null → true', 'speed', 'null is taken out again, and has no members'],
  ],
  'codec/json/syntax-fault.ts': [['lead === undefined → false', 'equivalent', 'behind the last byte there is no text']],
  'codec/json/unescape-token.ts': [["'\\\\' →", 'speed', 'a token without escapes is read by the engine as well']],
  'codec/json/utf8.ts': [
    ['{ return undefined; }', 'equivalent', 'a function that ends gives undefined'],
    ['lead < 0x80', 'equivalent', 'no character begins with this byte'],
  ],
  'codec/json/walk-json.ts': [
    ['^at < bytes.length → at <= bytes.length', 'equivalent', 'what lies behind the last byte is cut off'],
    ['end < 0', 'equivalent', 'no token ends where the text begins'],
    ["^'value' →", 'equivalent', 'the case stands last and does nothing of its own'],
  ],
};

/** What is known of a mutant that lives. */
export function explainSurvivor({ file, from, to }) {
  const known = EXPLANATIONS[file.replace('src/', '')]?.find(([part]) => part === null || `^${from} → ${to}`.includes(part));
  return known === undefined ? { kind: 'open', why: '' } : { kind: known[1], why: known[2] };
}
