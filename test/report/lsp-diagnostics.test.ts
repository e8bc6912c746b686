import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { Diagnostic as Lsp } from 'vscode-languageserver-types';
import { diagnose } from '../../src/diagnostics/diagnose.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { lspDiagnostics } from '../../src/report/lsp-diagnostics.js';
import { anyDiagnostic } from './many-diagnostics.js';
import { atBytes, atText, atWorkspace } from './sample-diagnostics.js';

const uriOf = (file: string) => `file:///game/${encodeURI(file.replace(/[\ud800-\udfff]/gu, ''))}`;
const options = { uriOf, workspaceUri: uriOf('assets/.prometeu/index.json') };

const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

describe('lspDiagnostics', () => {
  it('counts lines and columns from 0', () => {
    expect(lspDiagnostics([atText], { ...options, helpUri: (code) => `https://example.org/${code}` })).toEqual([
      {
        uri: 'file:///game/assets/hero/asset.json',
        diagnostics: [
          {
            range: { start: { line: 1, character: 12 }, end: { line: 1, character: 17 } },
            severity: 1,
            code: 'ASSET_FORMAT_UNSUITABLE',
            codeDescription: { href: 'https://example.org/ASSET_FORMAT_UNSUITABLE' },
            source: 'prometeu-packer',
            message: atText.message,
            relatedInformation: [
              {
                location: {
                  uri: 'file:///game/assets/hero/asset.json',
                  range: { start: { line: 1, character: 12 }, end: { line: 1, character: 17 } },
                },
                message: 'the type is given here',
              },
            ],
            data: { fingerprint: atText.fingerprint },
          },
        ],
      },
    ]);
  });

  it('puts what has no place in a text at the beginning of its document', () => {
    const file = diagnose('WORKSPACE_LOOSE_FILES', {
      artifact: 'workspace',
      location: { kind: 'file', file: 'assets' },
      data: { names: ['a'], count: 1 },
    });
    expect(
      lspDiagnostics([atWorkspace, file, atBytes], options).map(({ uri, diagnostics }) => [uri, diagnostics.map(({ range }) => range)]),
    ).toEqual([
      ['file:///game/assets/.prometeu/index.json', [start]],
      ['file:///game/assets', [start]],
      ['file:///game/assets/hero/idle.png', [start]],
    ]);
  });

  it('gathers what belongs to one document, in the order it comes', () => {
    const warning = { ...atText, severity: 'warning' as const };
    const info = { ...atText, severity: 'info' as const };
    expect(
      lspDiagnostics([atText, atBytes, warning, info], options).map(({ diagnostics }) => diagnostics.map(({ severity }) => severity)),
    ).toEqual([[1, 2, 3], [1]]);
  });

  it('tags what builds make nothing of, and what is deprecated', () => {
    const location = { kind: 'file', file: 'a' } as const;
    const unknown = diagnose('STRUCTURE_UNKNOWN_KEY', { artifact: 'asset', location, data: { key: 'k', didYouMean: null } });
    const misspelt: Diagnostic = { ...unknown, fixes: [{ title: 'Rename', applicability: 'unsafe', edits: [] }] };
    const deprecated = { ...atText, code: 'VERSION_DEPRECATED' as const };
    const tagsOf = (each: Diagnostic) => lspDiagnostics([each], options)[0]?.diagnostics[0]?.tags;
    expect([unknown, deprecated, misspelt, atText].map(tagsOf)).toEqual([[1], [2], undefined, undefined]);
  });

  it('is what the protocol calls a diagnostic, whatever the finding', () => {
    fc.assert(
      fc.property(fc.array(anyDiagnostic, { maxLength: 5 }), (found) => {
        const shown = lspDiagnostics(found, options).flatMap(({ diagnostics }) => diagnostics);
        expect(shown).toHaveLength(found.length);
        expect(shown.every((each) => Lsp.is(each))).toBe(true);
        expect(structuredClone(shown)).toEqual(shown);
      }),
    );
  });
});
