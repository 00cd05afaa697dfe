import { parseFragment } from 'parse5';
import { SaxesParser } from 'saxes';
import { oneLine } from '#lib/text.ts';
import { isText } from '../page/tree.ts';

export interface FeedItem {
  link: string;
  /** Empty for a sitemap, which lists addresses only. */
  title: string;
  /** As the feed writes it. */
  date: string;
  author: string;
}

export interface Feed {
  kind: 'rss' | 'atom' | 'sitemap' | 'sitemap-index';
  title: string;
  /** Minutes that the feed asks to be left alone. */
  ttl: number | null;
  items: FeedItem[];
}

const roots: Record<string, Feed['kind']> = {
  rss: 'rss',
  'rdf:rdf': 'rss',
  feed: 'atom',
  urlset: 'sitemap',
  sitemapindex: 'sitemap-index',
};
const itemNames = new Set(['item', 'entry', 'url', 'sitemap']);
const nested = new Set(['name', 'news:title', 'news:publication_date']);
const MOST_ITEMS = 5_000;
const MOST_DEPTH = 60;

interface Reading {
  kind: Feed['kind'] | undefined;
  /** Names of the open elements, the innermost last. */
  open: string[];
  /** Texts of the item that is being read, by name; of the feed where there is none. */
  item: Map<string, string> | undefined;
  feed: Map<string, string>;
  items: Map<string, string>[];
}

/** Reads RSS 0.9-2.0, RDF, Atom, a sitemap or an index of sitemaps, also with the slips that are common; null for anything else. */
export function parseFeed(text: string): Feed | null {
  const reading: Reading = { kind: undefined, open: [], item: undefined, feed: new Map(), items: [] };
  const parser = new SaxesParser({ xmlns: false, position: false });
  // Feeds with a bad entity or an unclosed tag are everywhere: what can be read is read.
  parser.on('error', () => {});
  parser.on('opentag', (tag) => opened(reading, tag.name.toLowerCase(), tag.attributes));
  parser.on('closetag', (tag) => closed(reading, tag.name.toLowerCase()));
  const words = (value: string) => spoken(reading, value);
  parser.on('text', words);
  parser.on('cdata', words);
  try {
    parser.write(cleaned(text)).close();
  } catch {
    // Broken in the middle: the items before that are good.
  }
  if (!reading.kind) return null;
  const ttl = Number(reading.feed.get('ttl'));
  return {
    kind: reading.kind,
    title: plain(reading.feed.get('title') ?? '').slice(0, 300),
    ttl: Number.isFinite(ttl) && ttl > 0 ? ttl : null,
    items: reading.items.map(itemOf).filter((item) => item.link !== ''),
  };
}

const cleaned = (text: string): string =>
  text.slice(Math.max(0, text.indexOf('<'))).replace(/(?![\n\r\t])\p{Cc}/gu, '');

function opened(reading: Reading, name: string, attributes: Record<string, string>): void {
  reading.kind ??= reading.open.length === 0 ? roots[name] : undefined;
  if (reading.open.length >= MOST_DEPTH) return;
  reading.open.push(name);
  if (itemNames.has(name) && !reading.item) reading.item = new Map();
  if (name === 'link' && attributes.href && reading.item && /^(alternate)?$/.test(attributes.rel ?? ''))
    if (!reading.item.has('href')) reading.item.set('href', attributes.href);
}

function closed(reading: Reading, name: string): void {
  const at = reading.open.lastIndexOf(name);
  if (at < 0) return;
  reading.open.length = at;
  if (!itemNames.has(name) || !reading.item) return;
  if (reading.items.length < MOST_ITEMS) reading.items.push(reading.item);
  reading.item = undefined;
}

function spoken(reading: Reading, value: string): void {
  const name = reading.open.at(-1);
  if (name === undefined || value.trim() === '') return;
  // Titles of a source, a picture or a comment inside of an item are not its own.
  if (reading.item && !itemNames.has(reading.open.at(-2) ?? '') && !nested.has(name)) return;
  const texts = reading.item ?? reading.feed;
  const known = texts.get(name) ?? '';
  if (known.length < 10_000) texts.set(name, known + value);
}

function itemOf(texts: Map<string, string>): FeedItem {
  const first = (...names: string[]) => names.map((name) => texts.get(name)?.trim()).find((text) => text) ?? '';
  const guid = first('guid');
  return {
    link: first('href', 'link', 'loc') || (/^https?:/.test(guid) ? guid : ''),
    title: plain(first('title', 'news:title')).slice(0, 500),
    date: first('pubdate', 'published', 'dc:date', 'news:publication_date', 'updated', 'lastmod', 'date'),
    author: plain(first('dc:creator', 'name', 'author')).slice(0, 200),
  };
}

/** Titles come with entities and tags in them, once or twice written out. */
function plain(text: string): string {
  const once = textOfHtml(text);
  return oneLine(/&[a-z#0-9]+;|<\/?[a-z]/i.test(once) ? textOfHtml(once) : once);
}

function textOfHtml(html: string): string {
  const parts: string[] = [];
  const open = [...parseFragment(html.slice(0, 5_000)).childNodes];
  for (let node = open.shift(); node; node = open.shift()) {
    if (isText(node)) parts.push(node.value);
    else if ('childNodes' in node) open.unshift(...node.childNodes);
  }
  return parts.join('');
}
