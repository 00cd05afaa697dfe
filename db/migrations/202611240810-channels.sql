-- Outlets a unit works with: newspapers, stations, the commune's loudspeakers, places for banners.
create table outlets (
  id uuid primary key,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  kind text not null check (kind in ('newspaper', 'radio', 'tv', 'loudspeaker', 'banner', 'social', 'other')),
  name text not null check (name <> ''),
  host text,
  contact_name text not null default '',
  contact_email text not null default '',
  contact_phone text not null default '',
  note text not null default '',
  -- Whether it is offered when a story is sent to the press list.
  on_press_list boolean not null default false,
  ended_on date,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create unique index outlets_name on outlets (unit_id, kind, lower(name)) where ended_on is null;
create index outlets_list on outlets (path, name, id);

-- Something that stood outside our own pages: in a newspaper, on the air, from a loudspeaker, on a banner.
create table placements (
  id uuid primary key,
  -- The unit that speaks with the outlet, and records what stood there.
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  outlet_id uuid not null references outlets (id),
  -- What was placed: ('article', id); its title, and whose it is and for whom it counts.
  subject_kind text not null,
  subject_id uuid not null,
  subject_title text not null,
  subject_unit_id uuid not null references units (id),
  -- {teamId, authorName, genre, lineId, targetId, seriesId} of the subject, for the item that is recorded when it stood.
  subject jsonb not null default '{}',
  -- Asked of the outlet; standing there; to be taken down or put right there; done; not possible there; refused by the
  -- outlet; recorded by mistake.
  state text not null
    check (state in ('asked', 'placed', 'removal-asked', 'removed', 'impossible', 'refused', 'cancelled')),
  asked_at timestamptz,
  -- The letter to the outlet: not by us where it has no address.
  letter text check (letter in ('waiting', 'sent', 'refused')),
  letter_id uuid,
  letter_at timestamptz,
  placed_on date,
  url text,
  url_key text,
  scan_file_id uuid references files (id),
  -- Which version of the text they were given, and the pictures in it.
  version_n int,
  cut_ids uuid[] not null default '{}',
  output_id uuid references outputs (id),
  note text not null default '',
  -- Why it is to be taken down, or why it was refused, or what became of the request.
  reason text,
  removal text check (removal in ('withdrawal', 'correction', 'taken-down')),
  -- Under a withdrawal or correction: by when the outlet is to have done it.
  act_by date,
  closed_at timestamptz,
  recorded_by uuid references people (id),
  created_at timestamptz not null default now(),
  version int not null default 1,
  check (state <> 'placed' or placed_on is not null),
  check (state <> 'removal-asked' or removal is not null)
);
create index placements_subject on placements (subject_kind, subject_id);
create index placements_list on placements (unit_id, created_at desc, id desc);
-- The same text is put before an outlet once, and one address is one placement.
create unique index placements_asked on placements (outlet_id, subject_kind, subject_id, version_n) where asked_at is not null and state <> 'cancelled';
create unique index placements_url on placements (unit_id, url_key) where url_key is not null and state not in ('refused', 'cancelled');
create index placements_cuts on placements using gin (cut_ids);
create index placements_open on placements (unit_id, act_by) where state = 'removal-asked';
create index placements_letter on placements (letter_id) where letter_id is not null;
create index placements_outlet on placements (outlet_id);
create index placements_output on placements (output_id) where output_id is not null;
create index placements_scan on placements (scan_file_id) where scan_file_id is not null;

-- By when an outlet is to have done what it is asked, in calendar days; after a withdrawal of consent the law's own day holds.
create table removal_terms (
  removal text not null check (removal in ('correction', 'taken-down')),
  days int not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  primary key (removal, valid_from)
);
insert into removal_terms (removal, days, valid_from, source) values
  ('correction', 5, '2020-01-01', 'Nếp làm việc mặc định của hệ thống'),
  ('taken-down', 2, '2020-01-01', 'Nếp làm việc mặc định của hệ thống');
