/**
 * How long readers wait on a sector of real size: 52,000 units, 20,000 people, 20,000 plans of 30 lines; 16 readers of one
 * request a second each, a minute long. The server is a process of its own, as it is served.
 * Run: npm run bench -- load
 */
import { readFileSync } from 'node:fs';
import { type Kind, printReaders, readAll } from './readers.ts';
import { serveApart, signIn, startSector } from './sector.ts';

const seconds = Number(process.argv[2] ?? 60);
const readers = 16;

const sector = await startSector();
await sector.lay('load-rows.sql');

const people = await sector.rows<{ id: string; unit_id: string; path: string }>(
  `select p.id, g.unit_id, g.path from people p join grants g on g.person_id = p.id where p.email = any($1)`,
  [[1, 2, 5, 6, 7, 8, 9, 10, 40, 41, 42, 43, 300, 301, 302, 303].map((i) => `nguoi${i}@do.example`)],
);
const tokens: string[] = [];
const plansOf: string[][] = [];
for (const p of people) {
  tokens.push(await signIn(sector.db, p.id));
  const own = `select id from plans where path >= $1 and path < $2 and state = 'issued' limit 50`;
  const rows = await sector.rows<{ id: string }>(own, [p.path, `${p.path.slice(0, -1)}/`]);
  plansOf.push(rows.map((r) => r.id));
}
// The ministry's reader has plans for certain; readers without any read plans that are not theirs to see (404).
const planOf = (reader: number, n: number) =>
  (plansOf[reader]!.length > 0 ? plansOf[reader]! : plansOf.find((l) => l.length > 0)!).at(n % 50);

const app = await serveApart(sector.url);
const rss = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${app.process.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
const atRest = process.platform === 'linux' ? rss() : 0;

const addresses: [string, (reader: number, n: number) => string][] = [
  ['plans, list', (r) => `/api/plans?unitId=&limit=50`.replace('unitId=&', '') + (r % 2 ? '&state=issued' : '')],
  ['plans, search', () => `/api/plans?q=${encodeURIComponent('truyền thông suối')}`],
  ['plan page', (r, n) => `/api/plans/${planOf(r, n) ?? planOf(r, 0)}`],
  ['units, list', (r) => `/api/units?parentId=${people[r]!.unit_id}`],
  [
    'units, search',
    (_, n) => `/api/units?q=${encodeURIComponent(['suoi ngoc', 'Hoa Mai 1', 'mam non binh', 'THCS Lê Lợi'][n % 4]!)}`,
  ],
  [
    'search, Ctrl K',
    (_, n) => `/api/search?q=${encodeURIComponent(['suoi ng', 'truyen thong', 'hoa mai 12', 'kế hoạch'][n % 4]!)}`,
  ],
  ['people, list', (r) => `/api/people?unitId=${people[r]!.unit_id}`],
  ['documents, list', () => '/api/documents'],
  ['home', () => '/api/home'],
  ['inbox', () => '/api/inbox'],
];
const kinds: Kind[] = addresses.map(([name, address]) => ({
  name,
  mark: null,
  ask: (reader, n) => ({ address: address(reader, n), token: tokens[reader]! }),
}));

const { measured, wrong } = await readAll(app.origin, kinds, readers, seconds);
console.log(`${readers} readers, one request a second each, ${seconds} s; ms`);
printReaders(measured);
console.log(
  `server at rest ${atRest.toFixed(0)} MB, after the load ${process.platform === 'linux' ? rss().toFixed(0) : '?'} MB (without PostgreSQL)`,
);
const refused = wrong.filter((one) => !one.startsWith('plan page: 404'));
if (refused.length > 0) console.log(`REFUSED ${refused.length}: ${[...new Set(refused)].slice(0, 5).join('; ')}`);
await app.stop();
await sector.stop();
process.exit(wrong.length > 0 ? 1 : 0);
