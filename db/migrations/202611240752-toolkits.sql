-- Bộ tài liệu truyền thông: pieces that go down with a plan (or one line of it), ready for use in each unit's own name.
create table toolkit_pieces (
  id uuid primary key,
  plan_id uuid not null references plans (id),
  line_id uuid references plan_lines (id) on delete set null,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  kind text not null check (kind in ('message', 'questions', 'article', 'picture', 'broadcast', 'script')),
  title text not null check (title <> ''),
  -- With places to be filled in: {đơn vị}, {địa danh}, {cấp trên}.
  body text,
  file_id uuid references files (id),
  -- The content's own number: a correction is the next one.
  n int not null default 1,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  created_by uuid not null references people (id),
  updated_at timestamptz not null default now(),
  version int not null default 1
);
create index toolkit_pieces_plan on toolkit_pieces (plan_id, id);
create index toolkit_pieces_path on toolkit_pieces (path);

-- What each number said, and why it was corrected.
create table toolkit_versions (
  piece_id uuid not null references toolkit_pieces (id) on delete cascade,
  n int not null,
  title text not null,
  body text,
  file_id uuid references files (id),
  note text,
  person_id uuid not null references people (id),
  at timestamptz not null default now(),
  primary key (piece_id, n)
);

-- Which unit took a piece, and which number of it last.
create table toolkit_uses (
  piece_id uuid not null references toolkit_pieces (id) on delete cascade,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  n int not null,
  times int not null default 1,
  person_id uuid not null references people (id),
  first_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  primary key (piece_id, unit_id)
);
create index toolkit_uses_path on toolkit_uses (path);
