/** Builds the plain React Flow canvas and serves it, with the icons of the built app; it is never part of that. */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { runProgram } from '../commands';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Calls the work with the page's address. Throws where it cannot be built. */
export async function withPlainFlow<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'plain-flow-'));
  const building = ['vite', 'build', 'src/testing/plainFlow', '--base', './', '--logLevel', 'error'];
  const status = await runProgram('npx', [...building, '--outDir', folder]);
  if (status !== 0) throw new Error('the plain React Flow canvas cannot be built');
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = join(pathname.startsWith('/icons/') ? resolve('dist') : folder, pathname);
    const path = pathname === '/' ? join(folder, 'index.html') : file;
    void stat(path).then(
      () => {
        response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream');
        createReadStream(path).pipe(response);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  try {
    // A server that listens on a port has an address of this form.
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
