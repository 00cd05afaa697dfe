-- An output counted towards a target of a plan (or standing as evidence of a line without a count).
create table evidence (
  id uuid primary key,
  plan_id uuid not null references plans (id),
  line_id uuid not null references plan_lines (id),
  target_id uuid references plan_targets (id),
  output_id uuid not null references outputs (id),
  -- The unit whose plan it counts in.
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  amount int not null default 1 check (amount between 1 and 100000),
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  state text not null check (state in ('recorded', 'confirmed', 'refused', 'withdrawn')),
  -- Whether it counts now: recorded where no confirmation is asked, confirmed where it is.
  counted boolean not null,
  reason text,
  decided_by uuid references people (id),
  decided_at timestamptz,
  recorded_by uuid references people (id),
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index evidence_plan on evidence (plan_id, line_id);
create index evidence_target on evidence (target_id) where counted;
create unique index evidence_once on evidence (target_id, output_id) where state in ('recorded', 'confirmed');
create index evidence_waiting on evidence (path) where state = 'recorded' and not counted;

-- What may stand as evidence for what counts, and whether a person confirms it; dated, because rules change.
create table evidence_rules (
  counts text not null,
  accepts text[] not null check (accepts <@ array['link', 'file', 'event', 'placement']),
  confirmed_by text check (confirmed_by in ('unit', 'unit-above')),
  valid_from date not null,
  valid_to date,
  source text not null,
  primary key (counts, valid_from)
);
insert into evidence_rules (counts, accepts, confirmed_by, valid_from, source) values
  ('unit-article', '{link,file}', null, '2026-01-01', 'Nếp làm việc mặc định của hệ thống'),
  ('newspaper-article', '{link,file,placement}', null, '2026-01-01', 'Nếp làm việc mặc định của hệ thống'),
  ('broadcast', '{link,file,placement}', 'unit', '2026-01-01', 'Nếp làm việc mặc định của hệ thống'),
  ('social-post', '{link}', null, '2026-01-01', 'Nếp làm việc mặc định của hệ thống'),
  ('photo-set', '{link,file}', null, '2026-01-01', 'Nếp làm việc mặc định của hệ thống'),
  ('video', '{link,file}', null, '2026-01-01', 'Nếp làm việc mặc định của hệ thống'),
  ('bulletin', '{link,file}', null, '2026-01-01', 'Nếp làm việc mặc định của hệ thống'),
  ('event', '{event,file,link}', 'unit', '2026-01-01', 'Nếp làm việc mặc định của hệ thống'),
  ('training', '{event,file}', 'unit', '2026-01-01', 'Nếp làm việc mặc định của hệ thống'),
  ('other', '{link,file,event,placement}', 'unit', '2026-01-01', 'Nếp làm việc mặc định của hệ thống');
