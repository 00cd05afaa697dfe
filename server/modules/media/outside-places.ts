import { record } from '#modules/audit/audit.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { subjectOf } from './load-withdrawal.ts';
import { finishIfSettled } from './withdrawal-steps.ts';
import { stepSettled } from './withdrawals.contract.ts';
import * as sql from './withdrawals.sql.ts';

/** By when what a withdrawal asks for is to be carried out; undefined where there is no such withdrawal. */
export async function carryOutBy(db: Db, withdrawalId: string): Promise<string | undefined> {
  const row = await sql.findWithdrawal(db, withdrawalId);
  return row && (row.extended_to ?? row.carry_out_by);
}

/** For modules that know of places outside: one was cleared, or cannot be; every withdrawal that asked for it follows. */
export async function settlePlace(
  tx: Tx,
  author: Parameters<typeof record>[1],
  place: { kind: string; id: string },
  done: { state: 'done' | 'impossible'; note: string; by: string | null },
): Promise<void> {
  for (const step of await sql.lockOpenStepsOf(tx, place.kind, place.id)) {
    await sql.lockWithdrawal(tx, step.withdrawal_id);
    const row = await sql.findWithdrawal(tx, step.withdrawal_id);
    if (!row) continue;
    await sql.updateStep(tx, step.id, { state: done.state, note: done.note, done_at: author.now, done_by: done.by });
    const after = { place: step.place, state: done.state, note: done.note };
    await record(tx, author, stepSettled({ subject: subjectOf(row), before: { state: 'open' }, after }));
    await finishIfSettled(tx, author, row.id);
  }
}
