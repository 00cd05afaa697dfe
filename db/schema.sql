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

table activity_progress
  line_id uuid not null
  plan_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  live boolean not null
  total integer not null
  done integer not null
  complete boolean not null
  starts_on date
  ends_on date
  risk_from date
  late_from date
  months text[] not null default '{}'::text[]
  leads text[] not null default '{}'::text[]
  said_done boolean not null default false
  said_note text
  said_by uuid
  said_at timestamp with time zone
  sort_on date not null generated always as (
  CASE
      WHEN complete THEN '9999-12-31'::date
      ELSE COALESCE(late_from, '9999-12-30'::date)
  END) stored
  tsv tsvector
  constraint activity_progress_line_id_fkey FOREIGN KEY (line_id) REFERENCES plan_lines(id) ON DELETE CASCADE
  constraint activity_progress_pkey PRIMARY KEY (line_id)
  constraint activity_progress_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id) ON DELETE CASCADE
  constraint activity_progress_said_by_fkey FOREIGN KEY (said_by) REFERENCES people(id)
  constraint activity_progress_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX activity_progress_path ON public.activity_progress USING btree (path, sort_on, line_id) WHERE live
  CREATE INDEX activity_progress_plan ON public.activity_progress USING btree (plan_id)
  CREATE INDEX activity_progress_sort ON public.activity_progress USING btree (sort_on, line_id) WHERE live
  CREATE INDEX activity_progress_tsv ON public.activity_progress USING gin (tsv)
  CREATE INDEX activity_progress_unit ON public.activity_progress USING btree (unit_id, sort_on, line_id) WHERE live

table addressee_counts
  plan_id uuid not null
  node_id uuid not null
  unopened integer not null default 0
  unanswered integer not null default 0
  wants_change integer not null default 0
  loose integer not null default 0
  done integer not null default 0
  constraint addressee_counts_pkey PRIMARY KEY (plan_id, node_id)

table addressees
  id uuid not null
  plan_id uuid not null
  dispatch_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  mode text not null
  due_on date
  state text not null default 'unopened'::text
  asked integer not null default 0
  answered integer not null default 0
  sent_at timestamp with time zone not null default now()
  opened_at timestamp with time zone
  opened_by uuid
  answered_at timestamp with time zone
  answered_by uuid
  own_plan_id uuid
  passed_to uuid
  recalled_at timestamp with time zone
  version integer not null default 1
  lines_inherited integer
  lines_own integer
  constraint addressees_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people(id)
  constraint addressees_dispatch_id_fkey FOREIGN KEY (dispatch_id) REFERENCES dispatches(id)
  constraint addressees_mode_check CHECK ((mode = ANY (ARRAY['assign'::text, 'coordinate'::text, 'inform'::text])))
  constraint addressees_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES people(id)
  constraint addressees_own_plan_id_fkey FOREIGN KEY (own_plan_id) REFERENCES plans(id) ON DELETE SET NULL
  constraint addressees_passed_to_fkey FOREIGN KEY (passed_to) REFERENCES addressees(id)
  constraint addressees_pkey PRIMARY KEY (id)
  constraint addressees_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id)
  constraint addressees_plan_id_unit_id_key UNIQUE (plan_id, unit_id)
  constraint addressees_state_check CHECK ((state = ANY (ARRAY['unopened'::text, 'unanswered'::text, 'wants-change'::text, 'loose'::text, 'done'::text])))
  constraint addressees_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX addressees_due ON public.addressees USING btree (due_on) WHERE (state = ANY (ARRAY['unopened'::text, 'unanswered'::text]))
  CREATE INDEX addressees_late ON public.addressees USING btree (plan_id, due_on) WHERE ((state = ANY (ARRAY['unopened'::text, 'unanswered'::text])) AND (mode <> 'inform'::text))
  CREATE INDEX addressees_own_plan ON public.addressees USING btree (own_plan_id) WHERE (own_plan_id IS NOT NULL)
  CREATE INDEX addressees_passed ON public.addressees USING btree (plan_id, unit_id) WHERE (passed_to IS NOT NULL)
  CREATE INDEX addressees_path ON public.addressees USING btree (path, sent_at DESC, id DESC)
  CREATE INDEX addressees_plan ON public.addressees USING btree (plan_id, path) INCLUDE (state, due_on, mode)
  CREATE INDEX addressees_share ON public.addressees USING btree (plan_id, path) INCLUDE (lines_inherited, lines_own) WHERE (lines_inherited IS NOT NULL)
  CREATE INDEX addressees_unit ON public.addressees USING btree (unit_id, sent_at DESC)

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

table album_classes
  album_id uuid not null
  class_id uuid not null
  except_ids uuid[] not null default '{}'::uuid[]
  constraint album_classes_album_id_fkey FOREIGN KEY (album_id) REFERENCES albums(id) ON DELETE CASCADE
  constraint album_classes_class_id_fkey FOREIGN KEY (class_id) REFERENCES classes(id)
  constraint album_classes_pkey PRIMARY KEY (album_id, class_id)

table albums
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  title text not null
  event_on date
  place text
  recording_notice text
  line_id uuid
  closed_at timestamp with time zone
  created_by uuid
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint albums_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  constraint albums_pkey PRIMARY KEY (id)
  constraint albums_title_check CHECK ((title <> ''::text))
  constraint albums_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX albums_list ON public.albums USING btree (unit_id, created_at DESC, id DESC)

table answer_links
  id uuid not null
  addressee_id uuid not null
  token_hash bytea not null
  given_to text
  created_by uuid not null
  created_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  device_hash bytea
  begun_at timestamp with time zone
  used_at timestamp with time zone
  revoked_at timestamp with time zone
  constraint answer_links_addressee_id_fkey FOREIGN KEY (addressee_id) REFERENCES addressees(id)
  constraint answer_links_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  constraint answer_links_pkey PRIMARY KEY (id)
  constraint answer_links_token_hash_key UNIQUE (token_hash)
  CREATE INDEX answer_links_addressee ON public.answer_links USING btree (addressee_id, created_at)

table api_tokens
  id uuid not null
  person_id uuid not null
  name text not null
  token_hash bytea not null
  rights text[] not null
  unit_ids uuid[] not null default '{}'::uuid[]
  created_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  last_used_on date
  revoked_at timestamp with time zone
  constraint api_tokens_name_check CHECK ((name <> ''::text))
  constraint api_tokens_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint api_tokens_pkey PRIMARY KEY (id)
  constraint api_tokens_token_hash_key UNIQUE (token_hash)
  CREATE INDEX api_tokens_person ON public.api_tokens USING btree (person_id, id DESC)

table article_assignments
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  team_id uuid
  person_id uuid
  kind text not null
  title text not null
  brief text not null default ''::text
  wanted integer not null default 1
  due_on date
  line_id uuid
  target_id uuid
  series_id uuid
  state text not null
  reason text
  reminded_on date
  created_by uuid
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint article_assignments_check CHECK (((team_id IS NOT NULL) OR (person_id IS NOT NULL)))
  constraint article_assignments_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  constraint article_assignments_kind_fkey FOREIGN KEY (kind) REFERENCES article_kinds(code)
  constraint article_assignments_line_id_fkey FOREIGN KEY (line_id) REFERENCES plan_lines(id)
  constraint article_assignments_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint article_assignments_pkey PRIMARY KEY (id)
  constraint article_assignments_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id) ON DELETE SET NULL
  constraint article_assignments_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'cancelled'::text])))
  constraint article_assignments_team_id_fkey FOREIGN KEY (team_id) REFERENCES units(id)
  constraint article_assignments_title_check CHECK ((title <> ''::text))
  constraint article_assignments_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  constraint article_assignments_wanted_check CHECK (((wanted >= 1) AND (wanted <= 200)))
  CREATE INDEX article_assignments_due ON public.article_assignments USING btree (due_on) WHERE ((state = 'open'::text) AND (due_on IS NOT NULL))
  CREATE INDEX article_assignments_line ON public.article_assignments USING btree (line_id)
  CREATE INDEX article_assignments_list ON public.article_assignments USING btree (unit_id, state, due_on, id)
  CREATE INDEX article_assignments_person ON public.article_assignments USING btree (person_id) WHERE (state = 'open'::text)
  CREATE INDEX article_assignments_team ON public.article_assignments USING btree (team_id) WHERE (state = 'open'::text)

table article_decisions
  id uuid not null
  run_id uuid not null
  article_id uuid not null
  step integer not null
  step_name text not null
  act text not null
  person_id uuid
  on_behalf_of text
  reason text
  version_n integer
  content_hash text
  at timestamp with time zone not null default now()
  seq bigint not null generated always as identity
  constraint article_decisions_act_check CHECK ((act = ANY (ARRAY['submitted'::text, 'passed'::text, 'approved'::text, 'returned'::text, 'withdrawn'::text, 'skipped'::text, 'delegated'::text, 'claimed'::text, 'released'::text])))
  constraint article_decisions_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(id)
  constraint article_decisions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint article_decisions_pkey PRIMARY KEY (id)
  constraint article_decisions_run_id_fkey FOREIGN KEY (run_id) REFERENCES article_runs(id)
  CREATE INDEX article_decisions_article ON public.article_decisions USING btree (article_id, at, id)
  CREATE INDEX article_decisions_run ON public.article_decisions USING btree (run_id)

table article_kinds
  code text not null
  name_vi text not null
  name_en text not null
  counts text not null
  position integer not null
  needs_picture boolean not null default false
  valid_from date not null
  valid_to date
  source text not null
  constraint article_kinds_pkey PRIMARY KEY (code)

table article_languages
  code text not null
  name_vi text not null
  name_en text not null
  position integer not null
  constraint article_languages_pkey PRIMARY KEY (code)

table article_offers
  id uuid not null
  article_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  to_unit_id uuid not null
  to_path text collate "C" not null
  version_n integer not null
  content_hash text not null
  state text not null
  note text not null default ''::text
  reason text
  edition_id uuid
  due_on date
  offered_by uuid
  offered_at timestamp with time zone not null default now()
  decided_by uuid
  decided_at timestamp with time zone
  version integer not null default 1
  by_offer_id uuid
  accepted_at timestamp with time zone
  picked_at timestamp with time zone
  constraint article_offers_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(id)
  constraint article_offers_article_id_version_n_fkey FOREIGN KEY (article_id, version_n) REFERENCES article_versions(article_id, n)
  constraint article_offers_by_offer_id_fkey FOREIGN KEY (by_offer_id) REFERENCES article_offers(id)
  constraint article_offers_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id)
  constraint article_offers_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES articles(id) ON DELETE SET NULL
  constraint article_offers_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES people(id)
  constraint article_offers_pkey PRIMARY KEY (id)
  constraint article_offers_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'accepted'::text, 'returned'::text, 'picked'::text, 'withdrawn'::text])))
  constraint article_offers_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES units(id)
  constraint article_offers_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX article_offers_article ON public.article_offers USING btree (article_id)
  CREATE INDEX article_offers_edition ON public.article_offers USING btree (edition_id) WHERE (edition_id IS NOT NULL)
  CREATE INDEX article_offers_received ON public.article_offers USING btree (to_unit_id, state, offered_at DESC, id DESC)
  CREATE INDEX article_offers_received_all ON public.article_offers USING btree (to_unit_id, offered_at DESC, id DESC) WHERE (state <> 'withdrawn'::text)
  CREATE INDEX article_offers_sent ON public.article_offers USING btree (unit_id, offered_at DESC, id DESC)
  CREATE UNIQUE INDEX article_offers_once ON public.article_offers USING btree (article_id, to_unit_id) WHERE (state = ANY (ARRAY['offered'::text, 'accepted'::text, 'picked'::text]))

