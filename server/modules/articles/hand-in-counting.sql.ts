import { sql } from 'kysely';
import type { Db } from '#platform/tx.ts';

/** The target of a plan at work of the unit that asks for photos in these months. */
export const photoTarget = (db: Db, unitId: string, months: readonly string[]) =>
  db
    .selectFrom('plan_targets as t')
    .innerJoin('plan_lines as l', 'l.id', 't.line_id')
    .innerJoin('plans as p', 'p.id', 'l.plan_id')
    .select(['t.id as targetId', 'l.id as lineId'])
    .where('p.unit_id', '=', unitId)
    .where('p.state', '=', 'issued')
    .where('p.amends_id', 'is', null)
    .where('l.removed_in', 'is', null)
    .where('t.removed_in', 'is', null)
    .where('t.counts', '=', 'photo-set')
    .where(sql<boolean>`t.months ?| ${[...months]}::text[]`)
    .orderBy('p.issued_on', 'desc')
    .orderBy('t.id')
    .limit(1)
    .executeTakeFirst();
