import { html, raw } from 'hono/html';
import { articleHtml, type ShownCut } from '#lib/article-html.ts';
import { clockOf, dayOf, longDay } from '#lib/format.ts';
import type { PageRow, PictureRow } from './portal.sql.ts';

type Html = ReturnType<typeof html>;

/** Where a picture of a page is fetched. */
export const pictureAddress = (cutId: string, size: string): string => `/anh/${cutId}/${size}`;
export const pageAddress = (slug: string, articleId: string): string => `/${slug}/bai/${articleId}`;

interface Frame {
  title: string;
  unitName: string | null;
  /** Address of the style sheet, with the hash of what it holds. */
  style: string;
  head?: Html | string;
}

function frame({ title, unitName, style, head = '' }: Frame, body: Html | string): Html {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${style}">
${head}
</head>
<body>
<a class="skip" href="#noi-dung">Đến nội dung</a>
<header class="site"><div><b>${unitName ?? 'Cổng thông tin'}</b></div></header>
<main id="noi-dung">${body}</main>
<footer class="site"><div>${unitName ?? ''}</div></footer>
</body>
</html>`;
}

/** A story as its readers see it: no script, nothing from elsewhere. `origin` is where the public face is reached. */
export function articlePage(row: PageRow, pictures: readonly PictureRow[], style: string, origin: string): Html {
  const cuts = shownCuts(pictures);
  const title = row.title ?? '';
  const body = html`<article lang="${row.language ?? 'vi'}">
<p class="kind" lang="vi">${[row.kind_name, row.section].filter(Boolean).join(' · ')}</p>
<h1>${title}</h1>
<p class="when" lang="vi">${timesOf(row)}</p>
${row.summary ? html`<p class="summary">${row.summary}</p>` : ''}
${row.correction ? correctionNote(row) : ''}
${raw(articleHtml(row.content, { cuts, address: pictureAddress }))}
${row.credit ? html`<p class="by">${row.credit}</p>` : ''}
${originLine(row)}
</article>`;
  return frame(
    { title: `${title} | ${row.unit_name}`, unitName: row.unit_name, style, head: headOf(row, cuts, origin) },
    body,
  );
}

function timesOf(row: PageRow): Html | string {
  const at = (time: Date) =>
    html`<time datetime="${time.toISOString()}">${longDay(dayOf(time))}, ${clockOf(time)}</time>`;
  if (row.published_at === null) return '';
  return row.corrected_at ? html`${at(row.published_at)} · Cập nhật ${at(row.corrected_at)}` : at(row.published_at);
}

const correctionNote = (row: PageRow): Html =>
  html`<aside class="correction" lang="vi"><p><b>Đính chính:</b> ${row.correction}</p></aside>`;

/** Whose story it is, where it came from elsewhere; with a link while it stands there. */
function originLine({ origin_name: name, origin_slug: slug, origin_id: id }: PageRow): Html | string {
  if (name === null) return '';
  const whose = slug && id ? html`<a href="${pageAddress(slug, id)}">${name}</a>` : name;
  return html`<p class="origin" lang="vi">Theo ${whose}</p>`;
}

function shownCuts(pictures: readonly PictureRow[]): Map<string, ShownCut> {
  const cuts = new Map<string, ShownCut>();
  for (const [id, sizes] of Map.groupBy(pictures, (one) => one.cut_id)) {
    const largest = sizes.reduce((a, b) => (b.width > a.width ? b : a));
    const { width, height } = largest;
    cuts.set(id, { width, height, sizes: Object.fromEntries(sizes.map((one) => [one.size, one.width])) });
  }
  return cuts;
}

/** What machines read: the one canonical address, and the story in the words of schema.org. Data, not script. */
function headOf(row: PageRow, cuts: ReadonlyMap<string, ShownCut>, origin: string): Html {
  const own = `${origin}${pageAddress(row.slug, row.article_id)}`;
  const { origin_slug: slug, origin_id: id } = row;
  const canonical = slug && id ? `${origin}${pageAddress(slug, id)}` : own;
  const [lead] = cuts.keys();
  const image = lead && `${origin}${pictureAddress(lead, 'jpeg')}`;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: row.title,
    description: row.summary || undefined,
    inLanguage: row.language,
    datePublished: row.published_at?.toISOString(),
    dateModified: (row.corrected_at ?? row.published_at)?.toISOString(),
    author: row.credit ? { '@type': 'Person', name: row.credit } : undefined,
    publisher: { '@type': 'Organization', name: row.unit_name },
    correction: row.correction ?? undefined,
    image,
    mainEntityOfPage: canonical,
  };
  return html`<link rel="canonical" href="${canonical}">
${row.summary ? html`<meta name="description" content="${row.summary}">` : ''}
<meta property="og:type" content="article">
<meta property="og:title" content="${row.title ?? ''}">
<meta property="og:url" content="${canonical}">
${image ? html`<meta property="og:image" content="${image}">` : ''}
<script type="application/ld+json">${raw(JSON.stringify(data).replace(/</g, '\\u003c'))}</script>`;
}

/** A page that is there no more: said in a sentence, with nothing of what it held. */
export const gonePage = (unitName: string, style: string): Html =>
  frame(
    { title: `Bài viết đã được gỡ | ${unitName}`, unitName, style, head: noIndex },
    html`<h1>Bài viết đã được gỡ</h1><p>${unitName} đã gỡ bài viết này khỏi trang thông tin.</p>`,
  );

export const missingPage = (style: string): Html =>
  frame(
    { title: 'Không tìm thấy trang', unitName: null, style, head: noIndex },
    html`<h1>Không tìm thấy trang</h1><p>Địa chỉ này không có bài viết nào. Vui lòng kiểm tra lại liên kết.</p>`,
  );

const noIndex = raw('<meta name="robots" content="noindex">');
