-- On which days before (negative) or after the due day whoever was asked for a text hears of it once more; dated.
create table assignment_reminder_rules (
  step_days int not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  primary key (step_days, valid_from)
);
insert into assignment_reminder_rules (step_days, valid_from, source) values
  (-3, '2026-01-01', 'Nếp làm việc mặc định của hệ thống'),
  (0, '2026-01-01', 'Nếp làm việc mặc định của hệ thống'),
  (2, '2026-01-01', 'Nếp làm việc mặc định của hệ thống'),
  (7, '2026-01-01', 'Nếp làm việc mặc định của hệ thống');

create index article_assignments_due on article_assignments (due_on) where state = 'open' and due_on is not null;

-- A series that is deleted lets go of its texts.
alter table articles drop constraint articles_series_id_fkey,
  add constraint articles_series_id_fkey foreign key (series_id) references series (id) on delete set null;
alter table article_assignments drop constraint article_assignments_series_id_fkey,
  add constraint article_assignments_series_id_fkey foreign key (series_id) references series (id) on delete set null;
