import { sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import { inReach, pathEnd } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';
import { addresseeStates } from './cascade.contract.ts';
import { columnOf } from './counters.sql.ts';

export interface SentFilter {
  unitId?: string | undefined;
  planId?: string | undefined;
  after?: { at: string; id: string } | undefined;
  limit: number;
  today: string;
}

interface SentPlan {
  planId: string;
  title: string;
  number: string | null;
  symbol: string;
  unitId: string;
  path: string;
  sentAt: Date;
}

/** Plans in force that went down, the one that went down last first. */
export const listSentPlans = async (db: Db, reach: Reach, { unitId, planId, after, limit }: SentFilter) => {
  const sentAt = sql`date_trunc('milliseconds', d.sent_at)`;
  const wheres = [
    inReach(sql.ref<string>('p.path'), reach),
    sql`p.state = 'issued' and p.amends_id is null`,
    ...(unitId ? [sql`p.unit_id = ${unitId}`] : []),
    ...(planId ? [sql`p.id = ${planId}`] : []),
    ...(after ? [sql`(${sentAt}, p.id) < (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
  ];
  const { rows } = await sql<SentPlan>`
    select p.id as "planId", p.title, p.number, p.symbol, p.unit_id as "unitId", p.path, ${sentAt} as "sentAt"
      from (select plan_id, min(sent_at) as sent_at from dispatches where ${inReach(sql.ref<string>('path'), reach)} group by 1) d
      join plans p on p.id = d.plan_id
     where ${sql.join(wheres, sql` and `)}
     order by ${sentAt} desc, p.id desc limit ${sql.lit(limit + 1)}`.execute(db);
  return rows;
};

export interface SentFigures {
  units: number;
  opened: number;
  answered: number;
  late: number;
  nextDue: string | null;
  openWishes: number;
  openQuestions: number;
}

const names = addresseeStates.map(columnOf);
const columns = sql.join(names.map((name) => sql.ref(`c.${name}`)));
const elsewhere = sql.join(
  addresseeStates.map((state) => sql`count(*) filter (where a.state = ${sql.lit(state)})::int`),
);
const counted = sql.join(names.map((name) => sql`sum(${sql.ref(name)})::int as ${sql.ref(name)}`));

/**
 * The figures of one plan: below its unit from what is kept, partners elsewhere counted as they are. Only those who owe
 * an answer are looked at for the days.
 */
export const sentFigures = async (db: Db, plan: SentPlan, today: string): Promise<SentFigures> => {
  const { planId, unitId, path } = plan;
  const { rows } = await sql<SentFigures>`
    with parts (${sql.join(names.map((name) => sql.ref(name)))}) as (
      select ${columns} from addressee_counts c where c.plan_id = ${planId} and c.node_id = ${unitId}
      union all
      select ${elsewhere} from addressees a
       where a.plan_id = ${planId} and a.passed_to is null and (a.path < ${path} or a.path >= ${pathEnd(path)})),
    whole as (select ${counted} from parts),
    owed as (
      select count(*) filter (where a.due_on < ${today}::date)::int as late,
             min(a.due_on) filter (where a.due_on >= ${today}::date) as "nextDue"
        from addressees a
       where a.plan_id = ${planId} and a.state in ('unopened', 'unanswered') and a.mode <> 'inform' and a.passed_to is null)
    select unopened + unanswered + wants_change + loose + done as units,
           unanswered + wants_change + loose + done as opened, wants_change + loose + done as answered, owed.*,
           (select count(*)::int from asks k where k.plan_id = ${planId} and k.state = 'wants-change' and k.decision is null) as "openWishes",
           (select count(*)::int from plan_questions q where q.plan_id = ${planId} and q.answer_id is null) as "openQuestions"
      from whole, owed`.execute(db);
  return rows[0]!;
};
