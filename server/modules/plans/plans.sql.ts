import { type Selectable, sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import type { Plans } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

type PlanRow = Omit<Selectable<Plans>, 'tsv'>;

export type { PlanRow };

/** Where the reader may see plans, and where also those that were not submitted yet. */
export interface PlanReach {
  plans: Reach;
  drafts: Reach;
}

const columns = [
  'p.id',
  'p.unit_id',
  'p.path',
  'p.kind',
  'p.title',
  'p.period_kind',
  'p.period_from',
  'p.period_to',
  'p.state',
  'p.upper_body',
  'p.issuing_body',
  'p.number',
  'p.symbol',
  'p.place',
  'p.issued_on',
  'p.opening',
  'p.closing',
  'p.budget_source',
  'p.budget_amount_vnd',
  'p.signer_mode',
  'p.signer_on_behalf',
  'p.signer_position',
  'p.signer_name',
  'p.signer_person_id',
  'p.source_document_id',
  'p.parent_plan_id',
  'p.parent_line_id',
  'p.edition',
  'p.amends_id',
  'p.amend_reason',
  'p.follows_id',
  'p.recall_reason',
  'p.recall_ref',
  'p.recalled_on',
  'p.lead_person_id',
  'p.signed_file_id',
  'p.drafted_by',
  'p.due_on',
  'p.submitted_at',
  'p.signed_at',
  'p.signed_hash',
  'p.returned_reason',
  'p.returned_at',
  'p.version',
  'p.created_at',
  'p.updated_at',
] as const;

const summaryColumns = [
  'p.id',
  'p.unit_id',
  'p.path',
  'p.kind',
  'p.title',
  'p.period_kind',
  'p.period_from',
  'p.period_to',
  'p.state',
  'p.number',
  'p.symbol',
  'p.issued_on',
  'p.due_on',
  'p.amends_id',
  'p.updated_at',
] as const;

/** Steps that still stand: those since the plan was last submitted, returned or withdrawn; opinions once asked stay asked. */
const taken = sql<string[]>`coalesce((select array_agg(s.step) from plan_steps s
  where s.plan_id = p.id and (s.step = 'consultation' or s.seq > coalesce((select max(r.seq) from plan_steps r
    where r.plan_id = p.id and r.step in ('submission', 'return', 'withdrawal')), 0))), '{}')`;
/** Steps the unit wants before a signature. */
const wanted = sql<
  string[]
>`coalesce((select us.signing_steps from unit_settings us where us.unit_id = p.unit_id), '{}')`;

const visible = (reach: PlanReach) => {
  const path = sql.ref<string>('p.path');
  return sql<boolean>`(${inReach(path, reach.plans)} and (p.state not in ('draft', 'consulting') or ${inReach(path, reach.drafts)}))`;
};

/** Also what was sent to a unit in reach is read, once it is issued, with what amends it: as outsiders read it. Lists stay with the plans of one's own tree. */
const sentHere = (reach: PlanReach) =>
  sql<boolean>`(p.state in ('issued', 'closed', 'recalled') and exists (select from addressees a
    where a.plan_id = coalesce(p.amends_id, p.id) and ${inReach(sql.ref<string>('a.path'), reach.plans)}))`;

export interface PlanFilter {
  unitId?: string | undefined;
  state?: PlanRow['state'] | undefined;
  kind?: PlanRow['kind'] | undefined;
  year?: number | undefined;
  q?: string | undefined;
  after?: { updatedAt: string; id: string } | undefined;
  limit: number;
}

const summaries = (db: Db) =>
  db
    .selectFrom('plans as p')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .leftJoin('people as l', 'l.id', 'p.lead_person_id')
    .select(summaryColumns)
    .select(['u.name as unit_name', 'u.closed_on as unit_closed_on', 'l.name as lead_name'])
    .select([taken.as('taken'), wanted.as('wanted')])
    .select(sql<string>`to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('cursor_at'));

export const listPlans = (db: Db, reach: PlanReach, filter: PlanFilter) =>
  summaries(db)
    .where(visible(reach))
    .$if(!!filter.unitId, (q) => q.where('p.unit_id', '=', filter.unitId!))
    .$if(!!filter.state, (q) => q.where('p.state', '=', filter.state!))
    .$if(!!filter.kind, (q) => q.where('p.kind', '=', filter.kind!))
    .$if(!!filter.year, (q) => q.where('p.period_from', '<=', filter.year!).where('p.period_to', '>=', filter.year!))
    .$if(!!filter.q, (q) => q.where(sql<boolean>`p.tsv @@ vn_query(${filter.q!})`))
    .$if(!!filter.after, (q) =>
      q.where(
        sql<boolean>`(p.updated_at, p.id) < (${filter.after!.updatedAt}::timestamptz, ${filter.after!.id}::uuid)`,
      ),
    )
    .orderBy('p.updated_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(sql.lit(filter.limit + 1))
    .execute();

/** Plans under way in the caller's own units: what home is made of. */
export const plansUnderWay = (db: Db, own: Reach) =>
  summaries(db)
    .where((eb) => inReach(eb.ref('p.path'), own))
    .where('p.state', 'in', ['draft', 'consulting', 'submitted', 'signed'])
    .orderBy('p.updated_at', 'desc')
    .limit(sql.lit(100))
    .execute();

const whole = (db: Db) =>
  db
    .selectFrom('plans as p')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .leftJoin('people as l', 'l.id', 'p.lead_person_id')
    .leftJoin('documents as d', 'd.id', 'p.source_document_id')
    .leftJoin('plans as up', 'up.id', 'p.parent_plan_id')
    .leftJoin('plan_lines as ul', 'ul.id', 'p.parent_line_id')
    .select(columns)
    .select([
      'u.name as unit_name',
      'u.closed_on as unit_closed_on',
      'l.name as lead_name',
      'd.title as source_title',
      'd.path as source_path',
      'up.title as parent_title',
      'up.path as parent_path',
      'ul.text as parent_text',
      taken.as('taken'),
      wanted.as('wanted'),
    ]);

export type WholePlanRow = NonNullable<Awaited<ReturnType<typeof findPlan>>>;

export const findPlan = (db: Db, reach: PlanReach, id: string) =>
  whole(db)
    .where('p.id', '=', id)
    .where(sql<boolean>`(${visible(reach)} or ${sentHere(reach)})`)
    .executeTakeFirst();

export const lockPlan = (tx: Tx, id: string) =>
  tx.selectFrom('plans').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

export interface NewPlan {
  id: string;
  unit_id: string;
  path: string;
  kind: PlanRow['kind'];
  title: string;
  period_kind: PlanRow['period_kind'];
  period_from: number;
  period_to: number;
  upper_body: string | null;
  issuing_body: string;
  symbol: string;
  place: string;
  opening: string | null;
  closing: string | null;
  budget_source: string | null;
  signer_mode: string | null;
  signer_position: string | null;
  signer_name: string | null;
  source_document_id: string | null;
  lead_person_id: string | null;
  drafted_by: string;
  budget_amount_vnd?: number | null;
  amends_id?: string;
  amend_reason?: string | null;
  follows_id?: string;
  parent_plan_id?: string | null;
  parent_line_id?: string | null;
}

/** Undefined where a plan with this id is there already. */
export const insertPlan = (tx: Tx, row: NewPlan) =>
  tx
    .insertInto('plans')
    .values({ ...row, tsv: searchText(row.title, null, row.symbol, row.issuing_body) })
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();

const searchText = (title: string, number: string | null, symbol: string, body: string) =>
  sql<string>`vn_words(${[title, number && `${number}/${symbol}`, number, symbol, body].filter(Boolean).join(' ')})`;

export type PlanChange = Partial<Omit<PlanRow, 'id' | 'unit_id' | 'path' | 'version' | 'created_at' | 'updated_at'>>;

/** Changes a plan that the caller has locked, and keeps its search text in step. */
export const updatePlan = (tx: Tx, before: WholePlanRow, set: PlanChange) => {
  const after = { ...before, ...set };
  return tx
    .updateTable('plans')
    .set({
      ...set,
      version: sql`version + 1`,
      updated_at: sql`now()`,
      tsv: searchText(after.title, after.number, after.symbol, after.issuing_body),
    })
    .where('id', '=', before.id)
    .execute();
};

export const touchPlan = (tx: Tx, id: string) =>
  tx.updateTable('plans').set({ updated_at: sql`now()` }).where('id', '=', id).execute();

export const deletePlan = (tx: Tx, id: string) => tx.deleteFrom('plans').where('id', '=', id).execute();

export const findPlanByNumber = (db: Db, unitId: string, number: string, year: number) =>
  db
    .selectFrom('plans')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('number', '=', number)
    .where(sql<boolean>`extract(year from issued_on) = ${year}`)
    .executeTakeFirst();

/** The issued plan that a printed reference means: numbers begin anew each year, so the day decides where it is known. */
export const findIssuedPlan = (
  db: Db,
  of: { unitId: string; number: string; symbol: string; issuedOn: string | null },
) =>
  db
    .selectFrom('plans')
    .select('id')
    .where('unit_id', '=', of.unitId)
    .where('number', '=', of.number)
    .where('symbol', '=', of.symbol)
    .where('state', 'in', ['issued', 'closed'])
    .$if(of.issuedOn !== null, (q) => q.where('issued_on', '=', of.issuedOn!))
    .orderBy('issued_on', 'desc')
    .limit(sql.lit(1))
    .executeTakeFirst();
