import { readDay } from '#lib/read-day.ts';
import { attr, type Element, isText, textOf } from './tree.ts';

export interface Metadata {
  title: string | undefined;
  day: string | undefined;
  dateFrom: 'data' | 'meta' | 'time' | 'text' | null;
  siteName: string | undefined;
  canonical: string | undefined;
  description: string | undefined;
}

type Meta = Map<string, string>;
type Data = Record<string, unknown>;

/** What a page says of itself, by trust: structured data, then meta tags, then what stands on it. */
export function metadataOf(elements: readonly Element[], today: string): Metadata {
  const meta = metaOf(elements);
  const article = articleOf(elements);
  const h1 = elements.find((e) => e.tagName === 'h1' && textOf(e) !== '');
  const title = elements.find((e) => e.tagName === 'title');
  const publisher = article?.publisher as Data | undefined;
  const siteName = meta.get('og:site_name') ?? word(publisher?.name) ?? meta.get('application-name');
  return {
    title:
      word(article?.headline) ??
      meta.get('og:title') ??
      (h1 && textOf(h1)) ??
      (title && withoutSite(plain(title), siteName)),
    ...dayOfPage(elements, meta, article, today),
    siteName,
    canonical: elements
      .filter((e) => e.tagName === 'link' && attr(e, 'rel') === 'canonical')
      .map((e) => attr(e, 'href'))[0],
    description: meta.get('og:description') ?? meta.get('description'),
  };
}

function metaOf(elements: readonly Element[]): Meta {
  const found: Meta = new Map();
  for (const e of elements) {
    if (e.tagName !== 'meta') continue;
    const name = (attr(e, 'property') || attr(e, 'name') || attr(e, 'itemprop')).toLowerCase();
    const content = attr(e, 'content');
    if (name !== '' && content !== '' && !found.has(name)) found.set(name, content);
  }
  return found;
}

const plain = (e: Element): string => e.childNodes.map((n) => (isText(n) ? n.value : '')).join('');
/** A text of structured data, where escapes may stand for signs that no text holds (NUL, half a surrogate pair). */
const word = (value: unknown): string | undefined => {
  const text =
    typeof value === 'string'
      ? value
          .replace(/\p{Cc}/gu, ' ')
          .toWellFormed()
          .trim()
      : '';
  return text === '' ? undefined : text;
};

/** 'Ngày hội đọc sách - Trường THCS Suối Ngọc' → the part before the site's name. */
function withoutSite(title: string, site: string | undefined): string {
  const parts = title.split(/\s+[-–|]\s+/);
  const last = parts.at(-1)?.trim().toLowerCase();
  return parts.length > 1 && (parts.length === 2 || last === site?.toLowerCase())
    ? parts.slice(0, -1).join(' - ')
    : title;
}

/** The page's article as schema.org describes it, wherever it stands in the data. */
function articleOf(elements: readonly Element[]): Data | undefined {
  for (const e of elements) {
    if (e.tagName !== 'script' || !/ld\+json/i.test(attr(e, 'type'))) continue;
    const text = plain(e);
    if (text.length > 400_000) continue;
    const found = findArticle(parsed(text));
    if (found) return found;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    // Line breaks inside of strings are against the rules and everywhere.
    return JSON.parse(text.replace(/[\n\r\t]+/g, ' '));
  } catch {
    return undefined;
  }
}

function findArticle(data: unknown): Data | undefined {
  const open = [data];
  for (let seen = 0; open.length > 0 && seen < 500; seen++) {
    const one = open.shift();
    if (Array.isArray(one)) open.push(...one.slice(0, 100));
    else if (typeof one === 'object' && one !== null) {
      const it = one as Data;
      if ([it['@type']].flat().some((t) => typeof t === 'string' && /(Article|Posting|VideoObject)$/.test(t)))
        return it;
      open.push(it['@graph'], it.mainEntity);
    }
  }
  return undefined;
}

const published = [
  'article:published_time',
  'og:article:published_time',
  'pubdate',
  'publishdate',
  'datepublished',
  'dc.date.issued',
  'dcterms.created',
  'date',
  'article:modified_time',
];
const datePlace = /date|time|ngay|publish|posted|post-meta|thoi-gian/i;

function dayOfPage(
  elements: readonly Element[],
  meta: Meta,
  article: Data | undefined,
  today: string,
): Pick<Metadata, 'day' | 'dateFrom'> {
  const first = (texts: Iterable<string | undefined>): string | undefined => {
    for (const text of texts) {
      const day = text === undefined ? undefined : readDay(text, today);
      if (day) return day;
    }
    return undefined;
  };
  const inData = first([word(article?.datePublished), word(article?.dateCreated), word(article?.uploadDate)]);
  if (inData) return { day: inData, dateFrom: 'data' };
  const inMeta = first(published.map((name) => meta.get(name)));
  if (inMeta) return { day: inMeta, dateFrom: 'meta' };
  const times = elements.filter((e) => e.tagName === 'time');
  const inTime = first(times.flatMap((e) => [attr(e, 'datetime') || undefined, textOf(e)]));
  if (inTime) return { day: inTime, dateFrom: 'time' };
  const places = elements.filter((e) => datePlace.test(`${attr(e, 'class')} ${attr(e, 'id')}`)).slice(0, 60);
  const inText = first(places.map((e) => textOf(e).slice(0, 200)));
  return inText ? { day: inText, dateFrom: 'text' } : { day: undefined, dateFrom: null };
}
