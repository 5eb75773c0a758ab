import type { Wish } from '../domain/finder.ts';
import Choose, { type Choice } from './Choose.tsx';
import Icon from './Icon.tsx';

/** What the form offers and says. */
export interface FormFacts {
  /** Where the finder is: `/en/help/`. */
  here: string;
  countries: readonly Choice[];
  needs: readonly (Choice & { readonly icon: string })[];
  languages: readonly Choice[];
  words: Readonly<
    Record<
      | 'country'
      | 'anyCountry'
      | 'city'
      | 'anyCity'
      | 'need'
      | 'anyNeed'
      | 'more'
      | 'free'
      | 'open'
      | 'women'
      | 'children'
      | 'language'
      | 'anyLanguage'
      | 'sort'
      | 'useful'
      | 'name'
      | 'near'
      | 'show'
      | 'nearMe'
      | 'denied'
      | 'unknown'
      | 'noPosition'
      | 'myTown'
      | 'chooseTown'
      | 'nearNote',
      string
    >
  >;
}

/** Why the phone gave no position, as a key of the words. */
export type Trouble = '' | 'denied' | 'unknown' | 'noPosition';

interface Props {
  facts: FormFacts;
  wish: Wish;
  /** Whether the script runs: what needs it is shown only then. */
  awake: boolean;
  cities: readonly Choice[];
  /** Towns to measure from, when the phone gave no position. They have no name, so they stand in no address. */
  myTowns: readonly Choice[];
  myTown: string;
  trouble: Trouble;
  /** How many points the button leads to; nothing while that is not known. */
  count: number;
  onAsk(change: Partial<Wish>): void;
  onNearMe(): void;
  onTown(town: string): void;
  onShow(): void;
}

/** The choices of the finder. Without a script it sends country and need to the list of countries, which leads on. */
export default function FinderForm({ facts, wish, awake, ...rest }: Props) {
  const { words, countries, needs, languages, here } = facts;
  const { cities, myTowns, myTown, trouble, count, onAsk, onNearMe, onTown, onShow } = rest;
  const box = (name: 'free' | 'open' | 'women' | 'children') => (
    <label class="tick">
      <input
        type="checkbox"
        name={name}
        value="1"
        checked={wish[name]}
        onChange={() => onAsk({ [name]: !wish[name] })}
      />
      {words[name]}
    </label>
  );
  return (
    <form
      action={`${here}in/`}
      method="get"
      onSubmit={(event) => {
        event.preventDefault();
        onShow();
      }}
    >
      <Choose
        label={words.country}
        name="country"
        value={wish.country}
        any={words.anyCountry}
        choices={countries}
        onChoose={(country) => onAsk({ country })}
      />
      {cities.length > 1 && (
        <Choose
          label={words.city}
          name="city"
          value={wish.city}
          any={words.anyCity}
          choices={cities}
          onChoose={(city) => onAsk({ city })}
        />
      )}
      {awake && (
        <>
          <button class="btn quiet" type="button" onClick={onNearMe}>
            {words.nearMe}
          </button>
          <p class="small">{words.nearNote}</p>
          {trouble && (
            <p class="notice" role="alert">
              {words[trouble]}
            </p>
          )}
          {myTowns.length > 0 && (
            <Choose label={words.myTown} value={myTown} any={words.chooseTown} choices={myTowns} onChoose={onTown} />
          )}
        </>
      )}
      <fieldset>
        <legend>{words.need}</legend>
        <div class="chips">
          {[{ id: '', name: words.anyNeed, icon: '' }, ...needs].map(({ id, name, icon }) => (
            <label key={id} class="chip">
              <input
                type="radio"
                name="need"
                value={id}
                checked={wish.need === id}
                onChange={() => onAsk({ need: id })}
              />
              <span>
                {icon && <Icon of={icon} />}
                {name}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {awake && (
        <details>
          <summary>{words.more}</summary>
          {box('free')}
          {box('open')}
          {box('women')}
          {box('children')}
          <Choose
            label={words.language}
            name="language"
            value={wish.language}
            any={words.anyLanguage}
            choices={languages}
            onChoose={(language) => onAsk({ language })}
          />
          <Choose
            label={words.sort}
            name="sort"
            value={wish.sort}
            any={words.useful}
            choices={[
              { id: 'name', name: words.name },
              { id: 'near', name: words.near },
            ]}
            onChoose={(sort) => onAsk({ sort: sort as Wish['sort'] })}
          />
        </details>
      )}
      <button class="btn" type="submit">
        {count > 0 ? `${words.show} (${count})` : words.show}
      </button>
    </form>
  );
}
