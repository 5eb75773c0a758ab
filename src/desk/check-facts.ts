import { isPossiblePhoneNumber, isValidPhoneNumber } from 'libphonenumber-js/max';
import OpeningHours from 'opening_hours';
import type { Kinds } from '../domain/facts.ts';
import { ofYear, yearsAsked } from '../domain/figure.ts';
import { treeProblems } from '../domain/helper.ts';
import { wholeBranch } from '../domain/route.ts';
import type { Figure, Helper, Route, Service } from '../schemas/facts.ts';
import { type Checked, type Content, kinds, valueAt } from './content.ts';
import type { Problem } from './problem.ts';

/** Which field of which kind names a file of which other kind. */
const references: Partial<Record<keyof Kinds, Partial<Record<string, keyof Kinds>>>> = {
  figures: { source: 'sources' },
  countries: { sources: 'sources' },
  services: { organization: 'organisations', source: 'sources', 'location.place': 'places' },
  routes: { charts: 'figures', help: 'services', pathways: 'pathways', sources: 'sources' },
  stories: { route: 'routes', source: 'sources', pathways: 'pathways' },
  pathways: { help: 'services', alternatives: 'pathways', checklist: 'checklists', sources: 'sources' },
  checklists: { sources: 'sources' },
  sessions: { pathways: 'pathways', sources: 'sources' },
  claims: { pathways: 'pathways', sources: 'sources' },
  questions: { claim: 'claims', sources: 'sources' },
  aloud: { story: 'stories', claim: 'claims', sources: 'sources' },
  survey: { sources: 'sources' },
};

/** Says so when something is named that does not exist, or a help point that has no page. */
export function mustExist(
  content: Content,
  kind: keyof Kinds,
  id: string,
  from: { file: string; line: number; field: string },
  problems: Problem[],
): void {
  if (!content.facts[kind].has(id)) {
    problems.push({
      ...from,
      what: `"${id}" is named here, but content/facts/${kind}/${id}.yaml does not exist`,
      todo: `Correct the name, or write that file. The names are those of the files in content/facts/${kind}/.`,
    });
  } else if (kind === 'services') {
    const publication = content.facts.services.get(id)?.valid?.publication;
    if (publication === 'withheld' || publication === 'reference-only')
      problems.push({
        ...from,
        what: `"${id}" has no page: its publication is ${publication}`,
        todo: 'Name another help point.',
      });
  }
}

/** Nothing was read, checked or written after today. */
export function checkDays(content: Content, today: string, problems: Problem[]): void {
  const files = [...Object.values(content.facts), ...content.texts.values()].flatMap((all) => [...all.values()]);
  for (const file of files) {
    for (const field of ['checked', 'last_checked', 'assured_date', 'updated']) {
      const found = file.valid?.[field];
      if (typeof found === 'string' && found > today) {
        const what = `found ${found}, which is still to come; expected a day up to ${today}`;
        problems.push({ file: file.file, line: file.lineOf([field]), field, what, todo: 'Correct the day.' });
      }
    }
  }
}

/** Every fact that names another names one that exists. */
export function checkReferences(content: Content, problems: Problem[]): void {
  for (const kind of kinds) {
    for (const file of content.facts[kind].values()) {
      for (const [field, target] of Object.entries(references[kind] ?? {})) {
        const path = field.split('.');
        const value = valueAt(file.valid, path);
        const named = Array.isArray(value)
          ? value.map((id, index) => [String(id), [...path, index]] as const)
          : value === undefined
            ? []
            : [[String(value), path] as const];
        for (const [id, at] of named)
          if (target) mustExist(content, target, id, { file: file.file, line: file.lineOf(at), field }, problems);
      }
    }
  }
  const pathways = new Set(content.facts.pathways.keys());
  // A file that another complaint is about counts as there: one slip, one complaint.
  const help = new Set(
    [...content.facts.services]
      .filter(([, { valid }]) => !/withheld|reference-only/.test(String(valid?.publication)))
      .map(([id]) => id),
  );
  for (const file of content.facts.helper.values()) {
    if (!file.valid) continue;
    for (const { node, what } of treeProblems(file.valid as Helper, { pathways, help })) {
      const kind = (file.valid as Helper).questions[node] ? 'questions' : 'outcomes';
      problems.push({
        file: file.file,
        line: file.lineOf([kind, node]),
        field: `${kind}.${node}`,
        what: `"${node}" ${what}`,
        todo: 'Mend it in this file; /helper/tree/ shows the whole helper.',
      });
    }
  }
  for (const [id, file] of content.facts.pathways) {
    const others = (file.valid?.alternatives as string[] | undefined) ?? [];
    const open = others.filter((other) => (content.facts.pathways.get(other)?.valid?.state ?? 'open') === 'open');
    if (file.valid && (others.includes(id) || open.length === 0))
      problems.push({
        file: file.file,
        line: file.lineOf(['alternatives']),
        field: 'alternatives',
        what: others.includes(id) ? 'a page is no alternative to itself' : 'none of these ways is open',
        todo: 'Name at least one other way that is open.',
      });
  }
  for (const file of content.facts.routes.values()) checkRoute(content, file, problems);
  for (const file of content.facts.figures.values()) {
    for (const [year, { source }] of Object.entries((file.valid as Figure | undefined)?.published ?? {})) {
      const path = ['published', year, 'source'];
      mustExist(
        content,
        'sources',
        source,
        { file: file.file, line: file.lineOf(path), field: path.join('.') },
        problems,
      );
    }
  }
  for (const story of content.facts.stories.values()) {
    (story.valid?.journey as { place?: string }[] | undefined)?.forEach((stop, index) => {
      if (stop.place)
        mustExist(
          content,
          'places',
          stop.place,
          { file: story.file, line: story.lineOf(['journey', index, 'place']), field: 'journey' },
          problems,
        );
    });
  }
  for (const country of content.facts.countries.values()) {
    if (country.valid && String(country.valid.code).toLowerCase() !== country.id) {
      problems.push({
        file: country.file,
        line: country.lineOf(['code']),
        field: 'code',
        what: `the file is called ${country.id}, but its code is ${String(country.valid.code)}`,
        todo: 'Name the file by its code in small letters.',
      });
    }
  }
}

