import { createHash } from 'node:crypto';

const inline = /<(script|style)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/g;
const policy = /(<meta http-equiv="content-security-policy" content=")([^"]*)("\s*\/?>)/i;

/**
 * Leaves in a page's content security policy only the hashes of what stands on that page. Astro lists those of the
 * whole site, some 40 bytes each that no compression takes away.
 */
export function pruneCsp(html: string): string {
  const present = new Set(
    [...html.matchAll(inline)].map(
      ([, , body = '']) => `'sha256-${createHash('sha256').update(body).digest('base64')}'`,
    ),
  );
  return html.replace(policy, (_all, before: string, content: string, after: string) => {
    const kept = content.replace(/ ?'sha256-[^']+'/g, (hash) => (present.has(hash.trim()) ? hash : ''));
    return before + kept + after;
  });
}
