-- A sector of real size for bench/load.bench.ts: 1 ministry, 34 departments, 3,321 commune offices, the rest schools up to
-- 52,000 units; 20,000 people with grants; 20,000 plans of 30 lines. Seeded: the same rows each time.
select setseed(0.42);

create temporary table made as
  select gen_random_uuid() as id, 1 as no, 0 as above, 'ministry' as kind, 'Bộ Giáo dục và Đào tạo' as name
  union all
  select gen_random_uuid(), 1 + i, 1, 'province-department', 'Sở Giáo dục và Đào tạo tỉnh Đo ' || i from generate_series(1, 34) i
  union all
  select gen_random_uuid(), 35 + i, 2 + (i % 34), 'commune-office', 'Phòng Văn hóa - Xã hội xã Suối ' || i from generate_series(1, 3321) i
  union all
  select gen_random_uuid(), 3356 + i, 36 + (i % 3321),
    (array['nursery', 'primary', 'lower-secondary'])[1 + i % 3],
    (array['Trường Mầm non ', 'Trường Tiểu học ', 'Trường THCS '])[1 + i % 3]
      || (array['Hoa Mai', 'Bình Minh', 'Đồi Thông', 'Suối Ngọc', 'Ánh Dương', 'Kim Đồng', 'Lê Lợi', 'Sao Mai'])[1 + i % 8] || ' ' || i
    from generate_series(1, 48644) i;

insert into units (id, no, path, parent_id, kind, name, symbol, place, slug, tsv)
  select m.id, m.no,
    case m.kind when 'ministry' then '1.' when 'province-department' then '1.' || m.no || '.'
      when 'commune-office' then '1.' || m.above || '.' || m.no || '.'
      else '1.' || a.above || '.' || a.no || '.' || m.no || '.' end,
    a.id, m.kind, m.name, 'ĐV' || m.no, 'Đo', 'don-vi-' || m.no, to_tsvector('vn', m.name)
  from made m left join made a on a.no = m.above order by m.no;

insert into unit_paths (unit_id, path, valid_from) select id, path, opened_on from units;
insert into unit_parents (id, unit_id, parent_id, line, valid_from)
  select gen_random_uuid(), id, parent_id, 'working', '2025-07-01' from units where parent_id is not null;

create temporary table persons as
  select gen_random_uuid() as id, i, 1 + (i * 7919) % 52000 as unit_no from generate_series(1, 20000) i;
update persons set unit_no = 1 where i <= 4;
update persons set unit_no = 1 + i - 4 where i between 5 and 38;
update persons set unit_no = 36 + i where i between 39 and 80;

insert into people (id, name, email, tsv)
  select id, (array['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Vũ'])[1 + i % 5] || ' ' || (array['Thị Hoa', 'Văn Nam', 'Minh Anh', 'Thu Hà'])[1 + i % 4] || ' ' || i,
    'nguoi' || i || '@do.example', to_tsvector('vn', 'nguoi ' || i) from persons;
insert into accounts (person_id, state) select id, 'active' from persons;
insert into grants (id, person_id, unit_id, path, role, valid_from)
  select gen_random_uuid(), p.id, u.id, u.path, 'communications-officer', '2025-07-01' from persons p join units u on u.no = p.unit_no;
insert into posts (id, unit_id, path, kind, title, person_id, valid_from)
  select gen_random_uuid(), u.id, u.path, 'communications', 'Phụ trách truyền thông', p.id, '2025-07-01' from persons p join units u on u.no = p.unit_no;

create temporary table drafted as
  select gen_random_uuid() as id, i, case when i <= 400 then 1 + i % 80 else 1 + (i * 6007) % 52000 end as unit_no from generate_series(1, 20000) i;
insert into plans (id, unit_id, path, kind, title, period_kind, period_from, period_to, state, issuing_body, symbol, place, number, issued_on, updated_at, tsv)
  select d.id, u.id, u.path, 'year', 'Truyền thông về giáo dục năm 2026 của ' || u.name, 'calendarYear', 2026, 2026,
    (array['draft', 'submitted', 'issued', 'issued', 'issued'])[1 + d.i % 5], u.name, 'KH-ĐV', 'Đo',
    case when d.i % 5 > 1 then d.i::text end, case when d.i % 5 > 1 then date '2026-01-05' + (d.i % 300) end,
    timestamptz '2026-11-20' - (d.i || ' minutes')::interval, to_tsvector('vn', 'Truyền thông về giáo dục năm 2026 của ' || u.name)
  from drafted d join units u on u.no = d.unit_no;

insert into plan_lines (id, plan_id, part, position, text, detail, origin)
  select gen_random_uuid(), d.id, (array['purpose', 'requirement', 'area', 'activity', 'quota'])[1 + n % 5], n,
    'Nội dung ' || n || ': tuyên truyền chủ trương, chính sách, gương người tốt, việc tốt của ngành trong năm học mới.', '{}', 'own'
  from drafted d cross join generate_series(1, 30) n;
insert into plan_targets (id, line_id, plan_id, product, counts, months, total)
  select gen_random_uuid(), l.id, l.plan_id, 'bài báo', 'newspaper-article', '{"2026-11": 1, "2026-12": 2}', 3 from plan_lines l where l.part = 'activity';
