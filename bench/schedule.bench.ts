/**
 * Scheduled publication: stories of as many schools are due over a minute, then as many in one second, each time with one
 * that cannot be published among them. Two processes share the work as they are served. How late each was public (seen from outside,
 * every 250 ms), whether any was missed or published twice, and whether each has its record, its row in the register and its jobs.
 * Run: npm run bench -- schedule [stories a round] [seconds of the first round]
 */
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#lib/id.ts';
import { reachedMoments } from '#modules/articles/moments.ts';
import { connect } from '#platform/database/connect.ts';
import { serveApart, since, startSector } from './sector.ts';

const stories = Number(process.argv[2] ?? 10_000);
const spread = Number(process.argv[3] ?? 60);
/** Marks of the issue, in seconds: the first round by its 99th percentile, the second by its last. */
const marks = { spread: 5, together: 60 };

const sector = await startSector();
const { db, rows } = sector;

/** A ministry, departments and as many schools as stories, each with an officer; 800 words in four paragraphs, every third with a picture. */
const laid = `
  insert into units (id, no, path, kind, name, slug, tsv) values (gen_random_uuid(), 1, '1.', 'ministry', 'Bộ', 'bo', '');
  insert into units (id, no, path, parent_id, kind, name, slug, tsv)
    select gen_random_uuid(), 1 + i, '1.' || 1 + i || '.', u.id, 'province-department', 'Sở ' || i, 'so-' || i, '' from generate_series(1, 34) i, units u;
  insert into units (id, no, path, parent_id, kind, name, slug, tsv)
    select gen_random_uuid(), 100 + i, a.path || 100 + i || '.', a.id, 'upper-secondary', 'Trường ' || i, 'truong-' || i, ''
    from generate_series(1, ${stories}) i join units a on a.no = 2 + i % 34;
  insert into people (id, name, email, tsv) select gen_random_uuid(), 'Người ' || no, 'nguoi' || no || '@do.example', '' from units where no > 100;
  insert into grants (id, person_id, unit_id, path, role, valid_from)
    select gen_random_uuid(), p.id, u.id, u.path, 'communications-officer', '2025-07-01' from units u join people p on p.email = 'nguoi' || u.no || '@do.example';
  insert into media_items (id, unit_id, path, kind, state, name, people)
    select gen_random_uuid(), id, path, 'photo', 'ready', 'anh.jpg', 'nobody' from units where no > 100 and no % 3 = 0;
  insert into media_cuts (id, media_id, unit_id, path, recipe, state, width, height)
    select gen_random_uuid(), id, unit_id, path, '{"crop":null,"turn":0,"blurred":[]}', 'ready', 1600, 1067 from media_items;`;

const round = (n: number) => `
  create temporary table story as select gen_random_uuid() as id, gen_random_uuid() as publication_id, u.id as unit_id, u.path, u.no,
      md5(u.no || ':${n}') || md5(u.no || ':h${n}') as hash, p.id as person_id,
      jsonb_build_object('type', 'doc', 'content', (select jsonb_agg(jsonb_build_object('type', 'paragraph', 'content',
        jsonb_build_array(jsonb_build_object('type', 'text', 'text', repeat('Thầy và trò nhà trường cùng trồng cây xanh trong ngày hội. ', 18)))))
        from generate_series(1, 4)) || coalesce((select jsonb_build_array(jsonb_build_object('type', 'picture', 'attrs',
        jsonb_build_object('mediaId', c.media_id, 'cutId', c.id, 'caption', 'Ảnh', 'credit', 'Ảnh', 'alt', 'Cây'))) from media_cuts c where c.unit_id = u.id), '[]')) as content
    from units u join people p on p.email = 'nguoi' || u.no || '@do.example' where u.no > 100;
  insert into articles (id, unit_id, path, kind, title, author_id, stage, approved_n, approved_hash, tsv)
    select id, unit_id, path, 'tin', case when no = 101 then 'Bài có trục trặc ${n}' else 'Ngày hội trồng cây ' || no end, person_id, 'scheduled', 1, hash, '' from story;
  insert into article_texts (article_id, content, content_hash) select id, content, hash from story;
  insert into article_versions (article_id, n, title, summary, credit, kind, language, content, content_hash, why)
    select s.id, 1, a.title, '', '', 'tin', 'vi', s.content, s.hash, 'approved' from story s join articles a on a.id = s.id;`;

