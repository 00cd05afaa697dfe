import { sql } from 'kysely';
import type { Tx } from '#platform/tx.ts';

const idsOf = (ids: readonly string[]) => sql`${sql.val([...ids])}::uuid[]`;

/** What went from closed units to their successor, as an undo needs it. */
export interface HandedOver {
  grants: { ended: { id: string; valid_to: string | null }[]; made: string[] };
  posts: { ended: { id: string; valid_to: string | null }[]; made: string[] };
  plans: { id: string; unit_id: string; issuing_body: string }[];
  documents: { id: string; unit_id: string }[];
  invitations: { id: string; unit_id: string }[];
}

/**
 * Roles at the closed units go on at the successor, each once; the old ones end on the day. A role that already ran out
 * stays what it was.
 */
export async function handOverGrants(
  tx: Tx,
  from: readonly string[],
  to: string,
  on: string,
): Promise<HandedOver['grants']> {
  const current = sql`unit_id = any(${idsOf(from)}) and (valid_to is null or valid_to > ${on}::date)`;
  const made = await sql<{ id: string }>`
    insert into grants (id, person_id, unit_id, path, role, valid_from, valid_to, delegated_by, basis)
    select distinct on (g.person_id, g.role) gen_random_uuid(), g.person_id, s.id, s.path, g.role, greatest(g.valid_from, ${on}::date),
           g.valid_to, g.delegated_by, g.basis
      from grants g cross join (select id, path from units where id = ${to}) s
     where g.unit_id = any(${idsOf(from)}) and (g.valid_to is null or g.valid_to > ${on}::date)
       and not exists (select from grants h where h.person_id = g.person_id and h.unit_id = s.id and h.role = g.role
                        and (h.valid_to is null or h.valid_to > ${on}::date))
     order by g.person_id, g.role, g.valid_to desc nulls first
    returning id`.execute(tx);
  const ended = await sql<{ id: string; valid_to: string | null }>`
    with held as (select id, valid_to from grants where ${current} for update)
    update grants g set valid_to = greatest(g.valid_from, ${on}::date), version = g.version + 1 from held h where h.id = g.id
    returning g.id, h.valid_to`.execute(tx);
  return { made: made.rows.map((row) => row.id), ended: ended.rows };
}

/**
 * Posts end with their unit. At the successor each post that it lacks stands vacant, as a to-do; the people become members
 * there under the title they had, so that nobody is lost before the new decisions.
 */
export async function handOverPosts(
  tx: Tx,
  from: readonly string[],
  to: string,
  on: string,
): Promise<HandedOver['posts']> {
  const held = sql`o.unit_id = any(${idsOf(from)}) and (o.valid_to is null or o.valid_to > ${on}::date)`;
  const members = await sql<{ id: string }>`
    insert into posts (id, unit_id, path, kind, title, person_id, valid_from)
    select distinct on (o.person_id) gen_random_uuid(), s.id, s.path, 'member',
           case when o.kind = 'member' then o.title else 'Nguyên ' || o.title end, o.person_id, greatest(o.valid_from, ${on}::date)
      from posts o cross join (select id, path from units where id = ${to}) s
     where ${held} and o.person_id is not null
       and not exists (select from posts h where h.unit_id = s.id and h.person_id = o.person_id and h.valid_to is null)
     order by o.person_id, (o.kind = 'member')
    returning id`.execute(tx);
  const vacant = await sql<{ id: string }>`
    insert into posts (id, unit_id, path, kind, title, valid_from)
    select distinct on (o.kind) gen_random_uuid(), s.id, s.path, o.kind, o.title, ${on}::date
      from posts o cross join (select id, path from units where id = ${to}) s
     where ${held} and o.kind not in ('member', 'deputy-head')
       and not exists (select from posts h where h.unit_id = s.id and h.kind = o.kind and h.valid_to is null)
     order by o.kind, o.valid_from
    returning id`.execute(tx);
  const ended = await sql<{ id: string; valid_to: string | null }>`
    with was as (select o.id, o.valid_to from posts o where ${held} for update)
    update posts o set valid_to = greatest(o.valid_from + 1, ${on}::date), version = o.version + 1 from was w where w.id = o.id
    returning o.id, w.valid_to`.execute(tx);
  return { made: [...members.rows, ...vacant.rows].map((row) => row.id), ended: ended.rows };
}

