/**
 * 100 photos of 12 megapixels brought to one school over the resumable protocol while other people read on a sector of real
 * size: how long until all are drawn, how long the readers wait meanwhile (mark: p99 ≤ 200 ms), how much memory the server
 * and the process that draws hold together (mark: ≤ 600 MB). The photos are made before the clock starts.
 * Run: npm run bench -- media [photos]
 */
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#lib/id.ts';
import { photo } from '../server/app/testing/photos.ts';
import { type Kind, printReaders, readAll } from './readers.ts';
import { serveApart, signIn, since, startSector } from './sector.ts';

const photos = Number(process.argv[2] ?? 100);
const readers = 16;
/** Photos differ in their last bytes only: making a hundred takes longer than drawing them. */
const kinds12 = await Promise.all(
  [1, 2, 3, 4].map((seed) => photo({ width: 4000, height: 3000, seed, place: true, taken: '2026:11:20 08:00:00' })),
);
const bytesOf = (n: number) => Buffer.concat([kinds12[n % kinds12.length]!, Buffer.from(`photo ${n}`)]);

const sector = await startSector();
await sector.lay('load-rows.sql');
const people = await sector.rows<{ id: string; unit_id: string }>(
  `select p.id, g.unit_id from people p join grants g on g.person_id = p.id where p.email = any($1)`,
  [Array.from({ length: readers }, (_, i) => `nguoi${300 + i}@do.example`)],
);
const tokens: string[] = [];
for (const { id } of people) tokens.push(await signIn(sector.db, id));
const app = await serveApart(sector.url);

/** Resident memory of the server and all its children, MB. Read without waiting: a blocked bench would measure itself. */
async function memory(pid = app.process.pid!): Promise<number> {
  const told = async (file: string) => await readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
  const own = Number(/VmRSS:\s+(\d+)/.exec(await told('status'))?.[1] ?? 0) / 1024;
  const children = (await told(`task/${pid}/children`)).split(' ').filter(Boolean).map(Number);
  return own + (await Promise.all(children.map(memory))).reduce((sum, one) => sum + one, 0);
}

async function ask<T>(method: string, address: string, body: string | Buffer): Promise<T> {
  const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
  const headers = { 'content-type': type, origin: app.origin, cookie: `lantoa=${tokens[0]}` };
  const reply = await fetch(`${app.origin}/api${address}`, {
    method,
    headers,
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  if (reply.ok) return (await reply.json()) as T;
  const problem = (await reply.json()) as { code: string; params?: { seconds?: number } };
  if (problem.code !== 'too-many') throw new Error(`${method} ${address}: ${reply.status} ${JSON.stringify(problem)}`);
  await pause((problem.params?.seconds ?? 1) * 1000);
  return await ask(method, address, body);
}

const PIECE = 2 * 1024 * 1024;
async function bring(n: number): Promise<void> {
  const { unit_id: unitId } = people[0]!;
  const bytes = bytesOf(n);
  const start = JSON.stringify({ unitId, name: `IMG_${n}.jpg`, bytes: bytes.length });
  const { id } = await ask<{ id: string }>('POST', '/uploads', start);
  let fileId: string | null = null;
  for (let at = 0; fileId === null; at += PIECE)
    ({ fileId } = await ask<{ fileId: string | null }>(
      'PATCH',
      `/uploads/${id}?offset=${at}`,
      bytes.subarray(at, at + PIECE),
    ));
  await ask('POST', '/media', JSON.stringify({ id: newId(), unitId, fileId }));
}

const drawn = async () =>
  (await sector.rows<{ n: number }>(`select count(*)::int as n from media_items where state = 'ready'`))[0]!.n;

const addresses: [string, (reader: number) => string][] = [
  ['library', (r) => `/api/media?unitId=${people[r]!.unit_id}&limit=50`],
  ['plans, list', () => '/api/plans?limit=50'],
  ['home', () => '/api/home'],
  ['units, list', (r) => `/api/units?parentId=${people[r]!.unit_id}`],
  ['inbox', () => '/api/inbox'],
];
const kinds: Kind[] = addresses.map(([name, address]) => ({
  name,
  mark: null,
  ask: (reader) => ({ address: address(reader), token: tokens[reader]! }),
}));
const p99 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;

async function measured(seconds: number, title: string): Promise<number> {
  const { measured: found, wrong } = await readAll(app.origin, kinds, readers, seconds);
  if (wrong.length > 0) throw new Error(wrong[0]);
  console.log(title);
  printReaders(found);
  return p99(found.flatMap((one) => one.times));
}

const quiet = await measured(10, `${readers} readers, one request a second each, nothing else; ms`);
const atRest = await memory();
let most = atRest;
const watching = setInterval(async () => {
  most = Math.max(most, await memory());
}, 250);
const began = performance.now();
let brought = '';
async function all(): Promise<string> {
  // Two at once, as the library's page sends them.
  const left = Array.from({ length: photos }, (_, n) => n);
  const line = async () => {
    for (let n = left.shift(); n !== undefined; n = left.shift()) await bring(n);
  };
  await Promise.all([line(), line()]);
  brought = since(began);
  while ((await drawn()) < photos) await pause(200);
  return since(began);
}
let running = true;
const work = all().finally(() => {
  running = false;
});
const times: number[] = [];
while (running) times.push(await measured(10, `the same while ${photos} photos of 12 MP come in; ms`));
const done = await work;
clearInterval(watching);
const worst = Math.max(...times);
console.log(`p99 of all readers: ${quiet.toFixed(0)} ms alone, ${worst.toFixed(0)} ms at most meanwhile (mark 200)`);
console.log(
  `${photos} photos (${(kinds12[0]!.length / 1e6).toFixed(1)} MB each): brought in ${brought} s, all drawn after ${done} s`,
);
console.log(`memory of server and child: ${atRest.toFixed(0)} MB at rest, ${most.toFixed(0)} MB at most (mark 600)`);
await app.stop();
await sector.stop();
process.exit(worst <= 200 && most <= 600 ? 0 : 1);
