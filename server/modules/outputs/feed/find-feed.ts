import { dayOf } from '#lib/format.ts';
import { type Fetched, fetchGuarded } from '#platform/fetch/fetch.ts';
import type { CaptureReason } from '../outputs.contract.ts';
import { decodeText } from '../page/decode.ts';
import { readApart } from '../page/read-apart.ts';
import { refusalOf } from '../read-address.ts';
import { type Feed, parseFeed } from './parse-feed.ts';

export type FeedError = CaptureReason | 'no-feed' | 'bad-feed' | 'slow-down';
export type Answer =
  | { outcome: 'feed'; feed: Feed; url: string; headers: Record<string, string> }
  | { outcome: 'unchanged'; headers: Record<string, string> }
  | { outcome: 'failed'; error: FeedError; headers: Record<string, string> };

const accept = 'application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.5';
const MOST_BYTES = 5 * 1024 * 1024;
const usual = ['/rss.xml', '/feed', '/sitemap.xml'];

export const ask = (url: string, conditions: Record<string, string> = {}): Promise<Fetched> =>
  fetchGuarded(url, { maxBytes: MOST_BYTES, timeoutMs: 20_000, headers: { accept, ...conditions } });

/** Reads the feed at an address that is known to have one. */
export async function readFeedAt(url: string, conditions: Record<string, string>): Promise<Answer> {
  return answerOf(await ask(url, conditions));
}

function answerOf(fetched: Fetched): Answer {
  if (fetched.outcome !== 'answered')
    return { outcome: 'failed', error: refusalOf(fetched) ?? 'unreachable', headers: {} };
  const { headers } = fetched;
  if (fetched.status === 304) return { outcome: 'unchanged', headers };
  if (fetched.status === 429 || (fetched.status === 503 && headers['retry-after']))
    return { outcome: 'failed', error: 'slow-down', headers };
  const refused = refusalOf(fetched);
  if (refused) return { outcome: 'failed', error: refused, headers };
  const feed = parseFeed(decodeText(fetched.body, headers['content-type']));
  return feed
    ? { outcome: 'feed', feed, url: fetched.url, headers }
    : { outcome: 'failed', error: 'bad-feed', headers };
}

/** Looks for the feed of a site: the address itself, what its page names, then where feeds usually lie. */
export async function findFeedOf(siteUrl: string, now: Date): Promise<Answer> {
  const first = await ask(siteUrl);
  const answer = answerOf(first);
  if (answer.outcome === 'feed' || first.outcome !== 'answered' || refusalOf(first)) return answer;
  const type = first.headers['content-type'];
  const page = await readApart({ bytes: first.body, contentType: type, url: first.url, today: dayOf(now) });
  const named = page && page !== 'too-much' ? page.feeds : [];
  const guesses = usual.map((path) => new URL(path, first.url).href);
  for (const url of [...named.slice(0, 2), ...guesses]) {
    const found = await readFeedAt(url, {});
    if (found.outcome === 'feed') return found;
    if (found.outcome === 'failed' && found.error === 'slow-down') return found;
  }
  return { outcome: 'failed', error: 'no-feed', headers: {} };
}