table article_presence
  article_id uuid not null
  person_id uuid not null
  tab text not null
  editing boolean not null
  seen_at timestamp with time zone not null default now()
  constraint article_presence_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(id) ON DELETE CASCADE
  constraint article_presence_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint article_presence_pkey PRIMARY KEY (article_id, person_id, tab)

table article_publications
  id uuid not null
  article_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  state text not null
  version_n integer not null
  content_hash text not null
  due_at timestamp with time zone not null
  attempts integer not null default 0
  next_at timestamp with time zone not null
  error text
  published_at timestamp with time zone
  corrected_at timestamp with time zone
  correction text
  taken_down_at timestamp with time zone
  reason text
  offer_id uuid
  section text
  created_by uuid
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint article_publications_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(id)
  constraint article_publications_article_id_version_n_fkey FOREIGN KEY (article_id, version_n) REFERENCES article_versions(article_id, n)
  constraint article_publications_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  constraint article_publications_pkey PRIMARY KEY (id)
  constraint article_publications_state_check CHECK ((state = ANY (ARRAY['scheduled'::text, 'published'::text, 'failed'::text, 'taken-down'::text, 'cancelled'::text])))
  constraint article_publications_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX article_publications_article ON public.article_publications USING btree (article_id)
  CREATE INDEX article_publications_due ON public.article_publications USING btree (next_at, id) WHERE (state = ANY (ARRAY['scheduled'::text, 'failed'::text]))
  CREATE INDEX article_publications_site ON public.article_publications USING btree (unit_id, published_at DESC, id DESC) WHERE (state = 'published'::text)
  CREATE UNIQUE INDEX article_publications_once ON public.article_publications USING btree (article_id, unit_id) WHERE (state = ANY (ARRAY['scheduled'::text, 'published'::text, 'failed'::text]))

table article_reminder_steps
  step_days integer not null
  told text not null
  valid_from date not null
  valid_to date
  source text not null
  constraint article_reminder_steps_pkey PRIMARY KEY (step_days, told, valid_from)
  constraint article_reminder_steps_told_check CHECK ((told = ANY (ARRAY['holder'::text, 'head'::text])))

table article_runs
  id uuid not null
  article_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  steps jsonb not null
  step integer not null default 0
  state text not null
  claimed_by uuid
  delegated_to uuid
  due_on date
  reminded_on date
  submitted_by uuid
  submitted_at timestamp with time zone not null default now()
  ended_at timestamp with time zone
  version integer not null default 1
  step_by text not null default 'head'::text
  step_person uuid
  delegated_by uuid
  delegated_as text
  first_step integer not null default 0
  constraint article_runs_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(id)
  constraint article_runs_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES people(id)
  constraint article_runs_delegated_as_check CHECK ((delegated_as = ANY (ARRAY['KT.'::text, 'TL.'::text, 'TUQ.'::text])))
  constraint article_runs_delegated_by_fkey FOREIGN KEY (delegated_by) REFERENCES people(id)
  constraint article_runs_delegated_to_fkey FOREIGN KEY (delegated_to) REFERENCES people(id)
  constraint article_runs_pkey PRIMARY KEY (id)
  constraint article_runs_state_check CHECK ((state = ANY (ARRAY['open'::text, 'approved'::text, 'returned'::text, 'withdrawn'::text])))
  constraint article_runs_step_by_check CHECK ((step_by = ANY (ARRAY['team-head'::text, 'editor'::text, 'head'::text, 'person'::text])))
  constraint article_runs_step_person_fkey FOREIGN KEY (step_person) REFERENCES people(id)
  constraint article_runs_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES people(id)
  constraint article_runs_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX article_runs_article ON public.article_runs USING btree (article_id, submitted_at)
  CREATE INDEX article_runs_claimed ON public.article_runs USING btree (claimed_by) WHERE ((state = 'open'::text) AND (claimed_by IS NOT NULL))
  CREATE INDEX article_runs_delegated ON public.article_runs USING btree (delegated_to) WHERE ((state = 'open'::text) AND (delegated_to IS NOT NULL))
  CREATE INDEX article_runs_due ON public.article_runs USING btree (due_on) WHERE (state = 'open'::text)
  CREATE INDEX article_runs_list ON public.article_runs USING btree (unit_id, due_on, id) WHERE (state = 'open'::text)
  CREATE INDEX article_runs_path ON public.article_runs USING btree (path, due_on, id) WHERE (state = 'open'::text)
  CREATE INDEX article_runs_person ON public.article_runs USING btree (step_person) WHERE ((state = 'open'::text) AND (step_person IS NOT NULL))
  CREATE INDEX article_runs_submitted ON public.article_runs USING btree (submitted_by, due_on, id) WHERE (state = 'open'::text)
  CREATE UNIQUE INDEX article_runs_open ON public.article_runs USING btree (article_id) WHERE (state = 'open'::text)

table article_sketches
  article_id uuid not null
  sketch bigint[] not null
  shingles integer not null
  content_hash text not null
  constraint article_sketches_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(id) ON DELETE CASCADE
  constraint article_sketches_pkey PRIMARY KEY (article_id)
  CREATE INDEX article_sketches_gin ON public.article_sketches USING gin (sketch)

table article_text_bases
  article_id uuid not null
  version integer not null
  sitting uuid
  turn integer not null default 0
  merged boolean not null default false
  title text not null
  summary text not null
  credit text not null
  kind text not null
  language text not null
  content jsonb not null
  saved_at timestamp with time zone not null default now()
  constraint article_text_bases_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(id) ON DELETE CASCADE
  constraint article_text_bases_pkey PRIMARY KEY (article_id, version)
  CREATE INDEX article_text_bases_old ON public.article_text_bases USING btree (saved_at)

table article_texts
  article_id uuid not null
  content jsonb not null
  content_hash text not null
  words integer not null default 0
  saved_by uuid
  saved_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint article_texts_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(id) ON DELETE CASCADE
  constraint article_texts_pkey PRIMARY KEY (article_id)
  constraint article_texts_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES people(id)

table article_versions
  article_id uuid not null
  n integer not null
  title text not null
  summary text not null
  credit text not null
  kind text not null
  language text not null
  content jsonb not null
  content_hash text not null
  why text not null
  by_id uuid
  at timestamp with time zone not null default now()
  text_version integer
  constraint article_versions_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(id) ON DELETE CASCADE
  constraint article_versions_by_id_fkey FOREIGN KEY (by_id) REFERENCES people(id)
  constraint article_versions_pkey PRIMARY KEY (article_id, n)
  constraint article_versions_why_check CHECK ((why = ANY (ARRAY['sitting'::text, 'submitted'::text, 'returned'::text, 'approved'::text, 'published'::text, 'restored'::text, 'taken-over'::text, 'imported'::text, 'correction'::text])))

table article_workflow_defaults
  id integer not null generated by default as identity
  unit_kind text
  steps jsonb not null
  valid_from date not null
  valid_to date
  source text not null
  constraint article_workflow_defaults_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX article_workflow_defaults_once ON public.article_workflow_defaults USING btree (COALESCE(unit_kind, ''::text), valid_from)

table article_workflows
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  steps jsonb not null
  valid_from timestamp with time zone not null default now()
  ended_at timestamp with time zone
  set_by uuid
  resume text not null default 'same-step'::text
  last_only boolean not null default false
  constraint article_workflows_pkey PRIMARY KEY (id)
  constraint article_workflows_resume_check CHECK ((resume = ANY (ARRAY['same-step'::text, 'start'::text])))
  constraint article_workflows_set_by_fkey FOREIGN KEY (set_by) REFERENCES people(id)
  constraint article_workflows_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX article_workflows_path ON public.article_workflows USING btree (path) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX article_workflows_now ON public.article_workflows USING btree (unit_id) WHERE (ended_at IS NULL)

table articles
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  team_id uuid
  team_path text collate "C"
  kind text not null
  language text not null default 'vi'::text
  translation_of uuid
  origin_id uuid
  origin_version_n integer
  title text not null default ''::text
  summary text not null default ''::text
  credit text not null default ''::text
  author_id uuid
  entered_for boolean not null default false
  lead_cut_id uuid
  assignment_id uuid
  line_id uuid
  target_id uuid
  series_id uuid
  stage text not null default 'writing'::text
  approved_n integer
  approved_hash text
  published_at timestamp with time zone
  live boolean not null default false
  moved_at timestamp with time zone not null default now()
  created_by uuid
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  tsv tsvector
  constraint articles_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES article_assignments(id)
  constraint articles_author_id_fkey FOREIGN KEY (author_id) REFERENCES people(id)
  constraint articles_check CHECK (((team_id IS NULL) = (team_path IS NULL)))
  constraint articles_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  constraint articles_kind_fkey FOREIGN KEY (kind) REFERENCES article_kinds(code)
  constraint articles_language_fkey FOREIGN KEY (language) REFERENCES article_languages(code)
  constraint articles_line_id_fkey FOREIGN KEY (line_id) REFERENCES plan_lines(id)
  constraint articles_origin_id_fkey FOREIGN KEY (origin_id) REFERENCES articles(id)
  constraint articles_pkey PRIMARY KEY (id)
  constraint articles_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id) ON DELETE SET NULL
  constraint articles_stage_check CHECK ((stage = ANY (ARRAY['writing'::text, 'in-review'::text, 'returned'::text, 'approved'::text, 'scheduled'::text, 'published'::text, 'taken-down'::text])))
  constraint articles_team_id_fkey FOREIGN KEY (team_id) REFERENCES units(id)
  constraint articles_translation_of_fkey FOREIGN KEY (translation_of) REFERENCES articles(id)
  constraint articles_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX articles_assignment ON public.articles USING btree (assignment_id) WHERE (assignment_id IS NOT NULL)
  CREATE INDEX articles_entered ON public.articles USING btree (created_by, moved_at DESC, id DESC) WHERE entered_for
  CREATE INDEX articles_line ON public.articles USING btree (line_id) WHERE (line_id IS NOT NULL)
  CREATE INDEX articles_live ON public.articles USING btree (published_at DESC, id DESC) WHERE live
  CREATE INDEX articles_live_language ON public.articles USING btree (language, published_at DESC, id DESC) WHERE (live AND (language <> 'vi'::text))
  CREATE INDEX articles_live_path ON public.articles USING btree (path, published_at DESC, id DESC) WHERE live
  CREATE INDEX articles_live_province ON public.articles USING btree (((((split_part(path, '.'::text, 1) || '.'::text) || split_part(path, '.'::text, 2)) || '.'::text)), published_at DESC, id DESC) WHERE live
  CREATE INDEX articles_mine ON public.articles USING btree (author_id, moved_at DESC, id DESC)
  CREATE INDEX articles_origin ON public.articles USING btree (origin_id) WHERE (origin_id IS NOT NULL)
  CREATE INDEX articles_path ON public.articles USING btree (path)
  CREATE INDEX articles_series ON public.articles USING btree (series_id) WHERE (series_id IS NOT NULL)
  CREATE INDEX articles_team ON public.articles USING btree (team_path, moved_at DESC, id DESC) WHERE (team_path IS NOT NULL)
  CREATE INDEX articles_tsv ON public.articles USING gin (tsv) WITH (fastupdate=off)
  CREATE INDEX articles_unit ON public.articles USING btree (unit_id, moved_at DESC, id DESC)
  CREATE INDEX articles_unit_stage ON public.articles USING btree (unit_id, stage, moved_at DESC, id DESC)
  CREATE UNIQUE INDEX articles_edition_once ON public.articles USING btree (origin_id, unit_id) WHERE (origin_id IS NOT NULL)
  CREATE UNIQUE INDEX articles_translation_once ON public.articles USING btree (translation_of, language) WHERE (translation_of IS NOT NULL)

