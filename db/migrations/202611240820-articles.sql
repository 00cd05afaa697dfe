-- Kinds of articles: reference data, so that a kind may be added or ended without a release.
create table article_kinds (
  code text primary key,
  name_vi text not null,
  name_en text not null,
  -- As what it counts in plans and quotas.
  counts text not null,
  position int not null,
  -- What a text of this kind wants before it is approved.
  needs_picture boolean not null default false,
  valid_from date not null,
  valid_to date,
  source text not null
);
insert into article_kinds (code, name_vi, name_en, counts, position, needs_picture, valid_from, source) values
  ('tin', 'Tin', 'News', 'unit-article', 1, false, '2020-01-01', 'Cách phân loại trong báo cáo của các sở'),
  ('bai', 'Bài', 'Article', 'unit-article', 2, false, '2020-01-01', 'Cách phân loại trong báo cáo của các sở'),
  ('phong-su', 'Phóng sự', 'Feature', 'unit-article', 3, false, '2020-01-01', 'Cách phân loại trong báo cáo của các sở'),
  ('guong-tot', 'Gương người tốt, việc tốt', 'Good example', 'unit-article', 4, false, '2020-01-01', 'Kế hoạch truyền thông của ngành'),
  ('anh', 'Chùm ảnh', 'Photo story', 'photo-set', 5, true, '2020-01-01', 'Kế hoạch truyền thông của ngành'),
  ('video', 'Video', 'Video', 'video', 6, false, '2020-01-01', 'Kế hoạch truyền thông của ngành');

-- Languages a text may be written in.
create table article_languages (
  code text primary key,
  name_vi text not null,
  name_en text not null,
  position int not null
);
insert into article_languages values
  ('vi', 'Tiếng Việt', 'Vietnamese', 0), ('en', 'Tiếng Anh', 'English', 1), ('mww', 'Tiếng Mông', 'Hmong', 2), ('tyz', 'Tiếng Tày', 'Tày', 3),
  ('nut', 'Tiếng Nùng', 'Nùng', 4), ('blt', 'Tiếng Thái', 'Thái', 5), ('mtq', 'Tiếng Mường', 'Mường', 6), ('ium', 'Tiếng Dao', 'Dao', 7),
  ('km', 'Tiếng Khmer', 'Khmer', 8), ('cjm', 'Tiếng Chăm', 'Chăm', 9), ('jra', 'Tiếng Gia Rai', 'Jarai', 10), ('rad', 'Tiếng Ê Đê', 'Rade', 11),
  ('bdq', 'Tiếng Ba Na', 'Bahnar', 12), ('zh', 'Tiếng Hoa', 'Chinese', 13);

-- What is asked of somebody for an activity: so many texts of a kind by a day. The articles name it.
create table article_assignments (
  id uuid primary key,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  -- The team or person that is to write; one of them.
  team_id uuid references units (id),
  person_id uuid references people (id),
  kind text not null references article_kinds (code),
  title text not null check (title <> ''),
  brief text not null default '',
  wanted int not null default 1 check (wanted between 1 and 200),
  due_on date,
  -- Where it counts: activity, target and series of a plan of this unit (or of one above that asked for it).
  line_id uuid references plan_lines (id),
  target_id uuid,
  series_id uuid references series (id),
  state text not null check (state in ('open', 'done', 'cancelled')),
  reason text,
  reminded_on date,
  created_by uuid references people (id),
  created_at timestamptz not null default now(),
  version int not null default 1,
  check (team_id is not null or person_id is not null)
);
create index article_assignments_list on article_assignments (unit_id, state, due_on, id);
create index article_assignments_team on article_assignments (team_id) where state = 'open';
create index article_assignments_person on article_assignments (person_id) where state = 'open';
create index article_assignments_line on article_assignments (line_id);

