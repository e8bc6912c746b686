// The pages of what a build makes: the archive and its companions.
import { introduction, page, VERSION_FIRST } from './format-page.mjs';
import { formatKeys } from './format-notes.mjs';
import { code, table } from './markdown.mjs';
import { keysOfShape } from './shape-keys.mjs';
import { keyTable, schemaBody, versionsText } from './version-sections.mjs';

/** docs/formats/companions.md */
export function companionsPage(facts) {
  const surfaces = ['asset-table', 'preload', 'asset-metadata'];
  return page(
    'The companions of the archive',
    surfaces.map((surface) => `- ${introduction(facts, surface)}`).join('\n'),
    `For tools: the runtime needs none of them. Each is made again with the archive, in the canonical form of machine-written files, and is stale where ${code('archive_digest')} is not that of the archive; the archive stands. ${VERSION_FIRST}`,
    ...surfaces.map((surface) => versionsText(facts, surface, schemaBody(surface))),
  );
}

function layoutBody({ layout }) {
  const { magic, envelope, fields } = layout;
  const values = { magic: code(magic), envelopeMajor: String(envelope.major), envelopeMinor: String(envelope.minor) };
  const rows = Object.entries(fields).map(([name, { offset, width }]) => [
    String(offset),
    String(width),
    code(name),
    values[name] ?? '',
    formatKeys['archive-envelope'][name],
  ]);
  return [
    `The prelude, ${layout.preludeLength} bytes, integers unsigned and little-endian:`,
    table(['offset', 'bytes', 'field', 'value', 'meaning'], rows),
    `Then the header. The payload begins where it ends, or at the next multiple of ${layout.payloadAlignment}. The assets follow in the order of asset_id: each begins where the one before it ends, or at the next multiple of ${layout.assetAlignment} from the start of the payload, and is made of its inputs with nothing between. Whatever lies between is zero; nothing comes after the last asset.`,
  ].join('\n\n');
}

function headerBody({ lock }) {
  const rowsOf = (surface) => keysOfShape(lock.versions[surface][1].shape);
  const version = { path: 'header_version', type: 'integer', required: 'yes', bounds: code('1') };
  const repeated = [...rowsOf('asset-table'), ...rowsOf('preload')];
  return () => keyTable('archive-header', [version, ...repeated]);
}

/** docs/formats/archive.md */
export function archivePage(facts) {
  return page(
    'assets.pa',
    introduction(facts, 'archive'),
    'It has two versions: that of the envelope, which is the prelude and the rules of placing, and that of the JSON in the header. An archive of another version is built again from its sources, never migrated.',
    'Companions, journal, cache and reports name an archive by its `archive_digest`: the SHA-256 of all bytes before its payload. The table there holds the digest of every asset, so it covers the payload too.',
    versionsText(facts, 'archive-envelope', layoutBody),
    versionsText(facts, 'archive-header', headerBody(facts)),
  );
}
