import { createHash, timingSafeEqual } from 'node:crypto';
import { Readable } from 'node:stream';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { FileStore } from './files/store.ts';
import { log } from './log.ts';
import { metricsText, metricsType } from './metrics.ts';

/** One thing the server cannot work without; rejects or answers false where it is not there. */
export type Check = () => Promise<boolean>;

export interface Health {
  /** By name: `database`, `migrations`, `files` … */
  checks: Record<string, Check>;
  /** Aborts when the server drains: from then on it asks for no more requests. */
  stopping: AbortSignal;
  /** Opens /metrics to whoever names it; without one only this machine may read them. */
  metricsToken: string | undefined;
  clock(): Date;
}

const LIMIT_MS = 2_000;
const KEEP_MS = 2_000;

type Env = { Bindings: Partial<HttpBindings> };

/**
 * For those who run it: /healthz (the process answers), /readyz (it can work: 200 or 503 with what is missing) and
 * /metrics. None says anything about people or contents.
 */
export function healthRoutes(health: Health): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/healthz', (c) => c.json({ status: 'alive' }));
  const ready = readiness(health);
  app.get('/readyz', async (c) => {
    const { checks, ok } = await ready();
    return c.json({ status: ok ? 'ready' : 'not-ready', checks }, ok ? 200 : 503);
  });
  app.get('/metrics', async (c) => {
    if (!mayReadMetrics(c, health.metricsToken)) return c.text('', 404);
    return c.body(await metricsText(), 200, { 'content-type': metricsType });
  });
  return app;
}

type Readiness = { ok: boolean; checks: Record<string, boolean> };

/** The answer is kept for a moment, so that asking often costs the database nothing. */
function readiness({ checks, stopping, clock }: Health): () => Promise<Readiness> {
  let kept: { at: number; answer: Promise<Readiness> } | undefined;
  const ask = async (): Promise<Readiness> => {
    const found = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await passes(name, check)] as const),
    );
    return { ok: found.every(([, ok]) => ok), checks: Object.fromEntries(found) };
  };
  return async () => {
    if (stopping.aborted) return { ok: false, checks: { running: false } };
    const now = clock().getTime();
    if (!kept || now - kept.at >= KEEP_MS || now < kept.at) kept = { at: now, answer: ask() };
    return await kept.answer;
  };
}

async function passes(name: string, check: Check): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), LIMIT_MS);
  });
  try {
    return await Promise.race([check(), late]);
  } catch (err) {
    log.warn({ err, check: name }, 'not ready');
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** Puts a few known bytes: the same each time, so that asking leaves one small content at most. */
export const canStore =
  (store: FileStore): Check =>
  async () =>
    (await store.put(Readable.from([Buffer.from('ready')]))).bytes === 5;

/**
 * With a token: whoever names it. Without: this machine itself, and not what a proxy on this machine passes on, which
 * comes from the same address but names the one it speaks for.
 */
function mayReadMetrics(c: Context<Env>, token: string | undefined): boolean {
  if (token !== undefined) return same(c.req.header('authorization') ?? '', `Bearer ${token}`);
  if (['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'].some((name) => c.req.header(name) !== undefined))
    return false;
  const remote = c.env?.incoming?.socket?.remoteAddress ?? '';
  return /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(remote);
}

const same = (given: string, wanted: string): boolean => timingSafeEqual(hash(given), hash(wanted));
const hash = (value: string): Buffer => createHash('sha256').update(value).digest();
