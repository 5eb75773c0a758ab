import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { published } from './src/i18n/locales.ts';

const base = `/${(process.env.BASE ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');

export default defineConfig({
  site: process.env.SITE ?? 'https://example.org',
  base,
  outDir: process.env.OUT_DIR ?? 'dist',
  trailingSlash: 'always',
  // The default, 'jsx', glues inline text together.
  compressHTML: true,
  build: { inlineStylesheets: 'always', format: 'directory', assets: 'assets' },
  i18n: {
    locales: [...published],
    defaultLocale: 'en',
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
  integrations: [mdx(), preact()],
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
    },
  },
  // The oldest browser we mean: Chromium 72 of 2018.
  vite: { build: { target: 'chrome72', cssTarget: 'chrome72' } },
});
