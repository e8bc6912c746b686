/** A ratio or a time in three digits. */
const show = (figure) => (figure >= 100 ? figure.toFixed(0) : figure >= 10 ? figure.toFixed(1) : figure.toFixed(2));

const lineOf = ({ operation, size, target, limit, subject, peers, note }) => {
  const others = peers.map(({ name, ratio }) => `${name} ${show(ratio)}`).join('; ');
  const met = target === null ? '' : subject.ratio <= target ? 'yes' : 'no';
  const about = note === undefined ? '' : ` ${note}`;
  const spread = `${show(subject.least)} to ${show(subject.most)}`;
  return `| ${operation}, ${size}.${about} | ${limit.name} (${show(limit.ms)} ms) | ${target ?? ''} | **${show(subject.ratio)}** | ${spread} | ${met} | ${others} |`;
};

const figureOf = ({ operation, size, target, found, unit, note }) => {
  const about = note === undefined ? '' : ` ${note}`;
  return `| ${operation}, ${size}.${about} | ${target} ${unit} | **${show(found)}** ${unit} | ${found <= target ? 'yes' : 'no'} |`;
};

/** The page of results, from what one run of all benchmarks found. */
export function resultsPage({ machine, results }) {
  const rows = results.flatMap(({ rows: found }) => found);
  const figures = results.flatMap(({ figures: found }) => found);
  return `# Benchmarks

Measured on ${machine.date}: ${machine.processors}, ${machine.memory}, Node ${machine.node}. Made by \`npm run bench -- --write\`.

Each row is one comparison in one process: everyone runs in turn, round by round, and ratios are taken within a round; the figure is the median of all rounds. 1.00 is what the job is bounded by.

| operation | measured against | target | ratio | least to most | met | others |
|---|---|---|---|---|---|---|
${rows.map(lineOf).join('\n')}

| figure | limit | found | met |
|---|---|---|---|
${figures.map(figureOf).join('\n')}
`;
}
