import { expect, test } from 'vitest';
import { diagnoseArchive } from '../../../src/artifacts/archive/diagnose-archive.js';
import { diagnose } from '../../../src/diagnostics/diagnose.js';

test('diagnoseArchive points to bytes; of a place without a subject there is one finding of a code', () => {
  const place = { file: 'build/assets.pa', offset: 32, length: 7 };
  const data = { found: 9, expected: 8 };
  const finding = { artifact: 'archive', location: { kind: 'bytes', ...place }, data } as const;
  expect(diagnoseArchive('ARCHIVE_TRUNCATED', place, data)).toEqual(diagnose('ARCHIVE_TRUNCATED', finding));
  const subject = '/asset_table/0';
  expect(diagnoseArchive('ARCHIVE_TRUNCATED', { ...place, subject }, data)).toEqual(diagnose('ARCHIVE_TRUNCATED', { ...finding, subject }));
});
