import { defineMiddleware } from 'astro:middleware';
import { buildDay } from './domain/freshness.ts';
import { createReader } from './domain/reader.ts';
import { isPublished } from './i18n/locales.ts';
import { allFacts } from './library/facts.ts';

/** Gives every page and component the reader it speaks to; pages without a language speak English. */
export const onRequest = defineMiddleware(async (context, next) => {
  const key = context.params.locale ?? 'en';
  context.locals.reader = createReader(
    isPublished(key) ? key : 'en',
    await allFacts(),
    import.meta.env.BASE_URL,
    buildDay(process.env.SOURCE_DATE_EPOCH, Date.now()),
  );
  return next();
});
