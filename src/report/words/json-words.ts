import type { JsonDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from '../area-words.js';

/** What there is to say of the codes of this area: what the strict JSON reader refuses. Line, column and offset stand in the location. */
export const jsonWords: AreaWords<JsonDiagnosticData> = {
  JSON_TOO_LARGE: {
    summary: 'The JSON text has more bytes than allowed.',
    help: 'Check that the right file is in this place. The limit is an option of the call.',
  },
  JSON_EMPTY: {
    summary: 'The JSON text is empty or holds nothing but white space.',
    help: 'Restore the file from version control or from a backup.',
  },
  JSON_BOM: {
    summary: 'The JSON text begins with a UTF-8 byte order mark.',
    help: 'Remove the three bytes of the mark, and save as UTF-8 without one.',
  },
  JSON_NOT_UTF8: {
    summary: 'The JSON text is not valid UTF-8.',
    help: 'Save the file as UTF-8. The offset is that of the first byte that cannot stand there.',
  },
  JSON_MERGE_CONFLICT: {
    summary: 'The text holds the conflict markers of an unfinished merge.',
    help: 'Finish the merge: keep one side of each conflict and remove the marker lines.',
  },
  JSON_LFS_POINTER: {
    summary: 'A git LFS pointer stands in place of the file.',
    help: 'Fetch the file itself with "git lfs pull", or take the path out of LFS.',
  },
  JSON_SYNTAX: {
    summary: 'The text is not JSON (RFC 8259).',
    help: 'Correct the text at the place shown. Only the first error of this kind is reported.',
  },
  JSON_TRAILING_COMMA: {
    summary: 'A comma stands after the last element of an array or object.',
    help: 'Remove the comma.',
  },
  JSON_COMMENT: {
    summary: 'The text holds a comment.',
    help: 'Move the words elsewhere and remove the comment; JSON has none.',
  },
  JSON_TRAILING_TEXT: {
    summary: 'More text follows the JSON value.',
    help: 'Keep one JSON value and remove what follows it.',
  },
  JSON_TOO_DEEP: {
    summary: 'Arrays and objects are nested too deep.',
    help: 'Flatten the structure. The limit is an option of the call.',
  },
  JSON_TOO_MANY_NODES: {
    summary: 'The JSON text holds more values than allowed.',
    help: 'Check that the right file is in this place. The limit is an option of the call.',
  },
  JSON_STRING_TOO_LONG: {
    summary: 'A string or key is longer than allowed.',
    help: 'Shorten it. The limit is an option of the call and counts the bytes between the quotes as written.',
  },
  JSON_WRONG_ROOT: {
    summary: 'The top level of the JSON text is not an object.',
    help: 'Check that the right file is in this place.',
  },
  JSON_DUPLICATE_KEY: {
    summary: 'A key stands twice in one object.',
    help: 'Keep one of the two members. Readers disagree on which counts, so neither is taken.',
  },
  JSON_RESERVED_KEY: {
    summary: 'A key is one of __proto__, constructor and prototype.',
    help: 'Rename the key: JavaScript programs take it for something else.',
  },
  JSON_NUMBER_RANGE: {
    summary: 'JavaScript would change this number.',
    help: 'Write a number that a double keeps: an integer within ±9007199254740991, or at most 15 significant digits.',
  },
  JSON_LONE_SURROGATE: {
    summary: 'A string holds half of a surrogate pair.',
    help: 'Write the character itself, or both halves of its pair.',
  },
};
