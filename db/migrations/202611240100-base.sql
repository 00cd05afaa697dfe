-- Text search that ignores marks (đ → d included) and case; `collate vi` is for `order by` only.
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create text search configuration vn (copy = simple);
alter text search configuration vn alter mapping for hword, hword_part, word, asciiword, hword_asciipart, asciihword
  with unaccent, simple;
create collation if not exists vi (provider = icu, locale = 'vi-VN');

-- Every write leaves one row here, in its own transaction. Grants make it append-only for the app.
create table audit_records (
  id uuid primary key,
  at timestamptz not null default now(),
  person_id uuid,
  event text not null,
  subject_kind text not null,
  subject_id uuid not null,
  unit_id uuid,
  path text collate "C",
  before jsonb,
  after jsonb,
  reason text,
  request_id text,
  -- What was written stays within the unit (drafts, incoming documents): the levels above see that it was, and by whom.
  inside boolean not null default false
);
create index audit_records_subject on audit_records (subject_kind, subject_id, at desc);
create index audit_records_path on audit_records (path, id desc);
create index audit_records_person on audit_records (person_id, id desc);

-- Personal fields of before/after stand apart, so that they can be erased without touching the record.
create table audit_personal (
  audit_id uuid primary key references audit_records (id),
  before jsonb,
  after jsonb
);

create table idempotency_keys (
  person_id uuid not null,
  key text not null,
  endpoint text not null,
  request_hash text not null,
  status int,
  body jsonb,
  created_at timestamptz not null default now(),
  primary key (person_id, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

-- Bytes live in the file store under their sha-256; a row says whose they are and which right opens them.
create table files (
  id uuid primary key,
  sha256 text not null,
  bytes bigint not null,
  media_type text not null,
  name text not null,
  unit_id uuid not null,
  path text collate "C" not null,
  read_right text not null,
  created_by uuid,
  created_at timestamptz not null default now()
);
create index files_sha256 on files (sha256);

create table uploads (
  id uuid primary key,
  person_id uuid not null,
  unit_id uuid not null,
  path text collate "C" not null,
  name text not null,
  bytes bigint not null,
  received bigint not null default 0,
  -- The stored contents that make up what was received, in order.
  pieces text[] not null default '{}',
  file_id uuid,
  created_at timestamptz not null default now()
);
create index uploads_age on uploads (created_at);
