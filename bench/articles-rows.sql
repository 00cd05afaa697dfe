-- 2,000,000 texts in the 52,000 units of load-rows.sql: three in four are public, the others in every stage; one in fifty
-- has a whole body of words, the others a title, a summary and a short body, as search knows them. Departments and the
-- ministry have thousands of their own. `set bench.articles = '200000'` before makes fewer. The same rows each time, up to
-- their ids.
select setseed(0.44);
set session_replication_role = replica;

-- Indexes are built once the rows are there.
create temporary table kept_indexes as
  select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
  where indrelid = 'articles'::regclass and not indisprimary;
do $$ declare one record; begin
  for one in select name from kept_indexes loop execute 'drop index ' || one.name; end loop;
end $$;

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
create temporary table numbered as select (array_agg(w order by rank)) as list, count(*)::int as many from syllables;

-- Sentences are put together once and used again: what costs is the number of rows, not of different words.
create temporary table pools as
  select pool, k, string_agg(n.list[1 + floor(n.many * power(random(), 3))::int], ' ' order by at) as words
  from (values ('title', 9, 20000), ('summary', 28, 20000), ('body', 60, 20000), ('long', 1400, 800)) p (pool, length, many)
    cross join lateral generate_series(0, p.many - 1) k cross join lateral generate_series(1, p.length) at cross join numbered n
  group by pool, k;
alter table pools add column tsv tsvector;
update pools set tsv = setweight(vn_words(words), case pool when 'title' then 'A' when 'summary' then 'B' else 'C' end::"char");
create unique index on pools (pool, k);
analyze pools;
create temporary table writers as
  select g.unit_id, (array_agg(g.person_id order by g.person_id))[1] as person_id from grants g group by 1;
analyze writers;

-- Every thousandth text names something rare, every hundredth something that comes up now and then.
insert into articles (id, unit_id, path, kind, language, title, summary, credit, author_id, stage, live, published_at, moved_at,
    created_by, created_at, approved_n, approved_hash, tsv)
  select gen_random_uuid(), u.id, u.path, m.kind, m.language, initcap(t.words) || m.more, s.words, 'Cộng tác viên ' || m.i % 997, w.person_id,
    m.stage, m.stage = 'published', case when m.stage = 'published' then m.at end, m.at, w.person_id, m.at,
    case when m.stage in ('published', 'approved') then 1 end, case when m.stage in ('published', 'approved') then md5(m.i::text) end,
    t.tsv || s.tsv || b.tsv || case m.more when '' then '' else setweight(vn_words(m.more), 'A') end
  from (
    select i,
      -- Every fortieth text is of the ministry or a department, the others of any unit.
      case when i % 40 = 0 then 1 + (i / 40) % 35 else 1 + (i::bigint * 7919 % 52000)::int end as unit_no,
      (array['tin', 'tin', 'bai', 'tin', 'anh', 'guong-tot', 'tin', 'phong-su', 'tin', 'video'])[1 + i % 10] as kind,
      case when i % 500 = 0 then (array['mww', 'tyz', 'km', 'jra'])[1 + (i / 500) % 4] else 'vi' end as language,
      case when i % 4 < 3 then 'published' else (array['writing', 'writing', 'in-review', 'approved', 'returned', 'taken-down'])[1 + (i / 4) % 6] end as stage,
      timestamptz '2026-11-20' - (i * interval '79 seconds') as at,
      case when i % 100 = 5 then ' robot stem' when i % 1000 = 13 then ' thiên thạch' else '' end as more
    from generate_series(1, coalesce(nullif(current_setting('bench.articles', true), '')::int, 2000000)) i
  ) m join units u on u.no = m.unit_no left join writers w on w.unit_id = u.id
    join pools t on t.pool = 'title' and t.k = m.i % 20000
    join pools s on s.pool = 'summary' and s.k = (m.i::bigint * 7 + 3) % 19997
    join pools b on b.pool = case when m.i % 50 = 0 then 'long' else 'body' end and b.k = case when m.i % 50 = 0 then m.i / 50 % 800 else (m.i::bigint * 11 + 5) % 19993 end;

set maintenance_work_mem = '1GB';
do $$ declare one record; begin
  for one in select made from kept_indexes loop execute one.made; end loop;
end $$;
set session_replication_role = origin;
