import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/tx.ts';

const idsOf = (ids: readonly string[]) => sql`${sql.val([...ids])}::uuid[]`;
const rowsOf = (rows: readonly object[]) => sql`${JSON.stringify(rows)}::jsonb`;

interface Row {
  id: string;
  unit_id: string;
}
/** What went on working at the successor without anybody's doing, as an undo needs it. */
export interface RunningOn {
  feeds: Row[];
  /** Sites that the successor reads already: read once. */
  doubled: string[];
  hooks: Row[];
  calendars: Row[];
  quotas: (Row & { target_unit_id: string | null })[];
}

/**
 * Sites that are read, addresses that are called, calendars that people have in their phones and quotas set by hand. What
 * belongs to a signed plan (its quotas, its toolkit and who used it) stays with that plan, which stays with the unit that
 * signed it: whoever acts for the successor reaches it there.
 */
export async function keepRunning(tx: Tx, from: readonly string[], to: string, on: string): Promise<RunningOn> {
  return {
    doubled: await stopDoubled(tx, from, to),
    feeds: await goOn(tx, 'site_feeds', sql`t.state <> 'stopped'`, from, to),
    hooks: await goOn(tx, 'webhooks', sql`true`, from, to),
    calendars: await setCalendars(tx, from, to),
    quotas: await setQuotas(tx, from, to, on.slice(0, 7)),
  };
}

async function stopDoubled(tx: Tx, from: readonly string[], to: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update site_feeds f set state = 'stopped', version = f.version + 1
     where f.unit_id = any(${idsOf(from)}) and f.state = 'active'
       and exists (select from site_feeds g where g.site_url = f.site_url and g.state <> 'stopped'
                    and (g.unit_id = ${to} or (g.unit_id = any(${idsOf(from)}) and g.id < f.id)))
    returning f.id`.execute(tx);
  return rows.map((row) => row.id);
}

async function goOn(
  tx: Tx,
  table: 'site_feeds' | 'webhooks',
  which: RawBuilder<unknown>,
  from: readonly string[],
  to: string,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with was as (select t.id, t.unit_id from ${sql.table(table)} t where t.unit_id = any(${idsOf(from)}) and ${which} for update)
    update ${sql.table(table)} t set unit_id = s.id, path = s.path, version = t.version + 1
      from was w cross join (select id, path from units where id = ${to}) s where w.id = t.id
    returning t.id, w.unit_id`.execute(tx);
  return rows;
}

async function setCalendars(tx: Tx, from: readonly string[], to: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with was as (select id, unit_id from calendar_feeds where unit_id = any(${idsOf(from)}) and revoked_at is null for update)
    update calendar_feeds f set unit_id = ${to} from was w where w.id = f.id
    returning f.id, w.unit_id`.execute(tx);
  return rows;
}

async function setQuotas(tx: Tx, from: readonly string[], to: string, month: string): Promise<RunningOn['quotas']> {
  const { rows } = await sql<RunningOn['quotas'][number]>`
    with was as (select id, unit_id, target_unit_id from quotas
                  where plan_id is null and ended_at is null and to_month >= ${month}
                    and (unit_id = any(${idsOf(from)}) or target_unit_id = any(${idsOf(from)})) for update)
    update quotas q set unit_id = o.id, path = o.path, version = q.version + 1,
           target_unit_id = case when w.target_unit_id = any(${idsOf(from)}) then ${to} else w.target_unit_id end
      from was w join units o on o.id = case when w.unit_id = any(${idsOf(from)}) then ${to} else w.unit_id end
     where w.id = q.id
    returning q.id, w.unit_id, w.target_unit_id`.execute(tx);
  return rows;
}

/** Gives back what still stands where the change put it; the paths follow with the units. */
export async function takeBackRunning(tx: Tx, was: RunningOn): Promise<void> {
  for (const [table, rows] of [
    ['site_feeds', was.feeds],
    ['webhooks', was.hooks],
  ] as const)
    await sql`update ${sql.table(table)} t set unit_id = u.id, path = u.path, version = t.version + 1
                from jsonb_to_recordset(${rowsOf(rows)}) as r (id uuid, unit_id uuid) join units u on u.id = r.unit_id
               where t.id = r.id`.execute(tx);
  await sql`update site_feeds set state = 'active', version = version + 1
             where id = any(${idsOf(was.doubled)}) and state = 'stopped'`.execute(tx);
  await sql`update calendar_feeds f set unit_id = r.unit_id
              from jsonb_to_recordset(${rowsOf(was.calendars)}) as r (id uuid, unit_id uuid) where f.id = r.id`.execute(
    tx,
  );
  await sql`update quotas q set unit_id = u.id, path = u.path, target_unit_id = r.target_unit_id, version = q.version + 1
              from jsonb_to_recordset(${rowsOf(was.quotas)}) as r (id uuid, unit_id uuid, target_unit_id uuid)
              join units u on u.id = r.unit_id
             where q.id = r.id and q.ended_at is null`.execute(tx);
}
