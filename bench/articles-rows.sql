-- 2,000,000 texts in the 52,000 units of load-rows.sql: three in four are public (with the version that stands there), the others in
-- every stage, 60,000 of them at an open step; 100,000 offers upwards; each text's row in the register with its days, and the
-- figures of it; 300,000 pictures. One text in fifty has a whole body of 1,400 words in search and as a document, the others a title,
-- a summary and sixty words of body, as search knows them, and an empty document: lists and searches read no more.
-- `select set_config('bench.articles', '200000', false)` before makes fewer. The same rows each time.
--
-- Quick to lay: one transaction over emptied tables writes no log, keys are not looked up, words are split once for each of a few
-- thousand texts, and every index that does not hold a key is built over the finished rows.
select setseed(0.44);
set local session_replication_role = replica;
set local maintenance_work_mem = '1GB';
set local work_mem = '256MB';
set local max_parallel_maintenance_workers = 2;
truncate articles, outputs, output_counts, media_items cascade;

create temporary table kept_indexes as
  select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made,
    c.relname in ('articles', 'outputs') as large, am.amname
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid join pg_am am on am.oid = x.relam
  where c.relname in ('articles', 'article_versions', 'article_publications', 'article_runs', 'article_offers', 'outputs', 'media_items', 'media_cuts')
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid);
do $$ declare one record; begin
  for one in select name from kept_indexes loop execute 'drop index ' || one.name; end loop;
end $$;

