import type { CallOf, Endpoint, OutputOf } from '#lib/contract.ts';
import { requestOf } from '../app/request.ts';
import { say, spoken } from './words.ts';

/** Why a call failed. `code` is stable; 'offline' means no answer at all. `current` is the thing as it is now. */
export class Failure extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: Record<string, string>;
  readonly current: unknown;

  constructor(status: number, body: { code?: string; title?: string; fields?: object; current?: unknown }) {
    super(body.title ?? say(status === 0 ? 'error.offline' : 'error.unreadable'));
    this.status = status;
    this.code = body.code ?? (status === 0 ? 'offline' : 'unreadable');
    this.fields = (body.fields ?? {}) as Record<string, string>;
    this.current = body.current;
  }
}

/** Calls an address of a contract, whose types alone come here: the contract itself would bring its checker along. */
export async function call<E extends Endpoint>(
  method: E['method'],
  path: E['path'],
  input: CallOf<E>,
): Promise<OutputOf<E>> {
  const request = requestOf({ method, path }, input as object);
  const headers: Record<string, string> = {};
  // These two were begun with the page itself, by a browser that sends no headers of ours: only the same request meets them.
  if (path !== '/me' && path !== '/asked/:addresseeId') headers['x-language'] = spoken();
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  const reply = await fetch(request.url, { method, headers, body: request.body, credentials: 'same-origin' }).catch(
    () => undefined,
  );
  if (!reply) throw new Failure(0, {});
  const body: unknown = await reply.json().catch(() => undefined);
  if (reply.ok && body !== undefined) return body as OutputOf<E>;
  throw new Failure(reply.status, (body ?? {}) as object);
}

/** No answer, or one that another try may better: what was typed waits. */
export const isAway = (error: unknown): boolean =>
  error instanceof Failure && (error.code === 'offline' || error.status >= 502);
