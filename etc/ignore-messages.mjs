import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const REASON = 'Text for people: no test asserts it, by the rules of the house.';

const TEXT_PROPERTIES = new Set(['message', 'what', 'why', 'title', 'detail']);
/** What these take last is text for people. */
const TEXT_ARGUMENTS = new Set(['remedy', 'refusalFacts', 'malformedPlan']);
const isText = ({ type }) => type === 'StringLiteral' || type === 'TemplateLiteral';

/**
 * True where a node is nothing but text for people: a literal as `message`, `title`, `what`, `why` or `detail`, in a table of
 * messages, as what a person has to do about a version, as what a plan should say, or in what a broken invariant throws.
 */
function isMessage({ node, parent }) {
  if (node.type === 'VariableDeclarator') return /MESSAGES$/.test(node.id.name ?? '');
  if (!isText(node)) return false;
  if (parent?.type === 'ObjectProperty') return parent.value === node && TEXT_PROPERTIES.has(parent.key.name);
  if (parent?.type === 'CallExpression') return TEXT_ARGUMENTS.has(parent.callee.name) && parent.arguments.at(-1) === node;
  return parent?.type === 'NewExpression' && /Error$/.test(parent.callee.name ?? '') && parent.arguments[0] === node;
}

/** Keeps Stryker away from texts for people. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'messages', { shouldIgnore: (path) => (isMessage(path) ? REASON : undefined) }),
];
