import type { CallOf, Endpoint, OutputOf } from '#lib/contract.ts';
import { requestOf } from '../app/request.ts';
import { sayLight, spoken } from './words.ts';

/** Why a call failed. `code` is stable; 'offline' means no answer at all. `current` is the thing as it is now. */
export class Failure extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: Record<string, string>;
  readonly current: unknown;

  constructor(status: number, body: { code?: string; title?: string; fields?: object; current?: unknown }) {
    super(body.title ?? sayLight(status === 0 ? 'error.offline' : 'error.unreadable'));
    this.status = status;
    this.code = body.code ?? (status === 0 ? 'offline' : 'unreadable');
    this.fields = (body.fields ?? {}) as Record<string, string>;
    this.current = body.current;
  }
}

export interface CallOptions {
  /** Makes a repeated write answer the same and do nothing twice. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** What a browser began together with the page carries no headers of ours: only the same request meets it. */
const begunWithPage = new Set(['/me', '/asked/:addresseeId']);

/** Calls an address of a contract, whose types alone come here: the contract itself would bring its checker along. */
export async function call<E extends Endpoint>(
  method: E['method'],
  path: E['path'],
  input: CallOf<E>,
  { idempotencyKey, signal }: CallOptions = {},
): Promise<OutputOf<E>> {
  const { url, body } = requestOf({ method, path }, input as object);
  const headers: Record<string, string> = {};
  if (!begunWithPage.has(path)) headers['x-language'] = spoken();
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
  return (await answered(url, { method, headers, body, signal })) as OutputOf<E>;
}

/** Sends raw bytes: a piece of an upload. */
export async function sendBytes(
  method: 'PATCH' | 'POST' | 'PUT',
  url: string,
  body: Blob,
  signal?: AbortSignal,
): Promise<unknown> {
  const headers = { 'content-type': 'application/octet-stream', 'x-language': spoken() };
  return await answered(url, { method, headers, body, signal });
}

async function answered(url: string, init: RequestInit): Promise<unknown> {
  const reply = await fetch(url, { ...init, credentials: 'same-origin' }).catch(() => undefined);
  if (!reply) throw new Failure(0, {});
  const body: unknown = await reply.json().catch(() => undefined);
  if (reply.ok && body !== undefined) return body;
  throw new Failure(reply.status, (body ?? {}) as object);
}

/** No answer, or one that another try may better: what was typed waits. */
export const isAway = (error: unknown): boolean =>
  error instanceof Failure && (error.code === 'offline' || error.status >= 502);
