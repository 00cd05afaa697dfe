import { sql } from 'kysely';
import type { Db, Tx } from '#platform/tx.ts';
import type { LineAmendment } from './amended-content.ts';
import type { NewTarget } from './lines.sql.ts';
import type { PlanLine } from './plans.contract.ts';

const openStates = ['draft', 'consulting', 'submitted', 'signed'] as const;

/** The amendment that is on its way to the signature, if any. */
export const openAmendment = (db: Db, planId: string): Promise<{ id: string } | undefined> =>
  db
    .selectFrom('plans')
    .select('id')
    .where('amends_id', '=', planId)
    .where('state', 'in', [...openStates])
    .executeTakeFirst();

const counted = (change: LineAmendment['change']) =>
  sql<number>`(select count(*)::int from plan_line_changes c
    where c.plan_id = e.plan_id and c.edition = e.n and c.change = ${change})`;

export const listEditions = (db: Db, planId: string) =>
  db
    .selectFrom('plan_editions as e')
    .innerJoin('people as p', 'p.id', 'e.person_id')
    .select(['e.n', 'e.amendment_id', 'e.version_n', 'e.number', 'e.symbol', 'e.issued_on', 'e.reason', 'e.at'])
    .select(['p.name as person_name'])
    .select([counted('added').as('added'), counted('changed').as('changed'), counted('removed').as('removed')])
    .where('e.plan_id', '=', planId)
    .orderBy('e.n', 'desc')
    .execute();

export const editionOf = (db: Db, amendmentId: string) =>
  db.selectFrom('plan_editions').select(['plan_id', 'n']).where('amendment_id', '=', amendmentId).executeTakeFirst();

/** The frozen version that holds an edition; the first one is the plan as it was issued, also before it is written down. */
export async function versionOfEdition(db: Db, planId: string, n: number): Promise<number | undefined> {
  const kept = await db
    .selectFrom('plan_editions')
    .select('version_n')
    .where('plan_id', '=', planId)
    .where('n', '=', n)
    .executeTakeFirst();
  if (kept || n !== 1) return kept?.version_n;
  const issued = await db
    .selectFrom('plan_versions')
    .select('n')
    .where('plan_id', '=', planId)
    .where('label', '=', 'issue')
    .orderBy('n')
    .limit(sql.lit(1))
    .executeTakeFirst();
  return issued?.n;
}

/** Writes down the plan as first issued, once. */
export const writeFirstEdition = (tx: Tx, planId: string) =>
  sql`insert into plan_editions (plan_id, n, version_n, number, symbol, issued_on, person_id, at)
    select p.id, 1, s.version_n, p.number, p.symbol, p.issued_on, s.person_id, s.at
    from plans p join plan_steps s on s.plan_id = p.id and s.step = 'issue'
    where p.id = ${planId} order by s.seq desc limit 1
    on conflict (plan_id, n) do nothing`.execute(tx);

export const insertEdition = (
  tx: Tx,
  row: {
    plan_id: string;
    n: number;
    amendment_id: string;
    version_n: number;
    number: string | null;
    symbol: string;
    issued_on: string;
    reason: string | null;
    person_id: string;
    at: Date;
  },
) => tx.insertInto('plan_editions').values(row).execute();

export const insertLineChanges = (tx: Tx, planId: string, edition: number, changes: readonly LineAmendment[]) =>
  sql`insert into plan_line_changes (plan_id, edition, line_id, change, before, after)
    select ${planId}, ${edition}, c."lineId", c.change, nullif(c.before, 'null'), nullif(c.after, 'null')
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      as c("lineId" uuid, change text, before jsonb, after jsonb)`.execute(tx);

/** Lines of an edition come into the plan: those that are there are written over, new ones stand where they were placed. */
export const putLines = (tx: Tx, planId: string, lines: readonly PlanLine[], personId: string) =>
  sql`insert into plan_lines (id, plan_id, part, parent_id, position, text, detail, origin, trace, updated_by)
    select l.id, ${planId}, l.part, l."parentId", l.position, l.text, l.detail, l.origin, nullif(l.trace, 'null'), ${personId}
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as l(id uuid, part text, "parentId" uuid, position float8, text text, detail jsonb, origin text, trace jsonb)
    on conflict (id) do update set part = excluded.part, parent_id = excluded.parent_id, text = excluded.text,
      detail = excluded.detail, updated_by = excluded.updated_by, updated_at = now(), version = plan_lines.version + 1`.execute(
    tx,
  );

/** Where the lines stand among each other; a move alone is no new version of a line. */
export const placeLines = (tx: Tx, planId: string, lines: readonly PlanLine[]) =>
  sql`update plan_lines l set position = w.position
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as w(id uuid, position float8)
    where l.id = w.id and l.plan_id = ${planId} and l.position is distinct from w.position`.execute(tx);

/** Money as an edition has it; the change of the plan itself is told by its next step. */
export const putBudget = (
  tx: Tx,
  planId: string,
  { budgetSource, budgetAmountVnd }: { budgetSource: string | null; budgetAmountVnd: number | null },
) =>
  tx
    .updateTable('plans')
    .set({ budget_source: budgetSource, budget_amount_vnd: budgetAmountVnd })
    .where('id', '=', planId)
    .execute();

/** Lines that an edition takes out; they and their targets stay for those who answered. */
export async function removeLines(tx: Tx, planId: string, edition: number, lineIds: readonly string[]): Promise<void> {
  if (lineIds.length === 0) return;
  const ids = sql`any(${[...lineIds]}::uuid[])`;
  await sql`update plan_targets set removed_in = ${edition}
    where plan_id = ${planId} and removed_in is null and line_id = ${ids}`.execute(tx);
  await sql`update plan_lines set removed_in = ${edition}, updated_at = now(), version = version + 1
    where plan_id = ${planId} and removed_in is null and id = ${ids}`.execute(tx);
}

/** The targets of changed lines: kept by id where they are the same, the others are out with this edition. */
export async function putTargets(
  tx: Tx,
  planId: string,
  edition: number,
  lineIds: readonly string[],
  targets: readonly NewTarget[],
): Promise<void> {
  await sql`update plan_targets set removed_in = ${edition} where plan_id = ${planId} and removed_in is null
    and line_id = any(${[...lineIds]}::uuid[]) and id <> all(${targets.map((t) => t.id)}::uuid[])`.execute(tx);
  if (targets.length === 0) return;
  await tx
    .insertInto('plan_targets')
    .values([...targets])
    .onConflict((c) =>
      c.column('id').doUpdateSet((eb) => ({
        line_id: eb.ref('excluded.line_id'),
        product: eb.ref('excluded.product'),
        counts: eb.ref('excluded.counts'),
        moment: eb.ref('excluded.moment'),
        months: eb.ref('excluded.months'),
        total: eb.ref('excluded.total'),
        position: eb.ref('excluded.position'),
        removed_in: null,
      })),
    )
    .execute();
}
