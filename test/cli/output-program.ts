// Writes more than a pipe holds, in two goes, as the command line does.
import { createOutput } from '../../src/cli/create-output.js';

const output = createOutput(1, () => {
  process.exitCode = 2;
});
const lines = (word: string): string => `${word.repeat(99)}\n`.repeat(5000);
output.write(lines('a'));
output.write(lines('ü'));
