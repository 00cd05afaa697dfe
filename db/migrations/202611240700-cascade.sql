-- A plan goes down: to whom it was sent, what each unit is asked, what it answered, and the figures kept of it.

-- One act of sending. `choice` is what was chosen (lines, kinds, units), so that a second wave repeats it for new units.
create table dispatches (
  id uuid primary key,
  plan_id uuid not null references plans (id),
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  wave_of uuid references dispatches (id),
  note text,
  due_on date,
  choice jsonb not null,
  -- Figures told to the sender, told again where the same id is sent twice; addressees of before that got more lines.
  outcome jsonb not null default '{}',
  extended uuid[] not null default '{}',
  sent_by uuid not null references people (id),
  sent_at timestamptz not null default now()
);
create index dispatches_plan on dispatches (plan_id, sent_at);
create index dispatches_path on dispatches (path, sent_at);

-- A unit to which a plan was sent: once for a plan, however often more lines follow. Who reaches the unit reads the plan.
create table addressees (
  id uuid primary key,
  plan_id uuid not null references plans (id),
  dispatch_id uuid not null references dispatches (id),
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  mode text not null check (mode in ('assign', 'coordinate', 'inform')),
  due_on date,
  -- The most pressing of its lines; 'done' is answered whole, or opened where nothing is asked.
  state text not null default 'unopened' check (state in ('unopened', 'unanswered', 'wants-change', 'loose', 'done')),
  asked int not null default 0,
  answered int not null default 0,
  sent_at timestamptz not null default now(),
  opened_at timestamptz,
  opened_by uuid references people (id),
  answered_at timestamptz,
  answered_by uuid references people (id),
  -- The unit's own plan made from its answers.
  own_plan_id uuid references plans (id) on delete set null,
  -- Where the work went when the unit was merged into another one.
  passed_to uuid references addressees (id),
  recalled_at timestamptz,
  version int not null default 1,
  unique (plan_id, unit_id)
);
create index addressees_path on addressees (path, sent_at desc, id desc);
create index addressees_passed on addressees (plan_id, unit_id) where passed_to is not null;
create index addressees_unit on addressees (unit_id, sent_at desc);
create index addressees_state on addressees (plan_id, state, path);
create index addressees_due on addressees (due_on) where state in ('unopened', 'unanswered');

-- What one unit is asked by one line, and its answer. 'loose' is adopted without a person or a day; 'changed' means that
-- an edition of the plan changed the line after the answer; 'known' is for lines that are sent for information.
-- No foreign keys: a dispatch writes 64,000 rows in one statement out of both tables, and to look each of them up again
-- took longer than all the rest. Addressees, and lines of a plan that was issued, are never deleted.
create table asks (
  plan_id uuid not null,
  unit_id uuid not null,
  line_id uuid not null,
  addressee_id uuid not null,
  mode text not null check (mode in ('assign', 'coordinate', 'inform')),
  state text not null default 'unopened'
    check (state in ('unopened', 'unanswered', 'loose', 'adopted', 'not-ours', 'wants-change', 'changed', 'known')),
  due_on date,
  -- Who does it inside the unit, and until when.
  team_id uuid,
  person_id uuid,
  by_on date,
  -- Reason of 'not-ours', wish of 'wants-change'.
  reason text,
  decision text check (decision in ('accepted', 'declined')),
  decision_note text,
  decided_by uuid,
  decided_at timestamptz,
  -- The edition of the plan that the answer is about.
  edition int not null default 1,
  answered_by uuid,
  answered_via text check (answered_via in ('account', 'link')),
  answered_at timestamptz,
  version int not null default 1,
  primary key (plan_id, unit_id, line_id)
);
create index asks_addressee on asks (addressee_id);
create index asks_line on asks (line_id);
create index asks_person on asks (person_id) where person_id is not null;
create index asks_team on asks (team_id) where team_id is not null;
create index asks_wishes on asks (plan_id) where state = 'wants-change' and decision is null;