table ask_counts
  plan_id uuid not null
  node_id uuid not null
  line_id uuid not null
  unopened integer not null default 0
  unanswered integer not null default 0
  loose integer not null default 0
  adopted integer not null default 0
  not_ours integer not null default 0
  wants_change integer not null default 0
  changed integer not null default 0
  known integer not null default 0
  constraint ask_counts_pkey PRIMARY KEY (plan_id, node_id, line_id)

table asks
  plan_id uuid not null
  unit_id uuid not null
  line_id uuid not null
  addressee_id uuid not null
  mode text not null
  state text not null default 'unopened'::text
  due_on date
  team_id uuid
  person_id uuid
  by_on date
  reason text
  decision text
  decision_note text
  decided_by uuid
  decided_at timestamp with time zone
  edition integer not null default 1
  answered_by uuid
  answered_via text
  answered_at timestamp with time zone
  version integer not null default 1
  owner_name text
  constraint asks_answered_via_check CHECK ((answered_via = ANY (ARRAY['account'::text, 'link'::text])))
  constraint asks_decision_check CHECK ((decision = ANY (ARRAY['accepted'::text, 'declined'::text])))
  constraint asks_mode_check CHECK ((mode = ANY (ARRAY['assign'::text, 'coordinate'::text, 'inform'::text])))
  constraint asks_owner_name_check CHECK (((owner_name <> ''::text) AND (length(owner_name) <= 200)))
  constraint asks_pkey PRIMARY KEY (plan_id, unit_id, line_id)
  constraint asks_state_check CHECK ((state = ANY (ARRAY['unopened'::text, 'unanswered'::text, 'loose'::text, 'adopted'::text, 'not-ours'::text, 'wants-change'::text, 'changed'::text, 'known'::text])))
  CREATE INDEX asks_addressee ON public.asks USING btree (addressee_id)
  CREATE INDEX asks_decided ON public.asks USING btree (plan_id) WHERE (decision IS NOT NULL)
  CREATE INDEX asks_line ON public.asks USING btree (line_id)
  CREATE INDEX asks_person ON public.asks USING btree (person_id) WHERE (person_id IS NOT NULL)
  CREATE INDEX asks_team ON public.asks USING btree (team_id) WHERE (team_id IS NOT NULL)
  CREATE INDEX asks_wishes ON public.asks USING btree (plan_id) WHERE ((state = 'wants-change'::text) AND (decision IS NULL))

table assignment_reminder_rules
  step_days integer not null
  valid_from date not null
  valid_to date
  source text not null
  constraint assignment_reminder_rules_pkey PRIMARY KEY (step_days, valid_from)

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
  token_id uuid
  constraint audit_records_pkey PRIMARY KEY (id)
  CREATE INDEX audit_records_path ON public.audit_records USING btree (path, id DESC)
  CREATE INDEX audit_records_person ON public.audit_records USING btree (person_id, id DESC)
  CREATE INDEX audit_records_subject ON public.audit_records USING btree (subject_kind, subject_id, at DESC)

table calendar_days
  id uuid not null
  unit_id uuid
  kind text not null
  name text not null
  first_on date not null
  last_on date not null
  source text not null
  state text not null
  confirmed_by uuid
  confirmed_at timestamp with time zone
  replaced_by uuid
  ended_at timestamp with time zone
  recorded_by uuid
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint calendar_days_check CHECK (((last_on >= first_on) AND (last_on < (first_on + 400))))
  constraint calendar_days_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES people(id)
  constraint calendar_days_kind_check CHECK ((kind = ANY (ARRAY['holiday'::text, 'compensation'::text, 'working-day'::text, 'school-event'::text, 'exam'::text, 'observance'::text])))
  constraint calendar_days_name_check CHECK ((name <> ''::text))
  constraint calendar_days_pkey PRIMARY KEY (id)
  constraint calendar_days_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id)
  constraint calendar_days_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES calendar_days(id)
  constraint calendar_days_source_check CHECK ((source <> ''::text))
  constraint calendar_days_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'confirmed'::text])))
  constraint calendar_days_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX calendar_days_days ON public.calendar_days USING btree (last_on, first_on) WHERE (ended_at IS NULL)
  CREATE INDEX calendar_days_unit ON public.calendar_days USING btree (unit_id, first_on) WHERE (ended_at IS NULL)

table calendar_feeds
  id uuid not null
  person_id uuid not null
  unit_id uuid not null
  token_hash bytea not null
  created_at timestamp with time zone not null default now()
  revoked_at timestamp with time zone
  last_read_at timestamp with time zone
  constraint calendar_feeds_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint calendar_feeds_pkey PRIMARY KEY (id)
  constraint calendar_feeds_token_hash_key UNIQUE (token_hash)
  constraint calendar_feeds_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX calendar_feeds_person ON public.calendar_feeds USING btree (person_id, created_at)

table check_patterns
  code text not null
  kind text not null
  pattern text not null
  severity text not null
  valid_from date not null
  valid_to date
  source text not null
  repair text
  constraint check_patterns_kind_check CHECK ((kind = ANY (ARRAY['personal-data'::text, 'secrecy'::text, 'glitch'::text])))
  constraint check_patterns_pkey PRIMARY KEY (code, valid_from)
  constraint check_patterns_severity_check CHECK ((severity = ANY (ARRAY['stop'::text, 'warn'::text])))

table classes
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  school_year integer not null
  name text not null
  grade text
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint classes_name_check CHECK ((name <> ''::text))
  constraint classes_pkey PRIMARY KEY (id)
  constraint classes_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  constraint classes_unit_id_school_year_name_key UNIQUE (unit_id, school_year, name)

table consent_rules
  valid_from date not null
  valid_to date
  child_age integer not null
  adult_age integer not null
  answer_working_days integer not null
  carry_out_days integer not null
  carry_out_days_shared integer not null
  extension_days integer not null
  source text not null
  told_days_ahead integer[] not null default '{30,7}'::integer[]
  constraint consent_rules_pkey PRIMARY KEY (valid_from)

table consent_wordings
  id uuid not null
  unit_id uuid
  path text collate "C"
  number integer not null
  purpose text not null
  words text not null
  child_words text not null
  after_end text not null default 'leaves'::text
  valid_from date not null
  created_by uuid
  created_at timestamp with time zone not null default now()
  constraint consent_wordings_after_end_check CHECK ((after_end = ANY (ARRAY['leaves'::text, 'stays'::text])))
  constraint consent_wordings_child_words_check CHECK ((child_words <> ''::text))
  constraint consent_wordings_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  constraint consent_wordings_pkey PRIMARY KEY (id)
  constraint consent_wordings_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  constraint consent_wordings_words_check CHECK ((words <> ''::text))
  CREATE UNIQUE INDEX consent_wordings_number ON public.consent_wordings USING btree (COALESCE(unit_id, '00000000-0000-0000-0000-000000000000'::uuid), purpose, number)

table consent_year_ends
  from_school_year integer not null
  month integer not null
  day integer not null
  source text not null
  constraint consent_year_ends_day_check CHECK (((day >= 1) AND (day <= 31)))
  constraint consent_year_ends_month_check CHECK (((month >= 1) AND (month <= 12)))
  constraint consent_year_ends_pkey PRIMARY KEY (from_school_year)

table consents
  id uuid not null
  pupil_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  party text not null
  purpose text not null
  channel text not null
  answer text not null
  given_by text
  relation text
  form text not null
  wording_id uuid not null
  evidence_file_id uuid
  given_on date not null
  valid_to date not null
  ended_at timestamp with time zone
  ended_by text
  recorded_by uuid
  recorded_at timestamp with time zone not null default now()
  constraint consents_answer_check CHECK ((answer = ANY (ARRAY['given'::text, 'refused'::text])))
  constraint consents_channel_check CHECK ((channel = ANY (ARRAY['portal'::text, 'social'::text, 'press'::text, 'print'::text, 'bulletin'::text, 'display'::text])))
  constraint consents_ended_by_check CHECK ((ended_by = ANY (ARRAY['withdrawal'::text, 'answer'::text, 'correction'::text])))
  constraint consents_evidence_file_id_fkey FOREIGN KEY (evidence_file_id) REFERENCES files(id)
  constraint consents_form_check CHECK ((form = ANY (ARRAY['form'::text, 'scan'::text, 'sheet'::text, 'digital'::text])))
  constraint consents_party_check CHECK ((party = ANY (ARRAY['representative'::text, 'child'::text])))
  constraint consents_pkey PRIMARY KEY (id)
  constraint consents_pupil_id_fkey FOREIGN KEY (pupil_id) REFERENCES pupils(id)
  constraint consents_purpose_check CHECK ((purpose = ANY (ARRAY['news'::text, 'contest'::text, 'teaching'::text])))
  constraint consents_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id)
  constraint consents_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  constraint consents_wording_id_fkey FOREIGN KEY (wording_id) REFERENCES consent_wordings(id)
  CREATE INDEX consents_ending ON public.consents USING btree (valid_to) WHERE ((ended_at IS NULL) AND (answer = 'given'::text))
  CREATE INDEX consents_evidence ON public.consents USING btree (evidence_file_id) WHERE (evidence_file_id IS NOT NULL)
  CREATE INDEX consents_pupil ON public.consents USING btree (pupil_id, recorded_at)
  CREATE UNIQUE INDEX consents_now ON public.consents USING btree (pupil_id, party, purpose, channel) WHERE (ended_at IS NULL)

table cut_covered
  cut_id uuid not null
  subject_id uuid not null
  said_by text not null
  constraint cut_covered_cut_id_fkey FOREIGN KEY (cut_id) REFERENCES media_cuts(id) ON DELETE CASCADE
  constraint cut_covered_pkey PRIMARY KEY (cut_id, subject_id)
  constraint cut_covered_said_by_check CHECK ((said_by = ANY (ARRAY['geometry'::text, 'person'::text])))
  constraint cut_covered_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES media_subjects(id) ON DELETE CASCADE

table dispatches
  id uuid not null
  plan_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  wave_of uuid
  note text
  due_on date
  choice jsonb not null
  outcome jsonb not null default '{}'::jsonb
  extended uuid[] not null default '{}'::uuid[]
  sent_by uuid not null
  sent_at timestamp with time zone not null default now()
  constraint dispatches_pkey PRIMARY KEY (id)
  constraint dispatches_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id)
  constraint dispatches_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES people(id)
  constraint dispatches_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  constraint dispatches_wave_of_fkey FOREIGN KEY (wave_of) REFERENCES dispatches(id)
  CREATE INDEX dispatches_path ON public.dispatches USING btree (path, sent_at)
  CREATE INDEX dispatches_plan ON public.dispatches USING btree (plan_id, sent_at)

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

