import { defineMiddleware } from 'astro:middleware';
import { createReader } from './domain/reader.ts';
import { isPublished } from './i18n/locales.ts';
import { allFacts } from './library/facts.ts';
import { today } from './library/today.ts';

/** Gives every page and component the reader it speaks to; pages without a language speak English. */
export const onRequest = defineMiddleware(async (context, next) => {
  const key = context.params.locale ?? 'en';
  context.locals.reader = createReader(
    isPublished(key) ? key : 'en',
    await allFacts(),
    import.meta.env.BASE_URL,
    today(),
  );
  return next();
});
