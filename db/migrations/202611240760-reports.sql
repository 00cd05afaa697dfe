-- Hồ sơ minh chứng: everything that proves what a unit did in a time, put together into one ZIP.
create table dossiers (
  id uuid primary key,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  from_on date not null,
  to_on date not null,
  plan_id uuid references plans (id),
  state text not null default 'waiting' check (state in ('waiting', 'ready', 'failed')),
  file_id uuid references files (id),
  items int,
  -- What did not fit, or could not be read: said in the table of contents too.
  left_out int,
  requested_by uuid not null references people (id),
  requested_at timestamptz not null default now(),
  ready_at timestamptz,
  check (to_on >= from_on)
);
create index dossiers_path on dossiers (path, id desc);
