-- What units really made: articles, broadcasts, events …, recorded once and used as often as needed (quotas, targets, lists).
create table outputs (
  id uuid primary key,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  -- The team of the unit that made it, and the author as named there.
  team_id uuid references units (id),
  author_name text,
  counts text not null check (counts in ('unit-article', 'newspaper-article', 'broadcast', 'social-post', 'photo-set', 'video', 'bulletin', 'event', 'training', 'other')),
  genre text,
  title text not null,
  -- Where it can be seen, and the same address in one spelling, by which duplicates are joined.
  url text,
  url_key text,
  outlet text,
  -- The day it counts on where a moment has no day of its own: published, broadcast, held.
  made_on date not null,
  -- The four moments at which an item may count towards a quota.
  sent_on date,
  approved_on date,
  published_on date,
  picked_on date,
  picked_by uuid references units (id),
  source text not null check (source in ('pasted', 'feed', 'typed', 'newsroom')),
  -- What another module has that this was made from: (kind, id).
  origin_kind text,
  origin_id uuid,
  file_id uuid references files (id),
  -- A copy of the page as it stood when the address was recorded.
  snapshot_id uuid references files (id),
  capture_state text check (capture_state in ('waiting', 'captured', 'refused')),
  capture jsonb,
  -- Folded text as a hash: the same words at another address.
  text_key text,
  joined_to uuid references outputs (id),
  withdrawn_at timestamptz,
  withdrawn_reason text,
  recorded_by uuid references people (id),
  created_at timestamptz not null default now(),
  version int not null default 1,
  tsv tsvector
);
create index outputs_list on outputs (path, made_on desc, id desc);
create index outputs_unit on outputs (unit_id, made_on desc, id desc);
create unique index outputs_url_once on outputs (unit_id, url_key) where url_key is not null and joined_to is null and withdrawn_at is null;
create index outputs_url on outputs (url_key) where url_key is not null;
create index outputs_text on outputs (unit_id, text_key) where text_key is not null;
create unique index outputs_origin on outputs (origin_kind, origin_id) where origin_id is not null;
create index outputs_tsv on outputs using gin (tsv);
