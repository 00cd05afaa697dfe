import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/tx.ts';
import type { SendMode } from './cascade.contract.ts';
import { answeringRoles } from './choosing.ts';
import { told } from './reminders.sql.ts';

/** Which of a plan's units are told: those of one dispatch, those whose lines an edition touched, or all. */
export type Circle =
  | { dispatchId: string }
  | { planId: string; edition: number }
  | { planId: string; edition?: never; dispatchId?: never };

function inCircle(circle: Circle): RawBuilder<boolean> {
  if ('dispatchId' in circle && circle.dispatchId)
    return sql`(a.dispatch_id = ${circle.dispatchId}
      or a.id = any((select extended from dispatches where id = ${circle.dispatchId})::uuid[]))`;
  const { planId, edition } = circle as { planId: string; edition?: number };
  if (edition === undefined) return sql`a.plan_id = ${planId}`;
  return sql`a.plan_id = ${planId} and exists (
    select from asks k join plan_line_changes c on c.plan_id = k.plan_id and c.line_id = k.line_id and c.edition = ${edition}
     where k.addressee_id = a.id)`;
}

export interface ToldUnit {
  id: string;
  mode: SendMode;
  people: string[];
}

/** The next units of the circle with those who answer there, in the order of their ids. */
export const nextUnits = async (
  db: Db,
  circle: Circle,
  page: { after: string | null; limit: number; today: string },
): Promise<ToldUnit[]> =>
  (
    await sql<ToldUnit>`
      select a.id, a.mode, array(${told({ today: page.today, roles: answeringRoles })}) as people
        from addressees a
       where ${inCircle(circle)} and a.passed_to is null and ${page.after ? sql`a.id > ${page.after}` : sql`true`}
       order by a.id limit ${sql.lit(page.limit)}`.execute(db)
  ).rows;

export interface AskedQuestion {
  id: string;
  planId: string;
  title: string;
  planPath: string;
  unitName: string;
}

export const askedQuestion = async (db: Db, id: string): Promise<AskedQuestion | undefined> =>
  (
    await sql<AskedQuestion>`select q.id, p.id as "planId", p.title, p.path as "planPath", u.name as "unitName"
      from plan_questions q join plans p on p.id = q.plan_id join units u on u.id = q.unit_id where q.id = ${id}`.execute(
      db,
    )
  ).rows[0];
