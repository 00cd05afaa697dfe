import http from 'node:http';
import https from 'node:https';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Target } from './target.ts';

export interface Sent {
  method: 'GET' | 'HEAD' | 'POST';
  headers: Record<string, string>;
  body: Uint8Array | undefined;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  stream: http.IncomingMessage;
}

export class TooLarge extends Error {}

/** Sends one request to exactly the checked address; TLS still proves the name. Resolves with the head of the answer. */
export function send(target: Target, sent: Sent, signal: AbortSignal): Promise<Answer> {
  const { url, address, family } = target;
  const client = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const request = client.request(url, {
      method: sent.method,
      headers: { ...sent.headers, ...(sent.body && { 'content-length': String(sent.body.byteLength) }) },
      // No pool: a kept connection would be used again without its address being checked.
      agent: false,
      signal,
      lookup: (_host, options, done) => (options.all ? done(null, [{ address, family }]) : done(null, address, family)),
    });
    request.on('error', reject);
    request.on('response', (stream) =>
      resolve({ status: stream.statusCode ?? 0, headers: plain(stream.headers), stream }),
    );
    request.end(sent.body);
  });
}

/** Lower-case names, one value each. Cookies are not ours to keep. */
function plain(headers: http.IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]) => {
    if (value === undefined || name === 'set-cookie') return [];
    return [[name, Array.isArray(value) ? value.join(', ') : value] as const];
  });
  return Object.fromEntries(entries);
}

/** The body, unpacked, at most `limit` bytes of it: counted after unpacking, so that a small bomb does not help. */
export async function readBody(answer: Answer, limit: number): Promise<Uint8Array> {
  const announced = Number(answer.headers['content-length']);
  if (Number.isFinite(announced) && announced > limit) {
    answer.stream.destroy();
    throw new TooLarge();
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const count = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      size += chunk.byteLength;
      if (size > limit) return done(new TooLarge());
      chunks.push(chunk);
      done();
    },
  });
  count.resume();
  const unpack = unpacker(answer.headers['content-encoding']);
  await (unpack ? pipeline(answer.stream as Readable, unpack, count) : pipeline(answer.stream as Readable, count));
  return new Uint8Array(Buffer.concat(chunks));
}

function unpacker(encoding: string | undefined): Transform | undefined {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'br') return createBrotliDecompress();
  if (encoding === 'deflate') return createInflate();
  return undefined;
}
