import { MAX_PER_CODE_AND_FILE } from '../../src/diagnostics/collector.js';
import { type Answer, type Boundary, holds, textOfAnswer } from './boundary.js';
import { checkDiagnostics } from './check-diagnostics.js';

const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype];
const keysOf = (): string => prototypes.map((prototype) => Reflect.ownKeys(prototype).length).join();
const membersOf = (): readonly unknown[] =>
  Object.values(Object.getOwnPropertyDescriptors(Object.prototype)).map(({ value }) => value as unknown);
const keysBefore = keysOf();
const membersBefore = membersOf();

/** Whether the prototypes of the language are what they were. */
function arePrototypesWhole(): boolean {
  return keysOf() === keysBefore && membersOf().every((member, index) => member === membersBefore[index]);
}

/** What became of bytes, in few words: whether they were taken, and the codes that were told. */
function verdictOf({ value, diagnostics, faults = [] }: Answer): string {
  const codes = [...new Set([...diagnostics.map(({ code }) => code), ...faults.map(({ reason }) => reason)])].sort();
  return [value === null ? 'refused' : 'accepted', ...codes].join(' ');
}

/** The same bytes give the same answer, and nothing of it stays in the memory that they came in. */
async function checkAgain(boundary: Boundary, answer: Answer, given: Uint8Array, bytes: Uint8Array): Promise<void> {
  given.fill(0xaa);
  const text = textOfAnswer(answer);
  const again = textOfAnswer(await boundary.run(Uint8Array.from(bytes)));
  holds(again === text, 'the same bytes give the same answer', text, again);
}

/**
 * Gives bytes to a boundary and holds its answer against everything that is known of it.
 *
 * @param twice - whether they are given again.
 * @returns the verdict; throws where something does not hold.
 */
export async function judgeBytes(boundary: Boundary, bytes: Uint8Array, twice: boolean): Promise<string> {
  const given = Uint8Array.from(bytes);
  const answer = await boundary.run(given);
  holds(Buffer.compare(given, bytes) === 0, 'the input is left as it was');
  if (twice) await checkAgain(boundary, answer, given, bytes);
  holds(arePrototypesWhole(), 'no prototype is changed');
  checkDiagnostics(answer.diagnostics, bytes);
  const counts = new Map<string, number>();
  for (const { code } of answer.diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const [code, count] of counts) holds(count <= MAX_PER_CODE_AND_FILE, 'diagnostics of a code are bounded', code, count);
  const errors = answer.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  if (answer.value !== null) holds(errors.length === 0, 'what is accepted has no error', errors);
  await boundary.check(answer, bytes);
  return verdictOf(answer);
}
