import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/tx.ts';
import { differencesOf } from '../../modules/cascade/coverage-check.sql.ts';
import { recountPlan } from '../../modules/work/recount.ts';

/** What must hold between rows of plans that went down at any moment, however the server ended. */
const disagreements: Record<string, RawBuilder<{ id: string }>> = {
  'a unit that was chosen and is not asked every line': sql`
    select d.id from dispatches d, jsonb_array_elements(d.choice->'to') t, jsonb_array_elements_text(t->'unitIds') u,
        jsonb_array_elements(d.choice->'lines') l
     where not exists (select from asks k where k.plan_id = d.plan_id and k.unit_id = u::uuid and k.line_id = (l->>'lineId')::uuid)`,
  'a unit whose figures are not those of its lines': sql`
    select a.id from addressees a left join asks k on k.addressee_id = a.id
     group by a.id having a.asked <> count(k) or a.answered <> count(k) filter (
       where k.state in ('loose', 'adopted', 'not-ours', 'wants-change', 'known'))`,
  'an answer, or a dispatch, that the record does not tell': sql`
    select d.id from dispatches d where (select count(*) from audit_records r where r.subject_id = d.id and r.event = 'plan.sent') <> 1
    union all select a.id from addressees a where (a.opened_at is not null) <> exists (
      select from audit_records r where r.subject_id = a.id and r.event = 'addressee.opened')
    union all select a.id from addressees a where (a.answered_at is not null) <> exists (
      select from audit_records r where r.subject_id = a.id and r.event = 'addressee.answered')`,
  'evidence that the record does not tell once, or without its item': sql`
    select e.id from evidence e
     where (select count(*) from audit_records r where r.subject_id = e.id and r.event = 'evidence.recorded') <> 1
        or not exists (select from outputs o where o.id = e.output_id)`,
  'an edition whose lines are not in the plan': sql`
    select c.line_id as id from plan_line_changes c join plans p on p.id = c.plan_id and p.edition = c.edition
      left join plan_lines l on l.id = c.line_id
     where c.change = 'changed' and c.after->>'text' is distinct from l.text`,
  'an amended plan of which nobody further on is told': sql`
    select e.amendment_id as id from plan_editions e where e.amendment_id is not null and not exists (
      select from pgboss.job j where j.name = 'plan.amended.ask-again' and j.data->>'subjectId' = e.plan_id::text)`,
};

/** Sentences for everything that does not agree; empty where all does. The kept figures are those that a recount gives. */
export async function fieldDisagreementsIn(db: Db): Promise<string[]> {
  const found: string[] = [];
  for (const [sentence, statement] of Object.entries(disagreements)) {
    const { rows } = await statement.execute(db);
    if (rows.length > 0) found.push(`${sentence}: ${rows.map((row) => row.id).join(', ')}`);
  }
  for (const planId of await sentPlans(db))
    for (const { nodeId, lineId } of await differencesOf(db, planId))
      found.push(`figures of ${planId} that are not those of its rows: ${nodeId} ${lineId}`);
  return found;
}

const sentPlans = async (db: Db): Promise<string[]> =>
  (await sql<{ id: string }>`select distinct plan_id as id from addressees`.execute(db)).rows.map((row) => row.id);

/** Jobs of amendments that have not come yet. */
export const waitingFollowers = async (db: Db): Promise<number> =>
  Number(
    (
      await sql<{ n: string }>`select count(*) as n from pgboss.job
        where name like 'plan.amended.%' and state in ('created', 'retry', 'active')`.execute(db)
    ).rows[0]?.n ?? 0,
  );

/** What must hold once every job has come: answers are about the plan as it stands, and its progress is what a recount gives. */
export async function leftBehind(db: Db): Promise<string[]> {
  const stale = await sql<{ id: string }>`
    select k.line_id as id from asks k join plan_line_changes c on c.plan_id = k.plan_id and c.line_id = k.line_id and c.edition > k.edition
     where k.state in ('loose', 'adopted', 'not-ours', 'wants-change')`.execute(db);
  const found = stale.rows.map(({ id }) => `an answer about a line as it stood before: ${id}`);
  for (const planId of await sentPlans(db)) {
    const before = await progressOf(db, planId);
    await db.transaction().execute((tx) => recountPlan(tx, planId));
    if (JSON.stringify(before) !== JSON.stringify(await progressOf(db, planId)))
      found.push(`progress of ${planId} that is not what a recount gives`);
  }
  return found;
}

const progressOf = async (db: Db, planId: string) =>
  (
    await sql<{ line_id: string; total: number; done: number; late_from: string | null }>`
      select line_id, total, done, late_from from activity_progress where plan_id = ${planId} order by line_id`.execute(
      db,
    )
  ).rows;

export interface FieldFigures {
  asks: number;
  answers: number;
  evidence: number;
  amendments: number;
}

/** What the record tells of plans that these people sent down. */
export const fieldFigures = async (db: Db, title: string): Promise<FieldFigures> => {
  const { rows } = await sql<Record<keyof FieldFigures, string>>`
    with mine as (select id from plans where title like ${`${title}%`})
    select (select count(*) from asks where plan_id in (select id from mine)) as asks,
           (select count(*) from audit_records r join addressees a on a.id = r.subject_id
             where r.event = 'addressee.answered' and a.plan_id in (select id from mine)) as answers,
           (select count(*) from evidence where plan_id in (select id from mine)) as evidence,
           (select count(*) from plan_editions where amendment_id is not null and plan_id in (select id from mine)) as amendments`.execute(
    db,
  );
  const [row] = rows;
  const figure = (name: keyof FieldFigures) => Number(row?.[name] ?? 0);
  return {
    asks: figure('asks'),
    answers: figure('answers'),
    evidence: figure('evidence'),
    amendments: figure('amendments'),
  };
};
