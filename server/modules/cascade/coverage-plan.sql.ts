import { sql } from 'kysely';
import type { Reach, ReachSpan } from '#lib/reach.ts';
import { inReach, pathEnd } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

/** A plan that went down, as coverage needs it. `whole`: the reader reaches the sender, not only a receiver. */
export interface CoveredPlan {
  id: string;
  unit_id: string;
  path: string;
  unit_name: string;
  title: string;
  number: string | null;
  symbol: string;
  issued_on: string | null;
  state: 'issued' | 'closed' | 'recalled';
  whole: boolean;
}

/** What amends a plan does not go down by itself: it comes into that plan. The plan where the reader reaches its unit or a unit that it was sent to. */
export const findCoveredPlan = async (db: Db, reach: Reach, planId: string): Promise<CoveredPlan | undefined> => {
  const { rows } = await sql<CoveredPlan>`
    select p.id, p.unit_id, p.path, u.name as unit_name, p.title, p.number, p.symbol, p.issued_on, p.state,
      ${inReach(sql.ref<string>('p.path'), reach)} as whole
    from plans p join units u on u.id = p.unit_id
    where p.id = ${planId} and p.state in ('issued', 'closed', 'recalled') and p.amends_id is null
      and (${inReach(sql.ref<string>('p.path'), reach)}
      or exists (select from addressees a where a.plan_id = p.id and ${inReach(sql.ref<string>('a.path'), reach)}))`.execute(
    db,
  );
  return rows[0];
};

/** Whether it is a plan in reach that amends another one. */
export const isAmendment = async (db: Db, reach: Reach, planId: string): Promise<boolean> =>
  (
    await sql`select from plans p where p.id = ${planId} and p.amends_id is not null
      and p.state in ('issued', 'closed', 'recalled') and ${inReach(sql.ref<string>('p.path'), reach)}`.execute(db)
  ).rows.length > 0;

/** Holds the plan for one sender's act after the other; units below go on answering. */
export const holdPlan = (tx: Tx, planId: string) =>
  sql`select from plans where id = ${planId} for no key update`.execute(tx);

export interface Node {
  id: string;
  name: string;
  path: string;
}

export const findNode = async (db: Db, unitId: string): Promise<Node | undefined> =>
  (await sql<Node>`select id, name, path from units where id = ${unitId}`.execute(db)).rows[0];

/** The highest of the reader's own units that the plan was sent to, or that has receivers below. */
export const ownNode = async (db: Db, reach: readonly ReachSpan[], planId: string): Promise<Node | undefined> => {
  const spans = reach.map((s) => ({ path: s.path, end: s.below ? pathEnd(s.path) : `${s.path} ` }));
  const { rows } = await sql<Node>`
    select u.id, u.name, u.path
    from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) as s (path text, "end" text)
    join units u on u.path = s.path collate "C"
    where exists (select from addressees a where a.plan_id = ${planId}
      and a.path >= s.path collate "C" and a.path < s."end" collate "C")
    order by length(u.path), u.path limit 1`.execute(db);
  return rows[0];
};

/** From one unit down to another one below it, both included. */
export const wayBetween = async (db: Db, from: string, to: string): Promise<Node[]> =>
  (
    await sql<Node>`
      select u.id, u.name, u.path from unnest(string_to_array(rtrim(${to}, '.'), '.')) as p (no)
      join units u on u.no = p.no::bigint where length(u.path) >= length(${from}) order by length(u.path)`.execute(db)
  ).rows;
