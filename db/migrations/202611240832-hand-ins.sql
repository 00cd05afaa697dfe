-- What photos of a semester are filed under: reference data, so that a topic may be added or ended without a release.
create table hand_in_topics (
  code text primary key,
  name_vi text not null,
  name_en text not null,
  position int not null,
  valid_from date not null,
  valid_to date,
  source text not null
);
insert into hand_in_topics (code, name_vi, name_en, position, valid_from, source) values
  ('teaching', 'Dạy và học', 'Teaching and learning', 1, '2020-01-01', 'Kế hoạch truyền thông của ngành'),
  ('ceremony', 'Lễ, ngày hội, hội nghị', 'Ceremonies, festivals, conferences', 2, '2020-01-01', 'Kế hoạch truyền thông của ngành'),
  ('good-example', 'Gương người tốt, việc tốt', 'Good examples', 3, '2020-01-01', 'Kế hoạch truyền thông của ngành'),
  ('boarding', 'Bán trú, nội trú', 'Boarding and school meals', 4, '2020-01-01', 'Kế hoạch truyền thông của ngành'),
  ('sport-art', 'Thể thao, văn nghệ', 'Sport and arts', 5, '2020-01-01', 'Kế hoạch truyền thông của ngành'),
  ('facilities', 'Cơ sở vật chất, cảnh quan', 'Buildings and grounds', 6, '2020-01-01', 'Kế hoạch truyền thông của ngành'),
  ('other', 'Nội dung khác', 'Other', 9, '2020-01-01', 'Kế hoạch truyền thông của ngành');

-- How many days after the last day of a semester (by school_terms) its photos are to be there; dated.
create table hand_in_rules (
  semester int not null check (semester in (1, 2)),
  days_after int not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  primary key (semester, valid_from)
);
insert into hand_in_rules (semester, days_after, valid_from, source) values
  (1, 0, '2020-01-01', 'Kế hoạch truyền thông của ngành: nộp ảnh vào cuối mỗi học kỳ'),
  (2, 0, '2020-01-01', 'Kế hoạch truyền thông của ngành: nộp ảnh vào cuối mỗi học kỳ');

alter table hand_in_items add constraint hand_in_items_topic_fkey foreign key (topic) references hand_in_topics (code);
-- A receipt has its number of the receiving unit and the school year.
create unique index hand_ins_receipt on hand_ins (to_unit_id, school_year, receipt_no) where receipt_no is not null;
