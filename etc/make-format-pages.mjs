// Writes docs/formats from etc/schema-lock.json, fixtures/versions, docs/schemas and what the built package says of itself.
// `npm run build && node etc/make-format-pages.mjs`
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { assetPage, registryPage } from './authored-pages.mjs';
import { archivePage, companionsPage } from './built-pages.mjs';
import { controlPage } from './control-page.mjs';
import { schemaPages } from './schema-pages.mjs';

/** The folder of the pages. */
export const formatPagesFolder = new URL('../docs/formats/', import.meta.url);

/**
 * Every page, by its name in docs/formats.
 *
 * @param {{
 *   lock: import('../test/schema-lock/schema-lock.js').SchemaLock,
 *   artifacts: readonly import('prometeu-packer').ArtifactDescription[],
 *   rows: readonly import('prometeu-packer').SupportRow[],
 *   migrations: readonly { artifact: string, id: string, from: number, summary: string, touches: readonly string[], identity: string }[],
 * }} facts
 * @returns {ReadonlyMap<string, string>}
 */
export function formatPages(facts) {
  return new Map([
    ['asset.md', assetPage(facts)],
    ['registry.md', registryPage(facts)],
    ['archive.md', archivePage(facts)],
    ['companions.md', companionsPage(facts)],
    ['journal.md', controlPage(facts)],
    ...schemaPages(),
  ]);
}

if (process.argv[1] === import.meta.filename) {
  const { describeArtifacts, describeMigrations, supportMatrix } = await import('prometeu-packer');
  const lock = JSON.parse(readFileSync(new URL('schema-lock.json', import.meta.url), 'utf8'));
  mkdirSync(formatPagesFolder, { recursive: true });
  const facts = { lock, artifacts: describeArtifacts(), rows: supportMatrix(), migrations: describeMigrations() };
  for (const [name, text] of formatPages(facts)) writeFileSync(new URL(name, formatPagesFolder), text);
}