create temporary table size as select coalesce(nullif(current_setting('bench.articles', true), '')::int, 2000000) as n;
create function pg_temp.id_of(kind text, i bigint) returns uuid language sql immutable as
  $$ select ('01930000-' || kind || '-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid $$;

-- A language of its own: 1,600 syllables, few of them in every text and most in hardly any, as it is with people's words.
create temporary table syllables as
  select row_number() over (order by known, random()) as rank, w from (
    select distinct on (w) w, known from (
      select w, 0 as known from unnest(string_to_array(
        'học sinh giáo viên nhà trường ngày hội đọc sách thư viện lớp thầy cô tổ chức hoạt động phong trào thi đua dạy tốt chuyển đổi số an toàn', ' ')) w
      union all
      select i || r, 1 from unnest(string_to_array('b c ch d đ g h kh l m n ng nh ph qu r s t th tr v x gi k ngh p', ' ')) i
        cross join unnest(string_to_array('a ac ai am an ang anh ao at au ay e ec em en eng eo et i ia ich iem ien iep iet ieu in inh iu o oa oai oan oc oi om on ong op ot u ua uan uc ui um un ung uo uoc uoi uon uong uot ut uy uyen uyet ưa ưng ươi ương', ' ')) r
    ) every_one order by w, known) distinct_ones;

-- Sentences are put together once and used again: what costs is the number of rows, not of different words.
create temporary table drawn as
  select pool, k, at, 1 + floor((select count(*) from syllables) * power(random(), 3))::int as rank
  from (values ('title', 9, 20000), ('summary', 28, 10000), ('body', 60, 10000), ('long', 1400, 400)) p (pool, length, many)
    cross join lateral generate_series(0, p.many - 1) k cross join lateral generate_series(1, p.length) at;
create temporary table pools as select pool, k, string_agg(w, ' ' order by at) as words from drawn join syllables using (rank) group by pool, k;
create temporary table titles as
  select k::int, initcap(words) as words, setweight(vn_words(words), 'A') as tsv, vn_words(words || ' Cộng tác viên ' || k % 997) as register from pools where pool = 'title';
create temporary table bodies as
  select 0 as long, s.k::int, s.words as summary, setweight(vn_words(s.words), 'B') || setweight(vn_words(b.words), 'C') as tsv, '{"type": "doc", "content": []}'::jsonb as content
    from pools s join pools b on b.pool = 'body' and b.k = s.k where s.pool = 'summary'
  union all
  select 1, b.k::int, s.words, setweight(vn_words(s.words), 'B') || setweight(vn_words(b.words), 'C'),
    jsonb_build_object('type', 'doc', 'content', jsonb_build_array(jsonb_build_object('type', 'paragraph', 'content',
      jsonb_build_array(jsonb_build_object('type', 'text', 'text', b.words)))))
    from pools b join pools s on s.pool = 'summary' and s.k = b.k where b.pool = 'long';
-- Every thousandth text names something rare, every hundredth something that comes up now and then, every twenty-fifth two words together.
create temporary table mores (m int, words text, tsv tsvector);
insert into mores select m, words, setweight(vn_words(words), 'A')
  from (values (0, ''), (1, ' robot stem'), (2, ' thiên thạch'), (3, ' bánh chưng')) v (m, words);
create temporary table writers as
  select u.no, u.id, u.path, g.person_id from units u
    left join lateral (select person_id from grants g where g.unit_id = u.id order by person_id limit 1) g on true;
create index on writers (no);
analyze titles; analyze bodies; analyze mores; analyze writers;

create temporary table stories as
  select i, case when i % 40 = 0 then 1 + (i / 40) % 35 when i % 960 = 11 then 1 + (i / 960) % 35 else 1 + (i::bigint * 7919 % 52000)::int end as unit_no,
    (array['tin', 'tin', 'bai', 'tin', 'anh', 'guong-tot', 'tin', 'phong-su', 'tin', 'video'])[1 + i % 10] as kind,
    case when i % 500 = 0 then (array['mww', 'tyz', 'km', 'jra'])[1 + (i / 500) % 4] else 'vi' end as language,
    case when i % 4 < 3 then 'published' else (array['writing', 'writing', 'in-review', 'approved', 'returned', 'taken-down'])[1 + (i / 4) % 6] end as stage,
    timestamptz '2026-11-20' - ((size.n - i) * interval '79 seconds') as at,
    case when i % 100 = 5 then 1 when i % 1000 = 13 then 2 when i % 25 = 7 then 3 else 0 end as more,
    case when i % 50 = 0 then 1 else 0 end as long
  from size cross join generate_series(1, size.n) i;

insert into articles (id, unit_id, path, kind, language, title, summary, credit, author_id, stage, live, published_at, moved_at,
    created_by, created_at, approved_n, approved_hash, tsv)
  select pg_temp.id_of('0001', m.i), u.id, u.path, m.kind, m.language, t.words || x.words, b.summary, 'Cộng tác viên ' || t.k % 997, u.person_id,
    m.stage, m.stage = 'published', case when m.stage = 'published' then m.at end, m.at, u.person_id, m.at,
    case when m.stage in ('published', 'approved') then 1 end, case when m.stage in ('published', 'approved') then 'h' || m.i end,
    case m.more when 0 then t.tsv || b.tsv else t.tsv || b.tsv || x.tsv end
  from stories m join writers u on u.no = m.unit_no join titles t on t.k = m.i % 20000 join mores x on x.m = m.more
    join bodies b on b.long = m.long and b.k = case m.long when 1 then m.i / 50 % 400 else (m.i::bigint * 7 + 3) % 9973 end;

-- What is public or approved has the version that was approved; each public one its place.
insert into article_versions (article_id, n, title, summary, credit, kind, language, content, content_hash, why, at)
  select pg_temp.id_of('0001', m.i), 1, t.words || x.words, b.summary, 'Cộng tác viên ' || t.k % 997, m.kind, m.language, b.content, 'h' || m.i, 'approved', m.at
  from stories m join titles t on t.k = m.i % 20000 join mores x on x.m = m.more
    join bodies b on b.long = m.long and b.k = case m.long when 1 then m.i / 50 % 400 else (m.i::bigint * 7 + 3) % 9973 end
  where m.stage in ('published', 'approved', 'in-review');
insert into article_texts (article_id, content, content_hash, words)
  select pg_temp.id_of('0001', m.i), b.content, 'h' || m.i, 1400 from stories m join bodies b on b.long = 1 and b.k = m.i / 50 % 400 where m.long = 1;
insert into article_publications (id, article_id, unit_id, path, state, version_n, content_hash, due_at, next_at, published_at, created_by, created_at)
  select pg_temp.id_of('0002', m.i), pg_temp.id_of('0001', m.i), u.id, u.path, 'published', 1, 'h' || m.i, m.at, m.at, m.at, u.person_id, m.at
  from stories m join writers u on u.no = m.unit_no where m.stage = 'published';

-- At an open step: those under review, at the editor's or the head's, every fifth claimed; most units have none or a few.
insert into article_runs (id, article_id, unit_id, path, steps, step, state, step_by, due_on, submitted_by, submitted_at, claimed_by)
  select pg_temp.id_of('0003', m.i), pg_temp.id_of('0001', m.i), u.id, u.path,
    '[{"key": "edit", "name": "Biên tập", "by": "editor", "days": 2, "optional": false}, {"key": "head", "name": "Thủ trưởng duyệt", "by": "head", "days": 2, "optional": false}]',
    (m.i / 24) % 2, 'open', (array['editor', 'head'])[1 + (m.i / 24) % 2], date '2026-11-20' + (m.i % 9 - 4), u.person_id, m.at,
    case when m.i % 5 = 0 then u.person_id end
  from (select * from stories where stage = 'in-review' order by i desc limit (select n * 3 / 100 from size)) m join writers u on u.no = m.unit_no;

-- Every twentieth public text was offered to the unit above it, one in three of them to the one above that.
insert into article_offers (id, article_id, unit_id, path, to_unit_id, to_path, version_n, content_hash, state, due_on, offered_by, offered_at)
  select pg_temp.id_of('0004', m.i), pg_temp.id_of('0001', m.i), u.id, u.path, p.id, p.path, 1, 'h' || m.i,
    (array['offered', 'accepted', 'returned', 'picked', 'picked'])[1 + m.i / 20 % 5], date '2026-11-20' + (m.i % 30 - 15), u.person_id, m.at
  from (select * from stories where stage = 'published' and i % 20 = 1) m join writers u on u.no = m.unit_no join units own on own.id = u.id
    join units commune on commune.id = own.parent_id
    join units p on p.id = case when m.i % 60 = 1 then coalesce(commune.parent_id, commune.id) else commune.id end;

-- The register: each text that came to a moment, with its day.
insert into outputs (id, unit_id, path, author_name, counts, genre, title, made_on, sent_on, approved_on, published_on, source, origin_kind, origin_id, recorded_by, tsv)
  select pg_temp.id_of('0005', m.i), u.id, u.path, 'Cộng tác viên ' || t.k % 997, case m.kind when 'anh' then 'photo-set' when 'video' then 'video' else 'unit-article' end,
    m.kind, t.words || x.words, d.day, d.day, case when m.stage <> 'in-review' then d.day end, case when m.stage = 'published' then d.day end,
    'newsroom', 'article', pg_temp.id_of('0001', m.i), u.person_id, case m.more when 0 then t.register else t.register || x.tsv end
  from stories m join writers u on u.no = m.unit_no join titles t on t.k = m.i % 20000 join mores x on x.m = m.more
    cross join lateral (select (m.at at time zone 'Asia/Ho_Chi_Minh')::date as day) d
  where m.stage in ('published', 'approved', 'in-review');
insert into output_counts (unit_id, month, counts, sent, approved, published)
  select unit_id, to_char(made_on, 'YYYY-MM'), counts, count(sent_on), count(approved_on), count(published_on) from outputs group by 1, 2, 3;

insert into media_items (id, unit_id, path, kind, state, name, caption, alt, credit, people, width, height, bytes, cut_id, created_by, created_at, tsv)
  select pg_temp.id_of('0006', i), u.id, u.path, 'photo', 'ready', 'IMG_' || i || '.jpg', t.words, t.words, 'Ảnh: Thu Hà',
    (array['unsaid', 'nobody', 'crowd'])[1 + i % 3], 4000, 3000, 6400000, pg_temp.id_of('0007', i), u.person_id, timestamptz '2026-11-20' - (i * interval '9 minutes'), t.register
  from size cross join generate_series(1, size.n * 3 / 20) i
    join writers u on u.no = case when i % 30 = 0 then 1 + i / 30 % 35 else 1 + (i::bigint * 7919 % 52000)::int end join titles t on t.k = i % 20000;
insert into media_cuts (id, media_id, unit_id, path, recipe, state, width, height)
  select cut_id, id, unit_id, path, '{"crop": null, "turn": 0, "blurred": []}', 'ready', 1600, 1200 from media_items;

do $$ declare one record; began timestamptz; begin
  for one in select name, made from kept_indexes order by amname <> 'gin' loop
    began := clock_timestamp();
    execute one.made;
    if clock_timestamp() - began > interval '10 seconds' then
      raise notice 'index % in % s', one.name, round(extract(epoch from clock_timestamp() - began));
    end if;
  end loop;
end $$;
