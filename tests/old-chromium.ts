/**
 * The Chromium of 2018, the oldest browser we mean. The npm package chrome-aws-lambda 1.11.1 carries it as one compressed file of
 * 36 MB; it is fetched once, into `node_modules/.cache`, and asked through the debugging protocol: Playwright no longer speaks to it.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const folder = new URL('../node_modules/.cache/chromium-72', import.meta.url).pathname;
const program = join(folder, 'chromium');
const packed = 'package/bin/chromium-72.0.3617.0.br';

/** The path of that browser, fetched first when it is not here; the reason in words when it cannot be had. */
export function oldChromium(): { path: string } | { missing: string } {
  if (existsSync(program)) return { path: program };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { missing: 'Chromium 72 is there for Linux on x64 only' };
  try {
    mkdirSync(folder, { recursive: true });
    const run = (command: string, ...given: string[]) =>
      execFileSync(command, given, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'], timeout: 120_000 }).toString();
    const archive = run('npm', 'pack', '--silent', 'chrome-aws-lambda@1.11.1').trim();
    run('tar', '-xzf', archive, packed);
    writeFileSync(program, brotliDecompressSync(readFileSync(join(folder, packed))));
    chmodSync(program, 0o755);
    rmSync(join(folder, 'package'), { recursive: true });
    rmSync(join(folder, archive));
    return { path: program };
  } catch (error) {
    return { missing: `npm pack chrome-aws-lambda@1.11.1 failed: ${(error as Error).message.split('\n')[0]}` };
  }
}

interface Answer {
  id?: number;
  method?: string;
  result?: { result?: { value?: unknown }; exceptionDetails?: { text: string } };
}

/** One page of that browser. */
export interface OldPage {
  open(address: string, withScript: boolean): Promise<void>;
  /** The value of an expression on the page. */
  ask<T>(expression: string): Promise<T>;
  close(): void;
}

/** Starts the browser with one page. */
export async function openOldChromium(path: string): Promise<OldPage> {
  const given = ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0', '--window-size=360,640'];
  const child = spawn(
    path,
    [...given, `--user-data-dir=${join(tmpdir(), `chromium-72-${process.pid}`)}`, 'about:blank'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const port = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (data: Buffer) => {
      said += data.toString();
      const found = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.on('exit', () => reject(new Error(`Chromium 72 did not start: ${said.slice(-300)}`)));
  });
  const [tab] = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
    webSocketDebuggerUrl: string;
  }[];
  const socket = new WebSocket(tab?.webSocketDebuggerUrl ?? '');
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  const waiting = new Map<number | string, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id ?? answer.method ?? '')?.(answer);
  });
  const heard = (key: number | string) => new Promise<Answer>((resolve) => waiting.set(key, resolve));
  let last = 0;
  const send = (method: string, params: object = {}) => {
    last += 1;
    const answer = heard(last);
    socket.send(JSON.stringify({ id: last, method, params }));
    return answer;
  };
  await send('Page.enable');
  return {
    async open(address, withScript) {
      await send('Emulation.setScriptExecutionDisabled', { value: !withScript });
      const loaded = heard('Page.loadEventFired');
      await send('Page.navigate', { url: address });
      await loaded;
    },
    async ask<T>(expression: string) {
      const { result } = await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
      if (result?.exceptionDetails) throw new Error(`${expression}: ${result.exceptionDetails.text}`);
      return result?.result?.value as T;
    },
    close() {
      socket.close();
      child.removeAllListeners('exit');
      child.kill();
    },
  };
}
