import type { MutationDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from '../area-words.js';

/** What there is to say of the codes of changes that a person asks for, of fixes, and of choices that settle an identity. */
export const mutationWords: AreaWords<MutationDiagnosticData> = {
  MUTATION_UNKNOWN: {
    summary: 'There is no mutation of the kind that was asked for.',
    help: 'Ask for one of the kinds that there are. Nothing is planned where one of several mutations is none.',
  },
  MUTATION_ROOT_NOT_FOUND: {
    summary: 'There is no asset at the root that is to be changed.',
    help: 'Name a folder under "assets" that holds an asset.json or that the registry records; doctor lists them.',
  },
  MUTATION_NOT_REGISTERED: {
    summary: 'What is to be changed stands in the registry, which has no record of the asset.',
    help: 'Settle its identity first: doctor shows how.',
  },
  MUTATION_NOT_READABLE: {
    summary: 'The declaration that is to be changed cannot be read.',
    help: 'Mend it first: doctor shows what is wrong with it. Nothing is written over what cannot be read.',
  },
  MUTATION_TARGET_EXISTS: {
    summary: 'Where an asset is to be moved, something stands already.',
    help: 'Choose another folder, or move what stands there first: nothing is merged or replaced.',
  },
  MUTATION_TARGET_INSIDE: {
    summary: 'An asset is to be moved into itself.',
    help: 'Choose a folder outside it.',
  },
  MUTATION_IN_THE_WAY: {
    summary: 'What is asked for changes something where another change moves a folder.',
    help: 'Ask for the one, apply it, then ask for the other.',
  },
  RESOLVE_ROOT_NOT_FOUND: {
    summary: 'There is no asset at the root that is to be resolved.',
    help: 'Name a folder under "assets" that holds an asset.json or that the registry records; doctor lists them.',
  },
  RESOLVE_CHOICE_NOT_OFFERED: {
    summary: 'The identity of an asset cannot be settled in the way that was chosen.',
    help: 'Take one of the choices that the finding lists.',
  },
  RESOLVE_BY_HAND: {
    summary: 'The identity of an asset can be settled by hand only.',
    help: 'Correct the registry or the asset.json from version control.',
  },
  RESOLVE_BLOCKED: {
    summary: 'Another folder stands in the way of what was chosen.',
    help: 'Mend or settle the folders named first, then choose again.',
  },
  RESOLVE_MIGRATE_FIRST: {
    summary: 'A file that would be changed is of an earlier version.',
    help: 'Preview "prometeu-packer migrate" and apply it, then try again: files are written in the current version only.',
  },
  FIX_NOT_FOUND: {
    summary: 'Nothing that was found has the fingerprint.',
    help: 'Look it up in the output of doctor; what was fixed already has none any more.',
  },
  FIX_CHOICE_NEEDED: {
    summary: 'What was found can be fixed in several ways, and none of them was chosen.',
    help: 'Choose one of them; nothing is chosen for you.',
  },
  FIX_NOT_OFFERED: {
    summary: 'What was found has no fix that could be applied.',
    help: 'Follow the help of its code: "prometeu-packer explain CODE".',
  },
};
