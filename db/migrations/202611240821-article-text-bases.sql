-- The words of each save for a while, so that what somebody wrote upon an earlier save can be brought together with what
-- was saved since. Of a day, or the last 200 saves of a text; older ones are found among the versions.
create table article_text_bases (
  article_id uuid not null references articles (id) on delete cascade,
  version int not null,
  -- Which page of an editor it came from, and the how-manieth save of that page: a save whose answer was lost comes again.
  sitting uuid,
  turn int not null default 0,
  -- Somebody else's words came in, which that page had not seen.
  merged boolean not null default false,
  title text not null,
  summary text not null,
  credit text not null,
  kind text not null,
  language text not null,
  content jsonb not null,
  saved_at timestamptz not null default now(),
  primary key (article_id, version)
);
create index article_text_bases_old on article_text_bases (saved_at);

-- The save whose words a version holds: a page that was open before a long pause wrote upon exactly that.
alter table article_versions add column text_version int;

-- A text has one version in each language.
create unique index articles_translation_once on articles (translation_of, language) where translation_of is not null;
drop index articles_translation;

-- What is public below the second level of the tree (a province, or a commune where a department is the top), along the
-- time: a range of paths has no order of time, and a province has sixty thousand texts to sort.
create index articles_live_province on articles ((split_part(path, '.', 1) || '.' || split_part(path, '.', 2) || '.'), published_at desc, id desc) where live;
-- Few texts are in other languages: along the time they would be looked for among all.
create index articles_live_language on articles (language, published_at desc, id desc) where live and language <> 'vi';
-- What somebody entered for other units.
create index articles_entered on articles (created_by, moved_at desc, id desc) where entered_for;
-- Without a list of pending entries: texts are saved all the time, and each search would read through it.
drop index articles_tsv;
create index articles_tsv on articles using gin (tsv) with (fastupdate = off);
-- A unit's own texts by its place, for what is found by Ctrl K.
create index articles_path on articles (path);
