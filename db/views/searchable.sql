-- One row per thing that Ctrl K may find. Each module owns its branch; the right and its path decide who sees it.
create or replace view searchable as
  select 'unit'::text as kind, u.id, u.path, 'units.read'::text as read_right, u.name as title, coalesce(p.name, '') as detail, u.tsv, u.kind as subkind
  from units u left join units p on p.id = u.parent_id
  where u.closed_on is null
  union all
  select 'plan', pl.id, pl.path, case when pl.state in ('draft', 'consulting') then 'plans.comment' else 'plans.read' end,
    pl.title, pl.issuing_body, pl.tsv, pl.state
  from plans pl
  union all
  -- What was sent to a unit, at that unit: read as outsiders read it.
  select 'plan', pl.id, a.path, 'plans.sent', pl.title, pl.issuing_body, pl.tsv, pl.state
  from addressees a join plans pl on pl.id = a.plan_id
  where a.passed_to is null and pl.state in ('issued', 'closed', 'recalled')
  union all
  select 'document', d.id, d.path, 'documents.read', coalesce(d.title, d.source_name),
    concat_ws(' · ', nullif(concat_ws('/', d.number, d.symbol), ''), d.issuer_name), d.tsv, d.state
  from documents d
  union all
  select 'output', o.id, o.path, 'outputs.read', o.title, coalesce(o.outlet, o.author_name, ''), o.tsv, o.counts
  from outputs o where o.stands and o.joined_to is null and o.withdrawn_at is null
  union all
  -- A unit's own texts, whatever their stage.
  select 'article', ar.id, ar.path, 'articles.read', ar.title, coalesce(nullif(ar.credit, ''), ar.summary), ar.tsv, ar.stage
  from articles ar
  union all
  -- What was published lately, for everybody: the whole archive is searched on the page of texts, along the time.
  select 'article', lately.id, lately.path, 'articles.live', lately.title, lately.credit, lately.tsv, 'published'
  from (select id, path, title, credit, tsv from articles where live order by published_at desc, id desc limit 2000) lately;
