-- All that the portal may read: what is public, and nothing else. The views run with the rights of their owner; the role of
-- the portal has no other table.
create schema if not exists public_site;

-- A page of a unit's site: the words of exactly the version that was published. Where it was taken down only that is left.
create or replace view public_site.articles as
  select p.id as publication_id, p.article_id, u.slug, u.name as unit_name, p.state = 'taken-down' as gone, s.language,
    s.title, s.summary, s.credit, s.content, s.kind_name, p.section, p.published_at, p.corrected_at, s.correction,
    -- A story that came from elsewhere names whose it is; its address only while it stands there.
    case when o.id is not null then ou.name end as origin_name,
    case when o.id is not null and o.live then ou.slug end as origin_slug,
    o.id as origin_id
  from article_publications p
  join units u on u.id = p.unit_id
  join articles a on a.id = p.article_id
  -- Nothing of a page that was taken down leaves with it.
  left join lateral (
    select v.language, v.title, v.summary, v.credit, v.content, k.name_vi as kind_name, p.correction
    from article_versions v join article_kinds k on k.code = v.kind
    where v.article_id = p.article_id and v.n = p.version_n and v.content_hash = p.content_hash and p.state = 'published'
  ) s on true
  left join articles o on o.id = coalesce(a.origin_id, a.id) and o.unit_id <> p.unit_id
  left join units ou on ou.id = o.unit_id
  where p.state in ('published', 'taken-down');

-- Pictures of pages that stand now. One that may no longer be seen keeps its row, so that its address can say so, but no file.
create or replace view public_site.pictures as
  select m.used_id as publication_id, m.cut_id, r.size, r.width, r.height, x.shown,
    case when x.shown then r.bytes end as bytes,
    case when x.shown then f.sha256 end as sha256,
    case when x.shown then f.media_type end as media_type
  from media_uses m
  join article_publications p on p.id = m.used_id and p.state = 'published'
  join media_cuts c on c.id = m.cut_id
  join media_items i on i.id = c.media_id
  join media_renditions r on r.cut_id = m.cut_id
  join files f on f.id = r.file_id
  cross join lateral (
    select c.state = 'ready' and i.state = 'ready'
      and (i.rights_until is null or i.rights_until > (now() at time zone 'Asia/Ho_Chi_Minh')::date)
      and not exists (
        select from media_blocks b
        where b.cut_id = m.cut_id and b.lifted_at is null and (b.channel is null or b.channel = 'portal')
      ) as shown
  ) x
  where m.used_kind = 'publication';
