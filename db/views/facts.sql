-- What can be counted by unit and day. Each module owns its branch; the right and the path of today decide who counts it.
create or replace view facts as
  select 'plan'::text as kind, p.id, p.unit_id, p.path, 'plans.read'::text as read_right, p.issued_on as day, 1 as amount
  from plans p where p.issued_on is not null and p.state in ('issued', 'closed') and p.amends_id is null
  union all
  select 'output', o.id, o.unit_id, o.path, 'outputs.read', o.made_on, 1
  from outputs o where o.stands and o.joined_to is null and o.withdrawn_at is null;
