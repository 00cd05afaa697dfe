-- What the receiver did with a story it picked, and since when; a unit that picked it may offer it further up, so an offer
-- names the one by which it came (nothing where it is the unit's own story).
alter table article_offers
  add column by_offer_id uuid references article_offers (id),
  add column accepted_at timestamptz,
  add column picked_at timestamptz;
create index article_offers_edition on article_offers (edition_id) where edition_id is not null;
-- A level has one edition of a story.
create unique index articles_edition_once on articles (origin_id, unit_id) where origin_id is not null;

-- What a unit offers to the level above by itself as soon as it is approved; it may hold a rule for some kinds, or a series.
create table offer_rules (
  id uuid primary key,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  to_unit_id uuid not null references units (id),
  -- Empty: all kinds.
  kinds text[] not null default '{}',
  series_id uuid references series (id),
  note text not null default '',
  set_by uuid references people (id),
  set_at timestamptz not null default now(),
  ended_at timestamptz,
  version int not null default 1
);
create index offer_rules_now on offer_rules (unit_id) where ended_at is null;

-- An edition that was never handed in may be deleted; the story then stands picked as before.
alter table article_offers
  drop constraint article_offers_edition_id_fkey,
  add constraint article_offers_edition_id_fkey foreign key (edition_id) references articles (id) on delete set null;
