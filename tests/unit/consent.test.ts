/** What a consent record allows, and what protects somebody under 18. */
import { describe, expect, it } from 'vitest';
import { exposures, isMinor, mayShow, refusal } from '../../src/domain/consent.ts';
import { type Story, story } from '../../src/schemas/facts.ts';

const base = {
  person: { name: 'Helène', name_kind: 'first-name', sex: 'female' },
  country: 'CM',
  route: 'libya',
  journey: [{ country: 'LY' }, { country: 'CM' }],
  means: 'assisted',
  support: ['business'],
  livelihood: 'hairdressing',
  themes: ['own-work'],
  topics: [],
  as_of: '2018-08',
  source: ['s'],
  pathways: ['p'],
  consent: {
    basis: 'already-public',
    scope: ['text'],
    date: '2018-08-07',
    review_by: '2027-11-21',
    evidence: 'EEAS article',
  },
};
const consent = (more: Partial<Story['consent']>) => ({ ...story.parse(base).consent, ...more });
const today = '2026-11-21';

describe('a consent', () => {
  it('allows what it covers', () => expect(refusal(consent({}), 'text', today)).toBeUndefined());

  it('refuses after its day of review, not on it', () => {
    expect(refusal(consent({}), 'text', '2027-11-21')).toBeUndefined();
    expect(refusal(consent({}), 'text', '2027-11-22')).toBe('review-due');
  });

  it('refuses after it has expired, not on the day, and says so rather than that a review is due', () => {
    const ended = consent({ expires: '2027-01-01' });
    expect(refusal(ended, 'text', '2027-01-01')).toBeUndefined();
    expect(refusal(ended, 'text', '2027-01-02')).toBe('expired');
    expect(refusal(ended, 'text', '2028-01-01')).toBe('expired');
  });

  it('refuses a use it does not cover', () => {
    expect(refusal(consent({}), 'picture', today)).toBe('out-of-scope');
    expect(refusal(consent({}), 'audio', today)).toBe('out-of-scope');
    expect(refusal(consent({ scope: ['text', 'audio'] }), 'audio', today)).toBeUndefined();
  });

  it('refuses a language it does not cover, and no other', () => {
    const french = consent({ languages: ['fr', 'en'] });
    expect(refusal(french, 'text', today, 'ar')).toBe('other-language');
    expect(refusal(french, 'text', today, 'fr')).toBeUndefined();
    expect(refusal(french, 'text', today)).toBeUndefined();
    expect(refusal(consent({}), 'text', today, 'ar')).toBeUndefined();
  });

  it('refuses everything once withdrawn, whatever else is true', () => {
    const withdrawn = consent({ withdrawn: '2026-11-01', expires: '2020-01-01', scope: ['audio'] });
    expect(refusal(withdrawn, 'text', today)).toBe('withdrawn');
  });
});

describe('a story', () => {
  it('without a consent record, or with a surname, is no story', () => {
    expect(story.safeParse(base).success).toBe(true);
    expect(story.safeParse({ ...base, consent: undefined }).success).toBe(false);
    expect(story.safeParse({ ...base, person: { ...base.person, name: 'Helène Mbarga' } }).success).toBe(false);
  });

  it('shows a picture or a recording only where its text may be told too', () => {
    const heard = (more: Partial<Story['consent']>) => story.parse({ ...base, consent: { ...base.consent, ...more } });
    expect(mayShow(heard({ scope: ['text', 'audio'] }), 'audio', today, 'fr')).toBe(true);
    expect(mayShow(heard({ scope: ['audio'] }), 'audio', today, 'fr')).toBe(false);
    expect(mayShow(heard({ scope: ['text', 'audio'] }), 'picture', today, 'fr')).toBe(false);
    expect(mayShow(heard({ scope: ['text', 'audio'], languages: ['en'] }), 'audio', today, 'fr')).toBe(false);
  });
});

describe('somebody under 18', () => {
  const child = {
    ...base,
    person: { ...base.person, age_then: 17 },
    journey: [{ country: 'LY' }, { place: 'agadez' }],
    picture: { alt: { en: 'A tree' } },
    consent: { ...base.consent, basis: 'given-to-us', scope: ['text', 'picture'] },
  };
  const safe = {
    ...base,
    minor: true,
    person: { name: 'Star', name_kind: 'pseudonym', sex: 'female' },
    consent: { ...base.consent, basis: 'given-to-us', guardian: 'record 12' },
  };

  it('is so by age, or because the facts say so', () => {
    const person = { name_kind: 'unnamed', sex: 'male' } as const;
    expect(isMinor({ minor: false, person: { ...person, age_then: 17 } })).toBe(true);
    expect(isMinor({ minor: false, person: { ...person, age_then: 18 } })).toBe(false);
    expect(isMinor({ minor: true, person })).toBe(true);
    expect(isMinor({ minor: false, person })).toBe(false);
  });

  it('is not exposed by name, place or picture, and has a guardian’s consent', () => {
    expect(exposures(story.parse(child))).toEqual(['guardian', 'name', 'picture', 'place']);
    expect(exposures(story.parse(safe))).toEqual([]);
  });

  it('needs no guardian for what somebody else has published, and an adult none of all this', () => {
    const told = { ...safe, consent: base.consent };
    expect(exposures(story.parse(told))).toEqual([]);
    expect(exposures(story.parse({ ...child, person: { ...child.person, age_then: 18 } }))).toEqual([]);
  });

  it('is never shown in a picture, even with the scope', () => {
    expect(mayShow(story.parse(child), 'picture', today, 'en')).toBe(false);
  });
});
