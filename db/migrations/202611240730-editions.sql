-- An issued plan is amended by a plan of its own (drafted, signed, numbered); on its issue the changes come into the plan.
-- While it is drafted it holds a copy of every line and target, with ids made of its own id and that of the original, so
-- that each copy finds its original again whatever the editors do.
alter table plans add column amends_id uuid references plans (id);
alter table plans add column amend_reason text;
create unique index plans_one_amendment on plans (amends_id) where amends_id is not null and state in ('draft', 'consulting', 'submitted', 'signed');
create index plans_amends on plans (amends_id) where amends_id is not null;
-- The plan of the year before, from which this one was made; ids of its lines follow those of that plan in the same way.
alter table plans add column follows_id uuid references plans (id);
create index plans_follows on plans (follows_id) where follows_id is not null;
-- A plan is recalled with a reason, by a document where there is one: its number as it is cited, and its day.
alter table plans add column recall_reason text;
alter table plans add column recall_ref text;
alter table plans add column recalled_on date;
alter table plan_steps drop constraint plan_steps_step_check;
alter table plan_steps add constraint plan_steps_step_check check (step in ('consultation', 'submission', 'initials', 'format-check',
  'signature', 'issue', 'return', 'withdrawal', 'closure', 'recall', 'signed-file', 'amendment'));

-- n = 1 is the plan as first issued.
create table plan_editions (
  plan_id uuid not null references plans (id),
  n int not null,
  amendment_id uuid references plans (id),
  -- The frozen version of the plan that holds this edition.
  version_n int not null,
  number text,
  symbol text not null,
  issued_on date not null,
  reason text,
  person_id uuid not null references people (id),
  at timestamptz not null default now(),
  primary key (plan_id, n)
);
create unique index plan_editions_amendment on plan_editions (amendment_id) where amendment_id is not null;
-- What an edition did to each line; `before` and `after` are the line as frozen (part, parentId, text, detail, targets).
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
-- A line or target that an edition took out stays in the table, so that answers and evidence keep what they are about.
alter table plan_lines add column removed_in int;
alter table plan_targets add column removed_in int;
-- What was done of each line when the plan was closed: counts and a sentence of its own.
create table plan_results (
  plan_id uuid not null references plans (id),
  line_id uuid not null,
  planned int,
  done int,
  note text,
  primary key (plan_id, line_id)
);
