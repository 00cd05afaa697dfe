import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dayOf } from '../lib/format.ts';

export interface Newspaper {
  server: Server;
  /** Where its one article is read. */
  address: string;
}

/** A newspaper of this machine with one article of today; the product may reach it where a story says so (FETCH_ALLOW). */
export async function newspaper(path: string, headline: string, words: string): Promise<Newspaper> {
  const today = dayOf(Date.now());
  const server = createServer((_, reply) => {
    reply.setHeader('content-type', 'text/html; charset=utf-8');
    reply.end(`<!doctype html><html lang="vi"><head><title>${headline}</title>
      <meta property="og:title" content="${headline}">
      <meta property="article:published_time" content="${today}T00:30:00+07:00"></head>
      <body><article><h1>${headline}</h1><p>${words}</p></article></body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${port}${path}` };
}
