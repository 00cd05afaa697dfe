import type { CallOf, Endpoint, OutputOf } from '#lib/contract.ts';
import { currentLanguage } from '../texts/texts.ts';
import { setOnline } from './connection.ts';
import { offlineProblem, type Problem, problemFrom } from './problem.ts';
import { type Request, requestOf } from './request.ts';

export interface CallOptions {
  signal?: AbortSignal;
  /** Makes a repeated write answer the same and do nothing twice. */
  idempotencyKey?: string;
}

/** Asked when the session has ended in the middle of work: resolves to true once the same person is back. */
let signInAgain: () => Promise<boolean> = async () => false;

export function onSessionEnded(ask: () => Promise<boolean>): void {
  signInAgain = ask;
}

/** Calls an endpoint of the contract. Throws a Problem; waits for a new sign-in where the session has ended. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: CallOf<E>,
  options: CallOptions = {},
): Promise<OutputOf<E>> {
  return (await send(requestOf(endpoint, (input ?? {}) as object), options)) as OutputOf<E>;
}

/** Sends a request that was already put together (the outbox keeps those). */
export async function send(request: Request, options: CallOptions = {}): Promise<unknown> {
  const headers: Record<string, string> = {};
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey;
  const { url, method, body } = request;
  return await answered(url, { method, headers, body, signal: options.signal });
}

/** Sends raw bytes (a piece of an upload, a table to read). */
export async function sendBytes(
  method: 'PATCH' | 'POST' | 'PUT',
  url: string,
  body: Blob,
  signal?: AbortSignal,
): Promise<unknown> {
  return await answered(url, { method, body, signal, headers: { 'content-type': 'application/octet-stream' } });
}

async function answered(url: string, init: RequestInit): Promise<unknown> {
  const reply = await attempt(url, init);
  if (reply.ok) return await reply.json();
  const problem = await problemOf(reply);
  if (problem.code === 'signed-out' && (await signInAgain())) return await answered(url, init);
  throw problem;
}

async function attempt(url: string, init: RequestInit): Promise<Response> {
  const headers = { ...init.headers, accept: 'application/json', 'x-language': currentLanguage() };
  try {
    const reply = await fetch(url, { ...init, headers, credentials: 'same-origin' });
    setOnline(true);
    return reply;
  } catch (error) {
    if (init.signal?.aborted) throw error;
    setOnline(false);
    throw offlineProblem();
  }
}

async function problemOf(reply: Response): Promise<Problem> {
  const body: unknown = await reply.json().catch(() => undefined);
  return problemFrom(reply.status, body, reply.headers.get('x-request-id'));
}
