import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { published } from './src/i18n/locales.ts';
import { baseOf } from './src/i18n/paths.ts';

const oldest = 'chrome72';
const outDir = process.env.OUT_DIR ?? 'dist';

export default defineConfig({
  site: process.env.SITE ?? 'https://example.org',
  base: baseOf(process.env.BASE),
  outDir,
  // Two sites may be built at the same time.
  cacheDir: `node_modules/.astro/${outDir.replace(/\W+/g, '-')}`,
  trailingSlash: 'always',
  // The default, 'jsx', glues inline text together.
  compressHTML: true,
  build: { inlineStylesheets: 'always', format: 'directory', assets: 'assets' },
  i18n: {
    locales: [...published],
    defaultLocale: 'en',
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
  integrations: [mdx()],
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "media-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
    },
  },
  // The oldest browser we mean is Chromium 72 of 2018. Astro sets the scripts' target itself, so a plugin has the last word.
  vite: {
    build: { cssTarget: oldest },
    plugins: [
      {
        name: 'oldest-browser',
        configEnvironment: (name) => (name === 'client' ? { build: { target: oldest } } : undefined),
      },
    ],
  },
});
