/** Where new identities come from: only explicit registration asks it, and only for what a plan then shows. */
export interface IdentitySource {
  /** A new random uuid, version 4, canonical lower case, never given before. */
  newUuid(): string;
}
