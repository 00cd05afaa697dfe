import { observeFetch } from '../metrics.ts';
import { type Answer, readBody, type Sent, send, TooLarge } from './request.ts';
import { type Allowed, checkTarget, parseUrl, type Refusal, type Resolve, resolveByDns } from './target.ts';

const MIB = 1024 * 1024;
const MOST_REDIRECTS = 5;

export interface FetchOptions {
  method?: 'GET' | 'HEAD' | 'POST';
  /** Headers such as accept or if-none-match. Cookies, credentials, host and lengths are not taken. */
  headers?: Record<string, string>;
  body?: Uint8Array | string;
  /** Most bytes of an answer, after unpacking. 5 MiB unless told otherwise. */
  maxBytes?: number;
  /** Time for everything together: name, redirects and body. 15 s unless told otherwise. */
  timeoutMs?: number;
  signal?: AbortSignal;
  /** Redirects that are followed. 5 unless told otherwise. */
  maxRedirects?: number;
}

/** What became of a request, as data: a caller has to say what it does when the other side does not answer. */
export type Fetched =
  | { outcome: 'answered'; status: number; url: string; headers: Record<string, string>; body: Uint8Array }
  | {
      outcome: Refusal | 'too-many-redirects' | 'too-large' | 'timeout' | 'cancelled' | 'unreachable' | 'unreadable';
      url: string;
    };

interface Settings {
  allowed: Allowed;
  resolve: Resolve;
  agent: string;
}

let settings: Settings = { allowed: [], resolve: resolveByDns, agent: 'LanToa/1' };

/** Sets what every request of this process goes by; returns what was set before, so that a test can put it back. */
export function useOutgoing(change: Partial<Settings>): Settings {
  const before = settings;
  settings = { ...settings, ...change };
  return before;
}

/**
 * The only way out of the server to an address that somebody typed or a page named. Never reaches hosts that are not
 * public (SSRF): every step, also each redirect, is looked up once, checked, and connected to as checked.
 */
export async function fetchGuarded(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const late = AbortSignal.timeout(options.timeoutMs ?? 15_000);
  const signal = options.signal ? AbortSignal.any([late, options.signal]) : late;
  const last = { url: address };
  let fetched: Fetched;
  try {
    fetched = await until(signal, follow(address, options, signal, last));
  } catch (error) {
    fetched = { outcome: outcomeOf(error, late, options.signal), url: last.url };
  }
  observeFetch(fetched.outcome);
  return fetched;
}

async function follow(
  address: string,
  options: FetchOptions,
  signal: AbortSignal,
  last: { url: string },
): Promise<Fetched> {
  let url = parseUrl(address);
  let sent = firstRequest(options);
  for (let hop = 0; hop <= (options.maxRedirects ?? MOST_REDIRECTS); hop++) {
    if (!url) return { outcome: 'bad-url', url: last.url };
    last.url = url.href;
    const target = await checkTarget(url, settings.allowed, settings.resolve);
    if (typeof target === 'string') return { outcome: target, url: url.href };
    signal.throwIfAborted();
    const answer = await send(target, sent, signal);
    const next = answer.headers.location;
    if (!isRedirect(answer.status) || next === undefined) return await answered(answer, url, sent, options);
    answer.stream.destroy();
    sent = nextRequest(sent, answer.status);
    url = parseUrl(next, url);
  }
  return { outcome: 'too-many-redirects', url: last.url };
}

async function answered(answer: Answer, url: URL, sent: Sent, options: FetchOptions): Promise<Fetched> {
  const { status, headers } = answer;
  if (sent.method === 'HEAD') answer.stream.destroy();
  const body = sent.method === 'HEAD' ? new Uint8Array() : await readBody(answer, options.maxBytes ?? 5 * MIB);
  return { outcome: 'answered', status, url: url.href, headers, body };
}

/** Not taken from a caller: what names a person, and what this client must get right by itself. */
const ownHeaders =
  /^(cookie|authorization|proxy-.*|host|connection|content-length|transfer-encoding|expect|upgrade|te|trailer|accept-encoding|user-agent)$/;

function firstRequest(options: FetchOptions): Sent {
  const given = Object.entries(options.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  const headers = Object.fromEntries(given.filter(([name]) => !ownHeaders.test(name)));
  return {
    method: options.method ?? 'GET',
    headers: {
      accept: '*/*',
      ...headers,
      'accept-encoding': 'gzip, br',
      'user-agent': settings.agent,
      connection: 'close',
    },
    body: typeof options.body === 'string' ? Buffer.from(options.body) : options.body,
  };
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** As browsers do: 307 and 308 repeat the request, the others turn it into a GET without a body. */
function nextRequest(sent: Sent, status: number): Sent {
  if (status === 307 || status === 308 || sent.method !== 'POST') return sent;
  const { 'content-type': _, ...headers } = sent.headers;
  return { method: 'GET', headers, body: undefined };
}

/** A name that is never answered must not outlive the time limit. */
function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function outcomeOf(error: unknown, late: AbortSignal, given: AbortSignal | undefined) {
  if (error instanceof TooLarge) return 'too-large';
  if (given?.aborted) return 'cancelled';
  if (late.aborted) return 'timeout';
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return /^(Z_|ERR_BROTLI|ERR__ERROR|HPE_|ERR_INVALID)/.test(code) ? 'unreadable' : 'unreachable';
}
