-- Addresses of other software that are told what happened at a unit and below it.
create table webhooks (
  id uuid primary key,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  name text not null check (name <> ''),
  url text not null,
  events text[] not null,
  -- Kept readable: each message is signed with it. After a change the former one signs as well for a day.
  secret text not null,
  former_secret text,
  former_until timestamptz,
  state text not null default 'active' check (state in ('active', 'paused')),
  -- Messages in a row that were given up.
  failures int not null default 0,
  created_by uuid not null references people (id),
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index webhooks_path on webhooks (path);
create index webhooks_unit on webhooks (unit_id, id desc);

-- One message to one address about one thing that happened: never two.
create table webhook_deliveries (
  id uuid primary key,
  hook_id uuid not null references webhooks (id) on delete cascade,
  -- The audit record it tells of; of its own for a trial.
  audit_id uuid not null,
  event text not null,
  body jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'given-up')),
  attempts int not null default 0,
  status int,
  trouble text,
  created_at timestamptz not null default now(),
  next_at timestamptz,
  delivered_at timestamptz,
  unique (hook_id, audit_id)
);
create index webhook_deliveries_hook on webhook_deliveries (hook_id, id desc);
create index webhook_deliveries_waiting on webhook_deliveries (next_at) where state = 'waiting';
