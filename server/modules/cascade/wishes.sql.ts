import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#platform/tx.ts';
import type { AskState } from './cascade.contract.ts';
import { countAsks } from './counters.sql.ts';

export interface WishRow {
  unitId: string;
  unitName: string;
  lineId: string;
  reason: string;
  decision: 'accepted' | 'declined' | null;
  decisionNote: string | null;
  at: Date;
  /** The same to the microsecond, for the place of the next page. */
  place: string;
  version: number;
}

export interface WishPlace {
  decided: boolean;
  at: string;
  unitId: string;
  lineId: string;
}

/** What waits first, the oldest first; then what was decided, in the order in which it was. */
export const listWishes = async (
  db: Db,
  planId: string,
  after: WishPlace | undefined,
  limit: number,
): Promise<WishRow[]> => {
  const part = (decided: boolean, at: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql`
    select k.unit_id, k.line_id, k.reason, k.decision, k.decision_note, k.version, ${sql.lit(decided)} as decided, ${at} as at
    from asks k join addressees a on a.id = k.addressee_id and a.passed_to is null
    where k.plan_id = ${planId} and ${where}`;
  const place = after
    ? sql`where (w.decided, w.at, w.unit_id, w.line_id)
        > (${after.decided}::boolean, ${after.at}::timestamptz, ${after.unitId}::uuid, ${after.lineId}::uuid)`
    : sql``;
  const { rows } = await sql<WishRow>`
    select w.unit_id as "unitId", u.name as "unitName", w.line_id as "lineId", coalesce(w.reason, '') as reason, w.decision,
      w.decision_note as "decisionNote", w.at, w.version,
      to_char(w.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
    from (${part(false, sql`coalesce(k.answered_at, a.sent_at)`, sql`k.state = 'wants-change' and k.decision is null`)}
      union all ${part(true, sql`k.decided_at`, sql`k.decision is not null`)}) w
    join units u on u.id = w.unit_id ${place}
    order by w.decided, w.at, w.unit_id, w.line_id limit ${sql.lit(limit)}`.execute(db);
  return rows;
};

export interface Wish {
  addresseeId: string;
  path: string;
  unitName: string;
  state: AskState;
  reason: string | null;
  decision: 'accepted' | 'declined' | null;
  decisionNote: string | null;
  answeredBy: string | null;
  version: number;
}

export const findWish = async (
  db: Db,
  of: { planId: string; unitId: string; lineId: string },
): Promise<Wish | undefined> =>
  (
    await sql<Wish>`
      select k.addressee_id as "addresseeId", a.path, u.name as "unitName", k.state, k.reason, k.decision,
        k.decision_note as "decisionNote", k.answered_by as "answeredBy", k.version
      from asks k join addressees a on a.id = k.addressee_id join units u on u.id = k.unit_id
      where k.plan_id = ${of.planId} and k.unit_id = ${of.unitId} and k.line_id = ${of.lineId}`.execute(db)
  ).rows[0];

/** Decides in one statement with the figures; the wish itself stays readable beside the decision. */
export const writeDecision = (
  tx: Tx,
  of: { planId: string; unitId: string; lineId: string },
  to: { state: AskState; decision: string; note: string | null; personId: string; at: Date },
) =>
  countAsks(
    tx,
    of.planId,
    sql`update asks set state = ${to.state}, decision = ${to.decision}, decision_note = ${to.note},
        decided_by = ${to.personId}::uuid, decided_at = ${to.at}, version = version + 1
      where plan_id = ${of.planId} and unit_id = ${of.unitId} and line_id = ${of.lineId}
      returning unit_id, line_id, 'wants-change'::text as from_state, state as to_state`,
  );
