import { type RawBuilder, sql } from 'kysely';
import type { Role } from '#lib/rights.ts';
import type { UnitKind } from '#lib/unit-kinds.ts';
import { pathEnd } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { hasAccount, modes } from './addressees.sql.ts';
import { type SendMode, sendModes } from './cascade.contract.ts';
import { countAddressees, countAsks } from './counters.sql.ts';

/** One group of receivers; `below` is the path under which the kinds are looked for. */
export interface Target {
  mode: SendMode;
  unitIds: readonly string[];
  kinds: readonly string[];
  below: string;
}
export interface ChosenLine {
  lineId: string;
  kinds: readonly string[] | null;
}
export interface Chosen {
  planId: string;
  senderId: string;
  lines: readonly ChosenLine[];
  to: readonly Target[];
  day: string;
  /** Roles whose holders may answer. */
  roles: readonly Role[];
}

const linesOf = (lines: readonly ChosenLine[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l ("lineId" uuid, kinds text[])`;

/** Each unit that is meant, once, with the strongest of the modes it is meant for. */
const wanted = (c: Chosen): RawBuilder<unknown> => {
  const to = c.to.map((t) => ({ ...t, rank: sendModes.indexOf(t.mode) + 1, beyond: pathEnd(t.below) }));
  return sql`
    to_whom as (select * from jsonb_to_recordset(${JSON.stringify(to)}::jsonb)
      as t (rank int, "unitIds" uuid[], kinds text[], below text, beyond text)),
    hits as (
      select p.id, t.rank, true as picked from to_whom t cross join lateral unnest(t."unitIds") as p (id)
      union all
      select u.id, t.rank, false from to_whom t
        join units u on u.path > t.below collate "C" and u.path < t.beyond collate "C" and u.kind = any(t.kinds)
       where u.closed_on is null or u.closed_on > ${c.day}::date
    ),
    wanted as (
      select u.id, u.path, u.kind, u.name, u.closed_on, min(h.rank) as rank, bool_or(h.picked) as picked
        from hits h join units u on u.id = h.id group by u.id
    )`;
};

export interface Receiver {
  id: string;
  name: string;
  path: string;
  kind: UnitKind;
  mode: SendMode;
  picked: boolean;
  closedOn: string | null;
  /** Where the unit has the plan already. */
  addresseeId: string | null;
  /** Lines of the choice that are for its kind, and those of them it was not asked yet. */
  lines: number;
  fresh: number;
  hasAccount: boolean;
}

/** Whom a choice reaches, and with how many lines; also those that will be skipped, so that the reason can be told. */
export const receivers = async (db: Db, c: Chosen): Promise<Receiver[]> => {
  const { rows } = await sql<Receiver>`
    with ${wanted(c)}
    select w.id, w.name, w.path, w.kind, w.picked, w.closed_on as "closedOn", a.id as "addresseeId",
           (${modes})[w.rank] as mode,
           coalesce(n.lines, 0)::int as lines, coalesce(n.fresh, 0)::int as fresh,
           ${hasAccount({ today: c.day, roles: c.roles }, sql`w.id`)} as "hasAccount"
      from wanted w
      left join addressees a on a.plan_id = ${c.planId} and a.unit_id = w.id
      left join lateral (
        select count(*) as lines, count(*) filter (where k.line_id is null) as fresh
          from ${linesOf(c.lines)}
          left join asks k on k.plan_id = ${c.planId} and k.unit_id = w.id and k.line_id = l."lineId" and a.id is not null
         where l.kinds is null or w.kind = any(l.kinds)
      ) n on true
     order by w.path`.execute(db);
  return rows;
};

/** How many units a choice would reach that have not got the plan; without the lines of each, which take the time. */
export const countNew = async (db: Db, c: Chosen): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    with ${wanted(c)}
    select count(*)::int as n from wanted w
     where w.id <> ${c.senderId} and (w.closed_on is null or w.closed_on > ${c.day}::date)
       and not exists (select from addressees a where a.plan_id = ${c.planId} and a.unit_id = w.id)
       and (${c.lines.length === 0} or exists (select from ${linesOf(c.lines)} where l.kinds is null or w.kind = any(l.kinds)))`.execute(
    db,
  );
  return rows[0]!.n;
};

export interface NewDispatch {
  id: string;
  plan_id: string;
  unit_id: string;
  path: string;
  wave_of: string | null;
  note: string | null;
  due_on: string | null;
  choice: string;
  outcome: string;
  extended: string[];
  sent_by: string;
  sent_at: Date;
}

export const insertDispatch = (tx: Tx, row: NewDispatch) => tx.insertInto('dispatches').values(row).execute();

export interface NewAddressee {
  id: string;
  unitId: string;
  mode: SendMode;
  asked: number;
}
/** A unit to be asked, old or new: everything that is known of it, so that nothing is looked up again row by row. */
export interface AskedUnit {
  addresseeId: string;
  unitId: string;
  kind: UnitKind;
  mode: SendMode;
}

/** The plan goes to all units at once: each becomes an addressee, each gets the lines that are for its kind. */
export const insertAddressees = (
  tx: Tx,
  d: Pick<NewDispatch, 'id' | 'plan_id' | 'due_on' | 'sent_at'>,
  units: readonly NewAddressee[],
) =>
  sql`
  insert into addressees (id, plan_id, dispatch_id, unit_id, path, mode, due_on, asked, sent_at)
  select n.id, ${d.plan_id}::uuid, ${d.id}::uuid, u.id, u.path, n.mode, ${d.due_on}::date, n.asked, ${d.sent_at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as n (id uuid, "unitId" uuid, mode text, asked int)
    join units u on u.id = n."unitId"
   order by u.path`.execute(tx);

/** Asks of all these units, in one statement with their figures; returns how many there are. */
export const insertAsks = async (
  tx: Tx,
  d: Pick<NewDispatch, 'plan_id' | 'due_on'>,
  units: readonly AskedUnit[],
  lines: readonly ChosenLine[],
): Promise<number> => {
  const change = sql`
    insert into asks (plan_id, unit_id, line_id, addressee_id, mode, due_on, edition)
    select ${d.plan_id}::uuid, n."unitId", l."lineId", n."addresseeId", n.mode, ${d.due_on}::date,
           (select edition from plans where id = ${d.plan_id})
      from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as n ("addresseeId" uuid, "unitId" uuid, kind text, mode text)
      join ${linesOf(lines)} on l.kinds is null or n.kind = any(l.kinds)
     order by n."unitId", l."lineId"
    on conflict do nothing
    returning unit_id, line_id, null::text as from_state, state as to_state`;
  const rows = await countAsks(tx, d.plan_id, change, sql<{ n: number }>`count(*)::int as n`);
  return rows[0]!.n;
};

/** New addressees enter the kept figures after their asks did: everybody takes those in this order. */
export const countNewAddressees = (tx: Tx, planId: string, ids: readonly string[]) =>
  countAddressees(
    tx,
    planId,
    sql`select unit_id, null::text as from_state, state as to_state from addressees where id = any(${ids}::uuid[])`,
    sql`count(*)::int as n`,
  );

export const findDispatch = (db: Db, id: string) =>
  db
    .selectFrom('dispatches')
    .select(['id', 'plan_id as planId', 'wave_of as waveOf', 'note', 'due_on as dueOn', 'choice', 'outcome'])
    .where('id', '=', id)
    .executeTakeFirst();

export const listDispatches = (db: Db, planId: string) =>
  db
    .selectFrom('dispatches as d')
    .innerJoin('people as p', 'p.id', 'd.sent_by')
    .select(['d.id', 'd.wave_of as waveOf', 'd.note', 'd.due_on as dueOn', 'd.choice', 'd.outcome'])
    .select(['d.sent_at as sentAt', 'p.name as sentByName'])
    .where('d.plan_id', '=', planId)
    .orderBy('d.sent_at', 'desc')
    .orderBy('d.id', 'desc')
    .execute();

/** Open units below a path, by kind. */
export const kindsBelow = async (db: Db, path: string, roles: readonly Role[], day: string) => {
  const { rows } = await sql<{ kind: UnitKind; units: number; withAccount: number }>`
    select u.kind, count(*)::int as units,
           (count(*) filter (where ${hasAccount({ today: day, roles }, sql`u.id`)}))::int as "withAccount"
      from units u
     where u.path > ${path} collate "C" and u.path < ${pathEnd(path)} collate "C"
       and (u.closed_on is null or u.closed_on > ${day}::date)
     group by u.kind`.execute(db);
  return rows;
};

/** How many units were asked each line of a plan. */
export const askedTimes = async (db: Db, planId: string): Promise<Map<string, number>> => {
  const { rows } = await sql<{ line_id: string; n: number }>`
    select line_id, count(*)::int as n from asks where plan_id = ${planId} group by line_id`.execute(db);
  return new Map(rows.map((row) => [row.line_id, row.n]));
};

export const unitsByIds = (db: Db, ids: readonly string[]) =>
  db.selectFrom('units').select(['id', 'name', 'path']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute();
