import { sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import { inReach } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';

/** Products of the caller's own issued plans that fall due in a month, the earliest first. */
export const productsDue = (db: Db, own: Reach, months: readonly string[]) =>
  db
    .selectFrom('plan_targets as t')
    .innerJoin('plan_lines as l', 'l.id', 't.line_id')
    .innerJoin('plans as p', 'p.id', 't.plan_id')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .crossJoin(sql<{ month: string; n: string }>`jsonb_each_text(t.months)`.as<'m'>(sql`m(month, n)`))
    .select([
      'p.id as planId',
      'l.id as lineId',
      'l.text',
      't.product',
      'm.month',
      sql<number>`m.n::int`.as('count'),
      'u.name as unitName',
    ])
    .where((eb) => inReach(eb.ref('p.path'), own))
    .where('p.state', '=', 'issued')
    // What an amendment says is done in the plan that it amends.
    .where('p.amends_id', 'is', null)
    .where('t.removed_in', 'is', null)
    .where('m.month', 'in', [...months])
    .where(sql<boolean>`m.n::int > 0`)
    .orderBy('m.month')
    .orderBy('l.position')
    .limit(sql.lit(30))
    .execute();

export const documentsWaiting = (db: Db, own: Reach) =>
  db
    .selectFrom('documents as d')
    .innerJoin('units as u', 'u.id', 'd.unit_id')
    .select([
      'd.id',
      sql<string>`coalesce(d.title, d.source_name)`.as('title'),
      'd.state',
      'u.name as unitName',
      'd.created_at as at',
    ])
    .where((eb) => inReach(eb.ref('d.path'), own))
    .where('d.state', 'in', ['reading', 'review', 'failed'])
    .orderBy('d.id', 'desc')
    .limit(sql.lit(10))
    .execute();

export const vacantPosts = (db: Db, own: Reach, day: string) =>
  db
    .selectFrom('posts as o')
    .innerJoin('units as u', 'u.id', 'o.unit_id')
    .select(['o.id', 'o.title', 'u.id as unitId', 'u.name as unitName'])
    .where((eb) => inReach(eb.ref('o.path'), own))
    .where('o.person_id', 'is', null)
    .where((eb) => eb.or([eb('o.valid_to', 'is', null), eb('o.valid_to', '>', day)]))
    .orderBy('o.path')
    .limit(sql.lit(10))
    .execute();
