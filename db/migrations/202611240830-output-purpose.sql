-- What an item was made for, so that it counts there by itself when it reaches the moment that the target names.
alter table outputs add column for_line_id uuid, add column for_target_id uuid, add column for_series_id uuid;
create index outputs_for_line on outputs (for_line_id) where for_line_id is not null;

-- At which moment an item counts towards a target.
alter table plan_targets add column moment text not null default 'published' check (moment in ('sent', 'approved', 'published', 'picked'));
