/** Serves the finished site with compression and the production headers. `PORT` and `HOST` may be set. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { baseOf } from '../i18n/paths.ts';
import { cacheControl, headers } from './headers.ts';

const site = process.env.OUT_DIR ?? 'dist';
const base = baseOf(process.env.BASE);
const port = Number(process.env.PORT ?? 4321);
const host = process.env.HOST ?? '127.0.0.1';

if (!existsSync(join(site, 'index.html'))) {
  console.error(`There is no site in ${site}/. Build it first: npm run build`);
  process.exit(1);
}

const lost = readFileSync(join(site, '404.html'));
const files = sirv(site, {
  // Looks at the files anew each time, so that a build made meanwhile is served whole.
  dev: true,
  brotli: true,
  gzip: true,
  setHeaders: (response, path) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('Cache-Control', cacheControl(path));
  },
});

/** The list a form without a script asks for (`?country=cm&need=health`): that of the need, else that of the country. */
function listAskedFor(path: string, search: string): string | undefined {
  const asked = new URLSearchParams(search);
  const [country, need] = ['country', 'need'].map((name) => asked.get(name) ?? '');
  if (!/^[a-z]{2}$/.test(country ?? '')) return undefined;
  const lists = [/^[a-z]+$/.test(need ?? '') ? `${path}${country}/${need}/` : '', `${path}${country}/`];
  return lists.find((list) => list !== '' && existsSync(join(site, list, 'index.html')));
}

createServer((request, response) => {
  const missing = () => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(lost);
  };
  const asked = request.url ?? '/';
  // Two slashes at the beginning would name another host in a redirect.
  if (!/^\/(?!\/)/.test(asked) || !URL.canParse(asked, 'http://site')) return missing();
  const { pathname, search } = new URL(asked, 'http://site');
  if (`${pathname}/` === base) {
    response.writeHead(301, { Location: base }).end();
    return;
  }
  if (!pathname.startsWith(base) || pathname.includes('//')) return missing();
  const path = pathname.slice(base.length);
  // A page's address ends with a slash; without it, send the reader on as static hosts do.
  if (path !== '' && !path.endsWith('/') && !path.includes('%') && existsSync(join(site, path, 'index.html'))) {
    response.writeHead(301, { Location: `${pathname}/${search}` }).end();
    return;
  }
  const chosen = /^([^/]+\/help\/in\/)$/.test(path) && listAskedFor(path, search);
  if (chosen) {
    response.writeHead(302, { Location: `${base}${chosen}` }).end();
    return;
  }
  request.url = `/${path}${search}`;
  files(request, response, missing);
}).listen(port, host, () => console.log(`Before You Go is at http://${host}:${port}${base} (stop with Ctrl+C)`));