table dossiers
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  from_on date not null
  to_on date not null
  plan_id uuid
  state text not null default 'waiting'::text
  file_id uuid
  items integer
  left_out integer
  requested_by uuid not null
  requested_at timestamp with time zone not null default now()
  ready_at timestamp with time zone
  constraint dossiers_check CHECK ((to_on >= from_on))
  constraint dossiers_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
  constraint dossiers_pkey PRIMARY KEY (id)
  constraint dossiers_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id)
  constraint dossiers_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES people(id)
  constraint dossiers_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'ready'::text, 'failed'::text])))
  constraint dossiers_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX dossiers_path ON public.dossiers USING btree (path, id DESC)

table evidence
  id uuid not null
  plan_id uuid not null
  line_id uuid not null
  target_id uuid
  output_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  kind text not null
  amount integer not null default 1
  month text not null
  place text
  participants integer
  note text
  series_id uuid
  state text not null
  confirmed_by text
  counted boolean not null
  reason text
  decided_by uuid
  decided_at timestamp with time zone
  recorded_by uuid
  follows_id uuid
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint evidence_amount_check CHECK (((amount >= 1) AND (amount <= 100000)))
  constraint evidence_confirmed_by_check CHECK ((confirmed_by = ANY (ARRAY['unit'::text, 'unit-above'::text])))
  constraint evidence_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id)
  constraint evidence_follows_id_fkey FOREIGN KEY (follows_id) REFERENCES evidence(id)
  constraint evidence_kind_check CHECK ((kind = ANY (ARRAY['link'::text, 'file'::text, 'event'::text, 'placement'::text])))
  constraint evidence_line_id_fkey FOREIGN KEY (line_id) REFERENCES plan_lines(id)
  constraint evidence_month_check CHECK ((month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text))
  constraint evidence_output_id_fkey FOREIGN KEY (output_id) REFERENCES outputs(id)
  constraint evidence_participants_check CHECK (((participants >= 0) AND (participants <= 10000000)))
  constraint evidence_pkey PRIMARY KEY (id)
  constraint evidence_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id)
  constraint evidence_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id)
  constraint evidence_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id) ON DELETE SET NULL
  constraint evidence_state_check CHECK ((state = ANY (ARRAY['recorded'::text, 'confirmed'::text, 'refused'::text, 'withdrawn'::text])))
  constraint evidence_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX evidence_events ON public.evidence USING btree (path) WHERE (kind = 'event'::text)
  CREATE INDEX evidence_follows ON public.evidence USING btree (follows_id) WHERE (follows_id IS NOT NULL)
  CREATE INDEX evidence_line ON public.evidence USING btree (line_id, id)
  CREATE INDEX evidence_output ON public.evidence USING btree (output_id)
  CREATE INDEX evidence_plan ON public.evidence USING btree (plan_id, line_id)
  CREATE INDEX evidence_series ON public.evidence USING btree (series_id) WHERE (series_id IS NOT NULL)
  CREATE INDEX evidence_target ON public.evidence USING btree (target_id) WHERE counted
  CREATE INDEX evidence_unit ON public.evidence USING btree (unit_id)
  CREATE INDEX evidence_waiting ON public.evidence USING btree (path, id) WHERE ((state = 'recorded'::text) AND (NOT counted))
  CREATE UNIQUE INDEX evidence_once ON public.evidence USING btree (target_id, output_id) WHERE (state = ANY (ARRAY['recorded'::text, 'confirmed'::text]))
  CREATE UNIQUE INDEX evidence_once_on_line ON public.evidence USING btree (line_id, output_id) WHERE ((state = ANY (ARRAY['recorded'::text, 'confirmed'::text])) AND (target_id IS NULL))

table evidence_files
  evidence_id uuid not null
  file_id uuid not null
  position integer not null
  constraint evidence_files_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id) ON DELETE CASCADE
  constraint evidence_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
  constraint evidence_files_pkey PRIMARY KEY (evidence_id, file_id)
  CREATE INDEX evidence_files_file ON public.evidence_files USING btree (file_id)

table evidence_rules
  counts text not null
  kind text not null
  confirmed_by text
  valid_from date not null
  valid_to date
  source text not null
  constraint evidence_rules_confirmed_by_check CHECK ((confirmed_by = ANY (ARRAY['unit'::text, 'unit-above'::text])))
  constraint evidence_rules_kind_check CHECK ((kind = ANY (ARRAY['link'::text, 'file'::text, 'event'::text, 'placement'::text])))
  constraint evidence_rules_pkey PRIMARY KEY (counts, kind, valid_from)

table feed_hosts
  host text not null
  busy_until timestamp with time zone not null default '-infinity'::timestamp with time zone
  closed_until timestamp with time zone not null default '-infinity'::timestamp with time zone
  constraint feed_hosts_pkey PRIMARY KEY (host)

table feed_items
  feed_id uuid not null
  url_key text not null
  seen_at timestamp with time zone not null default now()
  constraint feed_items_feed_id_fkey FOREIGN KEY (feed_id) REFERENCES site_feeds(id) ON DELETE CASCADE
  constraint feed_items_pkey PRIMARY KEY (feed_id, url_key)

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
  CREATE INDEX files_unit ON public.files USING btree (unit_id)

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
  CREATE INDEX grants_unit ON public.grants USING btree (unit_id, role)
  CREATE UNIQUE INDEX grants_once ON public.grants USING btree (person_id, unit_id, role) WHERE (valid_to IS NULL)

table hand_in_items
  hand_in_id uuid not null
  media_id uuid not null
  cut_id uuid not null
  topic text not null
  chosen boolean not null default true
  position integer not null default 0
  added_by uuid
  constraint hand_in_items_added_by_fkey FOREIGN KEY (added_by) REFERENCES people(id)
  constraint hand_in_items_cut_id_fkey FOREIGN KEY (cut_id) REFERENCES media_cuts(id)
  constraint hand_in_items_hand_in_id_fkey FOREIGN KEY (hand_in_id) REFERENCES hand_ins(id) ON DELETE CASCADE
  constraint hand_in_items_media_id_fkey FOREIGN KEY (media_id) REFERENCES media_items(id)
  constraint hand_in_items_pkey PRIMARY KEY (hand_in_id, media_id)
  constraint hand_in_items_topic_fkey FOREIGN KEY (topic) REFERENCES hand_in_topics(code)
  CREATE INDEX hand_in_items_media ON public.hand_in_items USING btree (media_id)

table hand_in_rules
  semester integer not null
  days_after integer not null
  valid_from date not null
  valid_to date
  source text not null
  constraint hand_in_rules_pkey PRIMARY KEY (semester, valid_from)
  constraint hand_in_rules_semester_check CHECK ((semester = ANY (ARRAY[1, 2])))

table hand_in_topics
  code text not null
  name_vi text not null
  name_en text not null
  position integer not null
  valid_from date not null
  valid_to date
  source text not null
  constraint hand_in_topics_pkey PRIMARY KEY (code)

table hand_ins
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  to_unit_id uuid not null
  to_path text collate "C" not null
  school_year integer not null
  semester integer not null
  state text not null
  due_on date
  note text not null default ''::text
  sent_at timestamp with time zone
  sent_by uuid
  decided_at timestamp with time zone
  decided_by uuid
  reason text
  receipt_no integer
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint hand_ins_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id)
  constraint hand_ins_pkey PRIMARY KEY (id)
  constraint hand_ins_semester_check CHECK ((semester = ANY (ARRAY[1, 2])))
  constraint hand_ins_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES people(id)
  constraint hand_ins_state_check CHECK ((state = ANY (ARRAY['collecting'::text, 'sent'::text, 'received'::text, 'returned'::text])))
  constraint hand_ins_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES units(id)
  constraint hand_ins_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  constraint hand_ins_unit_id_to_unit_id_school_year_semester_key UNIQUE (unit_id, to_unit_id, school_year, semester)
  CREATE INDEX hand_ins_received ON public.hand_ins USING btree (to_unit_id, school_year, semester, state)
  CREATE UNIQUE INDEX hand_ins_receipt ON public.hand_ins USING btree (to_unit_id, school_year, receipt_no) WHERE (receipt_no IS NOT NULL)

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

table lawful_bases
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  album_id uuid
  media_id uuid
  basis text not null
  citation text not null
  reason text not null
  channels text[] not null
  decided_by uuid not null
  decided_at timestamp with time zone not null default now()
  revoked_at timestamp with time zone
  revoked_by uuid
  constraint lawful_bases_album_id_fkey FOREIGN KEY (album_id) REFERENCES albums(id)
  constraint lawful_bases_basis_check CHECK ((basis = ANY (ARRAY['public-activity'::text, 'public-interest'::text, 'law'::text])))
  constraint lawful_bases_check CHECK (((album_id IS NULL) <> (media_id IS NULL)))
  constraint lawful_bases_citation_check CHECK ((citation <> ''::text))
  constraint lawful_bases_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id)
  constraint lawful_bases_media_id_fkey FOREIGN KEY (media_id) REFERENCES media_items(id)
  constraint lawful_bases_pkey PRIMARY KEY (id)
  constraint lawful_bases_reason_check CHECK ((reason <> ''::text))
  constraint lawful_bases_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES people(id)
  constraint lawful_bases_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX lawful_bases_album ON public.lawful_bases USING btree (album_id) WHERE (revoked_at IS NULL)
  CREATE INDEX lawful_bases_media ON public.lawful_bases USING btree (media_id) WHERE (revoked_at IS NULL)

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

table link_checks
  url_key text not null
  url text not null
  ok boolean not null
  status integer
  reason text
  checked_at timestamp with time zone not null default now()
  constraint link_checks_pkey PRIMARY KEY (url_key)

table media_blocks
  id uuid not null
  cut_id uuid not null
  channel text
  reason text not null
  withdrawal_id uuid
  basis_id uuid
  since timestamp with time zone not null default now()
  lifted_at timestamp with time zone
  constraint media_blocks_basis_id_fkey FOREIGN KEY (basis_id) REFERENCES lawful_bases(id)
  constraint media_blocks_cut_id_fkey FOREIGN KEY (cut_id) REFERENCES media_cuts(id)
  constraint media_blocks_pkey PRIMARY KEY (id)
  constraint media_blocks_reason_check CHECK ((reason = ANY (ARRAY['withdrawal'::text, 'basis-revoked'::text, 'rights-ended'::text, 'consent-ended'::text, 'taken-down'::text])))
  constraint media_blocks_withdrawal_id_fkey FOREIGN KEY (withdrawal_id) REFERENCES withdrawals(id)
  CREATE INDEX media_blocks_basis ON public.media_blocks USING btree (basis_id) WHERE ((basis_id IS NOT NULL) AND (lifted_at IS NULL))
  CREATE INDEX media_blocks_cut ON public.media_blocks USING btree (cut_id) WHERE (lifted_at IS NULL)
  CREATE INDEX media_blocks_withdrawal ON public.media_blocks USING btree (withdrawal_id) WHERE (lifted_at IS NULL)

table media_cuts
  id uuid not null
  media_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  recipe jsonb not null
  state text not null
  width integer
  height integer
  created_by uuid
  created_at timestamp with time zone not null default now()
  constraint media_cuts_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  constraint media_cuts_media_id_fkey FOREIGN KEY (media_id) REFERENCES media_items(id)
  constraint media_cuts_pkey PRIMARY KEY (id)
  constraint media_cuts_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'ready'::text, 'failed'::text])))
  constraint media_cuts_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX media_cuts_media ON public.media_cuts USING btree (media_id, created_at)

