import { importsOf, targetOf } from './imports.js';
import { packageName } from './house.js';
import type { Rule } from './source-file.js';

interface Library {
  /** The specifiers by which it may be imported. */
  readonly as: RegExp;
  /** The files that may import it. */
  readonly where: RegExp;
}

/** The packages that src/ stands on. One that is not here is a decision to be taken first. */
const libraries: readonly Library[] = [
  { as: /^neverthrow$/, where: /^src\// },
  { as: /^zod\/mini$/, where: /^src\/schema\/|^src\/(artifacts\/[^/]+\/versions|plans|versioning)\/[^/]+\.schema\.ts$/ },
  { as: /^semver\/(functions|ranges|classes)\/[a-z-]+\.js$/, where: /^src\/versioning\// },
  { as: /^@noble\/hashes\/[a-z0-9]+\.js$/, where: /^src\/(diagnostics|paths|report|codec)\// },
  { as: /^canonicalize$/, where: /^src\/codec\// },
  { as: /^fflate$/, where: /^src\/codec\// },
  { as: /^jsonc-parser$/, where: /^src\/codec\// },
  { as: /^diff$/, where: /^src\/plans\// },
  { as: /^uuid$/, where: /^src\/codec\// },
];

/** Each package has its place, and one way to be imported. */
export const libraryUse: Rule = (files) =>
  files.flatMap((file) =>
    importsOf(file).flatMap(({ specifier, line }) => {
      if (specifier === null || targetOf(file.path, specifier) !== null) return [];
      if (specifier.startsWith('node:') || specifier === packageName || specifier.startsWith(`${packageName}/`)) return [];
      const library = libraries.find(({ as }) => as.test(specifier));
      if (library === undefined) return [{ rule: 'unknown-library', path: file.path, line, found: specifier }];
      return library.where.test(file.path) ? [] : [{ rule: 'library-out-of-place', path: file.path, line, found: specifier }];
    }),
  );
