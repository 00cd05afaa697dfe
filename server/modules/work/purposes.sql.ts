import { sql } from 'kysely';
import type { Db } from '#platform/tx.ts';
import type { Moment } from './recount.sql.ts';

/** Activities of plans at work of the units with these paths, as far as something may count there. */
export const linesAtWork = (db: Db, paths: readonly string[]) =>
  db
    .selectFrom('plan_lines as l')
    .innerJoin('plans as p', 'p.id', 'l.plan_id')
    .select(['l.id as lineId', 'l.text as lineText', 'p.id as planId', 'p.title as planTitle', 'p.path'])
    .where('l.part', '=', 'activity')
    .where('l.removed_in', 'is', null)
    .where('p.amends_id', 'is', null)
    .where('p.state', '=', 'issued')
    .where(sql<boolean>`p.path = any(${[...paths]}::text[])`)
    .orderBy(sql`length(p.path)`, 'desc')
    .orderBy('p.issued_on', 'desc')
    .orderBy('l.position')
    .limit(sql.lit(300))
    .execute();

export const targetsOfLines = (db: Db, lineIds: readonly string[]) =>
  db
    .selectFrom('plan_targets')
    .select(['id', 'line_id as lineId', 'product', sql<Moment>`moment`.as('moment')])
    .where(sql<boolean>`line_id = any(${[...lineIds]}::uuid[])`)
    .where('removed_in', 'is', null)
    .orderBy('position')
    .execute();

export const seriesOfPlans = (db: Db, planIds: readonly string[]) =>
  db
    .selectFrom('series')
    .select(['id', 'plan_id as planId', 'line_id as lineId', 'title'])
    .where(sql<boolean>`plan_id = any(${[...planIds]}::uuid[])`)
    .orderBy('title')
    .execute();

/** A purpose in words; what was taken out of a plan since keeps its name. */
export const wordsOf = (db: Db, of: { lineId: string | null; targetId: string | null; seriesId: string | null }) =>
  db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('plan_lines as l')
        .innerJoin('plans as p', 'p.id', 'l.plan_id')
        .select(
          sql<{ lineText: string; planId: string; planTitle: string }>`
          json_build_object('lineText', l.text, 'planId', p.id, 'planTitle', p.title)`.as('x'),
        )
        .where('l.id', '=', of.lineId)
        .as('line'),
      eb
        .selectFrom('plan_targets as t')
        .select(
          sql<{ product: string; moment: Moment }>`json_build_object('product', t.product, 'moment', t.moment)`.as('x'),
        )
        .where('t.id', '=', of.targetId)
        .as('target'),
      eb.selectFrom('series as s').select('s.title').where('s.id', '=', of.seriesId).as('series'),
    ])
    .executeTakeFirstOrThrow();
