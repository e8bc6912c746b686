import { describe, expect, it } from 'vitest';
import { readSources } from '../architecture/read-sources.js';

/** Each mark, with the files whose functions are its gate: one, but for a workspace, which is read whole or followed. */
const GATES: Readonly<Record<string, readonly string[]>> = {
  SizedBytes: ['src/codec/json/sized-bytes.ts'],
  DecodedText: ['src/codec/json/decoded-text.ts'],
  JsonDocument: ['src/codec/json/create-document.ts'],
  VersionedJson: ['src/versioning/read-versioned-json.ts'],
  StructuredJson: ['src/versioning/check-own-structure.ts'],
  CurrentJson: ['src/versioning/bring-to-current.ts'],
  AssetReading: ['src/artifacts/asset/create-asset-reader.ts'],
  RegistryReading: ['src/artifacts/registry/accept-registry.ts'],
  AcceptedFiles: ['src/workspace/accept-workspace.ts'],
  LiveState: ['src/workspace/live/empty-live.ts', 'src/workspace/live/update-live.ts'],
  WorkspaceSnapshot: ['src/workspace/assemble-snapshot.ts', 'src/workspace/live/live-snapshot.ts'],
  VerifiedPlan: ['src/plans/verify-own-plan.ts', 'src/plans/verify-plan-shape.ts'],
};

const sources = readSources('src');

function filesWith(pattern: RegExp): readonly string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
}

describe('the marks of the gates', () => {
  it.each(Object.entries(GATES))('%s is given by its gate alone', (name, files) => {
    expect(filesWith(new RegExp(`\\bpassed<${name}>\\(`))).toEqual(files);
  });

  it('are given under their names and no others', () => {
    const given = sources.flatMap(({ text }) =>
      [...text.matchAll(/\bpassed<(?<name>\w+)>\(/g)].map(({ groups }) => groups?.['name'] ?? ''),
    );
    expect(new Set(given)).toEqual(new Set(Object.keys(GATES)));
    expect(filesWith(/\bpassed\(/)).toEqual([]); // unnamed, so that its type would be guessed
  });

  it('are had by every interface that extends one, and no other', () => {
    const marked = sources.flatMap(({ text }) =>
      [...text.matchAll(/interface (?<name>\w+)[^{]*\bPassed<'/g)].map(({ groups }) => groups?.['name'] ?? ''),
    );
    expect(new Set(marked)).toEqual(new Set(Object.keys(GATES)));
  });

  it('are got by no cast', () => {
    const names = Object.keys(GATES).join('|');
    expect(filesWith(new RegExp(`\\bas (?:unknown as )?(?:${names})\\b`))).toEqual([]);
  });
});