-- Kept figures: for each unit above receivers, how many asks of a line strictly below it are in which state.
create table ask_counts (
  plan_id uuid not null,
  node_id uuid not null,
  line_id uuid not null,
  unopened int not null default 0,
  unanswered int not null default 0,
  loose int not null default 0,
  adopted int not null default 0,
  not_ours int not null default 0,
  wants_change int not null default 0,
  changed int not null default 0,
  known int not null default 0,
  primary key (plan_id, node_id, line_id)
);

-- The same for receivers as a whole.
create table addressee_counts (
  plan_id uuid not null,
  node_id uuid not null,
  unopened int not null default 0,
  unanswered int not null default 0,
  wants_change int not null default 0,
  loose int not null default 0,
  done int not null default 0,
  primary key (plan_id, node_id)
);

-- "Hỏi Văn phòng": many questions, one answer that all units which got the plan see.
create table plan_answers (
  id uuid primary key,
  plan_id uuid not null references plans (id),
  line_id uuid references plan_lines (id),
  question text not null,
  answer text not null,
  person_id uuid not null references people (id),
  at timestamptz not null default now(),
  version int not null default 1
);
create index plan_answers_plan on plan_answers (plan_id, at);
create table plan_questions (
  id uuid primary key,
  plan_id uuid not null references plans (id),
  line_id uuid references plan_lines (id),
  addressee_id uuid not null references addressees (id),
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  text text not null,
  -- Null where the question came over a link from somebody without an account.
  person_id uuid references people (id),
  at timestamptz not null default now(),
  answer_id uuid references plan_answers (id)
);
create index plan_questions_plan on plan_questions (plan_id, at);
create index plan_questions_addressee on plan_questions (addressee_id);

-- A unit without an account answers over a link that is bound to it and to the first device that begins.
create table answer_links (
  id uuid primary key,
  addressee_id uuid not null references addressees (id),
  token_hash bytea not null unique,
  -- To whom it was given, in words: 'cô Hà, 0912…'.
  given_to text,
  created_by uuid not null references people (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  device_hash bytea,
  begun_at timestamptz,
  used_at timestamptz,
  revoked_at timestamptz
);
create index answer_links_addressee on answer_links (addressee_id, created_at);

-- Reminders that were sent, and to exactly whom.
create table reminders (
  id uuid primary key,
  plan_id uuid not null references plans (id),
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  -- Null for a reminder that a person sent; otherwise the step of the rule: days after the due day.
  step_days int,
  filter jsonb,
  message text not null,
  units int not null,
  people int not null,
  sent_by uuid references people (id),
  sent_at timestamptz not null default now()
);
create index reminders_plan on reminders (plan_id, sent_at desc);
create table reminder_units (
  reminder_id uuid not null references reminders (id) on delete cascade,
  addressee_id uuid not null references addressees (id) on delete cascade,
  step_days int,
  primary key (reminder_id, addressee_id)
);
create unique index reminder_units_step on reminder_units (addressee_id, step_days) where step_days is not null;

-- When the system reminds by itself: days after the due day (negative: before), and whom.
create table reminder_steps (
  step_days int not null,
  told text not null check (told in ('unit', 'unit-above')),
  valid_from date not null,
  valid_to date,
  source text not null,
  primary key (step_days, told, valid_from)
);
insert into reminder_steps (step_days, told, valid_from, source) values
  (-7, 'unit', '2026-01-01', 'Nếp làm việc mặc định của hệ thống; cơ quan gửi có thể đổi'),
  (-1, 'unit', '2026-01-01', 'Nếp làm việc mặc định của hệ thống; cơ quan gửi có thể đổi'),
  (1, 'unit', '2026-01-01', 'Nếp làm việc mặc định của hệ thống; cơ quan gửi có thể đổi'),
  (3, 'unit-above', '2026-01-01', 'Nếp làm việc mặc định của hệ thống; cơ quan gửi có thể đổi');
