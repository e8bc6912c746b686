import type { SessionOperation } from './session-operation.js';
import {
  anyShape,
  countShape,
  flagShape,
  kindShape,
  listShape,
  nothingShape,
  nullableShape,
  numberShape,
  objectShape,
  optionalShape,
  recordShape,
  type ShapeCheck,
  textShape,
} from './shape-checks.js';

const texts = listShape(textShape);
const metadata = recordShape(anyShape('a text, a number, true or false', [textShape, numberShape, flagShape]));
const output = objectShape({
  format: optionalShape(textShape),
  codec: optionalShape(textShape),
  metadata: optionalShape(metadata),
});
const mutation = kindShape({
  rename: { root: textShape, name: textShape },
  'set-inclusion': { root: textShape, included: flagShape },
  'set-preload': { root: textShape, preload: nullableShape(objectShape({ enabled: flagShape, slot: optionalShape(countShape) })) },
  'set-inputs': { root: textShape, inputs: recordShape(texts) },
  'set-output': { root: textShape, type: optionalShape(textShape), output: optionalShape(output) },
  relocate: { root: textShape, to: textShape },
  remove: { root: textShape, deleteDeclaration: optionalShape(flagShape) },
});
const request = kindShape({
  register: { roots: optionalShape(texts) },
  migrate: { roots: optionalShape(texts) },
  mutate: { mutations: listShape(mutation) },
  resolve: { root: textShape, choice: textShape },
  fix: { fingerprint: textShape, choice: optionalShape(textShape) },
  undo: {},
});
const page = optionalShape(objectShape({ from: optionalShape(countShape), limit: optionalShape(countShape) }));
const position = objectShape({ line: countShape, character: countShape });
const actions = { file: textShape, range: optionalShape(objectShape({ start: position, end: position })) };
const digest = { digest: textShape };

/** What each call of a session takes. */
export const argumentShapes: Readonly<Record<SessionOperation, ShapeCheck>> = {
  summary: nothingShape,
  assets: page,
  findings: page,
  diagnosticsOf: textShape,
  readDocument: textShape,
  codeActions: objectShape(actions),
  lspDiagnostics: objectShape({ ...actions, rootUri: textShape }),
  lspCodeActions: objectShape({ ...actions, rootUri: textShape }),
  settle: nothingShape,
  setOverlay: objectShape({ path: textShape, version: numberShape, text: textShape }),
  removeOverlay: textShape,
  preview: request,
  apply: objectShape({
    ...digest,
    consent: optionalShape(objectShape({ uuids: optionalShape(texts), planDigest: optionalShape(textShape) })),
  }),
  rebase: objectShape(digest),
  build: optionalShape(objectShape({ replaceNewer: optionalShape(flagShape) })),
  verify: nothingShape,
  doctor: nothingShape,
  describeArchive: nothingShape,
};
