-- What coverage and reminders read: figures by part of the tree in one range of an index, and what a unit made of it.

drop index addressees_state;
-- Late units and lists below a unit are one range; state and day are in the index itself.
create index addressees_plan on addressees (plan_id, path) include (state, due_on, mode);
create index asks_decided on asks (plan_id) where decision is not null;

-- Of the unit's own plan once it is issued: lines taken over from above, and lines of its own.
alter table addressees add column lines_inherited int;
alter table addressees add column lines_own int;
create index addressees_share on addressees (plan_id, path) include (lines_inherited, lines_own)
  where lines_inherited is not null;
create index addressees_own_plan on addressees (own_plan_id) where own_plan_id is not null;

-- The rows of the top change with each answer below: room on the page keeps an old row's successor beside it.
alter table ask_counts set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
alter table addressee_counts set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);

-- Nobody gets two letters about the same plan within the hour; the notice in the inbox comes all the same.
alter table reminder_units add column by_mail boolean not null default true;
alter table reminder_units add column mailed_at timestamptz;
-- Of a step the unit itself may be told and the unit above: each once.
alter table reminders add column told text not null default 'unit' check (told in ('unit', 'unit-above'));
alter table reminder_units add column told text not null default 'unit';
drop index reminder_units_step;
create unique index reminder_units_step on reminder_units (addressee_id, step_days, told) where step_days is not null;
create index reminder_units_addressee on reminder_units (addressee_id);
create index reminder_units_waiting on reminder_units (reminder_id, addressee_id) where by_mail and mailed_at is null;

-- Who answers for a unit is asked for some thousand units at once.
create index grants_unit on grants (unit_id, role);

-- Who is late of a plan, counted in the index alone.
create index addressees_late on addressees (plan_id, due_on)
  where state in ('unopened', 'unanswered') and mode <> 'inform';
