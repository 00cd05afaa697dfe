-- How much of what a unit owes in a period, who owes it, and how it stands.

-- Months of the parts of a school year; a later frame of the ministry or a province gets its own rows.
create table school_terms (
  kind text not null check (kind in ('semester', 'schoolYear')),
  n int not null,
  first_month int not null check (first_month between 1 and 12),
  months int not null check (months between 1 and 12),
  -- Holds for school years that begin in this year or later.
  valid_from int not null,
  valid_to int,
  source text not null,
  primary key (kind, n, valid_from)
);
insert into school_terms (kind, n, first_month, months, valid_from, source) values
  ('semester', 1, 9, 5, 2020, 'Khung kế hoạch thời gian năm học: học kỳ I kết thúc trong tháng 01'),
  ('semester', 2, 2, 4, 2020, 'Khung kế hoạch thời gian năm học: năm học kết thúc trước ngày 31/5'),
  ('schoolYear', 1, 9, 9, 2020, 'Khung kế hoạch thời gian năm học: từ tháng 9 đến tháng 5');

create table quotas (
  id uuid primary key,
  -- Who set it; the plan and line it stands in, where it was not set by hand.
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  plan_id uuid references plans (id),
  line_id uuid,
  -- Who owes it: the unit itself, each of its teams, each unit of some kinds below, those that the line was sent to, one unit.
  scope text not null check (scope in ('own', 'teams', 'below', 'asked', 'unit')),
  kinds text[],
  target_unit_id uuid references units (id),
  -- The sentence as it stands in the plan, or as it was typed.
  words text not null check (words <> ''),
  product text not null,
  counts text[] not null check (cardinality(counts) > 0),
  min_count int not null check (min_count between 1 and 10000),
  per text not null check (per in ('week', 'month', 'quarter', 'semester', 'schoolYear', 'year')),
  moment text not null check (moment in ('sent', 'approved', 'published', 'picked')),
  from_month text not null check (from_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  to_month text not null check (to_month ~ '^\d{4}-(0[1-9]|1[0-2])$' and to_month >= from_month),
  ended_at timestamptz,
  created_by uuid references people (id),
  created_at timestamptz not null default now(),
  version int not null default 1
);
create unique index quotas_line on quotas (line_id, scope) where line_id is not null;
create index quotas_path on quotas (path, to_month);
create index quotas_plan on quotas (plan_id) where plan_id is not null;

-- Who owes it by name, below which unit that one stands, and in which rows of output_counts its items are found.
create table quota_units (
  quota_id uuid not null references quotas (id) on delete cascade,
  unit_id uuid not null references units (id),
  node_id uuid,
  path text collate "C" not null,
  counted_unit_id uuid not null,
  counted_team_id uuid not null,
  primary key (quota_id, unit_id)
);
create index quota_units_node on quota_units (node_id, quota_id);
create index quota_units_unit on quota_units (unit_id);
create index quota_units_path on quota_units (quota_id, path);

-- Kept figures of a unit for a quota and period: of those that stand directly below it, and of all below.
create table quota_counts (
  node_id uuid not null,
  kind text not null,
  key text not null,
  quota_id uuid not null references quotas (id) on delete cascade,
  own_expected int not null default 0,
  own_met int not null default 0,
  own_sent int not null default 0,
  own_approved int not null default 0,
  own_published int not null default 0,
  own_picked int not null default 0,
  expected int not null default 0,
  met int not null default 0,
  sent int not null default 0,
  approved int not null default 0,
  published int not null default 0,
  picked int not null default 0,
  primary key (node_id, kind, key, quota_id)
) with (fillfactor = 60);
create index quota_counts_quota on quota_counts (quota_id, kind, key);
