import { isJsonObject } from '../../codec/json-object.js';
import type { JsonObject } from '../../versioning/migration-step.js';
import type { Mutation } from './mutation.js';

/** The mutations that change an `asset.json`. */
export type DeclarationMutation = Extract<Mutation, { readonly kind: 'rename' | 'set-preload' | 'set-inputs' | 'set-output' }>;

/** The members of a value that change puts anew or takes out; others, also those that no version knows, stay. */
function merge(value: unknown, change: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries({ ...(isJsonObject(value) ? value : {}), ...change }).filter(([, member]) => member !== undefined),
  );
}

/**
 * What a declaration says after a mutation. Whether it is a sound declaration is for the gates to tell, through which the
 * new text goes like any other.
 *
 * @param value - the declaration as it was parsed; it is not changed.
 */
export function changeDeclaration(value: JsonObject, mutation: DeclarationMutation): JsonObject {
  switch (mutation.kind) {
    case 'rename':
      return merge(value, { name: mutation.name });
    case 'set-preload': {
      const { preload } = mutation;
      const slot = preload?.slot; // a slot that is not given goes
      return merge(value, { preload: preload === null ? undefined : merge(value['preload'], { enabled: preload.enabled, slot }) });
    }
    case 'set-inputs':
      return merge(value, { inputs: mutation.inputs });
    case 'set-output': {
      const { type = value['type'], output } = mutation;
      return merge(value, { type, output: output === undefined ? value['output'] : merge(value['output'], output) });
    }
  }
}
