create table accounts (
  person_id uuid primary key references people (id),
  password_hash text,
  state text not null default 'invited' check (state in ('invited', 'active', 'closed')),
  password_changed_at timestamptz,
  version int not null default 1
);

-- Second factors and outside identities; sign-in with them comes later, the table is ready for it.
create table account_factors (
  id uuid primary key,
  person_id uuid not null references people (id),
  kind text not null check (kind in ('totp', 'passkey', 'oidc')),
  issuer text,
  subject text,
  secret bytea,
  created_at timestamptz not null default now(),
  unique (kind, issuer, subject)
);

-- A role on a unit, valid for what the right's span says; a delegation names its author and written basis.
-- `valid_to` is the first day on which it no longer holds, so a role can be taken back on the day it was given.
create table grants (
  id uuid primary key,
  person_id uuid not null references people (id),
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  role text not null,
  valid_from date not null default current_date,
  valid_to date,
  delegated_by uuid references people (id),
  basis text,
  version int not null default 1,
  check (valid_to is null or valid_to >= valid_from)
);
create unique index grants_once on grants (person_id, unit_id, role) where valid_to is null;
create index grants_person on grants (person_id);
create index grants_path on grants (path, role);

create table sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references people (id),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  network text,
  agent text
);
create index sessions_person on sessions (person_id);

-- Growing delay per account × network; no hard lockout.
create table sign_in_delays (
  key text primary key,
  failures int not null,
  next_at timestamptz not null
);

-- The link is made when its mail is sent: only its hash is ever kept, and not even that before.
create table invitations (
  id uuid primary key,
  token_hash bytea unique,
  person_id uuid not null references people (id),
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  role text not null,
  invited_by uuid references people (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create index invitations_path on invitations (path, id desc);
create index invitations_person on invitations (person_id);

create table password_resets (
  id uuid primary key,
  token_hash bytea unique,
  person_id uuid not null references people (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_resets_person on password_resets (person_id, created_at);

-- The one-time link of the first start in production; there is at most one.
create table setup_links (
  one boolean primary key default true check (one),
  token_hash bytea not null,
  created_at timestamptz not null default now()
);

create table notices (
  id uuid primary key,
  person_id uuid not null references people (id),
  kind text not null,
  params jsonb not null default '{}',
  link text,
  -- Nobody is told twice.
  dedupe_key text not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  mailed_at timestamptz,
  unique (person_id, dedupe_key)
);
-- The inbox shows what is unread first, then newest first.
create index notices_inbox on notices (person_id, (read_at is null) desc, id desc);
create index notices_unread on notices (person_id) where read_at is null;
create index notices_unmailed on notices (created_at) where mailed_at is null;
