import type { JsonDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

/** Pages of the codes of the strict JSON reader. */
export const jsonPages: AreaPages<JsonDiagnosticData> = {
  JSON_TOO_LARGE: {
    why: 'A file that is far larger than any declaration or registry is usually not one: an export, a log or a binary got its name. Reading it whole could take all the memory of an editor or a CI machine. The budget is a count of bytes, so it refuses the same file on every machine.',
    fix: [
      'Look at what the file is, and put the right one in its place.',
      'Move what a tool keeps under `extensions` to a file of its own.',
      'Where the file really has to be that large, raise `budgets.json.maxBytes` in the program that calls the packer.',
    ],
  },
  JSON_EMPTY: {
    why: 'An empty file says nothing of the asset, not even which version or which identity it had. Were it taken for an empty object, the identity of the asset would be lost without a word. It is mostly what a crash or a full disk left while a program saved.',
    fix: [
      'Bring the file back from version control or a backup, so that its `asset_uuid` stays the same.',
      'Where the packer changed it last, run `prometeu-packer undo` to see what would be brought back, and add `--apply`.',
      'Where there was never more in an `asset.json`, delete it and run `prometeu-packer register`.',
    ],
  },
  JSON_BOM: {
    why: 'JSON has no byte order mark: some readers skip it, some fail, and some take it for part of the first key. A file that only some tools can read is a file on which a team falls out. The three bytes carry no meaning, so taking them away is safe.',
    fix: [
      'Run `prometeu-packer doctor` for the fingerprint of the finding, then `prometeu-packer fix FINGERPRINT --apply`.',
      'Set the editor to save as UTF-8 without a byte order mark, or the next save brings it back.',
    ],
  },
  JSON_NOT_UTF8: {
    why: 'Bytes in another encoding can only be guessed at. A wrong guess turns letters into other letters, and the next save makes that final. Names and paths that are read wrongly lead to the wrong file or to none.',
    fix: [
      'Open the file in an editor with its real encoding, often UTF-16 or Windows-1252, and save it as UTF-8 without a byte order mark.',
      'Where a shell wrote it, such as `>` in Windows PowerShell, write it again with UTF-8 as its encoding.',
      'Where it is no text at all, bring the file back from version control.',
    ],
  },
  JSON_MERGE_CONFLICT: {
    why: 'Git left both sides of a merge in the file, and which of them is right is known to people only. The two may hold different identities or ids: to take either one without a word could give an asset the id of another.',
    fix: [
      'Keep one side of each conflict and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.',
      'In the registry keep the entries of both sides; where both gave the same `asset_id` to different assets, keep one side and register the other asset again.',
      'Run `prometeu-packer doctor` before you commit the merge.',
    ],
  },
  JSON_LFS_POINTER: {
    why: 'The real file lies on a git LFS server, and only a note of its digest was checked out. All that the packer has to know of the asset is missing, so it can neither be read nor be kept track of. It mostly happens in a fresh clone or on a CI machine without git LFS.',
    fix: [
      'Install git LFS and run `git lfs pull`.',
      'Keep `asset.json` and `index.json` out of git LFS: they are small texts that git has to merge line by line.',
    ],
  },
  JSON_SYNTAX: {
    why: 'A text that breaks the grammar has no one reading: a parser that repairs it decides which words count and which do not. The packer stops at the first such place, since what comes after it may only look wrong because of it.',
    fix: [
      'Correct the text at the place shown; look at the end of the line before it too, where a comma or a quote is often missing.',
      'Run `prometeu-packer doctor` again: it tells the next place, if there is one.',
    ],
  },
  JSON_TRAILING_COMMA: {
    why: 'JavaScript takes a comma after the last element, JSON does not. Files that only some tools can read fail later, in a tool that cannot say why. The comma means nothing, so taking it away is safe.',
    fix: [
      'Run `prometeu-packer doctor` for the fingerprint of the finding, then `prometeu-packer fix FINGERPRINT --apply`.',
      'Or remove the comma by hand.',
    ],
  },
  JSON_COMMENT: {
    why: 'JSON has no comments, and a tool that writes the file back would lose the words in them without asking. The packer does not take them away by itself: somebody wrote them for a reason.',
    fix: ['Move the words to where they are kept: under `extensions`, or into a text file beside the declaration.', 'Remove the comment.'],
  },
  JSON_TRAILING_TEXT: {
    why: 'One JSON value is whole and more text follows. Either a brace too many closed the value early, or two files were joined into one. To read the first part alone would drop the second without a word.',
    fix: [
      'Look at the place shown and just before it: a closing brace or bracket too many is the usual cause.',
      'Where two values stand one after the other, keep the one that belongs into this file.',
    ],
  },
  JSON_TOO_DEEP: {
    why: 'Every program that walks through a value steps down once a level, and at some depth it runs out of stack and dies. A limit that is counted refuses the file before that, alike on every machine. No file of the packer needs more than a few levels.',
    fix: [
      'Flatten what is nested so deep; it mostly stands under `extensions`.',
      'Where it was written by a tool, check that the tool has not put a value into itself.',
      'Where the depth is meant, raise `budgets.json.maxDepth` in the program that calls the packer.',
    ],
  },
  JSON_TOO_MANY_NODES: {
    why: 'A text of a few megabytes can hold millions of tiny values, and each takes many times its own size in memory. The budget counts values, so a file that would bring an editor down is refused before it is held in memory as one.',
    fix: [
      'Check that the right file is in this place.',
      'Move lists that a tool keeps under `extensions` to a file of its own.',
      'Where the file really has to hold that many, raise `budgets.json.maxNodes` in the program that calls the packer.',
    ],
  },
  JSON_STRING_TOO_LONG: {
    why: 'Names, paths and digests are short. A string of a megabyte is mostly a picture or a sound that was written into the text, and every tool that shows or compares the file would carry it along.',
    fix: [
      'Move the content to a file of its own, and name that file here.',
      'Where the string has to be that long, raise `budgets.json.maxStringBytes` in the program that calls the packer.',
    ],
  },
  JSON_WRONG_ROOT: {
    why: 'All files of the packer are objects with named fields. A list, a text or a number at the top has no field that could tell a version, so it cannot be known what the file was meant to be.',
    fix: [
      'Check that the right file is in this place; a tool may have written its own list there.',
      'Where an object stands inside a list, remove the brackets around it.',
    ],
  },
  JSON_DUPLICATE_KEY: {
    why: 'Most parsers take the last of two members, some the first, and editors change either. A file with both means one thing to the packer and another to the next tool, and an edit may change the one that nobody reads. It mostly comes from a merge that kept both sides.',
    fix: [
      'Keep the member that is right and remove the other; the finding shows where both stand.',
      'Run `prometeu-packer doctor` again to see that nothing else was merged twice.',
    ],
  },
  JSON_RESERVED_KEY: {
    why: 'In JavaScript the names `__proto__`, `constructor` and `prototype` reach into how objects work. A program that copies such a file key by key can be made to change objects that have nothing to do with it; this is a known way to attack tools. So no file with such a key goes any further.',
    fix: [
      'Rename the key, for example to `class_name`, also in the tool that reads it.',
      'Where nobody knows how it came into the file, find out before you trust the rest of it.',
    ],
  },
  JSON_NUMBER_RANGE: {
    why: 'JavaScript keeps numbers as doubles: a larger integer, or one with more digits, silently becomes its neighbour. The packer would then show, compare and save another number than the one in the file. Other tools may well read all its digits, so the two would not agree.',
    fix: [
      'Write large numbers, such as 64-bit ids and seeds, as strings: `"12345678901234567890"`.',
      'Round others to at most 15 significant digits.',
    ],
  },
  JSON_LONE_SURROGATE: {
    why: 'Half of a surrogate pair is no character, and no UTF-8 can hold it. Written to an archive or a disk it would become a question mark or an error, so a name and what is stored under it would no longer be the same. It comes from texts that were cut by length.',
    fix: [
      'Write the whole character, or remove the half that is left.',
      'Mend the tool that cut the text: it has to cut between characters.',
    ],
  },
};
