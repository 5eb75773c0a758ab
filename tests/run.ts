/**
 * Every check, in the order in which a mistake is cheapest to find. Exits with 1 when anything failed.
 * The last line is `N passed, N failed`; before it stands what was skipped, by names that say what each test needs.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { needBrowser } from './browser.ts';
import { changeContent, changedContent } from './changed-content.ts';
import { makeMediaContent } from './story-media.ts';

interface Step {
  readonly name: string;
  readonly command: string;
  readonly env?: Record<string, string>;
  /** Reads from the runner's own report what became of each test; without it the step is one test. */
  readonly count?: () => Result;
}

interface Result {
  readonly passed: number;
  failed: number;
  /** The names of those that did not run. */
  readonly skipped: readonly string[];
}

const report = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;
const vitest = (name: string, files: string): Step => {
  const file = `.test/vitest-${files.split(' ')[0]?.split('/').at(-1)}.json`;
  return {
    name,
    command: `vitest run --config tests/vitest.config.ts --reporter=dot --reporter=json --outputFile.json=${file} ${files}`,
    count: () => {
      const { numPassedTests, numFailedTests, testResults } = report<{
        numPassedTests: number;
        numFailedTests: number;
        testResults: { assertionResults: { status: string; fullName: string }[] }[];
      }>(file);
      const skipped = testResults
        .flatMap(({ assertionResults }) => assertionResults)
        .filter(({ status }) => !['passed', 'failed'].includes(status));
      return {
        passed: numPassedTests,
        failed: numFailedTests,
        skipped: skipped.map(({ fullName }) => fullName),
      };
    },
  };
};
const build = (name: string, env: Record<string, string>): Step => ({ name, command: 'npm run -s build', env });

/** In this order; those in brackets together, because a build keeps only one core busy: only builds of the same content, which Astro's own list of it in `.astro` needs. */
const steps: (Step | Step[])[] = [
  { name: 'types, lint and format', command: 'npm run -s check' },
  vitest('rules and content (Vitest)', 'tests/unit tests/content tests/architecture.test.ts'),
  build('the site', {}),
  [
    build('the site again, on the same day', { OUT_DIR: '.test/again', COMPRESS: 'no' }),
    build('the site under a sub-path', {
      OUT_DIR: '.test/base',
      COMPRESS: 'no',
      BASE: '/before-you-go/',
      SITE: 'https://before.example',
    }),
  ],
  // 1 November 2027: the pathways are due for review, the consents not yet.
  build('the site a year on, in two invented languages, with stories withdrawn, a picture and a recording', {
    CONTENT: changedContent,
    REPORT_TO: 'stories@example.org',
    OUT_DIR: '.test/pseudo',
    COMPRESS: 'no',
    PSEUDOLOCALES: '1',
    SOURCE_DATE_EPOCH: '1825027200',
  }),
  vitest('the built site (Vitest)', 'tests/site'),
  {
    name: 'journeys in a browser (Playwright)',
    command: 'playwright test --config tests/playwright.config.ts',
    count: () => {
      const { stats } = report<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(
        '.test/journeys.json',
      );
      const skipped = stats.skipped > 0 ? [`${stats.skipped} journeys (.test/journeys.json says which)`] : [];
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped };
    },
  },
];

rmSync('.test', { recursive: true, force: true });
mkdirSync('.test', { recursive: true });
// In this order: the second takes texts away, and the first would bring them back.
await makeMediaContent();
changeContent();
process.env.ASTRO_TELEMETRY_DISABLED = '1';
// One day for all builds, even when the tests run over midnight.
process.env.SOURCE_DATE_EPOCH ??= String(Math.floor(Date.now() / 1000));
process.env.CHROMIUM_PATH = needBrowser();

/** So many lines of a build that failed are shown: the last ones say why. */
const told = 60;

/**
 * Runs a command to its end and says how it went. What a runner of tests prints comes at once; what anything else prints,
 * a line or more for each of thousands of pages, only when it fails, and of that the end.
 */
function run({ name, command, env, count }: Step): Promise<number> {
  const start = Date.now();
  const child = spawn(command, {
    shell: true,
    stdio: count ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => printed.push(data));
  return new Promise((resolve) => {
    child.on('close', (status) => {
      const lines = Buffer.concat(printed).toString().split('\n');
      if (status !== 0) console.log(lines.slice(-told).join('\n'));
      const seconds = Math.round((Date.now() - start) / 1000);
      console.log(`── ${name}: ${status === 0 ? 'good' : 'FAILED'} after ${seconds} s`);
      resolve(status ?? 1);
    });
  });
}

let passed = 0;
let failed = 0;
const skipped: string[] = [];
/** Counts what a step's runner reports. */
function counted({ count }: Step, status: number): void {
  let result: Result = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: [] };
  try {
    if (count) result = count();
  } catch {
    console.log('The runner wrote no report.');
  }
  // A runner that fails without a failing test (nothing found, a crash) is a failure too.
  if (status !== 0 && result.failed === 0) result.failed = 1;
  passed += result.passed;
  failed += result.failed;
  skipped.push(...result.skipped);
}

const began = Date.now();
for (const entry of steps) {
  const group = [entry].flat();
  const waiting = [...group];
  const outcomes = new Map<Step, number>();
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      console.log(`\n── ${step.name}`);
      outcomes.set(step, await run(step));
    }
  };
  await Promise.all([work(), work()]);
  for (const [step, status] of outcomes) counted(step, status);
  // Without a site there is nothing more to look at.
  if ([...outcomes].some(([step, status]) => status !== 0 && !step.count)) break;
}
console.log(`\nAll checks took ${Math.round((Date.now() - began) / 1000)} s.`);
console.log(
  [
    `${skipped.length} skipped${skipped.length > 0 ? ', because what they compare with is not here:' : ''}`,
    ...skipped,
  ].join('\n  '),
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
