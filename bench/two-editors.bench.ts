/**
 * Two people type into one text for a minute, over the same API as their pages: each saves about once a second what was typed
 * since, in paragraphs of their own and every third time at the end of the same one. Words that go together are brought
 * together by the server, where both wrote at one place both stay, as the page offers it. Mark: no character is lost.
 * Run: npm run bench -- two-editors [seconds]
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Block, BoundText } from '#lib/article-content.ts';
import { textOf } from '#lib/article-content.ts';
import { mergeTexts } from '#lib/article-merge.ts';
import { newId } from '#lib/id.ts';
import { joined } from '../admin/write/parts.ts';
import { serveApart, signIn, startSector } from './sector.ts';

const seconds = Number(process.argv[2] ?? 60);
/** A burst of keys is five characters and the space before them. */
const BURST_MS = 200;
const SAVE_MS = 1000;
const PARAGRAPHS = 7;

interface Text extends BoundText {
  version: number;
}

const sector = await startSector();
await sector.db.query(`
  insert into units (id, no, path, kind, name, slug, tsv) values (gen_random_uuid(), 1, '1.', 'primary', 'Trường', 'truong', '');
  insert into people (id, name, email, tsv) select gen_random_uuid(), 'Người ' || i, 'nguoi' || i || '@do.example', '' from generate_series(1, 2) i;
  insert into accounts (person_id, state) select id, 'active' from people;
  insert into grants (id, person_id, unit_id, path, role, valid_from)
    select gen_random_uuid(), p.id, u.id, u.path, 'communications-officer', '2025-07-01' from people p, units u`);
const people = await sector.rows<{ id: string }>('select id from people order by email');
const [unit] = await sector.rows<{ id: string }>('select id from units');
const app = await serveApart(sector.url);

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const begun: BoundText = {
  title: 'Ngày hội đọc sách',
  summary: '',
  credit: '',
  kind: 'tin',
  language: 'vi',
  content: { type: 'doc', content: Array.from({ length: PARAGRAPHS }, (_, n) => paragraph(`Đoạn ${n}.`)) },
};
const articleId = newId();
const counts = { saves: 0, merges: 0, conflicts: 0, typed: 0 };
const lag: number[] = [];

async function ask(token: string, method: string, address: string, body?: object) {
  const reply = await fetch(`${app.origin}/api${address}`, {
    method,
    headers: { 'content-type': 'application/json', origin: app.origin, cookie: `lantoa=${token}` },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer = (await reply.json()) as { text?: Text; merged?: boolean; current?: Text; code?: string };
  if (!reply.ok && reply.status !== 409)
    throw new Error(`${method} ${address}: ${reply.status} ${JSON.stringify(answer)}`);
  return { status: reply.status, ...answer };
}

/** What was written here goes upon what the other one saved; where both wrote at one place, both stay. */
function upon(base: BoundText, mine: BoundText, theirs: BoundText): BoundText {
  const { text, conflicts } = mergeTexts(base, mine, theirs);
  if (conflicts.length === 0) return text;
  return joined([base, mine, theirs], () => 'both');
}

const wordsOf = ({ title, summary, credit, kind, language, content }: BoundText): BoundText => ({
  ...{ title, summary, credit, kind, language },
  content,
});

/** One editor: types until the time is over, then saves until the server has everything. Answers what was typed. */
async function write(token: string, name: string, end: number): Promise<string[]> {
  const first = (await ask(token, 'GET', `/articles/${articleId}`)).text!;
  let base = { version: first.version, words: wordsOf(first) };
  let words = base.words;
  const sitting = newId();
  const tokens: string[] = [];
  let turn = 0;
  const type = () => {
    const token = `${name}${String(tokens.length).padStart(4, '0')}`;
    const own = (name === 'a' ? 0 : 3) + (tokens.length % 3);
    const at = tokens.length % 3 === 0 ? words.content.content.length - 1 : own;
    tokens.push(token);
    counts.typed += token.length + 1;
    const blocks = words.content.content.map((block, n) => (n === at ? paragraph(`${textIn(block)} ${token}`) : block));
    words = { ...words, content: { type: 'doc', content: blocks } };
  };
  const save = async () => {
    const sent = words;
    const began = performance.now();
    const { status, text, merged, current } = await ask(token, 'PUT', `/articles/${articleId}/text`, {
      ...sent,
      version: base.version,
      sitting,
      turn: ++turn,
    });
    lag.push(performance.now() - began);
    const stands = status === 409 ? current : text;
    if (!stands) throw new Error(`saved, and nothing said: ${status}`);
    counts.saves++;
    if (merged) counts.merges++;
    if (status === 409) counts.conflicts++;
    const theirs = wordsOf(stands);
    words = upon(status === 409 ? base.words : sent, words, theirs);
    base = { version: stands.version, words: theirs };
    return textOf(words.content) !== textOf(theirs.content);
  };
  let dirty = true;
  let typing = true;
  const keys = (async () => {
    while (Date.now() < end) {
      type();
      await pause(BURST_MS);
    }
    typing = false;
  })();
  while (typing || (dirty && Date.now() < end + 30_000)) {
    await pause(SAVE_MS);
    dirty = await save();
  }
  await keys;
  return tokens;
}

const textIn = (block: Block): string => textOf({ type: 'doc', content: [block] });

const tokens = [await signIn(sector.db, people[0]!.id), await signIn(sector.db, people[1]!.id)];
await ask(tokens[0]!, 'POST', '/articles', { id: articleId, unitId: unit!.id, ...begun });
const end = Date.now() + seconds * 1000;
const typed = await Promise.all([
  write(tokens[0]!, 'a', end),
  pause(SAVE_MS / 2).then(() => write(tokens[1]!, 'b', end)),
]);
const last = (await ask(tokens[0]!, 'GET', `/articles/${articleId}`)).text!;
const whole = textOf(last.content);
const lost = typed.flat().filter((one) => !whole.includes(one));
lag.sort((a, b) => a - b);
console.log(
  `${counts.saves} saves (p95 ${(lag[Math.floor(lag.length * 0.95)] ?? 0).toFixed(0)} ms), ${counts.merges} brought together by the server, ` +
    `${counts.conflicts} conflicts; ${counts.typed} characters typed, ${lost.length * 6} lost (mark 0)`,
);
if (lost.length > 0) console.log(`lost: ${lost.slice(0, 10).join(' ')}`);
await app.stop();
await sector.stop();
process.exit(lost.length > 0 ? 1 : 0);
