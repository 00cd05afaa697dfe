import type { Endpoint } from '#lib/contract.ts';

export interface Request {
  url: string;
  method: string;
  body: string | undefined;
}

/**
 * The request of a call: path parameters (':planId') come out of the input; the rest is the query of GET and DELETE,
 * the JSON body of the others. Undefined values are left out.
 */
export function requestOf(endpoint: Pick<Endpoint, 'method' | 'path'>, input: object): Request {
  const rest: Record<string, unknown> = { ...input };
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  const { method } = endpoint;
  if (method !== 'GET' && method !== 'DELETE') return { url: `/api${path}`, method, body: JSON.stringify(rest) };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  const asked = query.toString();
  return { url: `/api${path}${asked ? `?${asked}` : ''}`, method, body: undefined };
}
