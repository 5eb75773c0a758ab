/** A site whose network can be cut and whose version can change while a browser looks at it; it counts what is asked of it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { cacheControl, headers } from '../../src/publish/headers.ts';
import { writeKeep } from '../../src/publish/keep.ts';

/** Serves the site in `dist` on a free port. */
export async function wanderingSite() {
  const handlers = new Map<string, ReturnType<typeof sirv>>();
  const sockets = new Set<Socket>();
  let folder = 'dist';
  let reachable = true;
  let asked: string[] = [];
  /** Cuts the network in the middle of the answer to a path that fits. */
  let trap: RegExp | undefined;
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (!reachable) {
      request.socket.destroy();
      return;
    }
    asked.push(url);
    if (trap?.test(url)) {
      trap = undefined;
      reachable = false;
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100000' });
      response.write('{"shared":[');
      setTimeout(() => request.socket.destroy(), 20);
      return;
    }
    const serve =
      handlers.get(folder) ??
      sirv(folder, {
        dev: true,
        brotli: true,
        setHeaders: (answer, path) => {
          for (const [name, value] of Object.entries(headers)) answer.setHeader(name, value);
          answer.setHeader('Cache-Control', cacheControl(path));
        },
      });
    handlers.set(folder, serve);
    serve(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>404</h1>');
    });
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      reachable = false;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => {
      reachable = true;
    },
    cutInside: (path: RegExp) => {
      trap = path;
    },
    isReachable: () => reachable,
    /** Paths asked for since the last call. */
    asked: () => {
      const all = asked;
      asked = [];
      return all;
    },
    serve: (other: string) => {
      folder = other;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** A copy of the site on the next day in which some files are other, with lists made anew. Returns its folder. */
export async function nextVersion(name: string, changes: Readonly<Record<string, (before: string) => string>>) {
  const folder = `.test/${name}`;
  rmSync(folder, { recursive: true, force: true });
  // Hard links: what is written anew is taken out first, so that the site itself stays as it is.
  execFileSync('cp', ['-al', 'dist', folder]);
  for (const made of ['keep', 'sw.js']) rmSync(join(folder, made), { recursive: true, force: true });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(folder, file);
    const after = change(readFileSync(path, 'utf8'));
    for (const copy of [path, `${path}.br`, `${path}.gz`]) if (existsSync(copy)) rmSync(copy);
    writeFileSync(path, after);
  }
  for (const copy of ['sw.js.br', 'sw.js.gz']) rmSync(join(folder, copy), { force: true });
  await writeKeep(folder, '2026-12-24');
  return folder;
}
