import { ok, type Result } from 'neverthrow';

/** Waits until the operation may run. */
export type Pass = (operation: string) => Promise<unknown>;

type Call = (...args: readonly unknown[]) => Promise<Result<unknown, unknown>>;

const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * A port, or a handle or lock that it gave, each of whose operations waits for leave before it runs: whoever gives leave
 * decides in which order those of several writers come. Operations run at once then, as those of memory do.
 */
export function gatedPort<Port extends object>(port: Port, pass: Pass): Port {
  const members = Object.entries(port).map(([name, member]: readonly [string, unknown]) => {
    if (typeof member !== 'function') return [name, member] as const;
    const gated: Call = async (...args) => {
      await pass(name);
      const answer = await (member as Call)(...args);
      return answer.andThen((value) => ok(isPlain(value) && !Array.isArray(value) ? gatedPort(value, pass) : value));
    };
    return [name, gated] as const;
  });
  return Object.fromEntries(members) as Port;
}
