import type { Found } from '../domain/finder.ts';
import type { Stopped } from '../domain/service.ts';
import type { Choice } from './Choose.tsx';
import Icon from './Icon.tsx';

/** What a card needs beside the point itself. */
export interface CardFacts {
  /** Where the finder is: `/en/help/`. */
  here: string;
  countries: readonly Choice[];
  kinds: Readonly<Record<string, { readonly name: string; readonly icon: string }>>;
  /** The pictogram at the end of a card. */
  next: string;
  words: Readonly<Record<'here' | 'centre' | 'unconfirmed' | 'stale' | 'openNow' | 'isFree', string>> & {
    readonly statuses: Readonly<Record<Stopped, string>>;
  };
}

function PointCard({ found, facts }: { found: Found; facts: CardFacts }) {
  const { point, country, town, far, openNow } = found;
  const { words, kinds, here, countries, next } = facts;
  const kind = kinds[point.kind];
  const where = [countries.find(({ id }) => id === country)?.name, town?.name].filter(Boolean).join(' · ');
  const marks = [
    point.closed && words.statuses[point.closed],
    openNow && words.openNow,
    point.free && words.isFree,
    point.unconfirmed && words.unconfirmed,
    point.stale && words.stale,
  ].filter(Boolean);
  return (
    <li>
      <a class="card help" href={`${here}${point.id}/`}>
        <Icon of={kind?.icon ?? ''} />
        <span>
          <b lang={point.lang}>{point.name}</b>
          <span>{[kind?.name, where].filter(Boolean).join(' · ')}</span>
          {far !== undefined && (
            <span>{far < 5 ? words.here : words.centre.replace('{km}', String(Math.round(far / 5) * 5))}</span>
          )}
          {point.phone && (
            <span class="line">
              <bdi dir="ltr">{point.phone}</bdi>
            </span>
          )}
          {marks.length > 0 && <span>{marks.join(' · ')}</span>}
        </span>
        <Icon of={next} turns />
      </a>
    </li>
  );
}

/** A list of points found, under a title where it has one; nothing when there are none. */
export default function PointCards({ title, all, facts }: { title?: string; all: readonly Found[]; facts: CardFacts }) {
  if (all.length === 0) return null;
  return (
    <>
      {title && <h3>{title}</h3>}
      <ul class="cards">
        {all.map((found) => (
          <PointCard key={found.point.id} found={found} facts={facts} />
        ))}
      </ul>
    </>
  );
}
