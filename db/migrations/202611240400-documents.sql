-- Văn bản đến: owned by the unit that received it, issuer named, linked to the issuer's own plan where that is in the system.
create table documents (
  id uuid primary key,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  state text not null default 'reading' check (state in ('reading', 'review', 'checked', 'failed')),
  arrival_no text,
  arrived_on date not null,
  file_id uuid references files (id),
  sha256 text not null,
  source_name text not null,
  format text,
  doc_type text,
  number text,
  symbol text,
  title text,
  issued_on date,
  issuer_name text,
  issuer_unit_id uuid references units (id),
  issuer_plan_id uuid,
  -- Already signed on paper: it may be cascaded from as it stands.
  already_issued boolean not null default true,
  failure_code text,
  failure_params jsonb,
  -- What the parser read (never changed), the text and pages it was read from, and the fields under the reader's eye (lib/review).
  draft jsonb,
  reading jsonb,
  fields jsonb,
  -- How many fields still say "check me"; kept here so that lists do not open the fields.
  open_fields int not null default 0,
  duplicate_of uuid references documents (id),
  created_by uuid,
  created_at timestamptz not null default now(),
  checked_at timestamptz,
  checked_by uuid,
  version int not null default 1,
  tsv tsvector
);
create index documents_list on documents (path, arrived_on desc, id desc);
create index documents_sha256 on documents (unit_id, sha256);
create index documents_number on documents (number, symbol);
create index documents_tsv on documents using gin (tsv);

-- Every correction of the reader's eye is kept: it is a future test case.
create table document_corrections (
  id uuid primary key,
  document_id uuid not null references documents (id),
  field text not null,
  act text not null check (act in ('accept', 'edit', 'split', 'join', 'change-kind', 'not-an-item', 'add', 'repair', 'reopen')),
  before jsonb,
  after jsonb,
  rule text,
  person_id uuid not null,
  at timestamptz not null default now()
);
create index document_corrections_document on document_corrections (document_id, id);

-- Legal instruments cited as bases, with the dates between which they are in force (law changes: this is data).
create table legal_instruments (
  ref text primary key,
  type text not null,
  title text not null,
  issuer text not null,
  valid_from date,
  valid_to date,
  replaced_by text,
  source text not null,
  certainty text not null check (certainty in ('high', 'medium', 'low'))
);
