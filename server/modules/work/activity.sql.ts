import { sql } from 'kysely';
import type { Db } from '#platform/tx.ts';

/** What stands around a line: what was said of it, and from which document or asking plan it was taken. */
export const moreOfLine = (db: Db, lineId: string) =>
  db
    .selectFrom('plan_lines as l')
    .innerJoin('plans as p', 'p.id', 'l.plan_id')
    .leftJoin('activity_progress as a', 'a.line_id', 'l.id')
    .leftJoin('people as s', 's.id', 'a.said_by')
    .leftJoin('documents as d', (j) => j.on(sql<boolean>`d.id::text = l.trace->>'documentId'`))
    .leftJoin('addressees as w', 'w.own_plan_id', 'p.id')
    .leftJoin('plans as wp', 'wp.id', 'w.plan_id')
    .leftJoin('plan_lines as wl', (j) =>
      j
        .onRef('wl.plan_id', '=', 'w.plan_id')
        .on(sql<boolean>`wl.text = l.text and wl.part = 'activity' and l.origin = 'inherited'`),
    )
    .select([
      'p.number',
      'p.symbol',
      'l.trace',
      'a.said_done as saidDone',
      'a.said_note as saidNote',
      'a.said_at as saidAt',
      's.name as saidByName',
      'd.id as documentId',
      sql<string | null>`coalesce(d.title, d.source_name)`.as('documentTitle'),
      'd.path as documentPath',
      'wp.id as askedPlanId',
      'wp.title as askedTitle',
      'wl.text as askedText',
    ])
    .where('l.id', '=', lineId)
    .orderBy(sql`wl.id nulls last`)
    .limit(sql.lit(1))
    .executeTakeFirst();
