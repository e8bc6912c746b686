import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkBytes, codesOf } from '../sources/check-bytes.js';

const corpus = new URL('../../../shared/corpus/', import.meta.url);

interface Verdict {
  readonly ok: boolean;
  readonly formatTag: number;
  readonly channels: number;
  readonly sampleRate: number;
  readonly byteRate: number;
  readonly blockAlign: number;
  readonly bitsPerSample: number;
  readonly dataBytes: number;
  /** Absent where samples are compressed. */
  readonly frames?: number;
}

function readJson(path: string): Record<string, Verdict> {
  return JSON.parse(readFileSync(new URL(path, corpus), 'utf8')) as Record<string, Verdict>;
}

/** Checks each file against the oracle, in two push sizes; answers the codes with the files that have them. */
function judge(files: Record<string, Verdict>): Record<string, readonly string[]> {
  const filesOf: Record<string, readonly string[]> = {};
  for (const [path, verdict] of Object.entries(files)) {
    const bytes = readFileSync(new URL(path, corpus));
    const report = checkBytes('wav', bytes, { pushBytes: 65_536 });
    expect(checkBytes('wav', bytes, { pushBytes: 13 }), path).toEqual(report);

    const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
    const refusals = errors.filter(({ code }) => code.includes('UNSUPPORTED'));
    expect(errors.length > refusals.length, path).toBe(!verdict.ok);
    if (verdict.ok && refusals.every(({ code }) => code !== 'WAV_CONTAINER_UNSUPPORTED')) {
      const { formatTag, channels, sampleRate, byteRate, blockAlign, bitsPerSample, dataBytes, frames } = verdict;
      const facts = { kind: 'wav', formatTag, channels, sampleRate, byteRate, blockAlign, bitsPerSample, dataBytes };
      expect(report.summary, path).toMatchObject(frames === undefined ? facts : { ...facts, frames });
    }
    for (const code of codesOf(report)) filesOf[code] = [...(filesOf[code] ?? []), path.split('/').at(-1) as string];
  }
  return filesOf;
}

describe('WAV corpus', () => {
  it('wav/ has 19 files, judged as the oracle does', () => {
    const expected = readJson('wav/expected.json');
    const names = ['fuzz', 'hound', 'wavefile'].flatMap((set) =>
      readdirSync(new URL(`wav/${set}/`, corpus)).map((name) => `wav/${set}/${name}`),
    );
    const filesOf = judge(expected);
    console.info(`wav: ${names.length} files`, filesOf);
    expect(names).toHaveLength(19);
    expect(Object.keys(expected).toSorted()).toEqual(names.toSorted());
    expect(filesOf).toEqual({
      WAV_RIFF_SIZE_MISMATCH: [
        'crash-24728523ef4be15c838293b676f6853e73723bf4.wav',
        'crash-cbd757427cea12bd8a21f86cd8cf74d98ce56bee.wav',
        'nonstandard-01.wav',
        'waveformatex-8bit-11025Hz-mono.wav',
      ],
      WAV_CHUNK_PAST_END: ['crash-24728523ef4be15c838293b676f6853e73723bf4.wav', 'crash-cbd757427cea12bd8a21f86cd8cf74d98ce56bee.wav'],
      WAV_BLOCK_ALIGN_MISMATCH: ['pcmwaveformat-24bit-4byte-48kHz-stereo.wav'],
      WAV_FORMAT_UNSUPPORTED: ['pop.wav', 'waveformatex-ieeefloat-44100Hz-mono.wav', '8bit-alaw-8kHz-noBext-mono-encoded.wav'],
      WAV_CONTAINER_UNSUPPORTED: ['RIFX-16bit-mono.wav'],
    });
  });

  it('games/ have 69 sounds in which nothing is wrong', () => {
    const sounds = Object.fromEntries(Object.entries(readJson('games/expected.json')).filter(([name]) => name.endsWith('.wav')));
    const filesOf = judge(sounds);
    console.info(`games: ${Object.keys(sounds).length} sounds`, filesOf);
    expect(Object.keys(sounds)).toHaveLength(69);
    expect(filesOf).toEqual({});
  });
});
