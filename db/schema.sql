-- Generated from the migrations by bin/types.ts; do not edit.
extension btree_gin
extension pg_trgm
extension unaccent

table account_factors
  id uuid not null
  person_id uuid not null
  kind text not null
  issuer text
  subject text
  secret bytea
  created_at timestamp with time zone not null default now()
  constraint account_factors_kind_check CHECK ((kind = ANY (ARRAY['totp'::text, 'passkey'::text, 'oidc'::text])))
  constraint account_factors_kind_issuer_subject_key UNIQUE (kind, issuer, subject)
  constraint account_factors_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint account_factors_pkey PRIMARY KEY (id)

table accounts
  person_id uuid not null
  password_hash text
  state text not null default 'invited'::text
  password_changed_at timestamp with time zone
  version integer not null default 1
  constraint accounts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint accounts_pkey PRIMARY KEY (person_id)
  constraint accounts_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'closed'::text])))

table administrative_units
  code text not null
  kind text not null
  parent_code text
  full_name text not null
  name text not null
  valid_from date not null
  valid_to date
  source text not null
  constraint administrative_units_pkey PRIMARY KEY (code, valid_from)

table audit_personal
  audit_id uuid not null
  before jsonb
  after jsonb
  constraint audit_personal_audit_id_fkey FOREIGN KEY (audit_id) REFERENCES audit_records(id)
  constraint audit_personal_pkey PRIMARY KEY (audit_id)

table audit_records
  id uuid not null
  at timestamp with time zone not null default now()
  person_id uuid
  event text not null
  subject_kind text not null
  subject_id uuid not null
  unit_id uuid
  path text collate "C"
  before jsonb
  after jsonb
  reason text
  request_id text
  inside boolean not null default false
  constraint audit_records_pkey PRIMARY KEY (id)
  CREATE INDEX audit_records_path ON public.audit_records USING btree (path, id DESC)
  CREATE INDEX audit_records_person ON public.audit_records USING btree (person_id, id DESC)
  CREATE INDEX audit_records_subject ON public.audit_records USING btree (subject_kind, subject_id, at DESC)

table document_corrections
  id uuid not null
  document_id uuid not null
  field text not null
  act text not null
  before jsonb
  after jsonb
  rule text
  person_id uuid not null
  at timestamp with time zone not null default now()
  constraint document_corrections_act_check CHECK ((act = ANY (ARRAY['accept'::text, 'edit'::text, 'split'::text, 'join'::text, 'change-kind'::text, 'not-an-item'::text, 'add'::text, 'repair'::text, 'reopen'::text])))
  constraint document_corrections_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id)
  constraint document_corrections_pkey PRIMARY KEY (id)
  CREATE INDEX document_corrections_document ON public.document_corrections USING btree (document_id, id)

table documents
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  state text not null default 'reading'::text
  arrival_no text
  arrived_on date not null
  file_id uuid
  sha256 text not null
  source_name text not null
  format text
  doc_type text
  number text
  symbol text
  title text
  issued_on date
  issuer_name text
  issuer_unit_id uuid
  issuer_plan_id uuid
  already_issued boolean not null default true
  failure_code text
  failure_params jsonb
  draft jsonb
  reading jsonb
  fields jsonb
  open_fields integer not null default 0
  duplicate_of uuid
  created_by uuid
  created_at timestamp with time zone not null default now()
  checked_at timestamp with time zone
  checked_by uuid
  version integer not null default 1
  tsv tsvector
  constraint documents_duplicate_of_fkey FOREIGN KEY (duplicate_of) REFERENCES documents(id)
  constraint documents_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
  constraint documents_issuer_plan FOREIGN KEY (issuer_plan_id) REFERENCES plans(id)
  constraint documents_issuer_unit_id_fkey FOREIGN KEY (issuer_unit_id) REFERENCES units(id)
  constraint documents_pkey PRIMARY KEY (id)
  constraint documents_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'review'::text, 'checked'::text, 'failed'::text])))
  constraint documents_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX documents_list ON public.documents USING btree (path, arrived_on DESC, id DESC)
  CREATE INDEX documents_number ON public.documents USING btree (number, symbol)
  CREATE INDEX documents_sha256 ON public.documents USING btree (unit_id, sha256)
  CREATE INDEX documents_tsv ON public.documents USING gin (tsv)

table files
  id uuid not null
  sha256 text not null
  bytes bigint not null
  media_type text not null
  name text not null
  unit_id uuid not null
  path text collate "C" not null
  read_right text not null
  created_by uuid
  created_at timestamp with time zone not null default now()
  constraint files_pkey PRIMARY KEY (id)
  CREATE INDEX files_sha256 ON public.files USING btree (sha256)