table media_items
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  team_id uuid
  kind text not null
  file_id uuid
  sha256 text
  state text not null
  refusal text
  name text not null
  bytes bigint not null default 0
  width integer
  height integer
  taken_at timestamp with time zone
  had_place boolean not null default false
  dhash bigint
  caption text not null default ''::text
  alt text not null default ''::text
  credit text not null default ''::text
  rights_basis text not null default 'own'::text
  rights_note text not null default ''::text
  rights_until date
  people text not null default 'unsaid'::text
  album_id uuid
  focal_x real not null default 0.5
  focal_y real not null default 0.5
  cut_id uuid
  created_by uuid
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  tsv tsvector
  constraint media_items_album_id_fkey FOREIGN KEY (album_id) REFERENCES albums(id)
  constraint media_items_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  constraint media_items_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
  constraint media_items_focal_x_check CHECK (((focal_x >= (0)::double precision) AND (focal_x <= (1)::double precision)))
  constraint media_items_focal_y_check CHECK (((focal_y >= (0)::double precision) AND (focal_y <= (1)::double precision)))
  constraint media_items_kind_check CHECK ((kind = ANY (ARRAY['photo'::text, 'drawing'::text, 'sound'::text, 'video'::text])))
  constraint media_items_people_check CHECK ((people = ANY (ARRAY['unsaid'::text, 'nobody'::text, 'subjects'::text, 'crowd'::text])))
  constraint media_items_pkey PRIMARY KEY (id)
  constraint media_items_rights_basis_check CHECK ((rights_basis = ANY (ARRAY['own'::text, 'handed-over'::text, 'licence'::text, 'public-domain'::text])))
  constraint media_items_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'ready'::text, 'refused'::text])))
  constraint media_items_team_id_fkey FOREIGN KEY (team_id) REFERENCES units(id)
  constraint media_items_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX media_items_album ON public.media_items USING btree (album_id, id)
  CREATE INDEX media_items_file ON public.media_items USING btree (file_id)
  CREATE INDEX media_items_list ON public.media_items USING btree (unit_id, created_at DESC, id DESC)
  CREATE INDEX media_items_mine ON public.media_items USING btree (created_by, created_at DESC)
  CREATE INDEX media_items_sha ON public.media_items USING btree (unit_id, sha256)
  CREATE INDEX media_items_team ON public.media_items USING btree (team_id, created_at DESC, id DESC) WHERE (team_id IS NOT NULL)
  CREATE INDEX media_items_tsv ON public.media_items USING gin (tsv)

table media_renditions
  cut_id uuid not null
  size text not null
  file_id uuid not null
  width integer not null
  height integer not null
  bytes integer not null
  constraint media_renditions_cut_id_fkey FOREIGN KEY (cut_id) REFERENCES media_cuts(id) ON DELETE CASCADE
  constraint media_renditions_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
  constraint media_renditions_pkey PRIMARY KEY (cut_id, size)
  constraint media_renditions_size_check CHECK ((size = ANY (ARRAY['480'::text, '960'::text, '1600'::text, 'jpeg'::text])))
  CREATE INDEX media_renditions_file ON public.media_renditions USING btree (file_id)

table media_shares
  media_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  shared_kind text not null
  shared_id uuid not null
  since timestamp with time zone not null default now()
  ended_at timestamp with time zone
  constraint media_shares_media_id_fkey FOREIGN KEY (media_id) REFERENCES media_items(id)
  constraint media_shares_pkey PRIMARY KEY (media_id, unit_id, shared_kind, shared_id)
  constraint media_shares_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX media_shares_shared ON public.media_shares USING btree (shared_kind, shared_id)
  CREATE INDEX media_shares_unit ON public.media_shares USING btree (unit_id, since DESC)

table media_subjects
  id uuid not null
  media_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  pupil_id uuid
  person_name text
  kind text not null
  box jsonb
  adult_agreed boolean not null default false
  created_by uuid
  created_at timestamp with time zone not null default now()
  constraint media_subjects_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  constraint media_subjects_kind_check CHECK ((kind = ANY (ARRAY['pupil'::text, 'adult'::text, 'unknown-child'::text])))
  constraint media_subjects_media_id_fkey FOREIGN KEY (media_id) REFERENCES media_items(id)
  constraint media_subjects_pkey PRIMARY KEY (id)
  constraint media_subjects_pupil_id_fkey FOREIGN KEY (pupil_id) REFERENCES pupils(id)
  constraint media_subjects_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX media_subjects_by_pupil ON public.media_subjects USING btree (pupil_id) WHERE (pupil_id IS NOT NULL)
  CREATE INDEX media_subjects_media ON public.media_subjects USING btree (media_id)
  CREATE UNIQUE INDEX media_subjects_pupil ON public.media_subjects USING btree (media_id, pupil_id) WHERE (pupil_id IS NOT NULL)

table media_uses
  cut_id uuid not null
  media_id uuid not null
  used_kind text not null
  used_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  title text not null
  channels text[] not null default '{}'::text[]
  since timestamp with time zone not null default now()
  constraint media_uses_cut_id_fkey FOREIGN KEY (cut_id) REFERENCES media_cuts(id)
  constraint media_uses_media_id_fkey FOREIGN KEY (media_id) REFERENCES media_items(id)
  constraint media_uses_pkey PRIMARY KEY (cut_id, used_kind, used_id)
  constraint media_uses_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX media_uses_media ON public.media_uses USING btree (media_id)
  CREATE INDEX media_uses_used ON public.media_uses USING btree (used_kind, used_id)

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

table offer_rules
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  to_unit_id uuid not null
  kinds text[] not null default '{}'::text[]
  series_id uuid
  note text not null default ''::text
  set_by uuid
  set_at timestamp with time zone not null default now()
  ended_at timestamp with time zone
  version integer not null default 1
  constraint offer_rules_pkey PRIMARY KEY (id)
  constraint offer_rules_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id)
  constraint offer_rules_set_by_fkey FOREIGN KEY (set_by) REFERENCES people(id)
  constraint offer_rules_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES units(id)
  constraint offer_rules_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX offer_rules_now ON public.offer_rules USING btree (unit_id) WHERE (ended_at IS NULL)

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

table outlets
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  kind text not null
  name text not null
  host text
  contact_name text not null default ''::text
  contact_email text not null default ''::text
  contact_phone text not null default ''::text
  note text not null default ''::text
  on_press_list boolean not null default false
  ended_on date
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint outlets_kind_check CHECK ((kind = ANY (ARRAY['newspaper'::text, 'radio'::text, 'tv'::text, 'loudspeaker'::text, 'banner'::text, 'social'::text, 'other'::text])))
  constraint outlets_name_check CHECK ((name <> ''::text))
  constraint outlets_pkey PRIMARY KEY (id)
  constraint outlets_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX outlets_list ON public.outlets USING btree (path, name, id)
  CREATE UNIQUE INDEX outlets_name ON public.outlets USING btree (unit_id, kind, lower(name)) WHERE (ended_on IS NULL)

table output_counts
  unit_id uuid not null
  team_id uuid not null default '00000000-0000-0000-0000-000000000000'::uuid
  month text not null
  counts text not null
  sent integer not null default 0
  approved integer not null default 0
  published integer not null default 0
  picked integer not null default 0
  constraint output_counts_month_check CHECK ((month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text))
  constraint output_counts_pkey PRIMARY KEY (unit_id, month, counts, team_id)
  constraint output_counts_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)

table outputs
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  team_id uuid
  author_name text
  counts text not null
  genre text
  title text not null
  url text
  url_key text
  outlet text
  made_on date not null
  sent_on date
  approved_on date
  published_on date
  picked_on date
  picked_by uuid
  source text not null
  origin_kind text
  origin_id uuid
  file_id uuid
  snapshot_id uuid
  capture_state text
  capture jsonb
  stands boolean not null default true
  text_key text
  joined_to uuid
  withdrawn_at timestamp with time zone
  withdrawn_reason text
  recorded_by uuid
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  tsv tsvector
  for_line_id uuid
  for_target_id uuid
  for_series_id uuid
  constraint outputs_capture_state_check CHECK ((capture_state = ANY (ARRAY['waiting'::text, 'captured'::text, 'refused'::text])))
  constraint outputs_counts_check CHECK ((counts = ANY (ARRAY['unit-article'::text, 'newspaper-article'::text, 'broadcast'::text, 'social-post'::text, 'photo-set'::text, 'video'::text, 'bulletin'::text, 'event'::text, 'training'::text, 'other'::text])))
  constraint outputs_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
  constraint outputs_joined_to_fkey FOREIGN KEY (joined_to) REFERENCES outputs(id)
  constraint outputs_picked_by_fkey FOREIGN KEY (picked_by) REFERENCES units(id)
  constraint outputs_pkey PRIMARY KEY (id)
  constraint outputs_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id)
  constraint outputs_snapshot_id_fkey FOREIGN KEY (snapshot_id) REFERENCES files(id)
  constraint outputs_source_check CHECK ((source = ANY (ARRAY['pasted'::text, 'feed'::text, 'typed'::text, 'newsroom'::text])))
  constraint outputs_team_id_fkey FOREIGN KEY (team_id) REFERENCES units(id)
  constraint outputs_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX outputs_day ON public.outputs USING btree (made_on DESC, id DESC)
  CREATE INDEX outputs_for_line ON public.outputs USING btree (for_line_id) WHERE (for_line_id IS NOT NULL)
  CREATE INDEX outputs_list ON public.outputs USING btree (path, made_on DESC, id DESC)
  CREATE INDEX outputs_text ON public.outputs USING btree (unit_id, text_key) WHERE (text_key IS NOT NULL)
  CREATE INDEX outputs_tsv ON public.outputs USING gin (tsv)
  CREATE INDEX outputs_unit ON public.outputs USING btree (unit_id, made_on DESC, id DESC)
  CREATE INDEX outputs_url ON public.outputs USING btree (url_key) WHERE (url_key IS NOT NULL)
  CREATE UNIQUE INDEX outputs_origin ON public.outputs USING btree (origin_kind, origin_id) WHERE (origin_id IS NOT NULL)
  CREATE UNIQUE INDEX outputs_url_once ON public.outputs USING btree (unit_id, url_key) WHERE ((url_key IS NOT NULL) AND (joined_to IS NULL) AND (withdrawn_at IS NULL))

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

