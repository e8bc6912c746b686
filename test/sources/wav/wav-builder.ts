/** A chunk, padded to an even length; `length` is right unless given. */
export function wavChunk(name: string, data: Uint8Array, wrong: { length?: number } = {}): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(wrong.length ?? data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** Fields of `fmt `. */
export interface Fmt {
  formatTag: number;
  channels: number;
  sampleRate: number;
  byteRate: number;
  blockAlign: number;
  bitsPerSample: number;
}

/** The `fmt ` chunk of mono PCM with 16 bits at 8 kHz, but for the fields given. */
export function fmt(fields: Partial<Fmt> = {}): Buffer {
  const { formatTag = 1, channels = 1, sampleRate = 8000, byteRate = 16_000, blockAlign = 2, bitsPerSample = 16 } = fields;
  const data = Buffer.alloc(16);
  data.writeUInt16LE(formatTag, 0);
  data.writeUInt16LE(channels, 2);
  data.writeUInt32LE(sampleRate, 4);
  data.writeUInt32LE(byteRate, 8);
  data.writeUInt16LE(blockAlign, 12);
  data.writeUInt16LE(bitsPerSample, 14);
  return wavChunk('fmt ', data);
}

/** A `data` chunk of four samples. */
export const samples: Buffer = wavChunk('data', Buffer.from([1, 0, 2, 0, 3, 0, 4, 0]));

/** A container of these chunks; its size is right unless given. */
export function riff(chunks: readonly Uint8Array[], wrong: { size?: number; name?: string } = {}): Buffer {
  const body = Buffer.concat(chunks);
  const head = Buffer.alloc(12);
  head.write(wrong.name ?? 'RIFF', 'latin1');
  head.writeUInt32LE(wrong.size ?? body.length + 4, 4);
  head.write('WAVE', 8, 'latin1');
  return Buffer.concat([head, body]);
}

/** A WAV file in which nothing is wrong. */
export const soundWav: Buffer = riff([fmt(), samples]);
