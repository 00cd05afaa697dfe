import { isIP, isIPv6 } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { newId } from '#lib/id.ts';
import type { Visitor } from './actor.ts';

export type Env = {
  Bindings: Partial<HttpBindings>;
  Variables: { visitor: Visitor; cookies: (() => void)[] };
};

/** The session cookie: `__Host-` wherever our address is https, so that no neighbouring host can plant one. */
export const cookieName = (origins: readonly string[]): string => (isSecure(origins) ? '__Host-lantoa' : 'lantoa');

const isSecure = (origins: readonly string[]): boolean => origins[0]?.startsWith('https:') === true;

/**
 * What is known about a caller before anybody signs in. Cookies they are given wait in `cookies` until the reply is
 * known to succeed. Whether a cookie is for https only follows from our own address, never from what a caller says.
 */
export function describeVisitor(
  c: Context<Env>,
  now: Date,
  origins: readonly string[],
  proxies: readonly string[],
): Visitor {
  const cookies: (() => void)[] = [];
  c.set('cookies', cookies);
  const name = cookieName(origins);
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(origins) } as const;
  const language = c.req.header('x-language') ?? getCookie(c, 'language');
  const remote = c.env?.incoming?.socket?.remoteAddress ?? '';
  return {
    requestId: newId(now.getTime()),
    now,
    language: language === 'en' ? 'en' : 'vi',
    network: networkOf(callerAddress(remote, c.req.header('x-forwarded-for'), proxies)),
    agent: (c.req.header('user-agent') ?? '').slice(0, 300),
    setSession(token, maxAge) {
      cookies.push(() => {
        if (token) setCookie(c, name, token, { ...options, maxAge: maxAge ?? 0 });
        else deleteCookie(c, name, options);
      });
    },
  };
}

/**
 * The address a request came from: the last one that no trusted proxy vouches for. `X-Forwarded-For` is read from its
 * right end, because everything left of our own proxies may be made up.
 */
export function callerAddress(remote: string, forwarded: string | undefined, proxies: readonly string[]): string {
  let address = plainAddress(remote);
  const hops = (forwarded ?? '').split(',').map((hop) => plainAddress(hop.trim()));
  while (proxies.includes(address)) {
    const before = hops.pop();
    if (!before || isIP(before) === 0) break;
    address = before;
  }
  return address;
}

/** An IPv4 address that arrived on an IPv6 socket is written as IPv4. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');

/** The network a caller sits in: /24 of an IPv4 address ('203.0.113'), /48 of an IPv6 one ('2001:db8:1'); '' unknown. */
export function networkOf(address: string): string {
  const plain = plainAddress(address);
  if (!isIPv6(plain)) return plain.split('.').slice(0, 3).join('.');
  const [head = '', tail] = plain.split('%')[0]!.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(gap).fill('0'), ...right];
  return groups
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
