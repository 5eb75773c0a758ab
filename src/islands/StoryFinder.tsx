import { useEffect, useState } from 'preact/hooks';
import { pluralOf } from '../domain/plural.ts';
import { anyStory, type Choosable, fits, type StoryWish, storyQuery, storyWish } from '../domain/story-filter.ts';
import Choose, { type Choice } from './Choose.tsx';
import Icon from './Icon.tsx';

/** What the page hands over: addresses and words. The stories themselves come when somebody first chooses. */
export interface Props {
  /** Where the list is: `/en/stories/`. */
  here: string;
  plurals: string;
  countries: readonly Choice[];
  themes: readonly Choice[];
  routes: readonly Choice[];
  icon: string;
  next: string;
  words: Readonly<
    Record<
      | 'country'
      | 'anyCountry'
      | 'theme'
      | 'anyTheme'
      | 'route'
      | 'anyRoute'
      | 'women'
      | 'none'
      | 'more'
      | 'loading'
      | 'failed'
      | 'again'
      | 'clear',
      string
    >
  > & { readonly results: Readonly<Record<string, string>> };
}

interface Card extends Choosable {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly lang?: string;
}

const step = 10;

/** Finds stories on the phone: each choice works at once and stands in the address. */
export default function StoryFinder(props: Props) {
  const { here, words, countries, themes, routes } = props;
  const [wish, setWish] = useState<StoryWish>(anyStory);
  const [cards, setCards] = useState<readonly Card[] | undefined>();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const [shown, setShown] = useState(step);
  const ids = (choices: readonly Choice[]) => choices.map(({ id }) => id);

  const load = async () => {
    if (cards) return;
    setState('busy');
    try {
      const answer = await fetch(`${here}list.json`);
      if (!answer.ok) throw new Error(String(answer.status));
      setCards(await answer.json());
      setState('idle');
    } catch {
      setState('failed');
    }
  };

  const ask = (change: Partial<StoryWish>) => {
    const next = { ...wish, ...change };
    setWish(next);
    setShown(step);
    history.replaceState(null, '', `${here}${storyQuery(next)}`);
    if (storyQuery(next)) void load();
  };

  useEffect(() => {
    const asked = storyWish(location.search, { country: ids(countries), theme: ids(themes), route: ids(routes) });
    setWish(asked);
    if (storyQuery(asked)) void load();
  }, []);

  const asks = storyQuery(wish) !== '';
  const found = asks && cards ? cards.filter((card) => fits(card, wish)) : undefined;
  const name = (code: string) => countries.find(({ id }) => id === code)?.name;

  return (
    <>
      <form class="finder" onSubmit={(event) => event.preventDefault()}>
        <Choose
          label={words.country}
          value={wish.country}
          any={words.anyCountry}
          choices={countries}
          onChoose={(country) => ask({ country })}
        />
        <Choose
          label={words.theme}
          value={wish.theme}
          any={words.anyTheme}
          choices={themes}
          onChoose={(theme) => ask({ theme })}
        />
        <Choose
          label={words.route}
          value={wish.route}
          any={words.anyRoute}
          choices={routes}
          onChoose={(route) => ask({ route })}
        />
        <label class="tick">
          <input type="checkbox" checked={wish.women} onChange={() => ask({ women: !wish.women })} />
          {words.women}
        </label>
      </form>
      <div aria-live="polite">
        {asks && state === 'busy' && <p>{words.loading}</p>}
        {asks && state === 'failed' && (
          <p class="notice">
            {words.failed}{' '}
            <button class="btn quiet" type="button" onClick={() => void load()}>
              {words.again}
            </button>
          </p>
        )}
        {found && (
          <p class="count">
            {found.length === 0
              ? words.none
              : words.results[pluralOf(found.length, props.plurals)]?.replace('{count}', String(found.length))}
          </p>
        )}
      </div>
      {found && found.length > 0 && (
        <ul class="cards">
          {found.slice(0, shown).map(({ slug, title, summary, lang, country }) => (
            <li key={slug}>
              <a class="card stories" href={`${here}${slug}/`}>
                <Icon of={props.icon} />
                <span>
                  <b lang={lang}>{title}</b>
                  <span>
                    {name(country)} · <span lang={lang}>{summary}</span>
                  </span>
                </span>
                <Icon of={props.next} turns />
              </a>
            </li>
          ))}
        </ul>
      )}
      {found && found.length > shown && (
        <button class="btn quiet" type="button" onClick={() => setShown(shown + step)}>
          {words.more}
        </button>
      )}
      {asks && (
        <button class="btn quiet" type="button" onClick={() => ask(anyStory)}>
          {words.clear}
        </button>
      )}
    </>
  );
}
