import { placeholder, scaffoldFiles } from './scaffold-files.mjs';

const areaPattern = /^[a-z]+$/;
const codePattern = /^[A-Z]+(?:_[A-Z0-9]+)+$/;

/** Adds a code to the catalogue: definition, words, page, an example that the tests replace, and the case that raises it. */
export async function scaffoldDiagnostic(code, { area, severity = 'error' }) {
  if (!codePattern.test(code ?? '')) throw new Error(`${code}: a code is SCREAMING_SNAKE, with the area or what it is about first`);
  if (!areaPattern.test(area ?? '')) throw new Error('--area AREA: one of src/diagnostics/catalogue, such as identity or plan');
  if (!['error', 'warning', 'info'].includes(severity)) throw new Error('--severity error, warning or info');
  const files = scaffoldFiles();
  const data = `${area[0].toUpperCase()}${area.slice(1)}DiagnosticData`;

  const catalogue = `src/diagnostics/catalogue/${area}-codes.ts`;
  files.appendTo(
    catalogue,
    `export interface ${data} `,
    '}',
    `  /** ${placeholder} what is wrong, in a sentence. */\n  readonly ${code}: {\n    /** ${placeholder} path of what. */ readonly path: string;\n  };`,
  );
  files.appendTo(
    catalogue,
    `export const ${area}Codes`,
    '};',
    `  ${code}: {\n    severity: '${severity}',\n    message: ({ path }) => \`\${quote(path)} ${placeholder} what was found; what was expected\`,\n  },`,
  );
  if (!/import \{[^}]*\bquote\b/.test(files.read(catalogue))) {
    files.change(catalogue, (text) =>
      text.replace(/^import type \{ CodeArea \}.*\n/m, (line) => `${line}import { quote } from '../quote.js';\n`),
    );
  }
  files.appendTo(
    `src/report/words/${area}-words.ts`,
    `export const ${area}Words`,
    '};',
    `  ${code}: {\n    summary: '${placeholder} the sentence above the data in the catalogue.',\n    help: '${placeholder} what to do, in one or two sentences.',\n  },`,
  );
  files.appendTo(
    `src/explain/pages/${area}-pages.ts`,
    `export const ${area}Pages`,
    '};',
    `  ${code}: {\n    why: '${placeholder} what would go wrong if nobody told, for people who see it the first time.',\n    fix: ['${placeholder} the first step.'],\n  },`,
  );
  files.appendTo(
    'src/explain/code-examples.ts',
    'export const codeExamples',
    '};',
    `  ${code}: { about: '${placeholder} recorded from the case', text: '${placeholder} recorded from the case', data: {} },`,
  );
  if (area === 'json') files.appendTo('src/codec/json/json-class.ts', 'const CLASS_OF', '};', `  ${code}: 'values',`); // the last to be judged
  const raised = { about: `${placeholder} what is wrong with this workspace, in one sentence.`, files: {}, when: { do: 'doctor' } };
  files.add(`fixtures/diagnostics/${code}/case.json`, `${JSON.stringify(raised, null, 2)}\n`);
  return files.write();
}