table grants
  id uuid not null
  person_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  role text not null
  valid_from date not null default CURRENT_DATE
  valid_to date
  delegated_by uuid
  basis text
  version integer not null default 1
  constraint grants_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
  constraint grants_delegated_by_fkey FOREIGN KEY (delegated_by) REFERENCES people(id)
  constraint grants_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint grants_pkey PRIMARY KEY (id)
  constraint grants_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX grants_path ON public.grants USING btree (path, role)
  CREATE INDEX grants_person ON public.grants USING btree (person_id)
  CREATE UNIQUE INDEX grants_once ON public.grants USING btree (person_id, unit_id, role) WHERE (valid_to IS NULL)

table idempotency_keys
  person_id uuid not null
  key text not null
  endpoint text not null
  request_hash text not null
  status integer
  body jsonb
  created_at timestamp with time zone not null default now()
  constraint idempotency_keys_pkey PRIMARY KEY (person_id, key)
  CREATE INDEX idempotency_keys_age ON public.idempotency_keys USING btree (created_at)

table invitations
  id uuid not null
  token_hash bytea
  person_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  role text not null
  invited_by uuid
  created_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  accepted_at timestamp with time zone
  revoked_at timestamp with time zone
  constraint invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES people(id)
  constraint invitations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint invitations_pkey PRIMARY KEY (id)
  constraint invitations_token_hash_key UNIQUE (token_hash)
  constraint invitations_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX invitations_path ON public.invitations USING btree (path, id DESC)
  CREATE INDEX invitations_person ON public.invitations USING btree (person_id)

table legal_instruments
  ref text not null
  type text not null
  title text not null
  issuer text not null
  valid_from date
  valid_to date
  replaced_by text
  source text not null
  certainty text not null
  constraint legal_instruments_certainty_check CHECK ((certainty = ANY (ARRAY['high'::text, 'medium'::text, 'low'::text])))
  constraint legal_instruments_pkey PRIMARY KEY (ref)

table notices
  id uuid not null
  person_id uuid not null
  kind text not null
  params jsonb not null default '{}'::jsonb
  link text
  dedupe_key text not null
  created_at timestamp with time zone not null default now()
  read_at timestamp with time zone
  mailed_at timestamp with time zone
  constraint notices_person_id_dedupe_key_key UNIQUE (person_id, dedupe_key)
  constraint notices_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint notices_pkey PRIMARY KEY (id)
  CREATE INDEX notices_inbox ON public.notices USING btree (person_id, ((read_at IS NULL)) DESC, id DESC)
  CREATE INDEX notices_unmailed ON public.notices USING btree (created_at) WHERE (mailed_at IS NULL)
  CREATE INDEX notices_unread ON public.notices USING btree (person_id) WHERE (read_at IS NULL)

table org_imports
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  kind text not null
  file_name text not null
  accepted integer not null
  refused jsonb not null
  person_id uuid not null
  created_at timestamp with time zone not null default now()
  constraint org_imports_kind_check CHECK ((kind = ANY (ARRAY['schools'::text, 'people'::text])))
  constraint org_imports_pkey PRIMARY KEY (id)
  constraint org_imports_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX org_imports_unit ON public.org_imports USING btree (unit_id, id DESC)

table password_resets
  id uuid not null
  token_hash bytea
  person_id uuid not null
  created_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  constraint password_resets_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint password_resets_pkey PRIMARY KEY (id)
  constraint password_resets_token_hash_key UNIQUE (token_hash)
  CREATE INDEX password_resets_person ON public.password_resets USING btree (person_id, created_at)

table people
  id uuid not null
  name text not null
  email text
  phone text
  language text not null default 'vi'::text
  closed_on date
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  tsv tsvector
  constraint people_language_check CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text])))
  constraint people_name_check CHECK ((name <> ''::text))
  constraint people_pkey PRIMARY KEY (id)
  CREATE INDEX people_name ON public.people USING btree (name COLLATE vi, id)
  CREATE INDEX people_tsv ON public.people USING gin (tsv)
  CREATE UNIQUE INDEX people_email ON public.people USING btree (lower(email))

