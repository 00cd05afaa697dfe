create table plans (
  id uuid primary key,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  kind text not null check (kind in ('year', 'school-year', 'thematic')),
  title text not null check (title <> ''),
  period_kind text not null check (period_kind in ('calendarYear', 'schoolYear', 'range')),
  period_from int not null,
  period_to int not null,
  state text not null default 'draft' check (state in ('draft', 'consulting', 'submitted', 'signed', 'issued', 'closed', 'recalled')),
  -- Header as it will be printed; the upper body is by date and may be overruled.
  upper_body text,
  issuing_body text not null,
  number text,
  symbol text not null,
  place text not null,
  issued_on date,
  opening text,
  closing text,
  budget_source text,
  budget_amount_vnd bigint,
  signer_mode text check (signer_mode in ('KT.', 'TM.', 'TL.', 'TUQ.', 'Q.')),
  signer_on_behalf text,
  signer_position text,
  signer_name text,
  signer_person_id uuid references people (id),
  source_document_id uuid references documents (id),
  -- A thematic plan hangs from a line of the yearly one.
  parent_plan_id uuid references plans (id),
  parent_line_id uuid,
  edition int not null default 1,
  lead_person_id uuid references people (id),
  signed_file_id uuid references files (id),
  drafted_by uuid,
  due_on date,
  submitted_at timestamptz,
  signed_at timestamptz,
  signed_hash text,
  returned_reason text,
  returned_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  tsv tsvector
);
create index plans_list on plans (path, updated_at desc, id desc);
create index plans_state on plans (state, path);
create index plans_unit on plans (unit_id, updated_at desc);
create index plans_tsv on plans using gin (tsv);
create unique index plans_number_once on plans (unit_id, (extract(year from issued_on)), number) where number is not null;
alter table documents add constraint documents_issuer_plan foreign key (issuer_plan_id) references plans (id);

-- The plan's parts as one ordered tree of lines. `detail` is the part's own shape (see lib/plan-parts.ts).
create table plan_lines (
  id uuid primary key,
  plan_id uuid not null references plans (id) on delete cascade,
  part text not null check (part in ('basis', 'purpose', 'requirement', 'area', 'solution', 'activity', 'actor', 'duty', 'quota',
    'deliverable', 'reporting', 'channel', 'audience', 'message', 'recipient')),
  parent_id uuid references plan_lines (id) on delete cascade,
  position double precision not null,
  text text not null,
  detail jsonb not null default '{}',
  -- Where the line comes from: the document and place it was read from, or the line of the plan above.
  origin text not null default 'own' check (origin in ('own', 'inherited')),
  trace jsonb,
  version int not null default 1,
  updated_by uuid,
  updated_at timestamptz not null default now()
);
create index plan_lines_plan on plan_lines (plan_id, part, position);
create index plan_lines_parent on plan_lines (parent_id);

-- Targets are kept by month, so calendar-year and school-year views both add up.
create table plan_targets (
  id uuid primary key,
  line_id uuid not null references plan_lines (id) on delete cascade,
  plan_id uuid not null references plans (id) on delete cascade,
  product text not null,
  counts text not null check (counts in ('unit-article', 'newspaper-article', 'broadcast', 'social-post', 'photo-set', 'video', 'bulletin', 'event', 'training', 'other')),
  -- {'2026-04': 1, '2026-05': 2}
  months jsonb not null,
  total int not null check (total >= 0),
  position double precision not null default 0
);
create index plan_targets_line on plan_targets (line_id);
create index plan_targets_plan on plan_targets (plan_id);

-- The stops on the way to a signature: who, when, with what words.
create table plan_steps (
  id uuid primary key,
  plan_id uuid not null references plans (id) on delete cascade,
  step text not null check (step in ('consultation', 'submission', 'initials', 'format-check', 'signature', 'issue', 'return', 'withdrawal', 'closure', 'recall', 'signed-file')),
  version_n int,
  -- The signed file of this stop: one that is replaced later is kept.
  file_id uuid references files (id),
  person_id uuid not null references people (id),
  note text,
  at timestamptz not null default now(),
  -- The order in which the stops were made, whatever the clocks of the servers say.
  seq bigint generated always as identity
);
create index plan_steps_plan on plan_steps (plan_id, seq);

create table plan_comments (
  id uuid primary key,
  plan_id uuid not null references plans (id) on delete cascade,
  line_id uuid references plan_lines (id) on delete set null,
  person_id uuid not null references people (id),
  text text not null,
  at timestamptz not null default now(),
  resolved_at timestamptz,
  resolved_by uuid
);
create index plan_comments_plan on plan_comments (plan_id, id);

-- A frozen copy at each stop, for the readable diff and for what was really signed.
create table plan_versions (
  plan_id uuid not null references plans (id) on delete cascade,
  n int not null,
  label text not null,
  person_id uuid not null references people (id),
  at timestamptz not null default now(),
  content jsonb not null,
  content_hash text not null,
  primary key (plan_id, n)
);
