/**
 * What is mutated, and which tests may kill: those of the part itself and those that use it directly. The rest of the suite would
 * kill a few more, at an hour a mutant group.
 */
export const mutationGroups = {
  paths: { mutate: ['src/paths/**/*.ts'], tests: ['test/paths/**', 'test/hard-cases/paths.test.ts', 'test/hard-cases/names.test.ts'] },
  versioning: {
    mutate: ['src/versioning/**/*.ts'],
    tests: ['test/versioning/**', 'test/artifacts/{classify-version,verify-migration,version-classes,migration}.test.ts'],
  },
  'strict-json': { mutate: ['src/codec/json/**/*.ts'], tests: ['test/codec/json/!(adversarial).test.ts'] },
  identity: {
    mutate: ['src/workspace/*{identity,claim,settled,undecided}*.ts', 'src/plans/*identity*.ts', 'src/plans/identity/**/*.ts'],
    tests: [
      'test/workspace/*{identity,claim,settled}*.test.ts',
      'test/plans/*identity*.test.ts',
      'test/plans/identity/**',
      'test/operations/plan-resolve-identity.test.ts',
    ],
  },
  archive: { mutate: ['src/artifacts/archive/**/*.ts'], tests: ['test/artifacts/archive/**', 'test/independent/**'] },
  plans: {
    mutate: ['src/plans/**/*.ts', '!src/plans/identity/**', '!src/plans/*identity*.ts'],
    tests: [
      'test/plans/!(faults).test.ts',
      'test/plans/!(two-writers)/**',
      'test/operations/{plan-fix,plan-migration,plan-mutation,plan-undo,recover,relocate,unlock}.test.ts',
    ],
  },
};
