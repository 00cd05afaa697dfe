import { createHash } from 'node:crypto';
import { dayOf, moment } from '#lib/format.ts';
import { fold } from '#lib/text.ts';
import { type Fetched, fetchGuarded } from '#platform/fetch/fetch.ts';
import type { CaptureReason } from './outputs.contract.ts';
import { readApart } from './page/read-apart.ts';
import type { Page } from './page/read-page.ts';

export type Read = { page: Page; url: string } | { reason: CaptureReason };

const MOST_BYTES = 3 * 1024 * 1024;
const isPage = (type: string): boolean =>
  type === '' || /^(text\/html|application\/xhtml\+xml|text\/plain|application\/xml)/i.test(type);

/** Asks for the page at an address and reads it; why not, where it cannot be. */
export async function readAddress(address: string, now: Date): Promise<Read> {
  const fetched = await fetchGuarded(address, {
    maxBytes: MOST_BYTES,
    timeoutMs: 20_000,
    headers: { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1', 'accept-language': 'vi,en;q=0.5' },
  });
  const reason = refusalOf(fetched);
  if (reason || fetched.outcome !== 'answered') return { reason: reason ?? 'unreachable' };
  const type = fetched.headers['content-type'] ?? '';
  if (!isPage(type)) return { reason: 'not-a-page' };
  const today = dayOf(now);
  const page = await readApart({ bytes: fetched.body, contentType: type, url: fetched.url, today });
  if (page === 'too-much') return { reason: 'too-large' };
  return page && page.title !== '' ? { page, url: fetched.url } : { reason: 'no-title' };
}

/** Why an answer is none, as the person is told. */
export function refusalOf(fetched: Fetched): CaptureReason | undefined {
  if (fetched.outcome === 'cancelled') return 'timeout';
  if (fetched.outcome !== 'answered') return fetched.outcome;
  const { status } = fetched;
  if (status >= 200 && status < 300) return undefined;
  if (status === 404 || status === 410) return 'missing';
  if (status === 401 || status === 403 || status === 407 || status === 451) return 'closed';
  return status >= 300 && status < 400 ? 'too-many-redirects' : 'server-error';
}

/** The same words at another address have the same key; too few words to tell have none. */
export function textKey(text: string): string | null {
  const words = fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return words.length < 200 ? null : createHash('sha256').update(words).digest('hex');
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** The page as it stood: address, time and words, as a small page without anything that runs. */
export function snapshotOf(page: Page, url: string, now: Date): string {
  const lines = page.text.split('\n').map((line) => `<p>${escaped(line)}</p>`);
  const day = page.day ? ` · ${page.day.split('-').reverse().join('/')}` : '';
  return [
    '<!doctype html><html lang="vi"><head><meta charset="utf-8">',
    `<title>${escaped(page.title)}</title></head><body>`,
    `<p>${escaped(page.siteName ?? new URL(url).hostname)}${day}<br>${escaped(url)}<br>`,
    `Bản chụp lúc ${moment(now.toISOString(), 0)}</p>`,
    `<h1>${escaped(page.title)}</h1>`,
    ...lines,
    '</body></html>\n',
  ].join('\n');
}
