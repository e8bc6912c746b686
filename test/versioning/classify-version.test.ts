import { describe, expect, it } from 'vitest';
import { classifyVersion } from '../../src/versioning/classify-version.js';
import type { VersionDescriptor } from '../../src/versioning/version-descriptor.js';
import { sampleDescriptor } from './sample-descriptor.js';

const descriptor: VersionDescriptor = { ...sampleDescriptor, deprecated: [{ version: 2, removedIn: '2.0.0' }] };

describe('classifyVersion', () => {
  it.each([
    ['4', { class: 'current', version: 4 }],
    ['3', { class: 'migratable', version: 3, removedIn: null }],
    ['2', { class: 'migratable', version: 2, removedIn: '2.0.0' }],
    ['1', { class: 'version-too-old', version: 1 }],
    ['5', { class: 'version-too-new', version: 5 }],
    ['2147483647', { class: 'version-too-new', version: 2147483647 }],
  ])('V3 V4 V5: %s', (token, expected) => {
    expect(classifyVersion(descriptor, token)).toEqual(expected);
  });

  it.each([
    'null',
    'true',
    '"1"',
    '"1.0.0"',
    '[1]',
    '{}',
    '1.5',
    '-1',
    '0',
    '1e309',
    '9007199254740992',
    '2147483648',
    '4.0',
    '4e0',
    '04',
    '+4',
    ' 4',
    '-0',
    '',
  ])('V2: %s is malformed and shown as found', (token) => {
    expect(classifyVersion(descriptor, token)).toEqual({ class: 'version-malformed', token });
  });

  it('V1: a missing version is its own class, not version 1', () => {
    expect(classifyVersion(descriptor, undefined)).toEqual({ class: 'version-missing' });
  });
});
