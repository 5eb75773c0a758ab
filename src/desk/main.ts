/** The editors' commands: `npm run desk -- check`, `translations`, `due`, `coverage`, `fields`, `import services FILE.csv`, `import missing-migrants FILE.csv`. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildDay } from '../domain/freshness.ts';
import { prose } from '../schemas/prose.ts';
import { checkContent } from './check.ts';
import { checkMedia } from './check-media.ts';
import { factShapes } from './content.ts';
import { coverage } from './coverage.ts';
import { dueReport } from './due.ts';
import { fieldsOf } from './fields.ts';
import { importMissingMigrants } from './import-missing-migrants.ts';
import { importServices } from './import-services.ts';
import { show } from './problem.ts';
import { NotTheDownload } from './read-missing-migrants.ts';
import { translationReport } from './translations.ts';

const usage = `What would you like to do?
  npm run desk -- check                              look for mistakes in all content
  npm run desk -- translations                       what every text is in every language: original, current, behind, machine, missing
  npm run desk -- due                                what must be looked at again: help points, legal ways, consents
      --on 2027-03-01     as of another day
  npm run desk -- coverage                           which stories there are, and which are missing: countries, routes, women, themes
  npm run desk -- fields KIND                        what may stand in a file: sources, figures, services, stories …
  npm run desk -- import services FILE.csv           bring in a directory of assistance points
      --countries CM,NE   only these countries     --checked 2026-11-21   the day the file was made
      --dry               show what would change, write nothing
  npm run desk -- import missing-migrants FILE.csv   add up IOM's Missing Migrants download for the figures that ask for it
      --dry               show what would change, write nothing`;

const today = buildDay(process.env.SOURCE_DATE_EPOCH, Date.now());

const { positionals, values } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    countries: { type: 'string' },
    checked: { type: 'string' },
    dry: { type: 'boolean' },
    content: { type: 'string' },
    on: { type: 'string' },
  },
});
const folder = String(values.content ?? process.env.CONTENT ?? 'content');
const [command, what, file] = positionals;

if (command === 'check') {
  const media = await checkMedia(folder);
  const problems = [...checkContent(folder, today), ...media.problems];
  for (const problem of problems) console.error(`${show(problem)}\n`);
  if (media.warnings.length > 0)
    console.log(`Worth a look (nothing stops):\n\n${media.warnings.map(show).join('\n\n')}\n`);
  console.log(problems.length === 0 ? 'The content is in order.' : `${problems.length} to mend.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} else if (command === 'translations') {
  console.log(translationReport(folder).join('\n'));
} else if (command === 'due') {
  console.log(dueReport(folder, String(values.on ?? today)).join('\n'));
} else if (command === 'coverage') {
  const { lines, missing } = coverage(folder, String(values.on ?? today));
  for (const line of lines) console.log(line);
  console.log(
    missing.length === 0 ? 'Nothing is missing to the aims.' : `Missing to the aims:\n  ${missing.join('\n  ')}`,
  );
} else if (command === 'fields') {
  const shapes = { ...factShapes, texts: prose };
  const chosen = shapes[(what ?? '') as keyof typeof shapes];
  console.log(
    chosen
      ? fieldsOf(chosen).join('\n')
      : `There is no kind "${what ?? ''}". The kinds are: ${Object.keys(shapes).join(', ')}`,
  );
  process.exitCode = chosen ? 0 : 1;
} else if (command === 'import' && what === 'services' && file) {
  const report = importServices(readFileSync(file, 'utf8'), {
    facts: `${folder}/facts`,
    checked: String(values.checked ?? today),
    dry: values.dry === true,
    ...(values.countries ? { countries: String(values.countries).split(',') } : {}),
  });
  for (const line of report.bad) console.error(line);
  for (const outcome of ['added', 'changed', 'unchanged'] as const)
    console.log(
      `${outcome}: ${report[outcome].length}${outcome === 'unchanged' ? '' : ` ${report[outcome].join(' ')}`}`,
    );
  console.log(`left out: ${report.bad.length} ${values.dry ? '(nothing was written)' : ''}`);
} else if (command === 'import' && what === 'missing-migrants' && file) {
  try {
    const { lines } = importMissingMigrants(readFileSync(file, 'utf8'), {
      facts: `${folder}/facts`,
      today,
      dry: values.dry === true,
    });
    for (const line of lines) console.log(line);
    if (values.dry) console.log('(nothing was written)');
  } catch (error) {
    if (!(error instanceof NotTheDownload)) throw error;
    console.error(`${error.message}\nNothing was written.`);
    process.exitCode = 1;
  }
} else {
  console.log(usage);
  process.exitCode = command ? 1 : 0;
}
