import { defineConfig } from 'playwright/test';
import { browserArguments, findBrowser } from './browser.ts';

const server = (folder: string, port: number) => ({
  command: 'node src/publish/serve.ts',
  cwd: new URL('..', import.meta.url).pathname,
  env: { OUT_DIR: folder, PORT: String(port) },
  url: `http://127.0.0.1:${port}/`,
  reuseExistingServer: false,
});

const executablePath = findBrowser();

export default defineConfig({
  testDir: './journeys',
  outputDir: '../.test/journeys',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: '../.test/journeys.json' }]],
  use: {
    baseURL: 'http://127.0.0.1:4391',
    viewport: { width: 360, height: 640 },
    // A worker would answer instead of the site; the tests of the worker allow it for themselves.
    serviceWorkers: 'block',
    launchOptions: { ...(executablePath && { executablePath }), args: browserArguments },
  },
  webServer: [server('dist', 4391), server('.test/pseudo', 4392)],
});
