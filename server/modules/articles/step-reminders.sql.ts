import { sql } from 'kysely';
import type { Db, Tx } from '#platform/tx.ts';

/** The reminders that hold on a day: working days after the due day (negative: before), and whom. */
export const listRules = async (db: Db, day: string) =>
  await db
    .selectFrom('article_reminder_steps')
    .select(['step_days as stepDays', sql<'holder' | 'head'>`told`.as('told')])
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy('step_days')
    .execute();

/** Open runs due on one of these days that were not looked at today, some at a time, locked. */
export const takeDue = async (tx: Tx, dues: readonly string[], today: string, limit: number) => {
  if (dues.length === 0) return [];
  const rows = await tx
    .selectFrom('article_runs as r')
    .innerJoin('articles as a', 'a.id', 'r.article_id')
    .innerJoin('units as u', 'u.id', 'r.unit_id')
    .select(['r.id', 'r.article_id', 'r.unit_id', 'r.path', 'r.steps', 'r.step', 'r.claimed_by', 'r.delegated_to'])
    .select([sql<string>`r.due_on`.as('due_on'), 'a.title', 'a.team_path', 'u.name as unit_name'])
    .where('r.state', '=', 'open')
    .where('r.due_on', 'in', [...dues])
    .where((eb) => eb.or([eb('r.reminded_on', 'is', null), eb('r.reminded_on', '<', today)]))
    .where((eb) => eb.or([eb('u.closed_on', 'is', null), eb('u.closed_on', '>', today)]))
    .orderBy('r.due_on')
    .orderBy('r.id')
    .limit(sql.lit(limit))
    .forUpdate('r')
    .skipLocked()
    .execute();
  const ids = rows.map((row) => row.id);
  if (ids.length > 0) await tx.updateTable('article_runs').set({ reminded_on: today }).where('id', 'in', ids).execute();
  return rows;
};
