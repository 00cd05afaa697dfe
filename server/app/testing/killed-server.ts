import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CallOf, Endpoint, OutputOf } from '#lib/contract.ts';
import { newId } from '#lib/id.ts';
import { freePort } from '#platform/database/ports.ts';
import { startUpload } from '#platform/files/uploads.contract.ts';
import { requestOf } from './http.ts';

const CHECKOUT = path.resolve(import.meta.dirname, '../../..');

/** The real server as a process of its own on a database that outlives it: it is killed and started again. */
export interface KilledServer {
  start(): Promise<void>;
  /** As a power cut: no signal handler runs. */
  kill(): Promise<void>;
  /** Sends until there is an answer, across any number of deaths, always with the same Idempotency-Key. */
  call<E extends Endpoint>(token: string, endpoint: E, input: CallOf<E>): Promise<OutputOf<E>>;
  /** Brings bytes to the server piece by piece, across any number of deaths, and returns the id of the file. */
  upload(token: string, unitId: string, name: string, bytes: Buffer): Promise<string>;
  /** How many requests had to be sent again. */
  readonly sentAgain: number;
}

export async function killedServer(databaseUrl: string): Promise<KilledServer> {
  const port = await freePort(`killed server ${process.pid}`);
  const origin = `http://127.0.0.1:${port}`;
  const data = mkdtempSync(path.join(tmpdir(), 'lantoa-killed-'));
  let child: ChildProcess | undefined;
  let sentAgain = 0;
  process.once('exit', () => child?.kill('SIGKILL'));
  const ready = () =>
    fetch(`${origin}/readyz`).then(
      (reply) => reply.ok,
      () => false,
    );

  async function start(): Promise<void> {
    child = spawn(process.execPath, [path.join(CHECKOUT, 'server/app/main.ts')], {
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
        DATABASE_URL: databaseUrl,
        DATA_DIR: data,
        PORT: String(port),
        ADMIN_ORIGIN: origin,
        PORTAL_ORIGIN: `http://127.0.0.1:${port + 1}`,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    while (!(await ready())) {
      if (child.exitCode !== null) throw new Error(`the server ended by itself (${child.exitCode})`);
      await pause(20);
    }
  }

  async function call<E extends Endpoint>(token: string, endpoint: E, input: CallOf<E>): Promise<OutputOf<E>> {
    const { path: address, init } = requestOf(endpoint, input as Record<string, unknown>);
    const headers = { ...init.headers, origin, cookie: `lantoa=${token}`, 'idempotency-key': newId() };
    for (let tries = 0; ; tries++) {
      const reply = await fetch(`${origin}${address}`, { ...init, headers }).catch(() => undefined);
      const body = await reply?.json().catch(() => undefined);
      if (reply?.ok && body !== undefined) return body as OutputOf<E>;
      // Killed before it answered, or just starting: what was asked is asked again.
      if (reply && body !== undefined && reply.status !== 503 && reply.status !== 429)
        throw new Error(`${endpoint.method} ${endpoint.path}: ${reply.status} ${JSON.stringify(body)}`);
      if (tries === 0) sentAgain += 1;
      await pause(25);
    }
  }

  /** Goes on where the server says it stands; the same id from the first byte to the last. */
  async function upload(token: string, unitId: string, name: string, bytes: Buffer): Promise<string> {
    const id = newId();
    const begin = { id, unitId, name, bytes: bytes.length };
    for (let now = await call(token, startUpload, begin); ; now = await call(token, startUpload, begin)) {
      if (now.fileId !== null) return now.fileId;
      const piece = bytes.subarray(now.received, now.received + Math.ceil(bytes.length / 3));
      const headers = { origin, cookie: `lantoa=${token}`, 'content-type': 'application/octet-stream' };
      const address = `${origin}/api/uploads/${id}?offset=${now.received}`;
      await fetch(address, { method: 'PATCH', headers, body: new Uint8Array(piece) }).catch(() => undefined);
    }
  }

  return {
    upload,
    start,
    kill: async () => {
      const ended = child?.exitCode === null && once(child, 'exit');
      child?.kill('SIGKILL');
      await ended;
    },
    call,
    get sentAgain() {
      return sentAgain;
    },
  };
}