/** Due from `start` on, over so many seconds. */
const scheduled = (start: Date, seconds: number) => `
  insert into article_publications (id, article_id, unit_id, path, state, version_n, content_hash, due_at, next_at, created_by, created_at)
    select publication_id, id, unit_id, path, 'scheduled', 1, hash, d.at, d.at, person_id, now() - interval '1 day'
    from story, lateral (select timestamptz '${start.toISOString()}' + ((no * 7919) % ${stories}) * interval '1 second' * ${seconds} / ${stories} as at) d;
  drop table story;`;

async function approve(): Promise<void> {
  const app = connect({ url: sector.url, role: sector.role, max: 2 });
  const ids = (await rows<{ id: string }>(`select id from articles where stage = 'scheduled' and not live`)).map(
    (one) => one.id,
  );
  const author = { requestId: newId(), now: new Date(), system: 'bench' };
  for (let i = 0; i < ids.length; i += 500) {
    const some = ids.slice(i, i + 500).map((articleId) => ({ articleId, day: author.now.toISOString().slice(0, 10) }));
    await app.db.transaction().execute((tx) => reachedMoments(tx, author, some, 'approved'));
  }
  await app.close();
}

const at = (times: number[], share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

/** One round: lays the stories, looks until all but the poisoned one are public; how late each was first seen. */
async function run(n: number, seconds: number, processes: number): Promise<number[]> {
  const began = performance.now();
  await db.query(round(n));
  await approve();
  await db.query('analyze');
  const start = new Date(Date.now() + 3_000);
  await db.query(scheduled(start, seconds));
  console.log(`round ${n}: ${stories} stories of ${stories} schools laid in ${since(began)} s`);
  await db.query('truncate seen');
  const end = Date.now() + (seconds + 180) * 1000;
  let standing = 0;
  while (standing < stories - 1 && Date.now() < end) {
    await pause(250);
    // What is new since the last look, by the clock of the database; the server does the comparing.
    const { rowCount } = await db.query(
      `insert into seen select p.id, p.due_at, clock_timestamp() from article_publications p
       where p.state = 'published' and p.due_at >= $1 and not exists (select from seen s where s.id = p.id)`,
      [start],
    );
    standing += rowCount ?? 0;
  }
  const [{ last }] = (await rows<{ last: Date }>('select max(at) as last from seen')) as [{ last: Date }];
  const late = (await rows<{ s: number }>('select extract(epoch from at - due_at)::float8 as s from seen')).map(
    (one) => one.s,
  );
  const took = (last.getTime() - start.getTime()) / 1000;
  late.sort((a, b) => a - b);
  console.log(
    `round ${n}: due over ${seconds} s, ${processes} process${processes > 1 ? 'es' : ''}: lag p50 ${at(late, 0.5).toFixed(2)} s, ` +
      `p99 ${at(late, 0.99).toFixed(2)} s, max ${(late.at(-1) ?? 0).toFixed(2)} s; missed ${stories - 1 - late.length}; ` +
      `all after ${took.toFixed(1)} s (${Math.round(late.length / Math.max(took, 0.001))} rows/s)`,
  );
  return late;
}

/** What belongs to each publication, once and only once. */
async function whole(): Promise<number> {
  const [counts] = await rows<Record<string, number>>(`select
    (select count(*)::int from article_publications where state = 'published') as published,
    (select count(*)::int from article_publications where state = 'failed') as failed,
    (select count(*)::int from articles where live) as live,
    (select count(*)::int from audit_records where event = 'article.published') as records,
    (select count(*)::int from outputs where published_on is not null) as outputs,
    (select coalesce(sum(published), 0)::int from output_counts) as counted,
    (select count(*)::int from pgboss.job where name = 'article.published.tell-writers') as jobs,
    (select count(distinct used_id)::int from media_uses where used_kind = 'publication') as with_pictures,
    (select count(*)::int from notices where kind = 'article.publish-failed') as told`);
  console.log(JSON.stringify(counts));
  const { published, live, records, outputs } = counts!;
  return [live, records, outputs].filter((one) => one !== published).length;
}

await db.query(laid);
await db.query('create table seen (id uuid primary key, due_at timestamptz, at timestamptz)');
await db.query(`alter table articles add constraint poison check (not (live and title like 'Bài có trục trặc%'))`);
const processes = [await serveApart(sector.url), await serveApart(sector.url)];
const first = await run(1, spread, processes.length);
const second = await run(2, 1, processes.length);
const wrong = await whole();
for (const one of processes) await one.stop();
await sector.stop();
const missed = first.length + second.length < 2 * (stories - 1);
process.exit(missed || wrong > 0 || at(first, 0.99) > marks.spread || (second.at(-1) ?? 0) > marks.together ? 1 : 0);
