-- An issued plan is amended by a plan of its own (drafted, signed, numbered); on its issue the changes come into the plan.
alter table plans add column amends_id uuid references plans (id);
create unique index plans_one_amendment on plans (amends_id) where amends_id is not null and state in ('draft', 'consulting', 'submitted', 'signed');
-- The plan of the year before, from which this one was made.
alter table plans add column follows_id uuid references plans (id);
-- The line of the amended (or last year's) plan from which this one was copied.
alter table plan_lines add column copy_of uuid;

-- n = 1 is the plan as first issued.
create table plan_editions (
  plan_id uuid not null references plans (id),
  n int not null,
  amendment_id uuid references plans (id),
  version_n int not null,
  number text,
  symbol text not null,
  issued_on date not null,
  reason text,
  person_id uuid not null references people (id),
  at timestamptz not null default now(),
  primary key (plan_id, n)
);
-- What an edition did to each line; `before` and `after` are the line as frozen (text, detail, targets).
create table plan_line_changes (
  plan_id uuid not null,
  edition int not null,
  line_id uuid not null,
  change text not null check (change in ('added', 'changed', 'removed')),
  before jsonb,
  after jsonb,
  primary key (plan_id, edition, line_id),
  foreign key (plan_id, edition) references plan_editions (plan_id, n)
);
-- A line that an edition took out stays in the table, so that answers and evidence keep what they are about.
alter table plan_lines add column removed_in int;
-- What was done of each line when the plan was closed: counts and a sentence of its own.
create table plan_results (
  plan_id uuid not null references plans (id),
  line_id uuid not null,
  planned int,
  done int,
  note text,
  primary key (plan_id, line_id)
);
