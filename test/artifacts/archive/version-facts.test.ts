import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { buildArchive, SMALL } from './build-archive.js';
import { inspectArchive } from './inspect-archive.js';

const supported = { range: '>=1 <2', oldest: 1, current: 1 };
const migration = { attempted: false, steps: [], outcome: 'not-attempted' };
const identity = { implicated: false, fields: [], registry: false };
const blocks = { build: false, studio: false };

function envelope(major: number, minor: number): Uint8Array {
  return buildArchive({
    ...SMALL,
    file: (file) => {
      file.writeUInt16LE(major, 4);
      file.writeUInt16LE(minor, 6);
      return file;
    },
  });
}

function headerVersion(token: string): Uint8Array {
  return buildArchive({ ...SMALL, text: (text) => text.replace('"header_version":1', token) });
}

function findingsOf(bytes: Uint8Array): readonly Diagnostic[] {
  return inspectArchive(bytes).diagnostics;
}

describe('the six facts of an archive that this release does not read', () => {
  it.each<[string, Uint8Array, string, number | string | null]>([
    ['a newer envelope', envelope(2, 0), 'ARCHIVE_ENVELOPE_UNSUPPORTED', '2.0'],
    ['a newer envelope, both numbers', envelope(65535, 65535), 'ARCHIVE_ENVELOPE_UNSUPPORTED', '65535.65535'],
    ['an older envelope', envelope(0, 7), 'ARCHIVE_ENVELOPE_UNSUPPORTED', '0.7'],
    ['a newer minor envelope', envelope(1, 3), 'ARCHIVE_ENVELOPE_MINOR_UNKNOWN', '1.3'],
    ['a newer header', headerVersion('"header_version":2'), 'ARCHIVE_HEADER_VERSION', 2],
    ['a header version that is none', headerVersion('"header_version":"1"'), 'ARCHIVE_HEADER_VERSION', '"1"'],
    ['a header version of two digits', headerVersion('"header_version":23'), 'ARCHIVE_HEADER_VERSION', 23],
    ['a header version below 0', headerVersion('"header_version":-2'), 'ARCHIVE_HEADER_VERSION', '-2'],
    ['a header version with a fraction', headerVersion('"header_version":2.5'), 'ARCHIVE_HEADER_VERSION', '2.5'],
    ['a header version 0', headerVersion('"header_version":0'), 'ARCHIVE_HEADER_VERSION', '0'],
    ['a header without version', headerVersion('"x":1'), 'ARCHIVE_HEADER_VERSION', null],
  ])('%s', (_name, bytes, code, found) => {
    const findings = findingsOf(bytes);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code, found, supported, migration, identity, manualAction: { required: false }, blocks });
    expect(findings[0]?.manualAction?.what).not.toBe('');
  });

  it('stand on no other finding about an archive', () => {
    const damaged = buildArchive({ ...SMALL, file: (file) => file.subarray(0, -1) });
    expect(findingsOf(damaged)).not.toEqual([]);
    for (const finding of findingsOf(damaged)) expect(finding).not.toHaveProperty('found');
  });
});
