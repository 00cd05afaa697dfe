-- Units are merged, split, renamed, moved and closed by decision, with an effective day; what was stays as it was.
create table unit_changes (
  id uuid primary key,
  kind text not null check (kind in ('merge', 'split', 'rename', 'move', 'close')),
  -- The unit above all units concerned: who reaches it sees the change.
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  effective_on date not null,
  decision text not null,
  -- Ids and names as given; `undo` is what brings everything back.
  input jsonb not null,
  undo jsonb,
  state text not null check (state in ('planned', 'done', 'undone', 'failed')),
  failure jsonb,
  batch_id uuid,
  person_id uuid not null references people (id),
  created_at timestamptz not null default now(),
  done_at timestamptz,
  undone_at timestamptz,
  undone_by uuid references people (id)
);
create index unit_changes_path on unit_changes (path, effective_on desc, id desc);
create index unit_changes_planned on unit_changes (effective_on) where state = 'planned';
create index unit_changes_batch on unit_changes (batch_id) where batch_id is not null;

-- What went on from which unit to which, by which share of work; a split has several successors.
create table unit_successions (
  change_id uuid not null references unit_changes (id),
  from_id uuid not null references units (id),
  to_id uuid not null references units (id),
  -- The successor that carries on what was open.
  main boolean not null default true,
  primary key (change_id, from_id, to_id)
);
create index unit_successions_from on unit_successions (from_id);
create index unit_successions_to on unit_successions (to_id);

-- Where a unit stood in the working line, and when: 'as then' figures join here, 'as now' figures join units.
create table unit_paths (
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  valid_from date not null,
  valid_to date,
  primary key (unit_id, valid_from)
);
create index unit_paths_path on unit_paths (path, valid_from);
insert into unit_paths (unit_id, path, valid_from) select id, path, opened_on from units;
