/**
 * The gates that a file goes through before it is trusted, in order. A file has reached the last one that it passed.
 *
 * - `budget`: within the limits. - `containment`: a file, reached through no symlink. - `bytes`: read whole. - `encoding`: UTF-8
 *   without a byte order mark. - `strict-json`. - `version`: inside the support window. - `structure`: of its own version.
 * - `migrated`: brought to the current version in memory, or of that already. - `meaning`: what it says holds by itself.
 * - `reconciled`: what it says holds together with every other file, so that plans and builds may rest on it.
 *
 * A binary file has neither encoding nor JSON; a file without a version is past that gate once its content can be read.
 */
export type TrustStage =
  'budget' | 'containment' | 'bytes' | 'encoding' | 'strict-json' | 'version' | 'structure' | 'migrated' | 'meaning' | 'reconciled';
