/** Where a hard case is tested, or why it cannot be. */
export type Coverage = { readonly test: string } | { readonly reason: string };

const inFile =
  (test: string) =>
  (...ids: readonly string[]): readonly (readonly [string, Coverage])[] =>
    ids.map((id) => [id, { test }]);

const numbered = (letter: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${letter}${from + index}`);

/** Every hard case with the file whose titles name it. A file of cases is one that a test beside it runs. */
export const HARD_CASES: ReadonlyMap<string, Coverage> = new Map<string, Coverage>([
  ...inFile('test/codec/json/read-json.test.ts')(...numbered('B', 1, 23)),

  ...inFile('test/versioning/classify-version.test.ts')(...numbered('V', 1, 5)),
  ...inFile('test/artifacts/earlier-versions.test.ts')('V6'),
  ...inFile('test/hard-cases/versions.test.ts')('V7', ...numbered('V', 9, 12)),
  ...inFile('test/versioning/run-migration-step.test.ts')('V8'),

  ...inFile('test/hard-cases/paths.test.ts')(...numbered('P', 1, 12)),
  ...inFile('test/workspace/read-snapshot.test.ts')('P13', 'P14'),
  ...inFile('test/hard-cases/names.test.ts')('P15', 'P24', 'I8', 'I11'),
  ...inFile('test/node/hostile-disk.test.ts')(...numbered('P', 16, 20), 'P22', 'P23', 'P26'),
  ...inFile('test/node/open-file.test.ts')('P21'),
  ...inFile('test/artifacts/asset/create-asset-reader.test.ts')('P25', 'I2'),
  ...inFile('test/operations/doctor.test.ts')('P27', 'I1', 'I5'),

  ...inFile('test/artifacts/registry/read-registry.test.ts')('I3', 'I7', 'I10'),
  ...inFile('test/workspace/read-snapshot.test.ts')('I4', 'I6'),
  ...inFile('test/types/snapshots.test-d.ts')('I9'),

  ...inFile('test/artifacts/archive/malformed-archives.ts')('A1', 'A2', 'A3', 'A4', ...numbered('A', 6, 11)),
  ...inFile('test/artifacts/archive/malformed-archives.ts')('A13', 'A15', 'A16', 'A17', 'A19'),
  ...inFile('test/artifacts/archive/decode-archive.test.ts')('A5', 'A12'),
  ...inFile('test/artifacts/archive/decode-archive-header.test.ts')('A14', 'A18'),
  ...inFile('test/operations/verify-workspace.test.ts')('A20'),
  ...inFile('test/artifacts/archive/encode-archive.test.ts')('A21'),

  ...inFile('test/sources/png/png-pixel-cases.ts')('S1', 'S2', 'S3'),
  ...inFile('test/sources/png/walk-png.test.ts')('S4'),
  ...inFile('test/sources/wav/wav-cases.ts')('S5', 'S6'),
  ...inFile('test/sources/create-source-checker.test.ts')('S7', 'S8', 'S9'),

  ...inFile('test/hard-cases/cache.test.ts')('C1', 'C2', 'C3', 'C6', 'C7'),
  ...inFile('test/operations/reconcile.test.ts')('C4', 'C5'),

  ...inFile('test/crash/smoke.test.ts')('X1', 'X2', 'X3'),
  ...inFile('test/plans/faults.test.ts')('X4', 'X5', 'X6', 'X7', 'X9', 'X18', 'X22'),
  ...inFile('test/e2e/full-disk.test.ts')('X8'),
  ...inFile('test/node/retry-while-busy.test.ts')('X10'),
  ...inFile('test/plans/apply-plan.test.ts')('X11', 'X12', 'X13', 'X15', 'X21'),
  ...inFile('test/plans/recover.test.ts')('X14', 'X16', 'X17'),
  ...inFile('test/hard-cases/throwing-hosts.test.ts')('X19'),
  ...inFile('test/ports/guard-ports.test.ts')('X20'),
]);
