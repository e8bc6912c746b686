/** What the `fmt ` chunk of a WAV file says. */
export interface WavFormat {
  /** How samples are written; 1 is PCM. */
  readonly formatTag: number;
  /** Samples of a frame. */
  readonly channels: number;
  /** Frames a second. */
  readonly sampleRate: number;
  /** Bytes a second. */
  readonly byteRate: number;
  /** Bytes of a frame. */
  readonly blockAlign: number;
  /** Bits of a sample. */
  readonly bitsPerSample: number;
}
