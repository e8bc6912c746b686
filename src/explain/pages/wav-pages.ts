import type { SourceDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

const EXPORT_AGAIN = 'Open the sound in an editor and export it again as a WAV file with PCM samples.';
const COPY_AGAIN = 'Copy or download the file again, and compare its size with that of the original.';

/** Pages of the codes of WAV files. */
export const wavPages: AreaPages<Pick<SourceDiagnosticData, Extract<keyof SourceDiagnosticData, `WAV_${string}`>>> = {
  WAV_CONTAINER_UNSUPPORTED: {
    why: 'RIFX turns every number round, RF64 and BW64 keep sizes in another place. A player for plain WAV files reads wrong lengths out of them, and plays noise or nothing. They are sound files, only not of the kind that the packer and its runtime read.',
    fix: [EXPORT_AGAIN, 'Choose plain WAV, often called “WAV (Microsoft)”; it takes up to four gigabytes.'],
  },
  WAV_CHUNK_PAST_END: {
    why: 'A chunk says that it is longer than what is left of the file: the end of it is missing. Players stop early, or read what lies behind in memory and play noise.',
    fix: [COPY_AGAIN, 'Where the recorder was stopped, repair the recording in a sound editor and export it again.'],
  },
  WAV_CHUNK_REPEATED: {
    why: 'A second format or a second run of samples leaves open which of them counts. One player plays the first part, another the second, and a third both.',
    fix: [
      'Open the sound in an editor, join the parts there and export it again.',
      'Run `prometeu-packer doctor` to see that the file is sound.',
    ],
  },
  WAV_FMT_MISSING: {
    why: 'Nothing says how many channels there are and how fast the samples are to be played. The bytes could be anything; a guess plays the sound too fast, too slow, or as noise.',
    fix: [
      EXPORT_AGAIN,
      'Where the file is bare samples with a WAV name on it, declare it as raw: `prometeu-packer set ROOT format=raw --apply`.',
    ],
  },
  WAV_DATA_MISSING: {
    why: 'The file says how samples are written and has none. The game would load a sound that is never heard, or fail where it waits for its end.',
    fix: ['Export the sound again, and look at what was selected.', 'Where silence is meant, export some of it.'],
  },
  WAV_FMT_AFTER_DATA: {
    why: 'The format has to be known before the first sample. Players that work from front to back refuse the file, or play the samples in a format of their own choice.',
    fix: [EXPORT_AGAIN, 'Where a script of your own writes the file, make it write `fmt ` before `data`.'],
  },
  WAV_FMT_TOO_SHORT: {
    why: 'The shortest format has 16 bytes. Where some are missing, so is the number of bits of a sample or the size of a frame, and no player can tell where one sample ends.',
    fix: [EXPORT_AGAIN, 'Where a script of your own writes the file, make it write all six fields of `fmt `.'],
  },
  WAV_FIELD_ZERO: {
    why: 'Without channels, without a rate or with frames of no bytes there is no sound. Programs divide by these numbers, so they crash in place of playing.',
    fix: [EXPORT_AGAIN, 'Where a script of your own writes the file, make it fill in channels, rate and frame size.'],
  },
  WAV_FORMAT_UNSUPPORTED: {
    why: 'A WAV file can hold many kinds of samples, from floating point to MP3. The runtime plays plain PCM; any other kind would be heard as noise or not at all. The finding names the kind that was found.',
    fix: [
      'Export the sound as PCM with 8, 16 or 24 bits; programs call it “signed 16-bit PCM” or the like.',
      'On a command line, `ffmpeg -i IN.wav -c:a pcm_s16le OUT.wav` does it.',
    ],
  },
  WAV_RIFF_SIZE_MISMATCH: {
    why: 'The header gives another size than the file has, mostly since a recorder was stopped before it wrote the size. The packer goes by the chunks and finds all samples; a player that goes by the header may stop early.',
    fix: ['Export the sound again; that writes the right size.', 'Where the sound ends too early, take it from its origin again.'],
  },
  WAV_BLOCK_ALIGN_MISMATCH: {
    why: 'A frame has another size than its samples together. Some players go by the one and some by the other, so channels swap or the sound is noise on some of them.',
    fix: [EXPORT_AGAIN, 'Where a script of your own writes the file, make the frame size channels times bytes of a sample.'],
  },
  WAV_TRAILING_BYTES: {
    why: 'After the last chunk nothing counts. The bytes are packed with the file all the same and make the archive larger; they are mostly tags of a music program.',
    fix: ['Export the sound again without tags; that takes them out.', 'Where a tool needs them, keep them in a file of their own.'],
  },
};
