import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './address.ts';

/** One address that a request will go to, whatever the name says the next time it is asked for. */
export interface Target {
  url: URL;
  address: string;
  family: 4 | 6;
}

export type Refusal = 'bad-url' | 'private-address' | 'unknown-host';

/** What the app allows beside the public internet: 'host:port' each, for portals inside the house and for tests. */
export type Allowed = readonly string[];

export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>;

export const resolveByDns: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/**
 * Checks an address before anything is sent there: http(s) on its usual port, no user in it, and every address behind
 * its name public. The name is looked up once; the answer is what will be connected to.
 */
export async function checkTarget(url: URL, allowed: Allowed, resolve: Resolve): Promise<Target | Refusal> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'bad-url';
  if (url.username !== '' || url.password !== '') return 'bad-url';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (host === '') return 'bad-url';
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const excepted = allowed.includes(`${url.hostname}:${port}`);
  if (!excepted && port !== '80' && port !== '443') return 'bad-url';
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolve(host).catch(() => []);
  const first = found[0];
  if (!first) return 'unknown-host';
  // One private address among public ones is a trap as well, so none may be.
  if (!excepted && !found.every(({ address }) => isPublicAddress(address))) return 'private-address';
  return { url, address: first.address, family: first.family === 6 ? 6 : 4 };
}

/** An address as typed or found in a page; null where it is none. */
export const parseUrl = (text: string, base?: URL): URL | null => URL.parse(text, base);
