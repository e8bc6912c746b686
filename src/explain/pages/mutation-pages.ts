import type { MutationDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

const LIST_ASSETS = 'Run `prometeu-packer doctor --format json`: the result lists every asset by its folder.';

/** Pages of the codes of changes that a person asks for, of fixes, and of choices that settle an identity. */
export const mutationPages: AreaPages<MutationDiagnosticData> = {
  MUTATION_UNKNOWN: {
    why: 'A caller in plain JavaScript, or a message from another process, can ask for anything. If the packer passed over a kind that it does not know, the caller would be told of success and nothing would have changed.',
    fix: [
      'Ask for one of the kinds that the data names.',
      'Where a newer tool sent it, bring the packer up to the release that the tool was made for.',
    ],
  },
  MUTATION_ROOT_NOT_FOUND: {
    why: 'A change was asked for an asset that is not there. To do nothing would look like success, and to take the nearest name would change another asset.',
    fix: [
      'Write the folder relative to `assets`, just as it is spelled on disk: `prometeu-packer set sprites/hero name=knight`.',
      LIST_ASSETS,
      'Where the folder holds sources but no `asset.json`, run `prometeu-packer register ROOT --apply` first.',
    ],
  },
  MUTATION_NOT_REGISTERED: {
    why: 'Whether builds contain an asset, where it stands and whether its number is retired are kept in its record. This folder has no record of its own, so there is nothing that could be changed, and to make one along the way would decide its identity unseen.',
    fix: [
      'Run `prometeu-packer doctor` and read what it says of the identity of this folder.',
      'Settle it with the command that is printed there, such as `prometeu-packer fix FINGERPRINT --choice register --apply`.',
      'Ask for the change again.',
    ],
  },
  MUTATION_NOT_READABLE: {
    why: 'A change is made as a small edit in the text of the declaration, so that everything else in it stays. In a text that cannot be read there is no telling where that edit belongs, and writing the file anew would lose what a person wrote.',
    fix: ['Run `prometeu-packer doctor` and mend what it tells of this `asset.json`.', 'Ask for the change again.'],
  },
  MUTATION_TARGET_EXISTS: {
    why: 'A folder is moved as a whole, by one rename. Where something stands already it would have to be merged or replaced, and either could lose files. A name that only some disks take for the same counts as taken too, since the project would not survive a checkout there.',
    fix: [
      'Choose another folder: `prometeu-packer set ROOT --move-to OTHER --apply`.',
      'Or move away what stands there first; where it is an asset, with the same command.',
    ],
  },
  MUTATION_TARGET_INSIDE: {
    why: 'A folder cannot be moved into itself: no place would be left for it to be moved to. Most often the new name was meant to stand beside the old one.',
    fix: ['Name a folder outside it: `prometeu-packer set ROOT --move-to OTHER --apply`.'],
  },
  MUTATION_IN_THE_WAY: {
    why: 'One plan cannot both move a folder and change something in it, or where it arrives. Were it stopped half-way, nobody could tell at which of the two places the changed file belongs.',
    fix: ['Ask for the one change, look at the preview and apply it.', 'Then ask for the other one.'],
  },
  RESOLVE_ROOT_NOT_FOUND: {
    why: 'You decided which identity a folder has, and there is neither a declaration nor a record at that place. Such a decision is kept for good, so it is not carried over to a folder with a similar name.',
    fix: ['Write the folder relative to `assets`, just as it is spelled on disk or in the record.', LIST_ASSETS],
  },
  RESOLVE_CHOICE_NOT_OFFERED: {
    why: 'Each kind of doubt about an identity has its own ways out, and this one is not among them: done here it would leave the doubt in place, or give an identity to the wrong folder. Perhaps the folder was settled meanwhile, or another one was meant.',
    fix: [
      'Run `prometeu-packer doctor`: below each finding it prints the command with the choices that there are.',
      'Take one of those: `prometeu-packer fix FINGERPRINT --choice NAME`.',
    ],
  },
  RESOLVE_BY_HAND: {
    why: 'Two records share a number or a uuid, and which of them had it first stands in no file. Any choice that the packer offered would be a guess that gives one asset the number of the other for good. Version control knows.',
    fix: [
      'Find out with version control which record is the older one: it keeps its number.',
      'Correct the other one by hand in `assets/.prometeu/index.json`, or take it out and register its folder anew.',
      'Run `prometeu-packer explain IDENTITY_ID_CONFLICT` for the whole story.',
    ],
  },
  RESOLVE_BLOCKED: {
    why: 'What you chose would take an identity away from another folder, or depends on a declaration that cannot be read and may hold it. Whoever settles one folder must not lose the identity of another on the way.',
    fix: [
      'Mend or settle the folders that the message names first; `prometeu-packer doctor` prints how.',
      'Then run `prometeu-packer fix FINGERPRINT --choice NAME` again.',
    ],
  },
  RESOLVE_MIGRATE_FIRST: {
    why: 'Files are written in the current version alone, so that nobody has to keep old forms in mind. To migrate this one along with your change would put two things into one difference that are better reviewed one after the other.',
    fix: [
      'Run `prometeu-packer migrate`, look at the differences, and run `prometeu-packer migrate --apply`.',
      'Ask for the change again.',
    ],
  },
  FIX_NOT_FOUND: {
    why: 'A fix belongs to one finding, which its fingerprint names. There is none of that name now: it was mended, or the file was renamed, or the fingerprint is of another project. To apply the fix to something else would be a change that nobody asked for.',
    fix: ['Run `prometeu-packer doctor`, and copy the command that it prints below the finding.'],
  },
  FIX_CHOICE_NEEDED: {
    why: 'There is more than one way out, or the only one may change what the file means. Which one is right depends on what you intend, so none of them is taken by default.',
    fix: [
      'Read the choices in the message; `prometeu-packer explain CODE` with the code of the finding tells what each is for.',
      'Run `prometeu-packer fix FINGERPRINT --choice NAME`, look at the preview, and add `--apply`.',
    ],
  },
  FIX_NOT_OFFERED: {
    why: 'Nothing in the workspace says how this finding is to be mended: it takes a file that only you have, or a decision about what was meant. A fix that only made the finding disappear would hide the fault instead.',
    fix: ['Run `prometeu-packer explain CODE` with the code in the message, and follow its steps.'],
  },
};
