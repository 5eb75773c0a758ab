import { describe, expect, it } from 'vitest';
import { anyStory, fits, storyQuery, storyWish } from '../../src/domain/story-filter.ts';

const story = { country: 'sn', themes: ['own-work', 'legal-way'], route: 'libya', woman: false };
const known = { country: ['sn'], theme: ['own-work'], route: ['libya'] };

describe('choosing stories', () => {
  it('fits when every wish is met, and only then', () => {
    expect(fits(story, anyStory)).toBe(true);
    expect(fits(story, { country: 'sn', theme: 'legal-way', route: 'libya', women: false })).toBe(true);
    expect(fits(story, { ...anyStory, country: 'ml' })).toBe(false);
    expect(fits(story, { ...anyStory, theme: 'stayed' })).toBe(false);
    expect(fits(story, { ...anyStory, route: 'sahara' })).toBe(false);
    expect(fits(story, { ...anyStory, women: true })).toBe(false);
    expect(fits({ ...story, route: undefined }, { ...anyStory, route: 'libya' })).toBe(false);
  });
  it('stands in the address and comes back from it', () => {
    const wish = { country: 'sn', theme: 'own-work', route: '', women: true };
    expect(storyQuery(wish)).toBe('?country=sn&theme=own-work&women=1');
    expect(storyWish(storyQuery(wish), known)).toEqual(wish);
    expect(storyQuery(anyStory)).toBe('');
  });
  it('drops what an address should not hold', () => {
    expect(storyWish('?country=<b>&theme=x&route=../a&women=yes', known)).toEqual(anyStory);
  });
});