table plan_comments
  id uuid not null
  plan_id uuid not null
  line_id uuid
  person_id uuid not null
  text text not null
  at timestamp with time zone not null default now()
  resolved_at timestamp with time zone
  resolved_by uuid
  constraint plan_comments_line_id_fkey FOREIGN KEY (line_id) REFERENCES plan_lines(id) ON DELETE SET NULL
  constraint plan_comments_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint plan_comments_pkey PRIMARY KEY (id)
  constraint plan_comments_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id) ON DELETE CASCADE
  CREATE INDEX plan_comments_plan ON public.plan_comments USING btree (plan_id, id)

table plan_lines
  id uuid not null
  plan_id uuid not null
  part text not null
  parent_id uuid
  position double precision not null
  text text not null
  detail jsonb not null default '{}'::jsonb
  origin text not null default 'own'::text
  trace jsonb
  version integer not null default 1
  updated_by uuid
  updated_at timestamp with time zone not null default now()
  constraint plan_lines_origin_check CHECK ((origin = ANY (ARRAY['own'::text, 'inherited'::text])))
  constraint plan_lines_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES plan_lines(id) ON DELETE CASCADE
  constraint plan_lines_part_check CHECK ((part = ANY (ARRAY['basis'::text, 'purpose'::text, 'requirement'::text, 'area'::text, 'solution'::text, 'activity'::text, 'actor'::text, 'duty'::text, 'quota'::text, 'deliverable'::text, 'reporting'::text, 'channel'::text, 'audience'::text, 'message'::text, 'recipient'::text])))
  constraint plan_lines_pkey PRIMARY KEY (id)
  constraint plan_lines_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id) ON DELETE CASCADE
  CREATE INDEX plan_lines_parent ON public.plan_lines USING btree (parent_id)
  CREATE INDEX plan_lines_plan ON public.plan_lines USING btree (plan_id, part, "position")

table plan_steps
  id uuid not null
  plan_id uuid not null
  step text not null
  version_n integer
  file_id uuid
  person_id uuid not null
  note text
  at timestamp with time zone not null default now()
  seq bigint not null generated always as identity
  constraint plan_steps_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
  constraint plan_steps_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint plan_steps_pkey PRIMARY KEY (id)
  constraint plan_steps_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id) ON DELETE CASCADE
  constraint plan_steps_step_check CHECK ((step = ANY (ARRAY['consultation'::text, 'submission'::text, 'initials'::text, 'format-check'::text, 'signature'::text, 'issue'::text, 'return'::text, 'withdrawal'::text, 'closure'::text, 'recall'::text, 'signed-file'::text])))
  CREATE INDEX plan_steps_plan ON public.plan_steps USING btree (plan_id, seq)

table plan_targets
  id uuid not null
  line_id uuid not null
  plan_id uuid not null
  product text not null
  counts text not null
  months jsonb not null
  total integer not null
  position double precision not null default 0
  constraint plan_targets_counts_check CHECK ((counts = ANY (ARRAY['unit-article'::text, 'newspaper-article'::text, 'broadcast'::text, 'social-post'::text, 'photo-set'::text, 'video'::text, 'bulletin'::text, 'event'::text, 'training'::text, 'other'::text])))
  constraint plan_targets_line_id_fkey FOREIGN KEY (line_id) REFERENCES plan_lines(id) ON DELETE CASCADE
  constraint plan_targets_pkey PRIMARY KEY (id)
  constraint plan_targets_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id) ON DELETE CASCADE
  constraint plan_targets_total_check CHECK ((total >= 0))
  CREATE INDEX plan_targets_line ON public.plan_targets USING btree (line_id)
  CREATE INDEX plan_targets_plan ON public.plan_targets USING btree (plan_id)

table plan_versions
  plan_id uuid not null
  n integer not null
  label text not null
  person_id uuid not null
  at timestamp with time zone not null default now()
  content jsonb not null
  content_hash text not null
  constraint plan_versions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint plan_versions_pkey PRIMARY KEY (plan_id, n)
  constraint plan_versions_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id) ON DELETE CASCADE

