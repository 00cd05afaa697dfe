import { sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import { inReach } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';

const lines = (db: Db) =>
  db
    .selectFrom('plan_lines as l')
    .innerJoin('plans as p', 'p.id', 'l.plan_id')
    .select([
      'l.id',
      'l.text',
      sql<Record<string, unknown>>`l.detail`.as('detail'),
      'p.id as planId',
      'p.title as planTitle',
      'p.state as planState',
      'p.unit_id as unitId',
      'p.path',
      'p.parent_plan_id as parentPlanId',
      'p.parent_line_id as parentLineId',
    ])
    .where('l.part', '=', 'activity')
    .where('l.removed_in', 'is', null)
    .where('p.amends_id', 'is', null);

export type LineAtWork = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];

/** An activity of a plan that came as far as its issue, within reach. */
export const findLineAtWork = (db: Db, reach: Reach, lineId: string) =>
  lines(db)
    .where('l.id', '=', lineId)
    .where((eb) => inReach(eb.ref('p.path'), reach))
    .where('p.state', 'in', ['issued', 'closed'])
    .executeTakeFirst();

/** An activity of a plan that is at work now, whoever asks: the line of the yearly plan above, or where an item counts by itself. */
export const findIssuedLine = (db: Db, lineId: string) =>
  lines(db).where('l.id', '=', lineId).where('p.state', '=', 'issued').executeTakeFirst();

/** Thematic plans of the same unit that hang from a line: what they make counts there too. */
export const plansBelow = (db: Db, reach: Reach, lineId: string, unitId: string) =>
  db
    .selectFrom('plans as p')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .select(['p.id as planId', 'p.title', 'u.name as unitName'])
    .where('p.parent_line_id', '=', lineId)
    .where('p.unit_id', '=', unitId)
    .where('p.state', 'in', ['issued', 'closed'])
    .where((eb) => inReach(eb.ref('p.path'), reach))
    .orderBy('p.id')
    .execute();