table placements
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  outlet_id uuid not null
  subject_kind text not null
  subject_id uuid not null
  subject_title text not null
  subject_unit_id uuid not null
  subject jsonb not null default '{}'::jsonb
  state text not null
  asked_at timestamp with time zone
  letter text
  letter_id uuid
  letter_at timestamp with time zone
  placed_on date
  url text
  url_key text
  scan_file_id uuid
  version_n integer
  cut_ids uuid[] not null default '{}'::uuid[]
  output_id uuid
  note text not null default ''::text
  reason text
  removal text
  act_by date
  closed_at timestamp with time zone
  recorded_by uuid
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint placements_check CHECK (((state <> 'placed'::text) OR (placed_on IS NOT NULL)))
  constraint placements_check1 CHECK (((state <> 'removal-asked'::text) OR (removal IS NOT NULL)))
  constraint placements_letter_check CHECK ((letter = ANY (ARRAY['waiting'::text, 'sent'::text, 'refused'::text])))
  constraint placements_outlet_id_fkey FOREIGN KEY (outlet_id) REFERENCES outlets(id)
  constraint placements_output_id_fkey FOREIGN KEY (output_id) REFERENCES outputs(id)
  constraint placements_pkey PRIMARY KEY (id)
  constraint placements_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id)
  constraint placements_removal_check CHECK ((removal = ANY (ARRAY['withdrawal'::text, 'correction'::text, 'taken-down'::text])))
  constraint placements_scan_file_id_fkey FOREIGN KEY (scan_file_id) REFERENCES files(id)
  constraint placements_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'placed'::text, 'removal-asked'::text, 'removed'::text, 'impossible'::text, 'refused'::text, 'cancelled'::text])))
  constraint placements_subject_unit_id_fkey FOREIGN KEY (subject_unit_id) REFERENCES units(id)
  constraint placements_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX placements_cuts ON public.placements USING gin (cut_ids)
  CREATE INDEX placements_letter ON public.placements USING btree (letter_id) WHERE (letter_id IS NOT NULL)
  CREATE INDEX placements_list ON public.placements USING btree (unit_id, created_at DESC, id DESC)
  CREATE INDEX placements_open ON public.placements USING btree (unit_id, act_by) WHERE (state = 'removal-asked'::text)
  CREATE INDEX placements_outlet ON public.placements USING btree (outlet_id)
  CREATE INDEX placements_output ON public.placements USING btree (output_id) WHERE (output_id IS NOT NULL)
  CREATE INDEX placements_scan ON public.placements USING btree (scan_file_id) WHERE (scan_file_id IS NOT NULL)
  CREATE INDEX placements_subject ON public.placements USING btree (subject_kind, subject_id)
  CREATE UNIQUE INDEX placements_asked ON public.placements USING btree (outlet_id, subject_kind, subject_id, version_n) WHERE ((asked_at IS NOT NULL) AND (state <> 'cancelled'::text))
  CREATE UNIQUE INDEX placements_url ON public.placements USING btree (unit_id, url_key) WHERE ((url_key IS NOT NULL) AND (state <> ALL (ARRAY['refused'::text, 'cancelled'::text])))

table plan_answers
  id uuid not null
  plan_id uuid not null
  line_id uuid
  question text not null
  answer text not null
  person_id uuid not null
  at timestamp with time zone not null default now()
  version integer not null default 1
  constraint plan_answers_line_id_fkey FOREIGN KEY (line_id) REFERENCES plan_lines(id)
  constraint plan_answers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint plan_answers_pkey PRIMARY KEY (id)
  constraint plan_answers_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id)
  CREATE INDEX plan_answers_plan ON public.plan_answers USING btree (plan_id, at)

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

table plan_editions
  plan_id uuid not null
  n integer not null
  amendment_id uuid
  version_n integer not null
  number text
  symbol text not null
  issued_on date not null
  reason text
  person_id uuid not null
  at timestamp with time zone not null default now()
  constraint plan_editions_amendment_id_fkey FOREIGN KEY (amendment_id) REFERENCES plans(id)
  constraint plan_editions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint plan_editions_pkey PRIMARY KEY (plan_id, n)
  constraint plan_editions_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id)
  CREATE UNIQUE INDEX plan_editions_amendment ON public.plan_editions USING btree (amendment_id) WHERE (amendment_id IS NOT NULL)

table plan_line_changes
  plan_id uuid not null
  edition integer not null
  line_id uuid not null
  change text not null
  before jsonb
  after jsonb
  constraint plan_line_changes_change_check CHECK ((change = ANY (ARRAY['added'::text, 'changed'::text, 'removed'::text])))
  constraint plan_line_changes_pkey PRIMARY KEY (plan_id, edition, line_id)
  constraint plan_line_changes_plan_id_edition_fkey FOREIGN KEY (plan_id, edition) REFERENCES plan_editions(plan_id, n)

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
  removed_in integer
  constraint plan_lines_origin_check CHECK ((origin = ANY (ARRAY['own'::text, 'inherited'::text])))
  constraint plan_lines_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES plan_lines(id) ON DELETE CASCADE
  constraint plan_lines_part_check CHECK ((part = ANY (ARRAY['basis'::text, 'purpose'::text, 'requirement'::text, 'area'::text, 'solution'::text, 'activity'::text, 'actor'::text, 'duty'::text, 'quota'::text, 'deliverable'::text, 'reporting'::text, 'channel'::text, 'audience'::text, 'message'::text, 'recipient'::text])))
  constraint plan_lines_pkey PRIMARY KEY (id)
  constraint plan_lines_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id) ON DELETE CASCADE
  CREATE INDEX plan_lines_parent ON public.plan_lines USING btree (parent_id)
  CREATE INDEX plan_lines_plan ON public.plan_lines USING btree (plan_id, part, "position")

table plan_questions
  id uuid not null
  plan_id uuid not null
  line_id uuid
  addressee_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  text text not null
  person_id uuid
  at timestamp with time zone not null default now()
  answer_id uuid
  constraint plan_questions_addressee_id_fkey FOREIGN KEY (addressee_id) REFERENCES addressees(id)
  constraint plan_questions_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES plan_answers(id)
  constraint plan_questions_line_id_fkey FOREIGN KEY (line_id) REFERENCES plan_lines(id)
  constraint plan_questions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint plan_questions_pkey PRIMARY KEY (id)
  constraint plan_questions_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id)
  constraint plan_questions_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX plan_questions_addressee ON public.plan_questions USING btree (addressee_id)
  CREATE INDEX plan_questions_plan ON public.plan_questions USING btree (plan_id, at)

table plan_results
  plan_id uuid not null
  line_id uuid not null
  planned integer
  done integer
  note text
  constraint plan_results_pkey PRIMARY KEY (plan_id, line_id)
  constraint plan_results_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id)

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
  constraint plan_steps_step_check CHECK ((step = ANY (ARRAY['consultation'::text, 'submission'::text, 'initials'::text, 'format-check'::text, 'signature'::text, 'issue'::text, 'return'::text, 'withdrawal'::text, 'closure'::text, 'recall'::text, 'signed-file'::text, 'amendment'::text])))
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
  removed_in integer
  moment text not null default 'published'::text
  constraint plan_targets_counts_check CHECK ((counts = ANY (ARRAY['unit-article'::text, 'newspaper-article'::text, 'broadcast'::text, 'social-post'::text, 'photo-set'::text, 'video'::text, 'bulletin'::text, 'event'::text, 'training'::text, 'other'::text])))
  constraint plan_targets_line_id_fkey FOREIGN KEY (line_id) REFERENCES plan_lines(id) ON DELETE CASCADE
  constraint plan_targets_moment_check CHECK ((moment = ANY (ARRAY['sent'::text, 'approved'::text, 'published'::text, 'picked'::text])))
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
  amends_id uuid
  amend_reason text
  follows_id uuid
  recall_reason text
  recall_ref text
  recalled_on date
  constraint plans_amends_id_fkey FOREIGN KEY (amends_id) REFERENCES plans(id)
  constraint plans_follows_id_fkey FOREIGN KEY (follows_id) REFERENCES plans(id)
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
  CREATE INDEX plans_amends ON public.plans USING btree (amends_id) WHERE (amends_id IS NOT NULL)
  CREATE INDEX plans_follows ON public.plans USING btree (follows_id) WHERE (follows_id IS NOT NULL)
  CREATE INDEX plans_list ON public.plans USING btree (path, updated_at DESC, id DESC)
  CREATE INDEX plans_state ON public.plans USING btree (state, path)
  CREATE INDEX plans_tsv ON public.plans USING gin (tsv)
  CREATE INDEX plans_unit ON public.plans USING btree (unit_id, updated_at DESC)
  CREATE UNIQUE INDEX plans_number_once ON public.plans USING btree (unit_id, EXTRACT(year FROM issued_on), number) WHERE (number IS NOT NULL)
  CREATE UNIQUE INDEX plans_one_amendment ON public.plans USING btree (amends_id) WHERE ((amends_id IS NOT NULL) AND (state = ANY (ARRAY['draft'::text, 'consulting'::text, 'submitted'::text, 'signed'::text])))

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

table press_outlets
  host text not null
  name text not null
  kind text not null
  valid_from date not null
  valid_to date
  source text not null
  constraint press_outlets_kind_check CHECK ((kind = ANY (ARRAY['newspaper'::text, 'radio'::text, 'tv'::text])))
  constraint press_outlets_pkey PRIMARY KEY (host, valid_from)

table publication_guards
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  phrases text[] not null
  reason text not null
  basis text not null default ''::text
  placed_kind text not null
  placed_id uuid
  placed_by uuid
  placed_at timestamp with time zone not null default now()
  until date
  lifted_at timestamp with time zone
  lifted_by uuid
  lifted_reason text
  version integer not null default 1
  constraint publication_guards_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES people(id)
  constraint publication_guards_phrases_check CHECK (((cardinality(phrases) >= 1) AND (cardinality(phrases) <= 20)))
  constraint publication_guards_pkey PRIMARY KEY (id)
  constraint publication_guards_placed_by_fkey FOREIGN KEY (placed_by) REFERENCES people(id)
  constraint publication_guards_reason_check CHECK ((reason <> ''::text))
  constraint publication_guards_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX publication_guards_now ON public.publication_guards USING btree (path) WHERE (lifted_at IS NULL)

table pupils
  id uuid not null
  class_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  name text not null
  born_on date
  code text
  left_on date
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint pupils_class_id_fkey FOREIGN KEY (class_id) REFERENCES classes(id)
  constraint pupils_name_check CHECK ((name <> ''::text))
  constraint pupils_pkey PRIMARY KEY (id)
  constraint pupils_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX pupils_class ON public.pupils USING btree (class_id, id)
  CREATE INDEX pupils_unit ON public.pupils USING btree (unit_id, left_on, class_id)
  CREATE UNIQUE INDEX pupils_code ON public.pupils USING btree (unit_id, code) WHERE ((code IS NOT NULL) AND (left_on IS NULL))

table quota_counts
  node_id uuid not null
  kind text not null
  key text not null
  quota_id uuid not null
  own_expected integer not null default 0
  own_met integer not null default 0
  own_sent integer not null default 0
  own_approved integer not null default 0
  own_published integer not null default 0
  own_picked integer not null default 0
  expected integer not null default 0
  met integer not null default 0
  sent integer not null default 0
  approved integer not null default 0
  published integer not null default 0
  picked integer not null default 0
  constraint quota_counts_pkey PRIMARY KEY (node_id, kind, key, quota_id)
  constraint quota_counts_quota_id_fkey FOREIGN KEY (quota_id) REFERENCES quotas(id) ON DELETE CASCADE
  CREATE INDEX quota_counts_quota ON public.quota_counts USING btree (quota_id, kind, key)

table quota_units
  quota_id uuid not null
  unit_id uuid not null
  node_id uuid
  path text collate "C" not null
  counted_unit_id uuid not null
  counted_team_id uuid not null
  constraint quota_units_pkey PRIMARY KEY (quota_id, unit_id)
  constraint quota_units_quota_id_fkey FOREIGN KEY (quota_id) REFERENCES quotas(id) ON DELETE CASCADE
  constraint quota_units_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX quota_units_node ON public.quota_units USING btree (node_id, quota_id)
  CREATE INDEX quota_units_path ON public.quota_units USING btree (quota_id, path)
  CREATE INDEX quota_units_unit ON public.quota_units USING btree (unit_id)

