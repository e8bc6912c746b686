import { describe, expect, it } from 'vitest';
import { CodeAction } from 'vscode-languageserver-types';
import { doctor } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { diagnose } from '../../src/diagnostics/diagnose.js';
import type { Diagnostic, Fix } from '../../src/diagnostics/diagnostic.js';
import { lspCodeActions, type LspDocument } from '../../src/report/lsp-code-actions.js';
import { atText } from './sample-diagnostics.js';

const uriOf = (file: string) => `file:///game/${file}`;
const base = { uriOf, workspaceUri: uriOf('assets/.prometeu/index.json') };

const open = (documents: Readonly<Record<string, LspDocument>>) => ({ ...base, documentOf: (file: string) => documents[file] });

const withFixes = (...fixes: readonly Fix[]): Diagnostic => ({ ...atText, fixes });
const edit = (start: number, end: number, newText = 'x', file = 'a') => ({ file, start, end, newText });
const safe = (...edits: readonly Fix['edits'][number][]): Fix => ({ title: 'Mend', applicability: 'safe', edits });

const evidence = { root: 'a', claimed: null, recorded: null, assetId: null, recordedRoot: null, others: [], otherCount: 0 };
const disputed = diagnose('IDENTITY_COPY', {
  artifact: 'asset',
  location: { kind: 'file', file: 'a' },
  data: { ...evidence, choices: ['new-identity', 'remove', 'edit-by-hand'] },
});

describe('lspCodeActions', () => {
  it('edits the document in its version, with bytes turned into lines and UTF-16 columns', () => {
    const [action, ...more] = lspCodeActions(
      [withFixes(safe(edit(0, 6, ''), edit(9, 10)))],
      open({ a: { text: 'é🎮\r\nbad', version: 7 } }),
    );
    expect(more).toEqual([]);
    expect(action).toMatchObject({
      title: 'Mend',
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'ASSET_FORMAT_UNSUITABLE', data: { fingerprint: atText.fingerprint } }],
      edit: {
        documentChanges: [
          {
            textDocument: { uri: 'file:///game/a', version: 7 },
            edits: [
              {
                range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
                newText: '',
                annotationId: 'prometeu-packer.safe',
              },
              { range: { start: { line: 1, character: 1 }, end: { line: 1, character: 2 } }, newText: 'x' },
            ],
          },
        ],
        changeAnnotations: { 'prometeu-packer.safe': { label: 'Mend', needsConfirmation: false } },
      },
    });
    expect(action).not.toHaveProperty('command');
    expect(CodeAction.is(action)).toBe(true);
  });

  it('asks for confirmation of what is unsafe, and prefers it never', () => {
    const unsafe: Fix = { ...safe(edit(0, 1)), applicability: 'unsafe' };
    expect(lspCodeActions([withFixes(unsafe)], open({ a: { text: 'a', version: null } }))).toMatchObject([
      {
        isPreferred: false,
        edit: {
          documentChanges: [{ textDocument: { version: null } }],
          changeAnnotations: { 'prometeu-packer.unsafe': { needsConfirmation: true } },
        },
      },
    ]);
  });

  it('prefers none of several', () => {
    const actions = lspCodeActions([withFixes(safe(edit(0, 1)), safe(edit(1, 1)))], open({ a: { text: 'a', version: 1 } }));
    expect(actions.map(({ isPreferred }) => isPreferred)).toEqual([false, false]);
  });

  it('edits several documents at once', () => {
    const documents = { a: { text: 'a', version: 1 }, b: { text: 'b', version: 2 } };
    const [action] = lspCodeActions([withFixes(safe(edit(0, 1), edit(0, 1, 'y', 'b')))], open(documents));
    expect(action?.edit?.documentChanges.map(({ textDocument }) => textDocument.version)).toEqual([1, 2]);
  });

  it('offers nothing that nothing can apply', () => {
    const advice: Fix = { title: 'Think', applicability: 'display-only', edits: [] };
    expect(lspCodeActions([withFixes(advice)], open({ a: { text: 'a', version: 1 } }))).toEqual([]);
  });

  it.each([
    ['no text is at hand', {}],
    ['the text is shorter than the one that was examined', { a: { text: '', version: 1 } }],
    ['an edit would begin inside a character', { a: { text: 'xé', version: 1 } }],
    ['an edit would begin inside a line end', { a: { text: 'x\r\n', version: 1 } }],
  ])('offers no edit where %s', (_, documents) => {
    expect(lspCodeActions([withFixes(safe(edit(2, 3)))], open(documents))).toEqual([]);
  });

  it('offers a command for each way to settle an identity, which says what planFix takes', () => {
    const actions = lspCodeActions([disputed], open({}));
    const { fingerprint } = disputed;
    expect(actions.map(({ command }) => [command?.command, command?.arguments])).toEqual([
      ['prometeu-packer.fix', [{ fingerprint, choice: 'new-identity' }]],
      ['prometeu-packer.fix', [{ fingerprint, choice: 'remove' }]],
    ]);
    expect(actions.every((action) => CodeAction.is(action) && !action.isPreferred && !('edit' in action) && action.title !== '')).toBe(
      true,
    );
    expect(lspCodeActions([disputed], { ...open({}), command: 'mine' }).map(({ command }) => command?.command)).toEqual(['mine', 'mine']);
  });

  it('offers no edit of a text that begins otherwise than the one that was examined, as without its byte order mark', async () => {
    const file = 'assets/a/asset.json';
    const found = (await doctor(createMemoryWorkspace({ [file]: '\ufeff{}' })))._unsafeUnwrap().diagnostics;
    const offered = (text: string) => lspCodeActions(found, open({ [file]: { text, version: 1 } })).map(({ title }) => title);
    expect([offered('\ufeff{}').length, offered('{}x')]).toEqual([1, []]);
  });

  it('asks for each text once', () => {
    const asked: string[] = [];
    const documentOf = (file: string) => (asked.push(file), { text: 'a', version: 1 });
    lspCodeActions([withFixes(safe(edit(0, 1))), withFixes(safe(edit(0, 1)))], { ...base, documentOf });
    expect(asked).toEqual(['a']);
  });
});
