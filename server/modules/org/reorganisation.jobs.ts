import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { handle, onClock, onStart } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import type { ChangeInput } from './change-plan.ts';
import { settle } from './change-steps.ts';
import { failureOf } from './change-words.ts';
import { attempt } from './rehearsal.ts';
import * as contract from './reorganisation.contract.ts';
import * as sql from './reorganisation.sql.ts';
import { carry, followLater, tell } from './reorganisation.ts';
import { carryRows } from './unit-paths.sql.ts';

/**
 * Carries out what is planned for today or before, in the order in which it was planned; changes of one table together.
 * What the world no longer allows is marked with the reason, and the people are told.
 */
export async function carryOutDue(tx: Tx, now: Date): Promise<void> {
  const due = await sql.listDue(tx, dayOf(now));
  for (const group of Map.groupBy(due, (row) => row.batchId ?? row.id).values()) {
    const waiting = await stillPlanned(tx, group);
    if (waiting.length > 0) await carryOutGroup(tx, waiting, now);
  }
}

/** Held, and not carried out or withdrawn by somebody else meanwhile. */
async function stillPlanned(tx: Tx, rows: readonly sql.ChangeRow[]): Promise<sql.ChangeRow[]> {
  const planned: sql.ChangeRow[] = [];
  for (const row of rows) if ((await sql.lockChange(tx, row.id))?.state === 'planned') planned.push(row);
  return planned;
}

async function carryOutGroup(tx: Tx, rows: readonly sql.ChangeRow[], now: Date): Promise<void> {
  const author = { requestId: newId(), now, system: 'org.carry-out-changes' };
  let at = rows[0]!;
  try {
    await attempt(tx, async () => {
      for (const row of rows) {
        at = row;
        await carryOutOne(tx, author, row);
      }
    });
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    for (const row of rows) await failOne(tx, author, row, failure, at);
  }
}

type Author = { requestId: string; now: Date; system: string };

async function carryOutOne(tx: Tx, author: Author, row: sql.ChangeRow): Promise<void> {
  const { names: _, ...given } = row.input as ChangeInput & { names: unknown };
  const { plan, outcome } = await carry(tx, author, null, { ...given, id: row.id });
  await settle(tx, [outcome]);
  const done = {
    undo: JSON.stringify(outcome.undo),
    effects: JSON.stringify(outcome.effects),
    unit_ids: outcome.unitIds,
  };
  await sql.setDone(tx, row.id, { ...done, done_at: author.now });
  await sql.insertSuccessions(
    tx,
    outcome.successions.map((s) => ({ ...s, change_id: row.id })),
  );
  await tell(tx, author, contract.changeDone, eventRow(row), plan);
  await followLater(tx, outcome.touched, author.now);
}

const eventRow = (row: sql.ChangeRow) => ({
  id: row.id,
  unit_id: row.unitId,
  path: row.path,
  kind: row.kind,
  effective_on: row.effectiveOn,
  decision: row.decision,
});

/** Of a table nothing is carried out where one line cannot be: each says which. */
async function failOne(
  tx: Tx,
  author: Author,
  row: sql.ChangeRow,
  failure: NonNullable<ReturnType<typeof failureOf>>,
  cause: sql.ChangeRow,
): Promise<void> {
  await sql.setFailed(tx, row.id, failure);
  const { fromIds, to = [] } = row.input as ChangeInput;
  const parts = to.map((t) => ({ id: t.unitId ?? t.make?.id ?? '' }));
  const told = { from: fromIds.map((id) => ({ id })), parts };
  const event = (described: Parameters<typeof contract.changeDone>[0]) =>
    contract.changeFailed({
      ...described,
      before: null,
      after: { ...described.after!, reason: `${failure.code} ${cause.id === row.id ? '' : cause.id}`.trim() },
    });
  await tell(tx, author, event, eventRow(row), told);
}

export function reorganisationJobs(): void {
  handle<{ unitIds: string[] }>('org.carry-rows', (tx, { unitIds }) => carryRows(tx, unitIds));
  onClock('org.carry-out-changes', '2 0 * * *', (tx) => carryOutDue(tx, new Date()));
  // A server that stood still at midnight catches up.
  onStart('org.carry-out-changes-missed', (tx) => carryOutDue(tx, new Date()));
}