table quotas
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  plan_id uuid
  line_id uuid
  scope text not null
  kinds text[]
  target_unit_id uuid
  words text not null
  product text not null
  counts text[] not null
  min_count integer not null
  per text not null
  moment text not null
  from_month text not null
  to_month text not null
  ended_at timestamp with time zone
  created_by uuid
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint quotas_check CHECK (((to_month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text) AND (to_month >= from_month)))
  constraint quotas_counts_check CHECK ((cardinality(counts) > 0))
  constraint quotas_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  constraint quotas_from_month_check CHECK ((from_month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text))
  constraint quotas_min_count_check CHECK (((min_count >= 1) AND (min_count <= 10000)))
  constraint quotas_moment_check CHECK ((moment = ANY (ARRAY['sent'::text, 'approved'::text, 'published'::text, 'picked'::text])))
  constraint quotas_per_check CHECK ((per = ANY (ARRAY['week'::text, 'month'::text, 'quarter'::text, 'semester'::text, 'schoolYear'::text, 'year'::text])))
  constraint quotas_pkey PRIMARY KEY (id)
  constraint quotas_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id)
  constraint quotas_scope_check CHECK ((scope = ANY (ARRAY['own'::text, 'teams'::text, 'below'::text, 'asked'::text, 'unit'::text])))
  constraint quotas_target_unit_id_fkey FOREIGN KEY (target_unit_id) REFERENCES units(id)
  constraint quotas_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  constraint quotas_words_check CHECK ((words <> ''::text))
  CREATE INDEX quotas_path ON public.quotas USING btree (path, to_month)
  CREATE INDEX quotas_plan ON public.quotas USING btree (plan_id) WHERE (plan_id IS NOT NULL)
  CREATE UNIQUE INDEX quotas_line ON public.quotas USING btree (line_id, scope) WHERE (line_id IS NOT NULL)

table reminder_steps
  step_days integer not null
  told text not null
  valid_from date not null
  valid_to date
  source text not null
  constraint reminder_steps_pkey PRIMARY KEY (step_days, told, valid_from)
  constraint reminder_steps_told_check CHECK ((told = ANY (ARRAY['unit'::text, 'unit-above'::text])))

table reminder_units
  reminder_id uuid not null
  addressee_id uuid not null
  step_days integer
  by_mail boolean not null default true
  mailed_at timestamp with time zone
  told text not null default 'unit'::text
  constraint reminder_units_addressee_id_fkey FOREIGN KEY (addressee_id) REFERENCES addressees(id) ON DELETE CASCADE
  constraint reminder_units_pkey PRIMARY KEY (reminder_id, addressee_id)
  constraint reminder_units_reminder_id_fkey FOREIGN KEY (reminder_id) REFERENCES reminders(id) ON DELETE CASCADE
  CREATE INDEX reminder_units_addressee ON public.reminder_units USING btree (addressee_id)
  CREATE INDEX reminder_units_waiting ON public.reminder_units USING btree (reminder_id, addressee_id) WHERE (by_mail AND (mailed_at IS NULL))
  CREATE UNIQUE INDEX reminder_units_step ON public.reminder_units USING btree (addressee_id, step_days, told) WHERE (step_days IS NOT NULL)

table reminders
  id uuid not null
  plan_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  step_days integer
  filter jsonb
  message text not null
  units integer not null
  people integer not null
  sent_by uuid
  sent_at timestamp with time zone not null default now()
  told text not null default 'unit'::text
  constraint reminders_pkey PRIMARY KEY (id)
  constraint reminders_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id)
  constraint reminders_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES people(id)
  constraint reminders_told_check CHECK ((told = ANY (ARRAY['unit'::text, 'unit-above'::text])))
  constraint reminders_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX reminders_plan ON public.reminders USING btree (plan_id, sent_at DESC)

table removal_terms
  removal text not null
  days integer not null
  valid_from date not null
  valid_to date
  source text not null
  constraint removal_terms_pkey PRIMARY KEY (removal, valid_from)
  constraint removal_terms_removal_check CHECK ((removal = ANY (ARRAY['correction'::text, 'taken-down'::text])))

table school_terms
  kind text not null
  n integer not null
  first_month integer not null
  months integer not null
  valid_from integer not null
  valid_to integer
  source text not null
  constraint school_terms_first_month_check CHECK (((first_month >= 1) AND (first_month <= 12)))
  constraint school_terms_kind_check CHECK ((kind = ANY (ARRAY['semester'::text, 'schoolYear'::text])))
  constraint school_terms_months_check CHECK (((months >= 1) AND (months <= 12)))
  constraint school_terms_pkey PRIMARY KEY (kind, n, valid_from)

table series
  id uuid not null
  plan_id uuid not null
  line_id uuid
  title text not null
  aim text
  from_on date
  to_on date
  unit_id uuid not null
  path text collate "C" not null
  created_by uuid
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint series_check CHECK (((to_on IS NULL) OR (from_on IS NULL) OR (to_on >= from_on)))
  constraint series_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  constraint series_line_id_fkey FOREIGN KEY (line_id) REFERENCES plan_lines(id) ON DELETE CASCADE
  constraint series_pkey PRIMARY KEY (id)
  constraint series_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id)
  constraint series_title_check CHECK ((title <> ''::text))
  constraint series_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX series_line ON public.series USING btree (line_id)
  CREATE INDEX series_plan ON public.series USING btree (plan_id, from_on, id)

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

table site_feeds
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  site_url text not null
  url text
  host text not null
  kind text
  title text
  state text not null default 'active'::text
  counts text not null default 'unit-article'::text
  since date not null
  next_at timestamp with time zone not null
  interval_minutes integer not null default 60
  etag text
  last_modified text
  failures integer not null default 0
  quiet integer not null default 0
  last_error text
  last_read_at timestamp with time zone
  last_new_at timestamp with time zone
  taken integer not null default 0
  added_by uuid
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint site_feeds_added_by_fkey FOREIGN KEY (added_by) REFERENCES people(id)
  constraint site_feeds_interval_minutes_check CHECK (((interval_minutes >= 15) AND (interval_minutes <= 1440)))
  constraint site_feeds_kind_check CHECK ((kind = ANY (ARRAY['rss'::text, 'atom'::text, 'sitemap'::text])))
  constraint site_feeds_pkey PRIMARY KEY (id)
  constraint site_feeds_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'stopped'::text])))
  constraint site_feeds_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX site_feeds_due ON public.site_feeds USING btree (next_at) WHERE (state = 'active'::text)
  CREATE INDEX site_feeds_list ON public.site_feeds USING btree (path, id)
  CREATE UNIQUE INDEX site_feeds_once ON public.site_feeds USING btree (unit_id, site_url) WHERE (state <> 'stopped'::text)

table toolkit_pieces
  id uuid not null
  plan_id uuid not null
  line_id uuid
  unit_id uuid not null
  path text collate "C" not null
  kind text not null
  title text not null
  body text
  file_id uuid
  n integer not null default 1
  withdrawn_at timestamp with time zone
  withdrawn_reason text
  created_by uuid not null
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint toolkit_pieces_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  constraint toolkit_pieces_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
  constraint toolkit_pieces_kind_check CHECK ((kind = ANY (ARRAY['message'::text, 'questions'::text, 'article'::text, 'picture'::text, 'broadcast'::text, 'script'::text])))
  constraint toolkit_pieces_line_id_fkey FOREIGN KEY (line_id) REFERENCES plan_lines(id) ON DELETE SET NULL
  constraint toolkit_pieces_pkey PRIMARY KEY (id)
  constraint toolkit_pieces_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id)
  constraint toolkit_pieces_title_check CHECK ((title <> ''::text))
  constraint toolkit_pieces_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX toolkit_pieces_path ON public.toolkit_pieces USING btree (path)
  CREATE INDEX toolkit_pieces_plan ON public.toolkit_pieces USING btree (plan_id, id)

table toolkit_uses
  piece_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  n integer not null
  times integer not null default 1
  person_id uuid not null
  first_at timestamp with time zone not null default now()
  last_at timestamp with time zone not null default now()
  constraint toolkit_uses_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint toolkit_uses_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES toolkit_pieces(id) ON DELETE CASCADE
  constraint toolkit_uses_pkey PRIMARY KEY (piece_id, unit_id)
  constraint toolkit_uses_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX toolkit_uses_path ON public.toolkit_uses USING btree (path)

table toolkit_versions
  piece_id uuid not null
  n integer not null
  title text not null
  body text
  file_id uuid
  note text
  person_id uuid not null
  at timestamp with time zone not null default now()
  constraint toolkit_versions_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
  constraint toolkit_versions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint toolkit_versions_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES toolkit_pieces(id) ON DELETE CASCADE
  constraint toolkit_versions_pkey PRIMARY KEY (piece_id, n)

table unit_changes
  id uuid not null
  kind text not null
  unit_id uuid not null
  path text collate "C" not null
  effective_on date not null
  decision text not null
  input jsonb not null
  undo jsonb
  effects jsonb not null default '{}'::jsonb
  unit_ids uuid[] not null
  state text not null
  failure jsonb
  batch_id uuid
  file_name text
  file_row integer
  seq integer not null generated by default as identity
  person_id uuid not null
  created_at timestamp with time zone not null default now()
  done_at timestamp with time zone
  undone_at timestamp with time zone
  undone_by uuid
  constraint unit_changes_decision_check CHECK ((decision <> ''::text))
  constraint unit_changes_kind_check CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text, 'rename'::text, 'move'::text, 'close'::text])))
  constraint unit_changes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint unit_changes_pkey PRIMARY KEY (id)
  constraint unit_changes_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'done'::text, 'undone'::text, 'failed'::text])))
  constraint unit_changes_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES people(id)
  constraint unit_changes_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX unit_changes_batch ON public.unit_changes USING btree (batch_id) WHERE (batch_id IS NOT NULL)
  CREATE INDEX unit_changes_path ON public.unit_changes USING btree (path, effective_on DESC, id DESC)
  CREATE INDEX unit_changes_planned ON public.unit_changes USING btree (effective_on) WHERE (state = 'planned'::text)
  CREATE INDEX unit_changes_units ON public.unit_changes USING gin (unit_ids)

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
  CREATE INDEX unit_parents_unit ON public.unit_parents USING btree (unit_id, line, valid_from)
  CREATE UNIQUE INDEX unit_parents_current ON public.unit_parents USING btree (unit_id, line) WHERE (valid_to IS NULL)

table unit_paths
  unit_id uuid not null
  path text collate "C" not null
  valid_from date not null
  valid_to date
  constraint unit_paths_pkey PRIMARY KEY (unit_id, valid_from)
  constraint unit_paths_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX unit_paths_path ON public.unit_paths USING btree (path, valid_from)

table unit_settings
  unit_id uuid not null
  signing_steps text[] not null default '{}'::text[]
  own_register boolean not null default false
  version integer not null default 1
  constraint unit_settings_pkey PRIMARY KEY (unit_id)
  constraint unit_settings_signing_steps_check CHECK ((signing_steps <@ ARRAY['consultation'::text, 'initials'::text, 'format-check'::text]))
  constraint unit_settings_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)

table unit_successions
  change_id uuid not null
  from_id uuid not null
  to_id uuid not null
  main boolean not null default true
  constraint unit_successions_change_id_fkey FOREIGN KEY (change_id) REFERENCES unit_changes(id)
  constraint unit_successions_from_id_fkey FOREIGN KEY (from_id) REFERENCES units(id)
  constraint unit_successions_pkey PRIMARY KEY (change_id, from_id, to_id)
  constraint unit_successions_to_id_fkey FOREIGN KEY (to_id) REFERENCES units(id)
  CREATE INDEX unit_successions_from ON public.unit_successions USING btree (from_id)
  CREATE INDEX unit_successions_to ON public.unit_successions USING btree (to_id)

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
  CREATE INDEX units_successor ON public.units USING btree (successor_id) WHERE (successor_id IS NOT NULL)
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

