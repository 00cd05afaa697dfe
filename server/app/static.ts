import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Context, Hono } from 'hono';
import { isId } from '#lib/id.ts';
import type { Env } from '../platform/visitor.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.json': 'application/json',
  '.png': 'image/png',
};

interface Asset {
  body: Buffer;
  type: string;
  etag: string;
  immutable: boolean;
  packed: Map<string, Buffer>;
}

/**
 * Serves the built admin app under /app: hashed assets for a year, every other address answers with the page. The light
 * pages of the same folder stand at addresses of their own, short enough for a message.
 */
export function serveAdmin(app: Hono<Env>, folder: string): void {
  const assets = loadAssets(folder);
  const page = assets.get('index.html');
  app.get('/', (c) => c.redirect('/app/'));
  app.get('/app', (c) => c.redirect('/app/'));
  app.get('/app/*', (c) => {
    const name = c.req.path.slice('/app/'.length);
    const asset = assets.get(name) ?? (path.extname(name) === '' ? page : undefined);
    return asset ? reply(c, asset) : c.text('404', 404);
  });
  const answer = assets.get('answer/index.html');
  for (const address of ['/tra-loi/:addresseeId', '/tra-loi/ke-hoach/:planId', '/tl/:token'])
    app.get(address, (c) => {
      // A one-time link is a secret: no page that is opened from here learns its address.
      c.header('referrer-policy', 'no-referrer');
      const { addresseeId } = c.req.param() as { addresseeId?: string };
      // What the page will ask for first is on its way while its script is: one round less on a slow line.
      if (addresseeId && isId(addresseeId))
        c.header('link', [`/api/asked/${addresseeId}`, '/api/me'].map(early).join(', '));
      return answer ? reply(c, answer) : c.text('404', 404);
    });
  serveWriting(app, assets);
}

/** The page on which texts are written, and the worker that opens it without a network: it may reach the list at /viet too. */
function serveWriting(app: Hono<Env>, assets: ReadonlyMap<string, Asset>): void {
  const page = assets.get('write/index.html');
  const worker = assets.get('write/worker.js');
  app.get('/viet/worker.js', (c) => {
    c.header('service-worker-allowed', '/viet');
    return worker ? reply(c, worker) : c.text('404', 404);
  });
  for (const address of ['/viet', '/viet/:articleId'])
    app.get(address, (c) => (page ? reply(c, page) : c.text('404', 404)));
}

const early = (address: string): string => `<${address}>; rel=preload; as=fetch; crossorigin`;

function loadAssets(folder: string): Map<string, Asset> {
  const assets = new Map<string, Asset>();
  if (!fs.existsSync(folder)) return assets;
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const name = path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/');
    // The build's own notes (.vite/manifest.json) are nobody's business.
    if (!entry.isFile() || name.startsWith('.')) continue;
    const body = fs.readFileSync(path.join(folder, name));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
    assets.set(name, {
      body,
      etag,
      type: types[path.extname(name)] ?? 'application/octet-stream',
      immutable: /^((answer|write)\/)?assets\//.test(name),
      packed: new Map(),
    });
  }
  return assets;
}

function reply(c: Context<Env>, asset: Asset): Response {
  const headers: Record<string, string> = {
    'content-type': asset.type,
    etag: asset.etag,
    vary: 'accept-encoding',
    'cache-control': asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304, headers);
  const encoding = encodingFor(c.req.header('accept-encoding') ?? '', asset);
  if (encoding) headers['content-encoding'] = encoding;
  const body = encoding ? pack(asset, encoding) : asset.body;
  return c.body(new Uint8Array(body), 200, headers);
}

function encodingFor(accepted: string, asset: Asset): 'br' | 'gzip' | undefined {
  if (asset.type === 'font/woff2' || asset.type === 'image/png' || asset.body.length < 512) return undefined;
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined;
}

/** Compressed once, when first asked for, and kept. */
function pack(asset: Asset, encoding: 'br' | 'gzip'): Buffer {
  const kept = asset.packed.get(encoding);
  if (kept) return kept;
  const packed =
    encoding === 'br'
      ? brotliCompressSync(asset.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
      : gzipSync(asset.body, { level: 9 });
  asset.packed.set(encoding, packed);
  return packed;
}