-- One story, or a level's own edition of a story that came from below (origin_id). What a list shows stands here; the
-- words stand in article_texts.
create table articles (
  id uuid primary key,
  -- The unit whose it is; a team inside it that wrote it.
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  team_id uuid references units (id),
  team_path text collate "C",
  kind text not null references article_kinds (code),
  language text not null default 'vi' references article_languages (code),
  -- The text of which this one is a version in another language.
  translation_of uuid references articles (id),
  -- The story of which this is a higher level's edition, and the version it was taken from.
  origin_id uuid references articles (id),
  origin_version_n int,
  title text not null default '',
  summary text not null default '',
  -- Who wrote it, as printed under it; the account where there is one. Entered for a unit by the level above: by whom.
  credit text not null default '',
  author_id uuid references people (id),
  entered_for boolean not null default false,
  -- The first picture. No key: a draft written without a network may arrive before its photos.
  lead_cut_id uuid,
  assignment_id uuid references article_assignments (id),
  line_id uuid references plan_lines (id),
  target_id uuid,
  series_id uuid references series (id),
  -- How far the newest text has come.
  stage text not null default 'writing' check (stage in ('writing', 'in-review', 'returned', 'approved', 'scheduled', 'published', 'taken-down')),
  -- The approved version, and the hash of exactly what was approved.
  approved_n int,
  approved_hash text,
  -- When it first stood on the unit's own site; whether it stands there now.
  published_at timestamptz,
  live boolean not null default false,
  -- What lists are sorted by: the last thing that happened to it.
  moved_at timestamptz not null default now(),
  created_by uuid references people (id),
  created_at timestamptz not null default now(),
  version int not null default 1,
  tsv tsvector,
  check ((team_id is null) = (team_path is null))
);
create index articles_unit on articles (unit_id, moved_at desc, id desc);
create index articles_unit_stage on articles (unit_id, stage, moved_at desc, id desc);
create index articles_team on articles (team_path, moved_at desc, id desc) where team_path is not null;
create index articles_mine on articles (author_id, moved_at desc, id desc);
-- What is public, below a unit and everywhere, along the time.
create index articles_live_path on articles (path, published_at desc, id desc) where live;
create index articles_live on articles (published_at desc, id desc) where live;
create index articles_origin on articles (origin_id) where origin_id is not null;
create index articles_translation on articles (translation_of) where translation_of is not null;
create index articles_assignment on articles (assignment_id) where assignment_id is not null;
create index articles_line on articles (line_id) where line_id is not null;
create index articles_series on articles (series_id) where series_id is not null;
create index articles_tsv on articles using gin (tsv);

-- The newest words; saved while somebody types, so apart from the row that lists read.
create table article_texts (
  article_id uuid primary key references articles (id) on delete cascade,
  content jsonb not null,
  content_hash text not null,
  words int not null default 0,
  saved_by uuid references people (id),
  saved_at timestamptz not null default now(),
  -- Goes out to the writer and comes back; a difference is a conflict.
  version int not null default 1
);

-- Texts as they were: at each act, and where another person or another sitting went on.
create table article_versions (
  article_id uuid not null references articles (id) on delete cascade,
  n int not null,
  title text not null,
  summary text not null,
  credit text not null,
  kind text not null,
  language text not null,
  content jsonb not null,
  content_hash text not null,
  why text not null check (why in ('sitting', 'submitted', 'returned', 'approved', 'published', 'restored', 'taken-over', 'imported', 'correction')),
  by_id uuid references people (id),
  at timestamptz not null default now(),
  primary key (article_id, n)
);

-- Who has it open, for the others to see; rows older than a minute say nothing.
create table article_presence (
  article_id uuid not null references articles (id) on delete cascade,
  person_id uuid not null references people (id),
  tab text not null,
  editing boolean not null,
  seen_at timestamptz not null default now(),
  primary key (article_id, person_id, tab)
);

-- The steps a text takes in a unit; units below without their own take these.
create table article_workflows (
  id uuid primary key,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  -- [{key, name, by: 'team-head'|'editor'|'head'|'person', personId?, days, optional}]
  steps jsonb not null,
  valid_from timestamptz not null default now(),
  ended_at timestamptz,
  set_by uuid references people (id)
);
create unique index article_workflows_now on article_workflows (unit_id) where ended_at is null;

-- One way of a text through the steps, from submission to approval or return.
create table article_runs (
  id uuid primary key,
  article_id uuid not null references articles (id),
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  steps jsonb not null,
  step int not null default 0,
  state text not null check (state in ('open', 'approved', 'returned', 'withdrawn')),
  claimed_by uuid references people (id),
  -- Passed on to somebody for this step.
  delegated_to uuid references people (id),
  due_on date,
  reminded_on date,
  submitted_by uuid references people (id),
  submitted_at timestamptz not null default now(),
  ended_at timestamptz,
  version int not null default 1
);
create unique index article_runs_open on article_runs (article_id) where state = 'open';
create index article_runs_list on article_runs (unit_id, due_on, id) where state = 'open';
create index article_runs_due on article_runs (due_on) where state = 'open';
create index article_runs_article on article_runs (article_id, submitted_at);
create index article_runs_claimed on article_runs (claimed_by) where state = 'open';

