/**
 * The headers every server must send; `serve.ts` sends them, and `_headers` tells them to hosts that read that file.
 * What scripts and styles may run stands in each page's own policy, with its hashes.
 */
export const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'self'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), payment=(), usb=(), interest-cohort=(), geolocation=(self)',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
};

/** How long a file may be kept: for ever when its name changes with its content, else to be asked about each time. */
export function cacheControl(path: string): string {
  return /\/(assets|media)\/|\/pagefind\/(fragment|index|filter)\//.test(path)
    ? 'public, max-age=31536000, immutable'
    : 'public, max-age=0, must-revalidate';
}

/** The same for hosts that read a `_headers` file. */
export function headersFile(base: string): string {
  const block = (path: string, values: Record<string, string>) =>
    `${path}\n${Object.entries(values)
      .map(([name, value]) => `  ${name}: ${value}\n`)
      .join('')}`;
  return [
    block(`${base}*`, { ...headers, 'Cache-Control': cacheControl(`${base}index.html`) }),
    ...['assets', 'media', 'pagefind/fragment', 'pagefind/index', 'pagefind/filter'].map((folder) =>
      block(`${base}${folder}/*`, { 'Cache-Control': cacheControl(`/${folder}/`) }),
    ),
    // Hosts know the other kinds of file by their endings.
    block(`${base}media/*.opus`, { 'Content-Type': 'audio/ogg' }),
  ].join('\n');
}
