-- Plans that went down, on the base of load-rows.sql: one of the ministry to all 52,000 units, one of each of the 34 departments
-- to its communes and schools, some 2,000,000 asks in every state with their figures; and 80,000 activities more, 200,000 in
-- all. `set bench.scale = '0.1'` before makes a tenth of the lines. The same rows each time, up to their ids.
select setseed(0.43);
set session_replication_role = replica;

create temporary table sent as
  select gen_random_uuid() as plan_id, gen_random_uuid() as dispatch_id, u.id as unit_id, u.path, u.name, u.no,
    greatest(1, round(case u.kind when 'ministry' then 25 else 14 end
      * coalesce(nullif(current_setting('bench.scale', true), '')::numeric, 1)))::int as lines
  from units u where u.kind in ('ministry', 'province-department') and u.no <= 35;

insert into plans (id, unit_id, path, kind, title, period_kind, period_from, period_to, state, issuing_body, symbol, place, number, issued_on, tsv)
  select plan_id, unit_id, path, 'year', 'Truyền thông về giáo dục năm 2027 của ' || name, 'calendarYear', 2027, 2027, 'issued', name,
    'KH-ĐO', 'Đo', (900000 + no)::text, '2026-11-01', to_tsvector('vn', 'Truyền thông về giáo dục năm 2027 của ' || name) from sent;
create temporary table sent_lines as
  select gen_random_uuid() as line_id, s.plan_id, n from sent s cross join generate_series(1, s.lines) n;
analyze sent, sent_lines;
insert into plan_lines (id, plan_id, part, position, text, detail, origin)
  select line_id, plan_id, 'activity', n, 'Hoạt động ' || n || ': tuyên truyền chủ trương, chính sách, gương người tốt, việc tốt của ngành.',
    '{"product": "bài báo"}', 'own' from sent_lines;
insert into plan_targets (id, line_id, plan_id, product, counts, months, total)
  select gen_random_uuid(), line_id, plan_id, 'bài báo', 'newspaper-article', '{"2027-03": 1, "2027-09": 2}', 3 from sent_lines;

insert into dispatches (id, plan_id, unit_id, path, due_on, choice, sent_by, sent_at)
  select s.dispatch_id, s.plan_id, s.unit_id, s.path, '2026-11-18',
    '{"lines": [], "to": [{"mode": "assign", "unitIds": [], "kinds": ["province-department", "commune-office", "nursery", "primary", "lower-secondary"], "withinId": null}]}',
    (select person_id from grants g where g.unit_id = s.unit_id limit 1), '2026-11-02' from sent s;

-- A third has not opened it; of the others a part has still something to do.
create temporary table receivers as
  select gen_random_uuid() as id, s.plan_id, s.dispatch_id, u.id as unit_id, u.path, random() as dice,
    case when random() < 0.5 then date '2026-11-18' else date '2027-01-15' end as due_on
  from sent s join units u on u.path > s.path and u.path < left(s.path, -1) || '/';
analyze receivers;
insert into asks (plan_id, unit_id, line_id, addressee_id, mode, state, due_on, reason, decision, decided_at, answered_at)
  select r.plan_id, r.unit_id, l.line_id, r.id, 'assign', d.state, r.due_on,
    case when d.state in ('not-ours', 'wants-change') then 'Trường đang sửa chữa, xin giảm số bài.' end, null, null,
    case when d.state in ('loose', 'adopted', 'not-ours', 'wants-change') then timestamptz '2026-11-10' end
  from receivers r join sent_lines l on l.plan_id = r.plan_id cross join lateral (
    select case when r.dice < 0.33 then 'unopened' when r.dice < 0.55 and l.n % 3 = 0 then 'unanswered'
      else (array['adopted', 'adopted', 'adopted', 'loose', 'not-ours', 'adopted'])[1 + (l.n + (r.dice * 997)::int) % 6] end as state) d;
update asks set state = 'wants-change' where state = 'not-ours' and random() < 0.05;

