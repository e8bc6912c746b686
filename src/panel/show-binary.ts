import type { Diagnostic } from 'prometeu-packer';
import { element } from './element.js';

const ROW = 16;

function rowOf(bytes: Uint8Array, offset: number): string {
  const row = [...bytes.subarray(offset, offset + ROW)];
  const hex = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const text = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join('');
  return `${offset.toString(16).padStart(6, '0')}  ${hex.padEnd(ROW * 3 - 1)}  ${text}`;
}

/** Shows the beginning of a file that is no text, and what was found of it. */
export function showBinary(document: Document, bytes: Uint8Array, findings: readonly Diagnostic[]): readonly HTMLElement[] {
  const rows = Array.from({ length: Math.ceil(bytes.length / ROW) }, (_, index) => rowOf(bytes, index * ROW));
  const found = findings.map(({ severity, code, message }) =>
    element(document, 'p', { attributes: { class: severity } }, [
      element(document, 'span', { attributes: { class: 'code' } }, [code]),
      ` ${message}`,
    ]),
  );
  return [...found, element(document, 'pre', {}, [rows.join('\n')])];
}
