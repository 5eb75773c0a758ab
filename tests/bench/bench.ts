/**
 * What the site costs: bytes and requests by kind of page and language, the search, the build, and first paint and load
 * on a slow phone and line. Prints a table and writes `.test/bench.json`. Figures for people, not a test: nothing fails here.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright';
import { find, noWish, type Point, type Shard } from '../../src/domain/finder.ts';
import { browserArguments, needBrowser } from '../browser.ts';
import { countingProxy } from '../wire.ts';
import { measuredKinds, measuredLanguages } from './pages.ts';

const port = 4393;
/** 280 kbit/s with 800 ms there and back, on a processor six times slower than this one. */
const slow = { downloadThroughput: 280_000 / 8, uploadThroughput: 280_000 / 8, latency: 800, offline: false };
const slowdown = 6;

/** Memory of a process and all it started, in bytes; Linux only. */
function memoryOf(root: number): number | undefined {
  try {
    const parents = new Map<number, number>();
    const memory = new Map<number, number>();
    for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        const status = readFileSync(`/proc/${entry}/status`, 'utf8');
        parents.set(Number(entry), Number(/PPid:\s+(\d+)/.exec(status)?.[1] ?? 0));
        memory.set(Number(entry), Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024);
      } catch {
        // The process ended while we looked.
      }
    }
    const below = (pid: number): boolean => pid === root || (parents.has(pid) && below(parents.get(pid) ?? 0));
    return [...memory].filter(([pid]) => below(pid)).reduce((sum, [, bytes]) => sum + bytes, 0);
  } catch {
    return undefined;
  }
}

async function measureBuild() {
  const start = performance.now();
  const child = spawn('npm', ['run', '-s', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(child.pid ?? 0) ?? 0);
  }, 100);
  const status = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  clearInterval(watch);
  if (status !== 0) throw new Error('The build failed: npm run build says why.');
  return { seconds: Math.round(performance.now() - start) / 1000, peakMemoryBytes: peak || null };
}

async function serve(): Promise<ChildProcess> {
  const server = spawn('node', ['src/publish/serve.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: String(port) },
  });
  await new Promise<void>((resolve) => server.stdout?.once('data', () => resolve()));
  return server;
}

async function measureBytes(browser: Browser, path: string, ready?: string) {
  const wire = await countingProxy(port);
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${wire.port}${path}`);
  if (ready) await page.locator(ready).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.close();
  wire.close();
  return { bytes: wire.bytes(), requests: wire.requests() };
}

async function measurePaint(browser: Browser, path: string) {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'load' });
  const times = await page.evaluate(async () => {
    const paint = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    for (let tries = 0; paint() === undefined && tries < 50; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return { firstPaintMs: Math.round(paint() ?? 0), loadMs: Math.round(navigation?.loadEventEnd ?? 0) };
  });
  await context.close();
  return times;
}

/** What the finder would weigh and how long a wish would take with more points: ours, copied until there are enough. */
function growth() {
  const folder = 'dist/en/help/points';
  const shards = readdirSync(folder)
    .filter((name) => /^[a-z]{2}\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Shard);
  const page = readFileSync('dist/en/help/index.html.br').length;
  return [250, 1000, 5000].map((wanted) => {
    const copies = wanted / shards.reduce((sum, { points }) => sum + points.length, 0);
    const grown = shards.map((shard) => ({
      ...shard,
      points: Array.from({ length: Math.round(shard.points.length * copies) }, (_, index) => {
        const point = shard.points[index % shard.points.length] as Point;
        const copy = Math.floor(index / shard.points.length);
        return copy === 0 ? point : { ...point, id: `${point.id}-${copy}`, name: `${point.name} ${copy}` };
      }),
    }));
    const sizes = grown.map((shard) => brotliCompressSync(JSON.stringify(shard)).length);
    const situation = {
      now: new Date(),
      origin: { latitude: 16.97, longitude: 7.99 },
      compare: new Intl.Collator('en').compare,
    };
    const start = performance.now();
    for (let run = 0; run < 20; run += 1) find(grown, { ...noWish, need: 'health', sort: 'near' }, situation);
    return {
      points: grown.reduce((sum, { points }) => sum + points.length, 0),
      firstViewBytes: page,
      allCountriesBytes: sizes.reduce((sum, size) => sum + size, 0),
      largestCountryBytes: Math.max(...sizes),
      wishMs: Math.round(((performance.now() - start) / 20) * 100) / 100,
    };
  });
}

const build = await measureBuild();
const browser = await chromium.launch({ executablePath: needBrowser(), args: browserArguments });
const server = await serve();
const pages = [];
for (const locale of measuredLanguages) {
  for (const [kind, path] of Object.entries(measuredKinds)) {
    const address = `/${locale}${path}`;
    pages.push({ kind, locale, ...(await measureBytes(browser, address)), ...(await measurePaint(browser, address)) });
  }
}
const search = [];
for (const [locale, query] of [
  ['en', 'Agadez'],
  ['fr', 'Agadez'],
  ['ar', 'أغاديز'],
] as const) {
  search.push({
    locale,
    ...(await measureBytes(browser, `/${locale}/search/?q=${encodeURIComponent(query)}`, '.results li')),
  });
}
const finder = growth();
await browser.close();
server.kill();

console.log(
  `build: ${build.seconds} s, peak memory ${build.peakMemoryBytes ? `${Math.round(build.peakMemoryBytes / 1e6)} MB` : 'not measured here'}`,
);
console.log(
  'kind        language   bytes  requests  first paint  load    (bytes on the wire with headers; 280 kbit/s, 800 ms, processor 6 times slower)',
);
for (const { kind, locale, bytes, requests, firstPaintMs, loadMs } of pages) {
  console.log(
    `${kind.padEnd(12)}${locale.padEnd(8)}${String(bytes).padStart(8)}${String(requests).padStart(10)}${`${firstPaintMs} ms`.padStart(13)}${`${loadMs} ms`.padStart(9)}`,
  );
}
for (const { locale, bytes, requests } of search)
  console.log(`search in ${locale}: ${bytes} bytes, ${requests} requests, page and first results together`);
console.log('finder: bytes in brotli; copies of our own points compress better than real ones would');
for (const { points, firstViewBytes, allCountriesBytes, largestCountryBytes, wishMs } of finder)
  console.log(
    `${String(points).padStart(6)} points: first view ${firstViewBytes}, the largest country ${largestCountryBytes}, all countries ${allCountriesBytes}, a wish ${wishMs} ms`,
  );
mkdirSync('.test', { recursive: true });
writeFileSync('.test/bench.json', `${JSON.stringify({ build, pages, search, finder }, null, 2)}\n`);
console.log('Written to .test/bench.json');
