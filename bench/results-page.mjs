/** A ratio or a time in three digits. */
const show = (figure) => (figure >= 100 ? figure.toFixed(0) : figure >= 10 ? figure.toFixed(1) : figure.toFixed(2));

const keyOf = ({ operation, size }) => `${operation}, ${size}`;
const met = (found, target) => (found <= target ? 'yes' : 'no');
const about = ({ note }) => (note === undefined ? '' : ` ${note}`);

/** What a run found, by what it is about. */
const indexRun = (run, of, figureOf) =>
  new Map((run?.results ?? []).flatMap((found) => found[of].map((each) => [keyOf(each), figureOf(each)])));

const lineOf = (row, earlier) => {
  const { target, limit, subject, peers } = row;
  const others = peers.map(({ name, ratio }) => `${name} ${show(ratio)}`).join('; ');
  const spread = `${show(subject.least)} to ${show(subject.most)}`;
  const before = earlier.get(keyOf(row));
  return `| ${keyOf(row)}.${about(row)} | ${limit.name} (${show(limit.ms)} ms) | ${target ?? ''} | **${show(subject.ratio)}** | ${spread} | ${target === null ? '' : met(subject.ratio, target)} | ${before === undefined ? '' : show(before)} | ${others} |`;
};

const figureOf = (figure, earlier) => {
  const { target, found, unit } = figure;
  const before = earlier.get(keyOf(figure));
  return `| ${keyOf(figure)}.${about(figure)} | ${target} ${unit} | **${show(found)}** ${unit} | ${met(found, target)} | ${before === undefined ? '' : show(before)} |`;
};

/**
 * The page of results, from what a run of all benchmarks found.
 *
 * @param run - its machine and results.
 * @param earlier - those of the run before; undefined where there was none.
 */
export function resultsPage({ machine, results }, earlier) {
  const ratios = indexRun(earlier, 'rows', ({ subject }) => subject.ratio);
  const founds = indexRun(earlier, 'figures', ({ found }) => found);
  const rows = results.flatMap(({ rows: all }) => all);
  const figures = results.flatMap(({ figures: all }) => all);
  const before =
    earlier === undefined
      ? ''
      : ` The run before it was on ${earlier.machine.date}: ${earlier.machine.processors}, Node ${earlier.machine.node}.`;
  return `# Benchmarks

Measured on ${machine.date}: ${machine.processors}, ${machine.memory}, Node ${machine.node}.${before} Made by \`npm run bench -- --write\`; what the time goes to where a row is not met, and what was tried, is in [benchmark-notes.md](benchmark-notes.md).

Each row is one comparison in one process: everyone runs in turn, round by round, and ratios are taken within a round; the figure is the median of all rounds. 1.00 is what the job is bounded by.

| operation | measured against | target | ratio | least to most | met | run before | others |
|---|---|---|---|---|---|---|---|
${rows.map((row) => lineOf(row, ratios)).join('\n')}

| figure | limit | found | met | run before |
|---|---|---|---|---|
${figures.map((figure) => figureOf(figure, founds)).join('\n')}
`;
}
