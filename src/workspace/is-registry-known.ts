import type { AcceptedRegistry } from './accept-workspace.js';

/**
 * Whether claims can be held against the registry: it was read to the end, or there is none and never was, since nothing is
 * claimed. Where it is lost nobody can tell a claim that it recorded from one that was brought from elsewhere.
 *
 * @param registry - null where there is none.
 * @param claiming - how many declarations claim anything.
 */
export function isRegistryKnown(registry: Pick<AcceptedRegistry, 'registry'> | null, claiming: number): boolean {
  return registry === null ? claiming === 0 : registry.registry !== null;
}
