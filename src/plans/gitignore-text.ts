/** What git leaves out of the control folder. */
export const GITIGNORE_TEXT = ['cache.json', 'journal.json', 'lock', 'undo/', '*.prometeu.tmp', ''].join('\n');
