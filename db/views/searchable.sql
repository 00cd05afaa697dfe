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
  -- A unit's own texts, whatever their stage. What is public is called as it was published: the row may already bear the
  -- words of a correction in the making, and so is the text found by everybody else.
  select 'article', ar.id, ar.path, 'articles.read',
    case when ar.live then coalesce((select v.title from article_publications p
      join article_versions v on v.article_id = p.article_id and v.n = p.version_n
      where p.article_id = ar.id and p.unit_id = ar.unit_id and p.state = 'published'), ar.title) else ar.title end,
    case when ar.live then coalesce((select v.credit from article_publications p
      join article_versions v on v.article_id = p.article_id and v.n = p.version_n
      where p.article_id = ar.id and p.unit_id = ar.unit_id and p.state = 'published'), ar.credit)
      else coalesce(nullif(ar.credit, ''), ar.summary) end,
    ar.tsv, case when ar.live then 'published' else ar.stage end
  from articles ar
  union all
  -- What was published lately, for everybody: the whole archive is searched on the page of texts, along the time.
  select 'article', lately.id, lately.path, 'articles.live',
    coalesce((select v.title from article_publications p
      join article_versions v on v.article_id = p.article_id and v.n = p.version_n
      where p.article_id = lately.id and p.unit_id = lately.unit_id and p.state = 'published'), lately.title),
    lately.credit, lately.tsv, 'published'
  from (select id, unit_id, path, title, credit, tsv from articles where live order by published_at desc, id desc limit 2000) lately;