/**
 * Plans that are still being written go on at the successor, under its name; what was signed stays as it was signed. Nobody
 * wrote in them: their version stays, so that whoever is writing is not disturbed.
 */
export const handOverPlans = async (tx: Tx, from: readonly string[], to: string): Promise<HandedOver['plans']> => {
  const { rows } = await sql<HandedOver['plans'][number]>`
    with was as (select p.id, p.unit_id, p.issuing_body, u.name from plans p join units u on u.id = p.unit_id
                  where p.unit_id = any(${idsOf(from)}) and p.state in ('draft', 'consulting', 'submitted') for update of p)
    update plans p set unit_id = s.id, path = s.path,
           issuing_body = case when w.issuing_body = w.name and p.state <> 'submitted' then s.name else p.issuing_body end
      from was w cross join (select id, path, name from units where id = ${to}) s where w.id = p.id
    returning p.id, w.unit_id, w.issuing_body`.execute(tx);
  return rows;
};

/** Incoming documents whose reading is not finished. */
export const handOverDocuments = async (
  tx: Tx,
  from: readonly string[],
  to: string,
): Promise<HandedOver['documents']> => {
  const { rows } = await sql<HandedOver['documents'][number]>`
    with was as (select id, unit_id from documents where unit_id = any(${idsOf(from)}) and state in ('reading', 'review') for update)
    update documents d set unit_id = s.id, path = s.path
      from was w cross join (select id, path from units where id = ${to}) s where w.id = d.id
    returning d.id, w.unit_id`.execute(tx);
  return rows;
};

export const handOverInvitations = async (
  tx: Tx,
  from: readonly string[],
  to: string,
): Promise<HandedOver['invitations']> => {
  const { rows } = await sql<HandedOver['invitations'][number]>`
    with was as (select id, unit_id from invitations where unit_id = any(${idsOf(from)}) and accepted_at is null and revoked_at is null for update)
    update invitations i set unit_id = s.id, path = s.path
      from was w cross join (select id, path from units where id = ${to}) s where w.id = i.id
    returning i.id, w.unit_id`.execute(tx);
  return rows;
};

/** Gives back what a change handed over; what people have made of it since stays theirs. */
export async function takeBack(tx: Tx, was: HandedOver, today: string): Promise<void> {
  const rowsOf = (rows: readonly object[]) => sql`${JSON.stringify(rows)}::jsonb`;
  await sql`update grants set valid_to = greatest(valid_from, ${today}::date), version = version + 1
             where id = any(${idsOf(was.grants.made)}) and (valid_to is null or valid_to > ${today}::date)`.execute(tx);
  await sql`update grants g set valid_to = r.valid_to, version = g.version + 1
              from jsonb_to_recordset(${rowsOf(was.grants.ended)}) as r (id uuid, valid_to date) where g.id = r.id`.execute(
    tx,
  );
  await sql`delete from posts where id = any(${idsOf(was.posts.made)}) and version = 1`.execute(tx);
  await sql`update posts o set valid_to = r.valid_to, version = o.version + 1
              from jsonb_to_recordset(${rowsOf(was.posts.ended)}) as r (id uuid, valid_to date) where o.id = r.id`.execute(
    tx,
  );
  await sql`update plans p set unit_id = r.unit_id, issuing_body = r.issuing_body
              from jsonb_to_recordset(${rowsOf(was.plans)}) as r (id uuid, unit_id uuid, issuing_body text)
             where p.id = r.id and p.state in ('draft', 'consulting', 'submitted')`.execute(tx);
  await sql`update documents d set unit_id = r.unit_id
              from jsonb_to_recordset(${rowsOf(was.documents)}) as r (id uuid, unit_id uuid) where d.id = r.id`.execute(
    tx,
  );
  await sql`update invitations i set unit_id = r.unit_id
              from jsonb_to_recordset(${rowsOf(was.invitations)}) as r (id uuid, unit_id uuid) where i.id = r.id`.execute(
    tx,
  );
}
