import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { FileReply } from './route.ts';

/** Uploads never run as pages of ours: opened by mistake, they are an origin of their own without scripts. */
const closed = "sandbox; default-src 'none'";
/**
 * Browsers show a PDF through a page of their own, which a sandbox or a missing inline style breaks. The type is what
 * the bytes showed, `nosniff` holds it, and a PDF's own scripts do not reach the page's origin.
 */
const shown = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

/** A file as a response: its name for saving, its type held, its content never run. */
export function fileResponse(c: Context, file: FileReply): Response {
  const headers: Record<string, string> = {
    'content-type': file.mediaType,
    'content-disposition': `${file.disposition}; filename*=UTF-8''${encoded(file.name)}`,
    'cache-control': file.cacheControl ?? 'private, no-cache',
    'content-security-policy': file.disposition === 'inline' ? shown : closed,
    ...(file.etag && { etag: file.etag }),
  };
  const known = file.etag !== undefined && c.req.header('if-none-match')?.includes(file.etag);
  if (known || c.req.method === 'HEAD') {
    if (file.body instanceof Readable) file.body.destroy();
    return new Response(null, { status: known ? 304 : 200, headers });
  }
  const body =
    file.body instanceof Uint8Array ? new Uint8Array(file.body) : (Readable.toWeb(file.body) as ReadableStream);
  return new Response(body, { headers: { ...headers, 'content-length': String(file.bytes) } });
}

/** RFC 8187; half a surrogate pair, which encodeURIComponent refuses, becomes U+FFFD. */
const encoded = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (ch) => `%${ch.charCodeAt(0).toString(16).toUpperCase()}`);