analyze asks;
insert into addressees (id, plan_id, dispatch_id, unit_id, path, mode, due_on, state, asked, answered, sent_at, opened_at, answered_at)
  select r.id, r.plan_id, r.dispatch_id, r.unit_id, r.path, 'assign', r.due_on,
    case when k.unopened > 0 then 'unopened' when k.unanswered > 0 then 'unanswered' when k.wishes > 0 then 'wants-change'
      when k.loose > 0 then 'loose' else 'done' end,
    k.asked, k.asked - k.unopened - k.unanswered, '2026-11-02', case when k.unopened = 0 then timestamptz '2026-11-09' end,
    case when k.unopened + k.unanswered = 0 then timestamptz '2026-11-10' end
  from receivers r join (
    select addressee_id, count(*) as asked, count(*) filter (where state = 'unopened') as unopened,
      count(*) filter (where state = 'unanswered') as unanswered, count(*) filter (where state = 'wants-change') as wishes,
      count(*) filter (where state = 'loose') as loose
    from asks group by 1) k on k.addressee_id = r.id;
-- Two in five made a plan of their own out of it.
update addressees set lines_inherited = asked, lines_own = 1 + (random() * 9)::int where random() < 0.4 and state in ('loose', 'done');

insert into ask_counts (plan_id, node_id, line_id, unopened, unanswered, loose, adopted, not_ours, wants_change)
  select g.plan_id, n.id, g.line_id, sum(g.n) filter (where g.state = 'unopened'), sum(g.n) filter (where g.state = 'unanswered'),
    sum(g.n) filter (where g.state = 'loose'), sum(g.n) filter (where g.state = 'adopted'),
    sum(g.n) filter (where g.state = 'not-ours'), sum(g.n) filter (where g.state = 'wants-change')
  from (select k.plan_id, k.line_id, k.state, r.stem, count(*) as n
      from asks k join (select id, regexp_replace(path, '[0-9]+\.$', '') as stem from receivers) r on r.id = k.addressee_id
      group by 1, 2, 3, 4
    -- Every state once for every line, so that no sum is empty.
    union all select s.plan_id, l.line_id, x.state, h.stem, 0
      from sent s join sent_lines l on l.plan_id = s.plan_id
      join (select distinct plan_id, regexp_replace(path, '[0-9]+\.$', '') as stem from receivers) h on h.plan_id = s.plan_id
      cross join unnest(array['unopened', 'unanswered', 'loose', 'adopted', 'not-ours', 'wants-change']) as x (state)) g
  cross join lateral unnest(string_to_array(rtrim(g.stem, '.'), '.')::bigint[]) as way (no)
  join units n on n.no = way.no group by 1, 2, 3;
insert into addressee_counts (plan_id, node_id, unopened, unanswered, wants_change, loose, done)
  select a.plan_id, n.id, count(*) filter (where state = 'unopened'), count(*) filter (where state = 'unanswered'),
    count(*) filter (where state = 'wants-change'), count(*) filter (where state = 'loose'), count(*) filter (where state = 'done')
  from addressees a
  cross join lateral unnest(string_to_array(rtrim(regexp_replace(a.path, '[0-9]+\.$', ''), '.'), '.')::bigint[]) as way (no)
  join units n on n.no = way.no group by 1, 2;

create temporary table more_activities as
  select gen_random_uuid() as line_id, p.id as plan_id, n from plans p cross join generate_series(1, 4) n
  where p.period_from = 2026 and p.period_kind = 'calendarYear';
insert into plan_lines (id, plan_id, part, position, text, detail, origin)
  select line_id, plan_id, 'activity', 100 + n, 'Hoạt động ' || n || ': viết bài, phát bản tin về việc tốt của trường.', '{"product": "bản tin"}', 'own'
  from more_activities;
insert into plan_targets (id, line_id, plan_id, product, counts, months, total)
  select gen_random_uuid(), line_id, plan_id, 'bản tin', 'bulletin', '{"2026-10": 1, "2026-11": 1}', 2 from more_activities;
drop table sent, sent_lines, receivers, more_activities;
set session_replication_role = origin;
