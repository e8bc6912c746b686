/** A workspace that a release left behind, with the papers that it wrote about it. */
export interface FrozenCase {
  /** Its folder below that of its version. */
  readonly name: string;
  /** What it is, in one sentence. */
  readonly about: string;
  /** Every file of the workspace, by path. */
  readonly workspace: ReadonlyMap<string, Uint8Array>;
  /** What stands beside a workspace: `policy.json`, `report.json`, `evidence-<n>.json`, `certificates.json`, by name. */
  readonly papers: ReadonlyMap<string, string>;
}

/** Whether git and every disk take a path as it stands; the files of other paths are kept in `case.json`. */
function isPlainPath(path: string): boolean {
  return /^[A-Za-z0-9._/-]+$/.test(path) && !path.split('/').includes('.gitignore');
}

/** What `case.json` says. */
export interface CasePaper {
  readonly about: string;
  /** Files whose paths are not plain, as hexadecimal digits: names that not every disk takes, and `.gitignore`, which git would follow. */
  readonly files: Readonly<Record<string, string>>;
}

/** The files of a case as they are kept, by path below the folder of the case. */
export function filesOfCase({ about, workspace, papers }: FrozenCase): ReadonlyMap<string, Uint8Array> {
  const entries = [...workspace];
  const held = entries.filter(([path]) => !isPlainPath(path)).map(([path, bytes]) => [path, Buffer.from(bytes).toString('hex')] as const);
  const paper: CasePaper = { about, files: Object.fromEntries(held) };
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  return new Map([
    ['case.json', encode(`${JSON.stringify(paper, null, 2)}\n`)],
    ...entries.filter(([path]) => isPlainPath(path)).map(([path, bytes]) => [`workspace/${path}`, bytes] as const),
    ...[...papers].map(([name, text]) => [`papers/${name}`, encode(text)] as const),
  ]);
}

/** A case from its files, `expected.json` left aside. What is not read is named: a frozen file that nothing looks at is none. */
export function caseOfFiles(
  name: string,
  files: ReadonlyMap<string, Uint8Array>,
): { readonly frozen: FrozenCase; readonly unread: readonly string[] } {
  const decode = (bytes: Uint8Array | undefined): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const paper = JSON.parse(decode(files.get('case.json'))) as CasePaper;
  const below = (folder: string) =>
    [...files].filter(([path]) => path.startsWith(folder)).map(([path, bytes]) => [path.slice(folder.length), bytes] as const);
  const workspace = new Map([
    ...below('workspace/'),
    ...Object.entries(paper.files).map(([path, hex]) => [path, Uint8Array.from(Buffer.from(hex, 'hex'))] as const),
  ]);
  const papers = below('papers/').map(([file, bytes]) => [file, decode(bytes)] as const);
  const known = (path: string): boolean =>
    ['case.json', 'expected.json'].includes(path) ||
    path.startsWith('workspace/') ||
    /^papers\/(?:policy|report|certificates|evidence-[1-9])\.json$/.test(path);
  return {
    frozen: { name, about: paper.about, workspace, papers: new Map(papers) },
    unread: [...files.keys()].filter((path) => !known(path)),
  };
}
