import { describe, expect, it } from 'vitest';
import { wordsOfCodes } from '../../src/report/words-of-codes.js';
import { countDiagnostics } from '../../src/diagnostics/count-diagnostics.js';
import type { VersionFacts } from '../../src/diagnostics/version-facts.js';
import { renderText } from '../../src/report/render-text.js';
import { showCounts } from '../../src/report/show-counts.js';
import { atBytes, atHostileFile, atText, atWorkspace, omitted } from './sample-diagnostics.js';

const linesOf = (text: string): readonly string[] => text.split('\n');

describe('renderText', () => {
  it('heads each finding with severity, code and place', () => {
    const heads = linesOf(renderText([atWorkspace, atText, atBytes])).filter((line) => /^(error|warning|info) /.test(line));
    expect(heads).toEqual([
      'error IO_ABORTED workspace',
      'error ASSET_FORMAT_UNSUITABLE assets/hero/asset.json:2:13',
      'error ASSET_NO_INPUTS assets/hero/idle.png@33',
    ]);
  });

  it('shows the line at fault where the text is at hand', () => {
    const sourceText = (file: string) => (file === 'assets/hero/asset.json' ? '{\r\n  "format": "wav"\r\n}' : undefined);
    expect(linesOf(renderText([atText], { sourceText }))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^ +2 \| {3}"format": "wav"$/), expect.stringMatching(/^ +\| {13}\^{5}$/)]),
    );
  });

  it('shows no line where the text is not at hand, or has no such line', () => {
    expect(renderText([atText])).not.toContain(' | ');
    expect(renderText([atText], { sourceText: () => '{}' })).not.toContain(' | ');
  });

  it('asks for each text once', () => {
    const asked: string[] = [];
    renderText([atText, atText, atText], { sourceText: (file) => void asked.push(file) });
    expect(asked).toEqual(['assets/hero/asset.json']);
  });

  it('names second places and ways to mend it', () => {
    const lines = linesOf(renderText([atText])).map((line) => line.trim());
    expect(lines).toEqual(
      expect.arrayContaining(['fix (unsafe): Write "png"', 'see: assets/hero/asset.json:2:13: the type is given here']),
    );
  });

  it('shows the line of another place, unless it is shown already', () => {
    const at = (line: number) => ({
      ...atText.location,
      range: { start: { line, column: 3, offset: 0 }, end: { line, column: 9, offset: 0 } },
    });
    const related = [2, 3].map((line) => ({ message: `line ${line}`, location: at(line) as never }));
    const text = renderText([{ ...atText, related }], { sourceText: () => '{\r\n  "format": "wav",\r\n  "type": 1\r\n}' });
    expect(linesOf(text).filter((line) => line.includes(' | '))).toEqual([
      '    2 |   "format": "wav",',
      '      |             ^^^^^',
      '    3 |   "type": 1',
      '      |   ^^^^^^',
    ]);
  });

  it('tells the facts of a version finding', () => {
    const facts: VersionFacts = {
      found: 3,
      supported: { range: '>=2 <5', oldest: 2, current: 4 },
      migration: { attempted: true, steps: [{ id: 'asset-3-to-4', from: 3, to: 4, outcome: 'failed' }], outcome: 'failed' },
      identity: { implicated: true, fields: ['asset_uuid'], registry: true },
      manualAction: { required: true, what: 'upgrade' },
      blocks: { build: true, studio: false },
    };
    const shown = (more: Partial<VersionFacts>) => linesOf(renderText([{ ...atText, ...facts, ...more }])).map((line) => line.trim());
    expect(shown({})).toEqual(
      expect.arrayContaining([
        'version: found 3; read are 2 to 4',
        'migration failed: asset-3-to-4 failed',
        'identity involved: asset_uuid, the registry',
        'blocks: build',
        'to do: upgrade',
      ]),
    );
    expect(shown({ found: '\u001b"4"' })).toContain('version: found "\\u001b\\"4\\""; read are 2 to 4');
    expect(shown({ found: null })).toContain('version: found none; read are 2 to 4');
    expect(linesOf(renderText([atText])).filter((line) => /^ *(?:version|migration|identity|blocks|to do)/.test(line))).toEqual([]);
  });

  it('brings the help of a code once', () => {
    const text = renderText([atText, atBytes, atText]);
    expect(text.split(wordsOfCodes.ASSET_FORMAT_UNSUITABLE.help)).toHaveLength(2);
    expect(text.split(wordsOfCodes.ASSET_NO_INPUTS.help)).toHaveLength(2);
  });

  it('ends with the counts, those of findings left out included', () => {
    const lines = linesOf(renderText([atBytes, omitted]));
    expect(lines.slice(-2)).toEqual([showCounts({ error: 31, warning: 0, info: 1 }), '']);
    expect(countDiagnostics([atBytes, omitted])).toEqual({ error: 31, warning: 0, info: 1 });
  });

  it('lets no name forge a line, move the cursor or turn the text round', () => {
    const text = renderText([atHostileFile], { sourceText: () => '\u001b[2J' });
    expect(text).not.toMatch(/[\u001b\u202e]/);
    expect(linesOf(text).filter((line) => line.startsWith('error '))).toEqual([]);
  });

  it('colours only where asked', () => {
    expect(renderText([atText])).not.toContain('\u001b');
    const colored = renderText([atText], { color: true });
    expect(colored.replace(/\u001b\[[0-9;]*m/g, '')).toBe(renderText([atText]));
    expect(colored).toContain('\u001b[');
  });
});