-- What was decided at each step: who, when, on exactly which text, with what reason.
create table article_decisions (
  id uuid primary key,
  run_id uuid not null references article_runs (id),
  article_id uuid not null references articles (id),
  step int not null,
  step_name text not null,
  act text not null check (act in ('submitted', 'passed', 'approved', 'returned', 'withdrawn', 'skipped', 'delegated', 'claimed', 'released')),
  person_id uuid references people (id),
  on_behalf_of text,
  reason text,
  version_n int,
  content_hash text,
  at timestamptz not null default now()
);
create index article_decisions_article on article_decisions (article_id, at, id);
create index article_decisions_run on article_decisions (run_id);

-- Where a story stands or is to stand: the site of its own unit, and of units that picked it.
create table article_publications (
  id uuid primary key,
  article_id uuid not null references articles (id),
  -- The unit on whose site it stands.
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  state text not null check (state in ('scheduled', 'published', 'failed', 'taken-down', 'cancelled')),
  -- Publishing publishes this version and nothing else.
  version_n int not null,
  content_hash text not null,
  due_at timestamptz not null,
  -- A failed one waits longer each time; the others go on.
  attempts int not null default 0,
  next_at timestamptz not null,
  error text,
  published_at timestamptz,
  corrected_at timestamptz,
  correction text,
  taken_down_at timestamptz,
  reason text,
  offer_id uuid,
  section text,
  created_by uuid references people (id),
  created_at timestamptz not null default now(),
  version int not null default 1,
  foreign key (article_id, version_n) references article_versions (article_id, n)
);
create unique index article_publications_once on article_publications (article_id, unit_id) where state in ('scheduled', 'published', 'failed');
create index article_publications_due on article_publications (next_at, id) where state in ('scheduled', 'failed');
create index article_publications_site on article_publications (unit_id, published_at desc, id desc) where state = 'published';
create index article_publications_article on article_publications (article_id);

-- A story offered to the unit above (or to the press list): accepted, returned with a reason, picked.
create table article_offers (
  id uuid primary key,
  article_id uuid not null references articles (id),
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  to_unit_id uuid not null references units (id),
  to_path text collate "C" not null,
  version_n int not null,
  content_hash text not null,
  state text not null check (state in ('offered', 'accepted', 'returned', 'picked', 'withdrawn')),
  note text not null default '',
  reason text,
  -- The receiving level's own edition, if it edited.
  edition_id uuid references articles (id),
  due_on date,
  offered_by uuid references people (id),
  offered_at timestamptz not null default now(),
  decided_by uuid references people (id),
  decided_at timestamptz,
  version int not null default 1,
  foreign key (article_id, version_n) references article_versions (article_id, n)
);
create unique index article_offers_once on article_offers (article_id, to_unit_id) where state in ('offered', 'accepted', 'picked');
create index article_offers_received on article_offers (to_unit_id, state, offered_at desc, id desc);
create index article_offers_sent on article_offers (unit_id, offered_at desc, id desc);
create index article_offers_article on article_offers (article_id);

-- What may not be published for now: a person named in an open case, a topic under an incident. Placed and lifted by a
-- plain call of the module that knows why (Luật Nhà giáo 2025, Điều 11 khoản 3).
create table publication_guards (
  id uuid primary key,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  -- Names or words; a text that has all words of one of them is held.
  phrases text[] not null check (cardinality(phrases) between 1 and 20),
  reason text not null check (reason <> ''),
  basis text not null default '',
  placed_kind text not null,
  placed_id uuid,
  placed_by uuid references people (id),
  placed_at timestamptz not null default now(),
  until date,
  lifted_at timestamptz,
  lifted_by uuid references people (id),
  lifted_reason text,
  version int not null default 1
);
create index publication_guards_now on publication_guards (path) where lifted_at is null;

-- Words and patterns that a text is checked for: dated, with a source.
create table check_patterns (
  code text not null,
  kind text not null check (kind in ('personal-data', 'secrecy', 'glitch')),
  pattern text not null,
  severity text not null check (severity in ('stop', 'warn')),
  valid_from date not null,
  valid_to date,
  source text not null,
  primary key (code, valid_from)
);

-- A link checked lately, so that the same one is not fetched for every text.
create table link_checks (
  url_key text primary key,
  url text not null,
  ok boolean not null,
  status int,
  reason text,
  checked_at timestamptz not null default now()
);
