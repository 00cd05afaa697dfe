import { parse } from 'parse5';
import { oneLine } from '#lib/text.ts';
import { urlKey, webUrl } from '#lib/web-address.ts';
import { articleText } from './body.ts';
import { metadataOf } from './metadata.ts';
import { attr, type Element, elementsOf } from './tree.ts';

export interface Page {
  title: string;
  /** The Vietnamese day it was published, where the page says so. */
  day: string | null;
  dateFrom: 'data' | 'meta' | 'time' | 'text' | null;
  siteName: string | null;
  /** The page's own idea of its address, believed within its site only. */
  canonical: string | null;
  /** Paragraphs, one a line. */
  text: string;
  /** Feeds that the page names. */
  feeds: string[];
}

/** Reads a page of the web: what it is called, from when it is, and its words. Null where it has no title. */
export function readPage(html: string, url: string, today: string): Page | null {
  const document = parse(html);
  const elements = [...elementsOf(document)];
  const meta = metadataOf(elements, today);
  const title = oneLine(meta.title ?? '').slice(0, 500);
  const feeds = feedsOf(elements, url);
  if (title === '') return feeds.length > 0 ? { ...nothing, feeds } : null;
  const body = elements.find((e) => e.tagName === 'body');
  return {
    title,
    day: meta.day ?? null,
    dateFrom: meta.dateFrom,
    siteName: meta.siteName ? oneLine(meta.siteName).slice(0, 200) : null,
    canonical: ownCanonical(meta.canonical, url),
    text: ((body && articleText(body)) || oneLine(meta.description ?? '')).slice(0, 200_000),
    feeds,
  };
}

const nothing = { title: '', day: null, dateFrom: null, siteName: null, canonical: null, text: '' };

function ownCanonical(href: string | undefined, url: string): string | null {
  const canonical = href && URL.parse(href, url);
  const here = webUrl(url);
  if (!canonical || !here || canonical.hostname !== here.hostname || canonical.pathname === '/') return null;
  return urlKey(canonical.href) && canonical.href;
}

const feedTypes = /application\/(rss|atom)\+xml/i;

function feedsOf(elements: readonly Element[], url: string): string[] {
  return elements
    .filter((e) => e.tagName === 'link' && /alternate/i.test(attr(e, 'rel')) && feedTypes.test(attr(e, 'type')))
    .filter((e) => !/comment/i.test(`${attr(e, 'title')} ${attr(e, 'href')}`))
    .map((e) => URL.parse(attr(e, 'href'), url)?.href)
    .filter((href) => href !== undefined)
    .slice(0, 5);
}
