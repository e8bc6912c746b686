import { quote, type Diagnostic } from 'prometeu-packer';
import { escapeText } from './escape-text.js';

function showVersion({ found, supported }: Diagnostic): readonly string[] {
  if (found === undefined || supported === undefined) return [];
  const shown = found === null ? 'none' : typeof found === 'number' ? String(found) : quote(found);
  return [`version: found ${shown}; read are ${supported.oldest} to ${supported.current}`];
}

function showMigration({ migration }: Diagnostic): readonly string[] {
  if (migration === undefined || migration.steps.length === 0) return [];
  const steps = migration.steps.map(({ id, outcome }) => `${escapeText(id)} ${outcome}`);
  return [`migration ${migration.outcome}: ${steps.join(', ')}`];
}

function showIdentity({ identity }: Diagnostic): readonly string[] {
  if (identity?.implicated !== true) return [];
  const parts = [...identity.fields.map(escapeText), ...(identity.registry ? ['the registry'] : [])];
  return [`identity involved: ${parts.join(', ')}`];
}

function showBlocks({ blocks }: Diagnostic): readonly string[] {
  const blocked = [...(blocks?.build === true ? ['build'] : []), ...(blocks?.studio === true ? ['studio'] : [])];
  return blocked.length > 0 ? [`blocks: ${blocked.join(', ')}`] : [];
}

/** The six facts of a version or migration finding in words, a line each where there is something to tell; none for others. */
export function showFacts(diagnostic: Diagnostic): readonly string[] {
  const { manualAction } = diagnostic;
  return [
    ...showVersion(diagnostic),
    ...showMigration(diagnostic),
    ...showIdentity(diagnostic),
    ...showBlocks(diagnostic),
    ...(manualAction?.required === true ? [`to do: ${escapeText(manualAction.what)}`] : []),
  ];
}
