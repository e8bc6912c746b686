// Serves the example Studio panel on this machine: `npm run panel`, then open the address it prints. `--port N` chooses one.
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { bundlePanel, panelHeaders } from './bundle-panel.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const files = await bundlePanel();

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const file = request.method === 'GET' ? files.get(pathname) : undefined;
  if (file === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': `${file.type}; charset=utf-8`, 'cache-control': 'no-store', ...panelHeaders }).end(file.bytes);
});

server.listen(Number(values.port), '127.0.0.1', () => {
  const { port } = server.address();
  console.log(`The Studio panel is at http://127.0.0.1:${port}/ (Ctrl+C ends it).`);
});
