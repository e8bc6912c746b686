// The page of the control files: journal, cache, undo record, lock, staged files.
import { introduction, page, VERSION_FIRST } from './format-page.mjs';
import { controlKeys, formatKeys } from './format-notes.mjs';
import { code, table } from './markdown.mjs';
import { keysOfSpecimen } from './shape-keys.mjs';
import { versionsText } from './version-sections.mjs';

const controlBody = (surface) => (shape) => {
  const present = new Set(keysOfSpecimen(shape));
  return table(
    ['key', 'meaning'],
    Object.entries(formatKeys[surface])
      .filter(([path]) => present.has(path))
      .map(([path, meaning]) => [code(path), meaning]),
  );
};

const GITIGNORE = 'cache.json\njournal.json\nlock\nundo/\n*.prometeu.tmp\n';

/** A control file that has no descriptor. */
function controlText(title, text, surface) {
  const rows = Object.entries(controlKeys[surface]).map(([path, meaning]) => [code(path), meaning]);
  return `## ${title}\n\n${text}\n\n${table(['key', 'meaning'], rows)}`;
}

/** docs/formats/journal.md */
export function controlPage(facts) {
  return page(
    'Control files',
    ['journal', 'cache'].map((artifact) => `- ${introduction(facts, artifact)}`).join('\n'),
    `Neither belongs under version control. A journal that a newer release wrote stops everything that writes; reading goes on. ${VERSION_FIRST}`,
    versionsText(facts, 'journal', controlBody('journal')),
    versionsText(facts, 'cache', controlBody('cache')),
    controlText(
      '`undo record` version 1',
      `${code('assets/.prometeu/undo/last.json')}. Current, and the only one: read and written. What one undo brings back: the last plan that changed declarations or the registry. Builds leave it alone. It holds exactly these keys, in the canonical form of machine-written files, at most 268435456 bytes; it is taken whole or not at all.`,
      'undo',
    ),
    controlText(
      'The lock',
      `${code('assets/.prometeu/lock')}. It has no version: one line of JSON that says who writes, at most 4096 bytes. It is taken over only where its owner is proven dead: on the same host, under an earlier boot, or under the same boot with its process gone or its number another's. Its age proves nothing. One that nobody can be read from is held.`,
      'lock',
    ),
    `## Staged files\n\n${code('.<name>.<token>.prometeu.tmp')}, beside the file whose place they will take, at most 255 bytes; of a longer name the end gives way to 16 hexadecimal digits of its SHA-256. They mean nothing without a journal, and the next plan that touches their folder removes them.`,
    `## .gitignore\n\n${code('assets/.prometeu/.gitignore')} keeps all of this out of version control. \`register\` writes it:\n\n\`\`\`text\n${GITIGNORE}\`\`\``,
  );
}
