/**
 * What is mutated, and which tests may kill: those of the part itself and those that use it directly. The rest of the suite would
 * kill a few more, at an hour a mutant group. Plans stand in three, since what kills in one only takes time in another.
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
      'test/workspace/*{identity,claim,settled,undecided}*.test.ts',
      'test/plans/*identity*.test.ts',
      'test/plans/identity/**',
      'test/operations/plan-resolve-identity.test.ts',
    ],
  },
  archive: { mutate: ['src/artifacts/archive/**/*.ts'], tests: ['test/artifacts/archive/**', 'test/independent/**'] },
  'plans-apply': {
    mutate: [
      'src/plans/{apply,stage,recover}/**/*.ts',
      'src/plans/*.ts',
      '!src/plans/*identity*.ts',
      '!src/plans/apply/*newer*.ts',
      '!src/plans/{check-registry-version,create-uuid-giver,migrate-first}.ts',
    ],
    tests: [
      'test/plans/{apply-plan,check-consent,compare-folders,copy-plan,encode-base64,make-plan,observe-paths,recover}.test.ts',
      'test/plans/{plan-digest,run-bounded,text-diff,verify-own-plan,verify-plan-shape}.test.ts',
      'test/plans/{compare-workspace,edit-registry,find-move-faults,snapshot-preconditions}.test.ts',
      'test/plans/{apply,stage,recover}/**',
      'test/operations/{recover,relocate,unlock}.test.ts',
    ],
  },
  'plans-compose': {
    mutate: ['src/plans/{compose,build}/**/*.ts', 'src/plans/apply/*newer*.ts'],
    tests: [
      'test/plans/{buffered-writer,check-line,compose-archive,place-sources,recipe-digests,side-digests}.test.ts',
      'test/plans/{build,compose}/**',
      'test/plans/apply/*newer*.test.ts',
    ],
  },
  'plans-change': {
    mutate: [
      'src/plans/{fix,migrate,mutate,register,resolve,undo}/**/*.ts',
      'src/plans/{check-registry-version,create-uuid-giver,migrate-first}.ts',
    ],
    tests: [
      'test/plans/{fix,migrate,mutate,register,resolve,undo}/**',
      'test/plans/{check-registry-version,create-uuid-giver}.test.ts',
      'test/operations/plan-{fix,migration,migration-refusals,mutation,register,resolve-identity,safe-fixes,undo}.test.ts',
      'test/operations/{relocate,registry-version}.test.ts',
    ],
  },
};
