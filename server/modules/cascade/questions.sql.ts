import { sql } from 'kysely';
import type { Db, Tx } from '#platform/tx.ts';

export interface QuestionRow {
  id: string;
  lineId: string | null;
  unitName: string;
  text: string;
  personName: string | null;
  at: Date;
  answerId: string | null;
}

/** What waits comes first, the oldest first. */
export const listQuestions = async (db: Db, planId: string): Promise<QuestionRow[]> =>
  (
    await sql<QuestionRow>`
      select q.id, q.line_id as "lineId", u.name as "unitName", q.text, p.name as "personName", q.at, q.answer_id as "answerId"
      from plan_questions q join units u on u.id = q.unit_id left join people p on p.id = q.person_id
      where q.plan_id = ${planId} order by (q.answer_id is not null), q.at, q.id`.execute(db)
  ).rows;

export interface AnswerRow {
  id: string;
  planId: string;
  lineId: string | null;
  question: string;
  answer: string;
  personName: string;
  at: Date;
  version: number;
}

const answerColumns = sql`a.id, a.plan_id as "planId", a.line_id as "lineId", a.question, a.answer, p.name as "personName", a.at,
  a.version from plan_answers a join people p on p.id = a.person_id`;

export const listAnswers = async (db: Db, planId: string): Promise<AnswerRow[]> =>
  (await sql<AnswerRow>`select ${answerColumns} where a.plan_id = ${planId} order by a.at, a.id`.execute(db)).rows;

export const findAnswer = async (db: Db, id: string): Promise<AnswerRow | undefined> =>
  (await sql<AnswerRow>`select ${answerColumns} where a.id = ${id}`.execute(db)).rows[0];

export const insertAnswer = (
  tx: Tx,
  row: {
    id: string;
    plan_id: string;
    line_id: string | null;
    question: string;
    answer: string;
    person_id: string;
    at: Date;
  },
) => tx.insertInto('plan_answers').values(row).execute();

export const updateAnswer = (tx: Tx, id: string, answer: string) =>
  tx.updateTable('plan_answers').set({ answer, version: sql`version + 1` }).where('id', '=', id).execute();

/** How many of these questions are the plan's. */
export const countQuestions = async (db: Db, planId: string, ids: readonly string[]): Promise<number> =>
  (
    await sql<{ n: number }>`select count(*)::int as n from plan_questions
      where plan_id = ${planId} and id = any(${sql.val([...ids])}::uuid[])`.execute(db)
  ).rows[0]?.n ?? 0;

/** Joins questions that wait to an answer; those that were answered before keep theirs. */
export const joinQuestions = (tx: Tx, answerId: string, ids: readonly string[]) =>
  sql`update plan_questions set answer_id = ${answerId}
    where id = any(${sql.val([...ids])}::uuid[]) and answer_id is null`.execute(tx);

export interface Asker {
  unitId: string;
  unitName: string;
  path: string;
  /** Who of the unit asked, where they had an account. */
  personIds: string[];
}

/** Units whose question an answer is to. */
export const listAskers = async (db: Db, answerId: string): Promise<Asker[]> =>
  (
    await sql<Asker>`
      select q.unit_id as "unitId", u.name as "unitName", u.path,
        coalesce(array_agg(distinct q.person_id) filter (where q.person_id is not null), '{}') as "personIds"
      from plan_questions q join units u on u.id = q.unit_id where q.answer_id = ${answerId} group by 1, 2, 3 order by 3`.execute(
      db,
    )
  ).rows;
