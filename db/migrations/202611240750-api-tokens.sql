-- Keys with which other software acts for a person: some of the person's rights, at some of the person's units, for a while.
create table api_tokens (
  id uuid primary key,
  person_id uuid not null references people (id),
  name text not null check (name <> ''),
  token_hash bytea not null unique,
  rights text[] not null,
  -- Units at and below which the key works; empty: wherever the person does.
  unit_ids uuid[] not null default '{}',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_on date,
  revoked_at timestamptz
);
create index api_tokens_person on api_tokens (person_id, id desc);
-- What was done over a key says so.
alter table audit_records add column token_id uuid;
