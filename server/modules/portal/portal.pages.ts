import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Context, Hono } from 'hono';
import { isId } from '#lib/id.ts';
import { fileStore } from '#platform/files/store.ts';
import type { Db } from '#platform/tx.ts';
import type { Env } from '#platform/visitor.ts';
import { articlePage, gonePage, missingPage } from './article-page.ts';
import * as sql from './portal.sql.ts';

export interface Portal {
  /** As the role of the portal, which reads nothing but the views of `public_site`. */
  db: Db;
  /** Where the public face is reached. */
  origin: string;
}

/** Pages of the portal run nothing and load nothing from elsewhere. */
const csp =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * What anybody may open, without signing in: each names why. Pages are asked for again each time, so that what was taken
 * down or corrected is so for everybody at once; pictures within five minutes.
 */
const pages = [
  { path: '/:slug/bai/:articleId', open: 'a published story is there to be read', answer: showArticle },
  { path: '/anh/:cutId/:size', open: 'a picture of a published story', answer: showPicture },
  { path: '/static/portal/:name', open: 'style sheet and fonts of these pages', answer: showStatic },
] as const;

export function servePortal(app: Hono<Env>, portal: Portal): void {
  for (const page of pages) app.get(page.path, (c) => page.answer(c, portal));
}

async function showArticle(c: Context<Env>, { db, origin }: Portal): Promise<Response> {
  const { slug = '', articleId = '' } = c.req.param() as { slug?: string; articleId?: string };
  const row = isId(articleId) ? await sql.findPage(db, slug, articleId) : undefined;
  if (!row) return await page(c, missingPage(style), 404);
  if (row.gone) return await page(c, gonePage(row.unit_name, style), 410);
  return await page(c, articlePage(row, await sql.listPictures(db, row.publication_id), style, origin), 200);
}

async function page(c: Context<Env>, drawn: string | Promise<string>, status: 200 | 404 | 410): Promise<Response> {
  const text = String(await drawn);
  const etag = `"${hashOf(text)}"`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': csp,
    'cache-control': 'no-cache',
    etag,
  };
  if (status === 200 && c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  return c.body(text, status, headers);
}

async function showPicture(c: Context<Env>, { db }: Portal): Promise<Response> {
  const { cutId = '', size = '' } = c.req.param() as { cutId?: string; size?: string };
  const found = isId(cutId) ? await sql.findRendition(db, cutId, size) : undefined;
  if (!found) return c.text('404', 404);
  if (!found.shown || found.sha256 === null) return c.text('410', 410);
  const etag = `"${found.sha256}"`;
  // Never for ever: a consent may be withdrawn, and then the picture goes from everywhere.
  const headers = { 'cache-control': 'public, max-age=300', etag, 'content-security-policy': csp };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  const whole = {
    ...headers,
    'content-type': found.media_type ?? 'application/octet-stream',
    'content-length': String(found.bytes),
  };
  // Nobody would read the file that is opened for a question about it, and it would stay open.
  if (c.req.method === 'HEAD') return c.body(null, 200, whole);
  return c.body(Readable.toWeb(await fileStore().get(found.sha256)) as ReadableStream, 200, whole);
}

const hashOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url').slice(0, 22);

/** The style sheet and its fonts, read once; the hash in the address changes with what they hold. */
const css = readFileSync(path.join(import.meta.dirname, 'portal.css'));
const style = `/static/portal/${hashOf(css)}.css`;
const fonts = path.join(path.dirname(createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro')), 'files');
const fontName = /^be-vietnam-pro-(vietnamese|latin)-(400|600)-normal\.woff2$/;

async function showStatic(c: Context<Env>): Promise<Response> {
  const { name = '' } = c.req.param() as { name?: string };
  const font = fontName.test(name);
  if (!font && `/static/portal/${name}` !== style) return c.text('404', 404);
  const content = font ? readFileSync(path.join(fonts, name)) : css;
  return c.body(new Uint8Array(content), 200, {
    'content-type': font ? 'font/woff2' : 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
}
