import { sql } from 'kysely';
import { newId } from '#lib/id.ts';
import type { AskState, SendMode } from '#modules/cascade/cascade.contract.ts';
import { recount } from '#modules/cascade/counters.sql.ts';
import { personIdOf, sampleId } from '../../../db/sample/sample.ts';
import type { TestDatabase } from './database.ts';

/** What one unit got: its lines with where each stands. */
export interface LaidReceiver {
  unit: string;
  mode?: SendMode;
  /** State of each line, in the order of the plan; null where the unit is not asked. */
  asks: (AskState | null)[];
  dueOn?: string;
}

export interface LaidPlan {
  planId: string;
  lineIds: string[];
  dispatchId: string;
  /** Addressee by key of the unit. */
  addressees: Record<string, string>;
}

const sender = { unit: 'so', email: 'lan.pham@so.songtra.example' };

/** An issued plan of the Sở with an area, an actor and lines below them, laid without its way to the signature. */
export async function issuedPlan(
  database: TestDatabase,
  lines: number,
  of: { unit: string; email: string; title?: string } = sender,
): Promise<Pick<LaidPlan, 'planId' | 'lineIds'>> {
  const planId = newId();
  const actorId = newId();
  const lineIds = Array.from({ length: lines }, () => newId());
  const title = of.title ?? 'Truyền thông về giáo dục năm 2026';
  await sql`insert into plans (id, unit_id, path, kind, title, period_kind, period_from, period_to, state, issuing_body, symbol,
      place, number, issued_on, drafted_by)
    select ${planId}::uuid, id, path, 'year', ${title}, 'calendarYear', 2026, 2026, 'issued', name, 'KH-SGDĐT', 'Sông Trà',
      (random() * 1000000)::int::text, date '2026-11-05', ${personIdOf(of.email)}::uuid
    from units where id = ${sampleId(of.unit)}`.execute(database.db);
  await sql`insert into plan_lines (id, plan_id, part, position, text, parent_id)
    select ${actorId}::uuid, ${planId}::uuid, 'actor', 1, 'Các trường', null::uuid
    union all select id, ${planId}::uuid, 'duty', n, 'Nội dung ' || n, ${actorId}::uuid
      from unnest(${lineIds}::uuid[]) with ordinality as l (id, n)`.execute(database.db);
  return { planId, lineIds };
}

/** A plan that went down and was partly answered, laid as rows; the figures are counted from them. */
export async function laidPlan(
  database: TestDatabase,
  lines: number,
  receivers: readonly LaidReceiver[],
): Promise<LaidPlan> {
  const { planId, lineIds } = await issuedPlan(database, lines);
  const dispatchId = newId();
  const addressees: Record<string, string> = {};
  await database.db.transaction().execute(async (tx) => {
    await sql`insert into dispatches (id, plan_id, unit_id, path, choice, sent_by, sent_at)
      select ${dispatchId}::uuid, ${planId}::uuid, id, path, '{"lines": [], "to": []}', ${personIdOf(sender.email)}::uuid,
        timestamptz '2026-11-06 01:00Z' from units where id = ${sampleId('so')}`.execute(tx);
    for (const receiver of receivers) {
      const id = newId();
      addressees[receiver.unit] = id;
      const asks = receiver.asks.flatMap((state, i) => (state ? [{ line_id: lineIds[i]!, state }] : []));
      await layReceiver(tx, { id, planId, dispatchId, receiver, asks });
    }
    await recount(tx, [planId]);
  });
  return { planId, lineIds, dispatchId, addressees };
}

const answered = (state: AskState) => ['loose', 'adopted', 'not-ours', 'wants-change', 'known'].includes(state);

async function layReceiver(
  tx: Parameters<Parameters<ReturnType<TestDatabase['db']['transaction']>['execute']>[0]>[0],
  of: {
    id: string;
    planId: string;
    dispatchId: string;
    receiver: LaidReceiver;
    asks: { line_id: string; state: AskState }[];
  },
): Promise<void> {
  const { receiver, asks } = of;
  const has = (...states: AskState[]) => asks.some((a) => states.includes(a.state));
  const state = has('unopened')
    ? 'unopened'
    : has('unanswered', 'changed')
      ? 'unanswered'
      : has('wants-change')
        ? 'wants-change'
        : has('loose')
          ? 'loose'
          : 'done';
  const opened = state === 'unopened' ? null : '2026-11-10T02:00:00Z';
  await sql`insert into addressees (id, plan_id, dispatch_id, unit_id, path, mode, due_on, state, asked, answered, sent_at, opened_at)
    select ${of.id}::uuid, ${of.planId}::uuid, ${of.dispatchId}::uuid, id, path, ${receiver.mode ?? 'assign'},
      ${receiver.dueOn ?? '2026-11-18'}::date, ${state}, ${asks.length}::int,
      ${asks.filter((a) => answered(a.state)).length}::int, timestamptz '2026-11-06 01:00Z', ${opened}::timestamptz
    from units where id = ${sampleId(receiver.unit)}`.execute(tx);
  await sql`insert into asks (plan_id, unit_id, line_id, addressee_id, mode, state, due_on, reason)
    select ${of.planId}::uuid, ${sampleId(receiver.unit)}::uuid, line_id, ${of.id}::uuid, ${receiver.mode ?? 'assign'}, state,
      ${receiver.dueOn ?? '2026-11-18'}::date, case when state = 'wants-change' then 'Xin giảm còn 02 bài' end
    from jsonb_to_recordset(${JSON.stringify(asks)}::jsonb) as x (line_id uuid, state text)`.execute(tx);
}
