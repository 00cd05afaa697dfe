import { type Expression, type ExpressionBuilder, type Insertable, type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/actor.ts';
import type { ArticleAssignments, DB } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

type WithAssignments = DB & { s: ArticleAssignments };

/** What came of an assignment so far: texts begun, and those that the register has at a moment. */
const written = sql`(select count(*)::int from articles a where a.assignment_id = s.id and a.origin_id is null)`;
const reached = (moment: 'sent' | 'approved') => sql<number>`(select count(*)::int from articles a
  join outputs o on o.origin_kind = 'article' and o.origin_id = a.id
  where a.assignment_id = s.id and o.withdrawn_at is null and ${sql.ref(`o.${moment}_on`)} is not null)`;

/** True where the person was asked: by name, or as one of the team, by a post or a role there. */
const asked = (actor: Actor, day: string) =>
  sql<SqlBool>`(s.person_id = ${actor.person.id}::uuid or (s.person_id is null and (
    ${inReach(sql.ref<string>('t.path'), actor.reach('articles.write'))}
      and not ${inReach(sql.ref<string>('s.path'), actor.reach('articles.write'))}
    or exists (select from posts po where po.unit_id = s.team_id and po.person_id = ${actor.person.id}::uuid
      and po.valid_from <= ${day}::date and (po.valid_to is null or po.valid_to > ${day}::date)))))`;

const assignments = (db: Db, actor: Actor, day: string) =>
  db
    .selectFrom('article_assignments as s')
    .innerJoin('units as u', 'u.id', 's.unit_id')
    .leftJoin('units as t', 't.id', 's.team_id')
    .leftJoin('people as p', 'p.id', 's.person_id')
    .leftJoin('people as b', 'b.id', 's.created_by')
    .leftJoin('plan_lines as l', 'l.id', 's.line_id')
    .leftJoin('plans as pl', 'pl.id', 'l.plan_id')
    .leftJoin('plan_targets as pt', 'pt.id', 's.target_id')
    .leftJoin('series as se', 'se.id', 's.series_id')
    .selectAll('s')
    .select(['u.name as unit_name', 't.name as team_name', 't.path as team_path', 'p.name as person_name'])
    .select(['b.name as created_by_name', 'l.text as line_text', 'pl.id as plan_id', 'pl.title as plan_title'])
    .select(['pt.product as target_product', 'se.title as series_title'])
    .select([
      sql<number>`${written}`.as('begun'),
      reached('sent').as('sent'),
      reached('approved').as('approved'),
      asked(actor, day).as('asked'),
    ]);

const seen = (eb: ExpressionBuilder<WithAssignments, 's'>, actor: Actor, day: string): Expression<SqlBool> =>
  eb.or([
    inReach(eb.ref('s.path'), actor.reach('articles.read')),
    inReach(sql.ref<string>('t.path'), actor.reach('articles.read')),
    asked(actor, day),
  ]);

export type AssignmentRow = NonNullable<Awaited<ReturnType<typeof findAssignment>>>;

export const findAssignment = (db: Db, actor: Actor, day: string, id: string) =>
  assignments(db, actor, day)
    .where('s.id', '=', id)
    .where((eb) => seen(eb as never, actor, day))
    .executeTakeFirst();

export const lockAssignment = (tx: Tx, id: string) =>
  tx.selectFrom('article_assignments').select(['id', 'state']).where('id', '=', id).forUpdate().executeTakeFirst();

export const unitOf = async (db: Db, id: string): Promise<string | undefined> =>
  (await db.selectFrom('article_assignments').select('unit_id').where('id', '=', id).executeTakeFirst())?.unit_id;

export interface AssignmentFilter {
  scope: 'mine' | 'unit';
  unitId?: string | undefined;
  lineId?: string | undefined;
  state: string;
  after?: { day: string; id: string } | undefined;
  limit: number;
}

/** What has no due day stands last. */
const due = sql<string>`coalesce(s.due_on, date '9999-12-31')`;

export const listAssignments = (db: Db, actor: Actor, day: string, f: AssignmentFilter) =>
  assignments(db, actor, day)
    .select(sql<string>`${due}::text`.as('due'))
    .where((eb) => (f.scope === 'mine' ? asked(actor, day) : seen(eb as never, actor, day)))
    .$if(!!f.unitId, (q) => q.where((eb) => eb.or([eb('s.unit_id', '=', f.unitId!), eb('s.team_id', '=', f.unitId!)])))
    .$if(!!f.lineId, (q) => q.where('s.line_id', '=', f.lineId!))
    .$if(f.state !== 'any', (q) => q.where('s.state', '=', f.state))
    .$if(!!f.after, (q) => q.where(sql<boolean>`(${due}, s.id) > (${f.after!.day}::date, ${f.after!.id}::uuid)`))
    .orderBy(due)
    .orderBy('s.id')
    .limit(sql.lit(f.limit + 1))
    .execute();

export type NewAssignment = Insertable<ArticleAssignments>;
export type AssignmentFacts = Pick<
  NewAssignment,
  'team_id' | 'person_id' | 'kind' | 'title' | 'brief' | 'wanted' | 'due_on' | 'line_id' | 'target_id' | 'series_id'
>;

export const insertAssignment = async (tx: Tx, row: NewAssignment): Promise<boolean> =>
  (await tx
    .insertInto('article_assignments')
    .values(row)
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined;

export const updateAssignment = (
  tx: Tx,
  id: string,
  set: Partial<AssignmentFacts & { state: string; reason: string | null; reminded_on: string | null }>,
) =>
  tx
    .updateTable('article_assignments')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

/** Open or done by itself, with how many texts were approved for it; locked by the caller. */
export const standingOf = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('article_assignments as s')
    .select(['s.id', 's.unit_id', 's.path', 's.title', 's.state', 's.wanted', 's.created_by'])
    .select(reached('approved').as('approved'))
    .where(sql<boolean>`s.id = any(${[...ids]}::uuid[])`)
    .where('s.state', 'in', ['open', 'done'])
    .execute();

export const lockAssignments = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('article_assignments')
    .select('id')
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();

export const assignmentsOf = async (tx: Tx, articleIds: readonly string[]): Promise<string[]> =>
  (
    await tx
      .selectFrom('articles')
      .select('assignment_id')
      .distinct()
      .where(sql<boolean>`id = any(${[...articleIds]}::uuid[])`)
      .where('assignment_id', 'is not', null)
      .execute()
  ).flatMap((row) => row.assignment_id ?? []);

/** Teams and boards inside a unit. */
export const teamsOf = (db: Db, unitId: string) =>
  db
    .selectFrom('units')
    .select(['id', 'name', 'path'])
    .where('parent_id', '=', unitId)
    .where('kind', 'in', ['team', 'board'])
    .where('closed_on', 'is', null)
    .orderBy(sql`name collate vi`)
    .execute();

/** People who hold one of the roles at the unit or a team of it today. */
export const writersAt = (db: Db, unitId: string, roles: readonly string[], day: string) =>
  db
    .selectFrom('grants as g')
    .innerJoin('people as p', 'p.id', 'g.person_id')
    .innerJoin('units as u', 'u.id', 'g.unit_id')
    .select(['p.id', 'p.name'])
    .select(sql<string>`(array_agg(u.name order by length(u.path) desc))[1]`.as('unitName'))
    .where((eb) => eb.or([eb('u.id', '=', unitId), eb('u.parent_id', '=', unitId)]))
    .where((eb) => eb.or([eb('u.id', '=', unitId), eb('u.kind', 'in', ['team', 'board'])]))
    .where('g.role', 'in', [...roles])
    .where('g.valid_from', '<=', day)
    .where((eb) => eb.or([eb('g.valid_to', 'is', null), eb('g.valid_to', '>', day)]))
    .where('p.closed_on', 'is', null)
    .groupBy(['p.id', 'p.name'])
    .orderBy(sql`p.name collate vi`)
    .limit(sql.lit(500))
    .execute();

/** Whom to tell: the named person, else everybody with a post or a role in the team. */
export const askedPeople = async (
  db: Db,
  of: { team_id: string | null; person_id: string | null },
  day: string,
): Promise<string[]> =>
  of.person_id
    ? [of.person_id]
    : (
        await sql<{ id: string }>`
          select person_id as id from posts where unit_id = ${of.team_id}::uuid and person_id is not null
            and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)
          union select person_id from grants where unit_id = ${of.team_id}::uuid
            and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)`.execute(db)
      ).rows.map((row) => row.id);

export const reminderSteps = async (db: Db, day: string): Promise<number[]> =>
  (
    await db
      .selectFrom('assignment_reminder_rules')
      .select('step_days')
      .where('valid_from', '<=', day)
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
      .orderBy('step_days')
      .execute()
  ).map((row) => row.step_days);

/** Open assignments due on these days of which texts are missing and nobody heard today. */
export const dueOn = (tx: Tx, days: readonly string[], today: string) =>
  tx
    .selectFrom('article_assignments as s')
    .innerJoin('units as u', 'u.id', 's.unit_id')
    .select(['s.id', 's.unit_id', 's.path', 's.title', 's.wanted', 's.team_id', 's.person_id', 's.created_by'])
    .select(['u.name as unit_name', sql<string>`s.due_on::text`.as('due_on'), reached('sent').as('sent')])
    .where('s.state', '=', 'open')
    .where(sql<boolean>`s.due_on = any(${[...days]}::date[])`)
    .where(sql<boolean>`s.reminded_on is distinct from ${today}::date`)
    .where(sql<boolean>`s.wanted > ${reached('sent')}`)
    .orderBy('s.id')
    .limit(sql.lit(5000))
    .execute();

export const reminded = (tx: Tx, ids: readonly string[], today: string) =>
  tx
    .updateTable('article_assignments')
    .set({ reminded_on: today })
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