table webhook_deliveries
  id uuid not null
  hook_id uuid not null
  audit_id uuid not null
  event text not null
  body jsonb not null
  state text not null default 'waiting'::text
  attempts integer not null default 0
  status integer
  trouble text
  created_at timestamp with time zone not null default now()
  next_at timestamp with time zone
  delivered_at timestamp with time zone
  constraint webhook_deliveries_hook_id_audit_id_key UNIQUE (hook_id, audit_id)
  constraint webhook_deliveries_hook_id_fkey FOREIGN KEY (hook_id) REFERENCES webhooks(id) ON DELETE CASCADE
  constraint webhook_deliveries_pkey PRIMARY KEY (id)
  constraint webhook_deliveries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'given-up'::text])))
  CREATE INDEX webhook_deliveries_last ON public.webhook_deliveries USING btree (hook_id, delivered_at) WHERE (delivered_at IS NOT NULL)
  CREATE INDEX webhook_deliveries_list ON public.webhook_deliveries USING btree (hook_id, created_at DESC, id DESC)
  CREATE INDEX webhook_deliveries_old ON public.webhook_deliveries USING btree (created_at) WHERE (state <> 'waiting'::text)
  CREATE INDEX webhook_deliveries_open ON public.webhook_deliveries USING btree (hook_id, state) WHERE (state <> 'delivered'::text)
  CREATE INDEX webhook_deliveries_waiting ON public.webhook_deliveries USING btree (next_at) WHERE (state = 'waiting'::text)

table webhooks
  id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  name text not null
  url text not null
  events text[] not null
  secret text not null
  former_secret text
  former_until timestamp with time zone
  state text not null default 'active'::text
  failures integer not null default 0
  created_by uuid not null
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint webhooks_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  constraint webhooks_name_check CHECK ((name <> ''::text))
  constraint webhooks_pkey PRIMARY KEY (id)
  constraint webhooks_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text])))
  constraint webhooks_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX webhooks_path ON public.webhooks USING btree (path)
  CREATE INDEX webhooks_unit ON public.webhooks USING btree (unit_id, id DESC)

table withdrawal_steps
  id uuid not null
  withdrawal_id uuid not null
  media_id uuid
  cut_id uuid
  unit_id uuid not null
  path text collate "C" not null
  place_kind text not null
  place_id uuid
  place text not null
  channel text
  state text not null
  note text not null default ''::text
  done_at timestamp with time zone
  done_by uuid
  constraint withdrawal_steps_cut_id_fkey FOREIGN KEY (cut_id) REFERENCES media_cuts(id)
  constraint withdrawal_steps_done_by_fkey FOREIGN KEY (done_by) REFERENCES people(id)
  constraint withdrawal_steps_media_id_fkey FOREIGN KEY (media_id) REFERENCES media_items(id)
  constraint withdrawal_steps_pkey PRIMARY KEY (id)
  constraint withdrawal_steps_state_check CHECK ((state = ANY (ARRAY['done'::text, 'open'::text, 'impossible'::text])))
  constraint withdrawal_steps_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  constraint withdrawal_steps_withdrawal_id_fkey FOREIGN KEY (withdrawal_id) REFERENCES withdrawals(id)
  CREATE INDEX withdrawal_steps_open ON public.withdrawal_steps USING btree (unit_id) WHERE (state = 'open'::text)
  CREATE INDEX withdrawal_steps_withdrawal ON public.withdrawal_steps USING btree (withdrawal_id, id)

table withdrawals
  id uuid not null
  pupil_id uuid not null
  unit_id uuid not null
  path text collate "C" not null
  purposes text[]
  channels text[]
  asked_by text not null
  reason text not null default ''::text
  evidence_file_id uuid
  received_at timestamp with time zone not null
  answer_by date not null
  carry_out_by date not null
  answered_at timestamp with time zone
  extended_to date
  extension_reason text
  done_at timestamp with time zone
  recorded_by uuid
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint withdrawals_evidence_file_id_fkey FOREIGN KEY (evidence_file_id) REFERENCES files(id)
  constraint withdrawals_pkey PRIMARY KEY (id)
  constraint withdrawals_pupil_id_fkey FOREIGN KEY (pupil_id) REFERENCES pupils(id)
  constraint withdrawals_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id)
  constraint withdrawals_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  CREATE INDEX withdrawals_evidence ON public.withdrawals USING btree (evidence_file_id) WHERE (evidence_file_id IS NOT NULL)
  CREATE INDEX withdrawals_list ON public.withdrawals USING btree (unit_id, created_at DESC, id DESC)
  CREATE INDEX withdrawals_open ON public.withdrawals USING btree (carry_out_by) WHERE (done_at IS NULL)
  CREATE INDEX withdrawals_pupil ON public.withdrawals USING btree (pupil_id)

view facts
  SELECT 'plan'::text AS kind,
      p.id,
      p.unit_id,
      p.path,
      'plans.read'::text AS read_right,
      p.issued_on AS day,
      1 AS amount
     FROM plans p
    WHERE p.issued_on IS NOT NULL AND (p.state = ANY (ARRAY['issued'::text, 'closed'::text])) AND p.amends_id IS NULL
  UNION ALL
   SELECT 'output'::text AS kind,
      o.id,
      o.unit_id,
      o.path,
      'outputs.read'::text AS read_right,
      o.made_on AS day,
      1 AS amount
     FROM outputs o
    WHERE o.stands AND o.joined_to IS NULL AND o.withdrawn_at IS NULL;

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
   SELECT 'plan'::text AS kind,
      pl.id,
      a.path,
      'plans.sent'::text AS read_right,
      pl.title,
      pl.issuing_body AS detail,
      pl.tsv,
      pl.state AS subkind
     FROM addressees a
       JOIN plans pl ON pl.id = a.plan_id
    WHERE a.passed_to IS NULL AND (pl.state = ANY (ARRAY['issued'::text, 'closed'::text, 'recalled'::text]))
  UNION ALL
   SELECT 'document'::text AS kind,
      d.id,
      d.path,
      'documents.read'::text AS read_right,
      COALESCE(d.title, d.source_name) AS title,
      concat_ws(' · '::text, NULLIF(concat_ws('/'::text, d.number, d.symbol), ''::text), d.issuer_name) AS detail,
      d.tsv,
      d.state AS subkind
     FROM documents d
  UNION ALL
   SELECT 'output'::text AS kind,
      o.id,
      o.path,
      'outputs.read'::text AS read_right,
      o.title,
      COALESCE(o.outlet, o.author_name, ''::text) AS detail,
      o.tsv,
      o.counts AS subkind
     FROM outputs o
    WHERE o.stands AND o.joined_to IS NULL AND o.withdrawn_at IS NULL
  UNION ALL
   SELECT 'article'::text AS kind,
      ar.id,
      ar.path,
      'articles.read'::text AS read_right,
          CASE
              WHEN ar.live THEN COALESCE(( SELECT v.title
                 FROM article_publications p
                   JOIN article_versions v ON v.article_id = p.article_id AND v.n = p.version_n
                WHERE p.article_id = ar.id AND p.unit_id = ar.unit_id AND p.state = 'published'::text), ar.title)
              ELSE ar.title
          END AS title,
          CASE
              WHEN ar.live THEN COALESCE(( SELECT v.credit
                 FROM article_publications p
                   JOIN article_versions v ON v.article_id = p.article_id AND v.n = p.version_n
                WHERE p.article_id = ar.id AND p.unit_id = ar.unit_id AND p.state = 'published'::text), ar.credit)
              ELSE COALESCE(NULLIF(ar.credit, ''::text), ar.summary)
          END AS detail,
      ar.tsv,
          CASE
              WHEN ar.live THEN 'published'::text
              ELSE ar.stage
          END AS subkind
     FROM articles ar
  UNION ALL
   SELECT 'article'::text AS kind,
      lately.id,
      lately.path,
      'articles.live'::text AS read_right,
      COALESCE(( SELECT v.title
             FROM article_publications p
               JOIN article_versions v ON v.article_id = p.article_id AND v.n = p.version_n
            WHERE p.article_id = lately.id AND p.unit_id = lately.unit_id AND p.state = 'published'::text), lately.title) AS title,
      lately.credit AS detail,
      lately.tsv,
      'published'::text AS subkind
     FROM ( SELECT articles.id,
              articles.unit_id,
              articles.path,
              articles.title,
              articles.credit,
              articles.tsv
             FROM articles
            WHERE articles.live
            ORDER BY articles.published_at DESC, articles.id DESC
           LIMIT 2000) lately;

view public_site.articles
  SELECT p.id AS publication_id,
      p.article_id,
      u.slug,
      u.name AS unit_name,
      p.state = 'taken-down'::text AS gone,
      s.language,
      s.title,
      s.summary,
      s.credit,
      s.content,
      s.kind_name,
      p.section,
      p.published_at,
      p.corrected_at,
      s.correction,
          CASE
              WHEN o.id IS NOT NULL THEN ou.name
              ELSE NULL::text
          END AS origin_name,
          CASE
              WHEN o.id IS NOT NULL AND o.live THEN ou.slug
              ELSE NULL::text
          END AS origin_slug,
      o.id AS origin_id
     FROM article_publications p
       JOIN units u ON u.id = p.unit_id
       JOIN articles a ON a.id = p.article_id
       LEFT JOIN LATERAL ( SELECT v.language,
              v.title,
              v.summary,
              v.credit,
              v.content,
              k.name_vi AS kind_name,
              p.correction
             FROM article_versions v
               JOIN article_kinds k ON k.code = v.kind
            WHERE v.article_id = p.article_id AND v.n = p.version_n AND v.content_hash = p.content_hash AND p.state = 'published'::text) s ON true
       LEFT JOIN articles o ON o.id = COALESCE(a.origin_id, a.id) AND o.unit_id <> p.unit_id
       LEFT JOIN units ou ON ou.id = o.unit_id
    WHERE p.state = ANY (ARRAY['published'::text, 'taken-down'::text]);

view public_site.pictures
  SELECT m.used_id AS publication_id,
      m.cut_id,
      r.size,
      r.width,
      r.height,
      x.shown,
          CASE
              WHEN x.shown THEN r.bytes
              ELSE NULL::integer
          END AS bytes,
          CASE
              WHEN x.shown THEN f.sha256
              ELSE NULL::text
          END AS sha256,
          CASE
              WHEN x.shown THEN f.media_type
              ELSE NULL::text
          END AS media_type
     FROM media_uses m
       JOIN article_publications p ON p.id = m.used_id AND p.state = 'published'::text
       JOIN media_cuts c ON c.id = m.cut_id
       JOIN media_items i ON i.id = c.media_id
       JOIN media_renditions r ON r.cut_id = m.cut_id
       JOIN files f ON f.id = r.file_id
       CROSS JOIN LATERAL ( SELECT c.state = 'ready'::text AND i.state = 'ready'::text AND (i.rights_until IS NULL OR i.rights_until > (now() AT TIME ZONE 'Asia/Ho_Chi_Minh'::text)::date) AND NOT (EXISTS ( SELECT
                     FROM media_blocks b
                    WHERE b.cut_id = m.cut_id AND b.lifted_at IS NULL AND (b.channel IS NULL OR b.channel = 'portal'::text))) AS shown) x
    WHERE m.used_kind = 'publication'::text;
