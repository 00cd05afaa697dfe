-- A series (tuyến bài): several products with one aim, between an activity and its articles.
create table series (
  id uuid primary key,
  plan_id uuid not null references plans (id),
  line_id uuid references plan_lines (id) on delete cascade,
  title text not null check (title <> ''),
  aim text,
  from_on date,
  to_on date,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  created_by uuid references people (id),
  created_at timestamptz not null default now(),
  version int not null default 1,
  check (to_on is null or from_on is null or to_on >= from_on)
);
create index series_plan on series (plan_id, from_on, id);
create index series_line on series (line_id);

-- An output counted towards a target of a plan (or standing as evidence of a line without a count).
create table evidence (
  id uuid primary key,
  plan_id uuid not null references plans (id),
  line_id uuid not null references plan_lines (id),
  -- No key: an edition of the plan writes its targets anew or drops one; what was recorded stays with its line.
  target_id uuid,
  output_id uuid not null references outputs (id),
  -- The unit whose plan it counts in.
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  kind text not null check (kind in ('link', 'file', 'event', 'placement')),
  amount int not null default 1 check (amount between 1 and 100000),
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  -- Of an event: where, and how many came.
  place text,
  participants int check (participants between 0 and 10000000),
  note text,
  series_id uuid references series (id) on delete set null,
  state text not null check (state in ('recorded', 'confirmed', 'refused', 'withdrawn')),
  -- Who is to confirm it by the rule of that day; null where nobody is.
  confirmed_by text check (confirmed_by in ('unit', 'unit-above')),
  -- Whether it counts now: recorded where no confirmation is asked, confirmed where it is.
  counted boolean not null,
  reason text,
  decided_by uuid references people (id),
  decided_at timestamptz,
  recorded_by uuid references people (id),
  -- The same output in the yearly plan from whose line a thematic plan hangs: it follows what is decided there.
  follows_id uuid references evidence (id),
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index evidence_plan on evidence (plan_id, line_id);
create index evidence_line on evidence (line_id, id);
create index evidence_output on evidence (output_id);
create index evidence_target on evidence (target_id) where counted;
create index evidence_follows on evidence (follows_id) where follows_id is not null;
create index evidence_series on evidence (series_id) where series_id is not null;
create unique index evidence_once on evidence (target_id, output_id) where state in ('recorded', 'confirmed');
create unique index evidence_once_on_line on evidence (line_id, output_id) where state in ('recorded', 'confirmed') and target_id is null;
create index evidence_waiting on evidence (path, id) where state = 'recorded' and not counted;

-- Photos, scans and papers of one piece of evidence.
create table evidence_files (
  evidence_id uuid not null references evidence (id) on delete cascade,
  file_id uuid not null references files (id),
  position int not null,
  primary key (evidence_id, file_id)
);
create index evidence_files_file on evidence_files (file_id);

-- What may stand as evidence for what counts, and who confirms it; dated, because rules change.
create table evidence_rules (
  counts text not null,
  kind text not null check (kind in ('link', 'file', 'event', 'placement')),
  confirmed_by text check (confirmed_by in ('unit', 'unit-above')),
  valid_from date not null,
  valid_to date,
  source text not null,
  primary key (counts, kind, valid_from)
);
insert into evidence_rules (counts, kind, confirmed_by, valid_from, source)
select counts, kind, confirmed_by, '2026-01-01', 'Nếp làm việc mặc định của hệ thống'
from (values
  ('unit-article', 'link', null), ('unit-article', 'file', 'unit'),
  ('newspaper-article', 'link', null), ('newspaper-article', 'file', 'unit'), ('newspaper-article', 'placement', 'unit'),
  ('broadcast', 'link', null), ('broadcast', 'file', 'unit'), ('broadcast', 'placement', 'unit'),
  ('social-post', 'link', null), ('social-post', 'file', 'unit'),
  ('photo-set', 'link', null), ('photo-set', 'file', null),
  ('video', 'link', null), ('video', 'file', null),
  ('bulletin', 'link', null), ('bulletin', 'file', null),
  ('event', 'event', 'unit'), ('event', 'file', 'unit'), ('event', 'link', null),
  ('training', 'event', 'unit'), ('training', 'file', 'unit'),
  ('other', 'link', null), ('other', 'file', 'unit'), ('other', 'event', 'unit'), ('other', 'placement', 'unit')
) as r (counts, kind, confirmed_by);

-- How far each activity of an issued plan has come. The days do not depend on today: on which day it begins, is at risk and
-- is late if nothing more is done; so that no clock has to turn the rows.
create table activity_progress (
  line_id uuid primary key references plan_lines (id) on delete cascade,
  plan_id uuid not null references plans (id) on delete cascade,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  -- False once the plan is closed or recalled: nothing of it is late any more.
  live boolean not null,
  -- Of each target at most what it asks, so that much of one thing does not hide the lack of another.
  total int not null,
  done int not null,
  complete boolean not null,
  starts_on date,
  ends_on date,
  risk_from date,
  late_from date,
  -- Months in which something of it is due or planned, and units as named that lead it.
  months text[] not null default '{}',
  leads text[] not null default '{}',
  -- A person said that it is done (a line without counts).
  said_done boolean not null default false,
  said_note text,
  said_by uuid references people (id),
  said_at timestamptz,
  -- What is late or comes next stands first, what is done last.
  sort_on date not null generated always as (case when complete then date '9999-12-31' else coalesce(late_from, date '9999-12-30') end) stored,
  tsv tsvector
);
create index activity_progress_path on activity_progress (path, sort_on, line_id) where live;
create index activity_progress_sort on activity_progress (sort_on, line_id) where live;
create index activity_progress_unit on activity_progress (unit_id, sort_on, line_id) where live;
create index activity_progress_plan on activity_progress (plan_id);
create index activity_progress_tsv on activity_progress using gin (tsv);

-- A private address of a person's calendar for one unit; the secret is kept as its hash only.
create table calendar_feeds (
  id uuid primary key,
  person_id uuid not null references people (id),
  unit_id uuid not null references units (id),
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  last_read_at timestamptz
);
create index calendar_feeds_person on calendar_feeds (person_id, created_at);