table plans
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  kind text not null
  title text not null
  period_kind text not null
  period_from integer not null
  period_to integer not null
  state text not null default 'draft'::text
  upper_body text
  issuing_body text not null
  number text
  symbol text not null
  place text not null
  issued_on date
  opening text
  closing text
  budget_source text
  budget_amount_vnd bigint
  signer_mode text
  signer_on_behalf text
  signer_position text
  signer_name text
  signer_person_id uuid
  source_document_id uuid
  parent_plan_id uuid
  parent_line_id uuid
  edition integer not null default 1
  lead_person_id uuid
  signed_file_id uuid
  drafted_by uuid
  due_on date
  submitted_at timestamp with time zone
  signed_at timestamp with time zone
  signed_hash text
  returned_reason text
  returned_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  tsv tsvector
  constraint plans_kind_check CHECK ((kind = ANY (ARRAY['year'::text, 'school-year'::text, 'thematic'::text])))
  constraint plans_lead_person_id_fkey FOREIGN KEY (lead_person_id) REFERENCES people(id)
  constraint plans_parent_plan_id_fkey FOREIGN KEY (parent_plan_id) REFERENCES plans(id)
  constraint plans_period_kind_check CHECK ((period_kind = ANY (ARRAY['calendarYear'::text, 'schoolYear'::text, 'range'::text])))
  constraint plans_pkey PRIMARY KEY (id)
  constraint plans_signed_file_id_fkey FOREIGN KEY (signed_file_id) REFERENCES files(id)
  constraint plans_signer_mode_check CHECK ((signer_mode = ANY (ARRAY['KT.'::text, 'TM.'::text, 'TL.'::text, 'TUQ.'::text, 'Q.'::text])))
  constraint plans_signer_person_id_fkey FOREIGN KEY (signer_person_id) REFERENCES people(id)
  constraint plans_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES documents(id)
  constraint plans_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'consulting'::text, 'submitted'::text, 'signed'::text, 'issued'::text, 'closed'::text, 'recalled'::text])))
  constraint plans_title_check CHECK ((title <> ''::text))
  constraint plans_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX plans_list ON public.plans USING btree (path, updated_at DESC, id DESC)
  CREATE INDEX plans_state ON public.plans USING btree (state, path)
  CREATE INDEX plans_tsv ON public.plans USING gin (tsv)
  CREATE INDEX plans_unit ON public.plans USING btree (unit_id, updated_at DESC)
  CREATE UNIQUE INDEX plans_number_once ON public.plans USING btree (unit_id, EXTRACT(year FROM issued_on), number) WHERE (number IS NOT NULL)

table posts
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  kind text not null
  title text not null
  person_id uuid
  valid_from date not null
  valid_to date
  version integer not null default 1
  constraint posts_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
  constraint posts_kind_check CHECK ((kind = ANY (ARRAY['head'::text, 'deputy-head'::text, 'communications'::text, 'site-manager'::text, 'clerk'::text, 'spokesperson'::text, 'member'::text])))
  constraint posts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint posts_pkey PRIMARY KEY (id)
  constraint posts_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX posts_path ON public.posts USING btree (path, id)
  CREATE INDEX posts_person ON public.posts USING btree (person_id)
  CREATE INDEX posts_unit ON public.posts USING btree (unit_id, kind)

table sessions
  id uuid not null
  token_hash bytea not null
  person_id uuid not null
  created_at timestamp with time zone not null default now()
  last_seen_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  network text
  agent text
  constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint sessions_pkey PRIMARY KEY (id)
  constraint sessions_token_hash_key UNIQUE (token_hash)
  CREATE INDEX sessions_person ON public.sessions USING btree (person_id)

table setup_links
  one boolean not null default true
  token_hash bytea not null
  created_at timestamp with time zone not null default now()
  constraint setup_links_one_check CHECK (one)
  constraint setup_links_pkey PRIMARY KEY (one)

table sign_in_delays
  key text not null
  failures integer not null
  next_at timestamp with time zone not null
  constraint sign_in_delays_pkey PRIMARY KEY (key)

table unit_codes
  unit_id uuid not null
  scheme text not null
  code text not null
  valid_from date not null default '2000-01-01'::date
  valid_to date
  constraint unit_codes_pkey PRIMARY KEY (scheme, code, valid_from)
  constraint unit_codes_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX unit_codes_unit ON public.unit_codes USING btree (unit_id)

table unit_names
  id uuid not null
  unit_id uuid not null
  name text not null
  valid_from date not null
  valid_to date
  constraint unit_names_pkey PRIMARY KEY (id)
  constraint unit_names_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX unit_names_unit ON public.unit_names USING btree (unit_id, valid_from)

table unit_parents
  id uuid not null
  unit_id uuid not null
  parent_id uuid not null
  line text not null
  valid_from date not null
  valid_to date
  constraint unit_parents_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
  constraint unit_parents_check1 CHECK ((unit_id <> parent_id))
  constraint unit_parents_line_check CHECK ((line = ANY (ARRAY['working'::text, 'administrative'::text, 'professional'::text])))
  constraint unit_parents_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES units(id)
  constraint unit_parents_pkey PRIMARY KEY (id)
  constraint unit_parents_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX unit_parents_parent ON public.unit_parents USING btree (parent_id, line)
  CREATE UNIQUE INDEX unit_parents_current ON public.unit_parents USING btree (unit_id, line) WHERE (valid_to IS NULL)

