import type { FixChoice } from 'prometeu-packer';

/** What each way to settle an identity does, in the imperative. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['update-root', 'Let the record follow the asset to this folder'],
  ['restore-claim', 'Write the recorded identity back into the declaration'],
  ['canonicalise', 'Write the identity in its canonical form'],
  ['new-identity', 'Give this folder a new identity'],
  ['make-owner', 'Let this folder keep the identity, and give the other one a new identity'],
  ['choose-owner', 'Let this folder keep the identity, and give every other one a new identity'],
  ['remove', 'Delete the declaration of this copy'],
  ['keep-claim', 'Let the registry follow what the declaration claims'],
  ['keep-record', 'Let the declaration follow what the registry records'],
  ['swap-records', 'Exchange the folders of the two records'],
  ['swap-claims', 'Exchange the identities that the two declarations claim'],
  ['register', 'Register this folder under a new identity'],
  ['register-keeping', 'Register this folder under the identity that it claims'],
  ['register-new', 'Register this folder under a new identity instead of the one that it claims'],
  ['remove-record', 'Take the record out of the registry; its identity never comes back'],
]);

/**
 * What a choice does, in the imperative: its own title, words for a way to settle an identity, else its name.
 *
 * @example
 * ```ts
 * import { choiceTitle } from 'prometeu-packer/report';
 *
 * console.log(choiceTitle({ choice: 'fix-1', title: 'remove the comma', unsafe: false })); // remove the comma
 * ```
 */
export function choiceTitle({ title, choice }: FixChoice): string {
  return title === '' ? (TITLES.get(choice) ?? choice) : title;
}