/** A route's stops are places, each told once; its bars have years; its figures to compare exist. */
function checkRoute(content: Content, file: Checked, problems: Problem[]): void {
  const route = file.valid as Route | undefined;
  if (!route) return;
  const at = (path: (string | number)[]) => ({ file: file.file, line: file.lineOf(path), field: path.join('.') });
  const told = new Set<string>();
  for (const [index, branch] of route.branches.entries()) {
    for (const [order, stop] of branch.stops.entries()) {
      const path = ['branches', index, 'stops', order];
      mustExist(content, 'places', stop, at(path), problems);
      if (told.has(stop))
        problems.push({
          ...at(path),
          what: `"${stop}" is a stop of two branches`,
          todo: 'Tell it in one of them; in the other, name it as `from` or `to`.',
        });
      told.add(stop);
    }
    for (const end of ['from', 'to'] as const) {
      if (branch[end]) mustExist(content, 'places', branch[end], at(['branches', index, end]), problems);
    }
    if (wholeBranch(branch).length < 2)
      problems.push({
        ...at(['branches', index]),
        what: 'a branch of one stop is no line',
        todo: 'Add a stop, or `from` or `to`.',
      });
  }
  for (const [index, id] of route.charts.entries()) {
    const figure = content.facts.figures.get(id)?.valid as Figure | undefined;
    if (figure && !figure.series)
      problems.push({
        ...at(['charts', index]),
        what: `"${id}" has one value; bars need a series`,
        todo: 'Name a figure with a number a year.',
      });
  }
  for (const [topic, cell] of Object.entries(route.compare)) {
    for (const [index, { id, year }] of (cell?.figures ?? []).entries())
      checkFigure(content, { id, ...(year && { year }) }, at(['compare', topic, 'figures', index]), problems);
  }
}

/** Says so when a figure is named that does not exist, or with a year it does not have. */
export function checkFigure(
  content: Content,
  named: Readonly<Record<string, string>>,
  from: { file: string; line: number; field: string },
  problems: Problem[],
): void {
  const { id = '', year = '' } = named;
  mustExist(content, 'figures', id, from, problems);
  const figure = content.facts.figures.get(id)?.valid as Figure | undefined;
  if (!figure) return;
  const years = yearsAsked(year);
  if (figure.series && (years.length === 0 || years.some((one) => !ofYear(figure, one))))
    problems.push({
      ...from,
      what: `"${id}" is a series; found year="${year}", expected one of ${Object.keys(figure.series).join(', ')}, or a span such as 2014/2025`,
      todo: 'Say which year you mean.',
    });
  if (figure.value !== undefined && year)
    problems.push({ ...from, what: `"${id}" has one value and no years`, todo: `Remove year="${year}".` });
}

/** Telephone numbers are numbers, and hours can be read. */
export function checkServices(content: Content, problems: Problem[]): void {
  for (const file of content.facts.services.values()) {
    const service = file.valid as Service | undefined;
    if (!service) continue;
    service.phones.forEach((phone, index) => {
      const good =
        phone.reach === 'international'
          ? isValidPhoneNumber(phone.number) || (phone.type === 'whatsapp' && isPossiblePhoneNumber(phone.number))
          : phone.reach === 'short-code'
            ? /^\d{2,5}$/.test(phone.number)
            : /^\d{6,12}$/.test(phone.number);
      const expected = {
        international: 'an international number such as +237222222222',
        'short-code': 'two to five digits such as 1503',
        'national-free': 'digits as dialled inside the country',
      }[phone.reach];
      if (!good)
        problems.push({
          file: file.file,
          line: file.lineOf(['phones', index, 'number']),
          field: `phones.${index}.number`,
          what: `"${phone.number}" is not a telephone number; expected ${expected}`,
          todo: 'Copy the number from its source again, without spaces.',
        });
    });
    if (service.opening_hours) {
      try {
        new OpeningHours(service.opening_hours, null);
      } catch (error) {
        problems.push({
          file: file.file,
          line: file.lineOf(['opening_hours']),
          field: 'opening_hours',
          what: `"${service.opening_hours}" cannot be read as opening hours: ${String(error)}`,
          todo: 'Write them as in OpenStreetMap, such as Mo-Fr 08:00-17:00.',
        });
      }
    }
  }
}
