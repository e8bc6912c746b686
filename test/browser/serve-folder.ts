import { createServer, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One file of a folder that is served. */
export interface ServedFile {
  /** Media type, such as `text/javascript`. */
  readonly type: string;
  readonly bytes: Uint8Array | string;
}

/** A folder that is being served. */
export interface ServedFolder {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** The paths that were asked for and are not there, `/favicon.ico` aside. */
  readonly refused: () => readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * Serves files from memory, to this machine alone. Whatever is not among them is refused.
 *
 * @param files - by path, which begins with `/`.
 * @param headers - sent with each file, such as a `content-security-policy`.
 */
export async function serveFolder(files: ReadonlyMap<string, ServedFile>, headers: OutgoingHttpHeaders = {}): Promise<ServedFolder> {
  const refused: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = request.method === 'GET' ? files.get(pathname) : undefined;
    if (file === undefined) {
      const isIcon = pathname === '/favicon.ico'; // which browsers ask for unasked
      if (!isIcon) refused.push(pathname);
      response.writeHead(isIcon ? 204 : 404).end();
      return;
    }
    response.writeHead(200, { 'content-type': `${file.type}; charset=utf-8`, 'cache-control': 'no-store', ...headers }).end(file.bytes);
  });
  await new Promise<void>((done, failed) => void server.once('error', failed).listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, refused: () => refused, close };
}
