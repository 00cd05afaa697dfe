import { sql } from 'kysely';
import type { Db, Tx } from '#platform/tx.ts';

/** Plans that went to any unit which a change touched, or to one below it: their figures are counted along other ways now. */
export const plansTouchedBy = async (db: Db, changeId: string): Promise<string[]> => {
  const { rows } = await sql<{ plan_id: string }>`
    select distinct a.plan_id
      from unit_changes c
      join units t on t.id = any(c.unit_ids)
      join addressees a on a.path >= t.path and a.path < left(t.path, -1) || '/' collate "C"
     where c.id = ${changeId} order by a.plan_id`.execute(db);
  return rows.map((row) => row.plan_id);
};

export interface Passing {
  oldId: string;
  fromName: string;
  toId: string;
  toName: string;
  toPath: string;
  /** Where the successor has the plan already. */
  newId: string | null;
}

/** What a plan asked of units that have ended goes to their main successors, and on to theirs where those have ended too, as long as the plan runs. */
export const passings = async (db: Db, changeId: string, planId: string): Promise<Passing[]> =>
  (
    await sql<Passing>`
      select a.id as "oldId", f.name as "fromName", t.id as "toId", t.name as "toName", t.path as "toPath", n.id as "newId"
        from unit_successions s
        join units f on f.id = s.from_id and f.closed_on is not null
        join units m on m.id = s.to_id
        join units t on t.id = case when m.closed_on is null then m.id else f.successor_id end and t.closed_on is null
        join addressees a on a.unit_id = f.id and a.plan_id = ${planId} and a.passed_to is null
        join plans p on p.id = a.plan_id and p.state = 'issued' and p.unit_id <> t.id
        left join addressees n on n.plan_id = a.plan_id and n.unit_id = t.id
       where s.change_id = ${changeId} and s.main
       order by t.id, (a.opened_at is null), f.path`.execute(db)
  ).rows;

/** A successor that had not got the plan stands in for the unit that ended. */
export const standIn = (tx: Tx, oldId: string, to: { id: string; unitId: string; path: string }) =>
  sql`insert into addressees (id, plan_id, dispatch_id, unit_id, path, mode, due_on, sent_at, opened_at, opened_by, answered_at, answered_by)
      select ${to.id}, plan_id, dispatch_id, ${to.unitId}, ${to.path}, mode, due_on, sent_at, opened_at, opened_by, answered_at, answered_by
        from addressees where id = ${oldId}`.execute(tx);

/** Lines that the successor lacks come over as they stood; of several that ended the most pressing one counts. */
export const passAsks = (tx: Tx, toId: string, oldIds: readonly string[]) =>
  sql`insert into asks (plan_id, unit_id, line_id, addressee_id, mode, state, due_on, team_id, person_id, owner_name, by_on, reason, decision,
        decision_note, decided_by, decided_at, edition, answered_by, answered_via, answered_at)
      select distinct on (k.line_id) k.plan_id, n.unit_id, k.line_id, n.id, k.mode, k.state, k.due_on, k.team_id, k.person_id,
             k.owner_name, k.by_on, k.reason, k.decision, k.decision_note, k.decided_by, k.decided_at, k.edition, k.answered_by,
             k.answered_via, k.answered_at
        from asks k join addressees n on n.id = ${toId}
       where k.addressee_id = any(${oldIds}::uuid[])
       order by k.line_id, array_position(array['unanswered', 'changed', 'unopened', 'wants-change', 'loose', 'adopted', 'not-ours', 'known'], k.state)
      on conflict do nothing`.execute(tx);

export const markPassed = (tx: Tx, oldIds: readonly string[], toId: string) =>
  sql`update addressees set passed_to = ${toId}, version = version + 1 where id = any(${oldIds}::uuid[])`.execute(tx);

/** A change that was undone: units that stand again have their work back, and one that was made for it has none. */
export const takeBack = async (tx: Tx, changeId: string, planId: string): Promise<void> => {
  await sql`
    update addressees a set passed_to = null, version = a.version + 1
      from unit_successions s join units f on f.id = s.from_id and f.closed_on is null
     where s.change_id = ${changeId} and a.unit_id = f.id and a.plan_id = ${planId} and a.passed_to is not null`.execute(
    tx,
  );
  await sql`
    update addressees n set passed_to = o.id, version = n.version + 1
      from unit_successions s
      join units t on t.id = s.to_id and t.closed_on is not null
      join addressees o on o.unit_id = s.from_id and o.plan_id = ${planId} and o.passed_to is null
     where s.change_id = ${changeId} and n.unit_id = t.id and n.plan_id = ${planId} and n.passed_to is null`.execute(
    tx,
  );
};
