import { describe, expect, it } from 'vitest';
import { choiceTitle } from '../../src/report/choice-title.js';
import type { IdentityChoice } from '../../src/workspace/identity-choices.js';

/** Every choice that a plan can be made of. */
const CHOICES: Readonly<Record<Exclude<IdentityChoice, 'edit-by-hand'>, true>> = {
  'update-root': true,
  'restore-claim': true,
  canonicalise: true,
  'new-identity': true,
  'make-owner': true,
  'choose-owner': true,
  remove: true,
  'keep-claim': true,
  'keep-record': true,
  'swap-records': true,
  'swap-claims': true,
  register: true,
  'register-keeping': true,
  'register-new': true,
  'remove-record': true,
};

describe('choiceTitle', () => {
  it.each(Object.keys(CHOICES))('has words of its own for %s', (choice) => {
    expect(choiceTitle({ choice, title: '', unsafe: false })).not.toBe(choice);
  });

  it('is the title of a fix that has one', () => {
    expect(choiceTitle({ choice: '1', title: 'Mend', unsafe: false })).toBe('Mend');
  });

  it('is the name of a choice that it does not know', () => {
    expect(choiceTitle({ choice: 'later', title: '', unsafe: false })).toBe('later');
  });
});