table unit_settings
  unit_id uuid not null
  signing_steps text[] not null default '{}'::text[]
  own_register boolean not null default false
  version integer not null default 1
  constraint unit_settings_pkey PRIMARY KEY (unit_id)
  constraint unit_settings_signing_steps_check CHECK ((signing_steps <@ ARRAY['consultation'::text, 'initials'::text, 'format-check'::text]))
  constraint unit_settings_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)

table units
  id uuid not null
  no bigint not null generated by default as identity
  path text collate "C" not null
  parent_id uuid
  kind text not null
  name text not null
  short_name text
  symbol text
  place text
  slug text not null
  opened_on date not null default '2000-01-01'::date
  closed_on date
  successor_id uuid
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  tsv tsvector
  constraint units_check CHECK (((closed_on IS NULL) OR (closed_on >= opened_on)))
  constraint units_kind_check CHECK ((kind = ANY (ARRAY['ministry'::text, 'people-committee'::text, 'province-department'::text, 'division'::text, 'commune-office'::text, 'nursery'::text, 'primary'::text, 'lower-secondary'::text, 'primary-lower-secondary'::text, 'upper-secondary'::text, 'continuing-education'::text, 'training-institution'::text, 'press-agency'::text, 'board'::text, 'mass-organisation'::text, 'union'::text, 'team'::text, 'neighbourhood'::text, 'partner'::text])))
  constraint units_name_check CHECK ((name <> ''::text))
  constraint units_no_key UNIQUE (no)
  constraint units_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES units(id)
  constraint units_path_key UNIQUE (path)
  constraint units_pkey PRIMARY KEY (id)
  constraint units_slug_key UNIQUE (slug)
  constraint units_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES units(id)
  CREATE INDEX units_kind ON public.units USING btree (kind, path)
  CREATE INDEX units_name ON public.units USING btree (name COLLATE vi, no)
  CREATE INDEX units_parent ON public.units USING btree (parent_id, no)
  CREATE INDEX units_tsv ON public.units USING gin (tsv)

table uploads
  id uuid not null
  person_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  name text not null
  bytes bigint not null
  received bigint not null default 0
  pieces text[] not null default '{}'::text[]
  file_id uuid
  created_at timestamp with time zone not null default now()
  constraint uploads_pkey PRIMARY KEY (id)
  CREATE INDEX uploads_age ON public.uploads USING btree (created_at)

table upper_body_rules
  id integer not null generated always as identity
  unit_kind text not null
  line text
  otherwise text
  valid_from date not null
  valid_to date
  source text not null
  constraint upper_body_rules_line_check CHECK ((line = ANY (ARRAY['working'::text, 'administrative'::text, 'professional'::text])))
  constraint upper_body_rules_otherwise_check CHECK ((otherwise = ANY (ARRAY['working'::text, 'administrative'::text, 'professional'::text])))
  constraint upper_body_rules_pkey PRIMARY KEY (id)
  constraint upper_body_rules_unit_kind_valid_from_key UNIQUE (unit_kind, valid_from)

view searchable
  SELECT 'unit'::text AS kind,
      u.id,
      u.path,
      'units.read'::text AS read_right,
      u.name AS title,
      COALESCE(p.name, ''::text) AS detail,
      u.tsv,
      u.kind AS subkind
     FROM units u
       LEFT JOIN units p ON p.id = u.parent_id
    WHERE u.closed_on IS NULL
  UNION ALL
   SELECT 'plan'::text AS kind,
      pl.id,
      pl.path,
          CASE
              WHEN pl.state = ANY (ARRAY['draft'::text, 'consulting'::text]) THEN 'plans.comment'::text
              ELSE 'plans.read'::text
          END AS read_right,
      pl.title,
      pl.issuing_body AS detail,
      pl.tsv,
      pl.state AS subkind
     FROM plans pl
  UNION ALL
   SELECT 'document'::text AS kind,
      d.id,
      d.path,
      'documents.read'::text AS read_right,
      COALESCE(d.title, d.source_name) AS title,
      concat_ws(' · '::text, NULLIF(concat_ws('/'::text, d.number, d.symbol), ''::text), d.issuer_name) AS detail,
      d.tsv,
      d.state AS subkind
     FROM documents d;
