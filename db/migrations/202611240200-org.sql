-- A unit's `path` is the working line (Bộ → Sở → xã → trường → tổ) and alone gives reach; every id ends in a dot.
create table units (
  id uuid primary key,
  no bigint generated always as identity unique,
  path text collate "C" not null unique,
  parent_id uuid references units (id),
  kind text not null check (kind in ('ministry', 'people-committee', 'province-department', 'division', 'commune-office',
    'nursery', 'primary', 'lower-secondary', 'primary-lower-secondary', 'upper-secondary', 'continuing-education',
    'training-institution', 'press-agency', 'board', 'mass-organisation', 'union', 'team', 'neighbourhood', 'partner')),
  name text not null check (name <> ''),
  short_name text,
  -- Document symbol (ký hiệu) without the type: 'SGDĐT', 'THCSNTM'.
  symbol text,
  -- Place printed before the date.
  place text,
  slug text not null unique,
  opened_on date not null default '2000-01-01',
  closed_on date,
  successor_id uuid references units (id),
  version int not null default 1,
  created_at timestamptz not null default now(),
  tsv tsvector,
  check (closed_on is null or closed_on >= opened_on)
);
create index units_parent on units (parent_id, no);
create index units_kind on units (kind, path);
create index units_tsv on units using gin (tsv);
create index units_name_trgm on units using gin (name gin_trgm_ops);

-- Dated lines upward: 'working' mirrors parent_id; 'administrative' is the People's Committee; 'professional' the specialist line.
create table unit_parents (
  id uuid primary key,
  unit_id uuid not null references units (id),
  parent_id uuid not null references units (id),
  line text not null check (line in ('working', 'administrative', 'professional')),
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from),
  check (unit_id <> parent_id)
);
create unique index unit_parents_current on unit_parents (unit_id, line) where valid_to is null;
create index unit_parents_parent on unit_parents (parent_id, line);

create table unit_codes (
  unit_id uuid not null references units (id),
  scheme text not null,
  code text not null,
  valid_from date not null default '2000-01-01',
  valid_to date,
  primary key (scheme, code, valid_from)
);
create index unit_codes_unit on unit_codes (unit_id);

create table unit_names (
  id uuid primary key,
  unit_id uuid not null references units (id),
  name text not null,
  valid_from date not null,
  valid_to date
);
create index unit_names_unit on unit_names (unit_id, valid_from);

-- How a unit works: which steps its documents pass before the signature, who keeps the number register …
create table unit_settings (
  unit_id uuid primary key references units (id),
  signing_steps text[] not null default '{}' check (signing_steps <@ array['consultation', 'initials', 'format-check']),
  own_register boolean not null default false,
  version int not null default 1
);

create table people (
  id uuid primary key,
  name text not null check (name <> ''),
  email text,
  phone text,
  language text not null default 'vi' check (language in ('vi', 'en')),
  closed_on date,
  version int not null default 1,
  created_at timestamptz not null default now(),
  tsv tsvector
);
create unique index people_email on people (lower(email));
create index people_tsv on people using gin (tsv);

-- Posts are dated; a vacant one is a to-do.
create table posts (
  id uuid primary key,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  kind text not null check (kind in ('head', 'deputy-head', 'communications', 'site-manager', 'clerk', 'spokesperson', 'member')),
  title text not null,
  person_id uuid references people (id),
  valid_from date not null,
  valid_to date,
  version int not null default 1,
  check (valid_to is null or valid_to > valid_from)
);
create index posts_unit on posts (unit_id, kind);
create index posts_path on posts (path);
create index posts_person on posts (person_id);

-- Official hierarchy in force (codes of QĐ 19/2025/QĐ-TTg), loaded by `lantoa units load`.
create table administrative_units (
  code text not null,
  kind text not null,
  parent_code text,
  full_name text not null,
  name text not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  primary key (code, valid_from)
);

-- Which body is printed above the issuing body, by kind of unit and date.
create table upper_body_rules (
  id int generated always as identity primary key,
  unit_kind text not null,
  line text check (line in ('working', 'administrative')),
  valid_from date not null,
  valid_to date,
  source text not null,
  unique (unit_kind, valid_from)
);

create table org_imports (
  id uuid primary key,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  kind text not null check (kind in ('schools', 'people')),
  file_name text not null,
  accepted int not null,
  refused jsonb not null,
  person_id uuid not null,
  created_at timestamptz not null default now()
);
