-- The editorial library: pictures (and links to video, sound files) of a unit, with rights and consent.

create table albums (
  id uuid primary key,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  title text not null check (title <> ''),
  -- The event: when, where, what it was; how people were told that they are recorded.
  event_on date,
  place text,
  recording_notice text,
  -- The activity of a plan it belongs to.
  line_id uuid,
  closed_at timestamptz,
  created_by uuid references people (id),
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index albums_list on albums (unit_id, created_at desc, id desc);

create table media_items (
  id uuid primary key,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  team_id uuid references units (id),
  kind text not null check (kind in ('photo', 'drawing', 'sound', 'video')),
  -- The original as it was uploaded, with all it carries; it never leaves.
  file_id uuid references files (id),
  sha256 text,
  state text not null check (state in ('waiting', 'ready', 'refused')),
  -- Why it was refused: a code with a sentence (media.refused.*).
  refusal text,
  name text not null,
  bytes bigint not null default 0,
  -- Size after the orientation of the camera was obeyed.
  width int,
  height int,
  -- As the camera says; a camera with a wrong clock is not believed (then null) and the day of upload stands in.
  taken_at timestamptz,
  had_place boolean not null default false,
  -- Difference hash of 64 bits: pictures at a distance of 6 or less are shown as alike.
  dhash bigint,
  caption text not null default '',
  alt text not null default '',
  credit text not null default '',
  -- How we may use it: made by the unit itself, handed over, under a licence, from elsewhere.
  rights_basis text not null default 'own' check (rights_basis in ('own', 'handed-over', 'licence', 'public-domain')),
  rights_note text not null default '',
  rights_until date,
  -- Whether people in it can be known: not yet said, nobody, some (listed as subjects), a crowd in which nobody stands out.
  people text not null default 'unsaid' check (people in ('unsaid', 'nobody', 'subjects', 'crowd')),
  album_id uuid references albums (id),
  focal_x real not null default 0.5 check (focal_x between 0 and 1),
  focal_y real not null default 0.5 check (focal_y between 0 and 1),
  -- The cut that is offered first.
  cut_id uuid,
  created_by uuid references people (id),
  created_at timestamptz not null default now(),
  version int not null default 1,
  tsv tsvector
);
create index media_items_list on media_items (unit_id, created_at desc, id desc);
create index media_items_album on media_items (album_id, id);
create index media_items_sha on media_items (unit_id, sha256);
create index media_items_mine on media_items (created_by, created_at desc);
create index media_items_file on media_items (file_id);
create index media_items_tsv on media_items using gin (tsv);

-- One way of showing a picture: turned, cropped, with parts blurred. Never changed: another way is another cut.
create table media_cuts (
  id uuid primary key,
  media_id uuid not null references media_items (id),
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  -- {crop: {x,y,w,h} | null, turn: 0|90|180|270, blurred: [{x,y,w,h}]}; fractions of the upright original.
  recipe jsonb not null,
  state text not null check (state in ('waiting', 'ready', 'failed')),
  width int,
  height int,
  created_by uuid references people (id),
  created_at timestamptz not null default now()
);
create index media_cuts_media on media_cuts (media_id, created_at);

-- What is sent to browsers: without EXIF, GPS and the like.
create table media_renditions (
  cut_id uuid not null references media_cuts (id) on delete cascade,
  -- 480, 960, 1600 (webp) and 'jpeg' (1600, for papers, the press and old readers).
  size text not null check (size in ('480', '960', '1600', 'jpeg')),
  file_id uuid not null references files (id),
  width int not null,
  height int not null,
  bytes int not null,
  primary key (cut_id, size)
);
create index media_renditions_file on media_renditions (file_id);

-- Where a cut is used: an article, a hand-in, a page. The user keeps its own rows; media only asks.
create table media_uses (
  cut_id uuid not null references media_cuts (id),
  media_id uuid not null references media_items (id),
  used_kind text not null,
  used_id uuid not null,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  title text not null,
  -- Channels on which the public sees it now; empty while only the unit works on it.
  channels text[] not null default '{}',
  since timestamptz not null default now(),
  primary key (cut_id, used_kind, used_id)
);
create index media_uses_media on media_uses (media_id);
create index media_uses_used on media_uses (used_kind, used_id);

-- Units beside the owner to which a picture was shown: a level above that got an article or a hand-in.
create table media_shares (
  media_id uuid not null references media_items (id),
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  shared_kind text not null,
  shared_id uuid not null,
  since timestamptz not null default now(),
  ended_at timestamptz,
  primary key (media_id, unit_id, shared_kind, shared_id)
);
create index media_shares_unit on media_shares (unit_id, since desc);
create index media_shares_shared on media_shares (shared_kind, shared_id);

-- Classes and their pupils, only as far as consent needs them.
create table classes (
  id uuid primary key,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  -- A school year by the year in which it starts.
  school_year int not null,
  name text not null check (name <> ''),
  grade text,
  created_at timestamptz not null default now(),
  version int not null default 1,
  unique (unit_id, school_year, name)
);

create table pupils (
  id uuid primary key,
  class_id uuid not null references classes (id),
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  name text not null check (name <> ''),
  born_on date,
  -- The school's own list number or code.
  code text,
  left_on date,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index pupils_class on pupils (class_id, id);
create unique index pupils_code on pupils (unit_id, code) where code is not null and left_on is null;

create table album_classes (
  album_id uuid not null references albums (id) on delete cascade,
  class_id uuid not null references classes (id),
  -- Pupils of the class who were not there.
  except_ids uuid[] not null default '{}',
  primary key (album_id, class_id)
);

-- From which age a child is asked too, how long answers to a withdrawal may take, until when a consent holds: dated.
create table consent_rules (
  valid_from date not null primary key,
  valid_to date,
  child_age int not null,
  -- From this age nobody else is asked for them.
  adult_age int not null,
  answer_working_days int not null,
  carry_out_days int not null,
  carry_out_days_shared int not null,
  extension_days int not null,
  source text not null,
  -- So many days before consents end, people are told; no law says how many, so that they can be asked for anew in time.
  told_days_ahead int[] not null default '{30,7}'
);
insert into consent_rules values
  ('2017-06-01', '2026-01-01', 7, 18, 2, 3, 3, 0, 'Bộ luật Dân sự 2015 Điều 20, 32; Luật Trẻ em 2016 Điều 6, 21; Nghị định 56/2017/NĐ-CP Điều 33, 36; Nghị định 13/2023/NĐ-CP'),
  ('2026-01-01', null, 7, 18, 2, 15, 20, 15, 'Bộ luật Dân sự 2015 Điều 20, 32; Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 Điều 24; Nghị định 356/2025/NĐ-CP; Nghị định 56/2017/NĐ-CP Điều 36');

-- The words that were put before parents and children; a consent names the wording it was given to.
create table consent_wordings (
  id uuid primary key,
  -- Null: the wording every unit begins with.
  unit_id uuid references units (id),
  path text collate "C",
  number int not null,
  purpose text not null,
  words text not null check (words <> ''),
  child_words text not null check (child_words <> ''),
  -- What becomes of what is shown already once a consent to these words ends: it leaves the channel, or it stays there. The
  -- form says which, in a sentence of its own.
  after_end text not null default 'leaves' check (after_end in ('leaves', 'stays')),
  valid_from date not null,
  created_by uuid references people (id),
  created_at timestamptz not null default now()
);
create unique index consent_wordings_number on consent_wordings (coalesce(unit_id, '00000000-0000-0000-0000-000000000000'), purpose, number);

-- One answer of one party for one purpose on one channel. A later answer ends the earlier one; nothing is overwritten.
create table consents (
  id uuid primary key,
  pupil_id uuid not null references pupils (id),
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  party text not null check (party in ('representative', 'child')),
  -- What for: to inform about school life; competitions; teaching material.
  purpose text not null check (purpose in ('news', 'contest', 'teaching')),
  channel text not null check (channel in ('portal', 'social', 'press', 'print', 'bulletin', 'display')),
  answer text not null check (answer in ('given', 'refused')),
  -- Who gave it for the child, and how they are related; personal, erasable.
  given_by text,
  relation text,
  -- How it came: a signed form, a scan of it, a sheet, ticks from the forms in hand.
  form text not null check (form in ('form', 'scan', 'sheet', 'digital')),
  wording_id uuid not null references consent_wordings (id),
  evidence_file_id uuid references files (id),
  given_on date not null,
  valid_to date not null,
  -- Withdrawn, or followed by a later answer.
  ended_at timestamptz,
  ended_by text check (ended_by in ('withdrawal', 'answer', 'correction')),
  recorded_by uuid references people (id),
  recorded_at timestamptz not null default now()
);
create unique index consents_now on consents (pupil_id, party, purpose, channel) where ended_at is null;
create index consents_pupil on consents (pupil_id, recorded_at);
-- What ends by its time, for the night's look at it.
create index consents_ending on consents (valid_to) where ended_at is null and answer = 'given';
create index consents_evidence on consents (evidence_file_id) where evidence_file_id is not null;

-- People who can be known in a picture, and where in it (fractions of the upright original).
create table media_subjects (
  id uuid primary key,
  media_id uuid not null references media_items (id),
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  pupil_id uuid references pupils (id),
  -- A grown-up who is named; a child is always a pupil of a class, or 'unknown-child'.
  person_name text,
  kind text not null check (kind in ('pupil', 'adult', 'unknown-child')),
  box jsonb,
  -- Of an adult: that they agreed, said by who recorded it.
  adult_agreed boolean not null default false,
  created_by uuid references people (id),
  created_at timestamptz not null default now()
);
create unique index media_subjects_pupil on media_subjects (media_id, pupil_id) where pupil_id is not null;
create index media_subjects_media on media_subjects (media_id);
create index media_subjects_by_pupil on media_subjects (pupil_id) where pupil_id is not null;

-- Who of them is covered in a cut: cropped away or blurred, by the geometry or by a person's word.
create table cut_covered (
  cut_id uuid not null references media_cuts (id) on delete cascade,
  subject_id uuid not null references media_subjects (id) on delete cascade,
  said_by text not null check (said_by in ('geometry', 'person')),
  primary key (cut_id, subject_id)
);

-- Another lawful basis for pictures of a group activity, decided by the head, with its citation.
create table lawful_bases (
  id uuid primary key,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  album_id uuid references albums (id),
  media_id uuid references media_items (id),
  basis text not null check (basis in ('public-activity', 'public-interest', 'law')),
  citation text not null check (citation <> ''),
  reason text not null check (reason <> ''),
  channels text[] not null,
  decided_by uuid not null references people (id),
  decided_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_by uuid references people (id),
  check ((album_id is null) <> (media_id is null))
);
create index lawful_bases_album on lawful_bases (album_id) where revoked_at is null;
create index lawful_bases_media on lawful_bases (media_id) where revoked_at is null;

-- A request to take back: what for, when it came, by when it must be answered and carried out.
create table withdrawals (
  id uuid primary key,
  pupil_id uuid not null references pupils (id),
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  -- Null: all purposes, all channels.
  purposes text[],
  channels text[],
  asked_by text not null,
  reason text not null default '',
  evidence_file_id uuid references files (id),
  received_at timestamptz not null,
  answer_by date not null,
  carry_out_by date not null,
  answered_at timestamptz,
  extended_to date,
  extension_reason text,
  done_at timestamptz,
  recorded_by uuid references people (id),
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index withdrawals_pupil on withdrawals (pupil_id);
create index withdrawals_list on withdrawals (unit_id, created_at desc, id desc);
create index withdrawals_open on withdrawals (carry_out_by) where done_at is null;
create index withdrawals_evidence on withdrawals (evidence_file_id) where evidence_file_id is not null;

-- What a withdrawal asks to be done, place by place: by us at once, or by somebody outside who must be asked.
create table withdrawal_steps (
  id uuid primary key,
  withdrawal_id uuid not null references withdrawals (id),
  -- Null: not one picture but a place that is named by hand.
  media_id uuid references media_items (id),
  cut_id uuid references media_cuts (id),
  -- The unit that has to do it, or at which it was done by the system.
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  place_kind text not null,
  place_id uuid,
  place text not null,
  channel text,
  state text not null check (state in ('done', 'open', 'impossible')),
  note text not null default '',
  done_at timestamptz,
  done_by uuid references people (id)
);
create index withdrawal_steps_withdrawal on withdrawal_steps (withdrawal_id, id);
create index withdrawal_steps_open on withdrawal_steps (unit_id) where state = 'open';

-- A cut that the public may not see on a channel (null: on none) from this moment on. Read by every page that shows pictures.
create table media_blocks (
  id uuid primary key,
  cut_id uuid not null references media_cuts (id),
  channel text,
  reason text not null check (reason in ('withdrawal', 'basis-revoked', 'rights-ended', 'consent-ended', 'taken-down')),
  withdrawal_id uuid references withdrawals (id),
  basis_id uuid references lawful_bases (id),
  since timestamptz not null default now(),
  lifted_at timestamptz
);
create index media_blocks_cut on media_blocks (cut_id) where lifted_at is null;
create index media_blocks_withdrawal on media_blocks (withdrawal_id) where lifted_at is null;
create index media_blocks_basis on media_blocks (basis_id) where basis_id is not null and lifted_at is null;

-- Photos handed in at the end of a semester: collected, chosen, classified, sent up; the receiver gives a receipt.
create table hand_ins (
  id uuid primary key,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  to_unit_id uuid not null references units (id),
  to_path text collate "C" not null,
  school_year int not null,
  semester int not null check (semester in (1, 2)),
  state text not null check (state in ('collecting', 'sent', 'received', 'returned')),
  due_on date,
  note text not null default '',
  sent_at timestamptz,
  sent_by uuid references people (id),
  decided_at timestamptz,
  decided_by uuid references people (id),
  reason text,
  receipt_no int,
  created_at timestamptz not null default now(),
  version int not null default 1,
  unique (unit_id, to_unit_id, school_year, semester)
);
create index hand_ins_received on hand_ins (to_unit_id, school_year, semester, state);

create table hand_in_items (
  hand_in_id uuid not null references hand_ins (id) on delete cascade,
  media_id uuid not null references media_items (id),
  cut_id uuid not null references media_cuts (id),
  -- What it is filed under.
  topic text not null,
  chosen boolean not null default true,
  position int not null default 0,
  added_by uuid references people (id),
  primary key (hand_in_id, media_id)
);
create index hand_in_items_media on hand_in_items (media_id);
