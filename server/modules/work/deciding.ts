import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import type * as c from './evidence.contract.ts';
import { type EvidenceAct, type EvidenceRow, evidenceDecided } from './evidence.contract.ts';
import * as sql from './evidence.sql.ts';
import { shownById } from './evidence.ts';
import { lockLines } from './recount.sql.ts';
import { recountLines } from './recount.ts';
import { actsOnEvidence, shownEvidence } from './shown-evidence.ts';
import { tellRecorder } from './told.ts';

export const confirmEvidence = (tx: Tx, actor: Actor, given: InputOf<typeof c.confirmEvidence>): Promise<EvidenceRow> =>
  decide(tx, actor, given, 'confirm', null);

export const refuseEvidence = (tx: Tx, actor: Actor, given: InputOf<typeof c.refuseEvidence>): Promise<EvidenceRow> =>
  decide(tx, actor, given, 'refuse', given.reason);

export const withdrawEvidence = (
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.withdrawEvidence>,
): Promise<EvidenceRow> => decide(tx, actor, given, 'withdraw', given.reason || null);

const outcome = { confirm: 'confirmed', refuse: 'refused', withdraw: 'withdrawn' } as const;

async function decide(
  tx: Tx,
  actor: Actor,
  given: { evidenceId: string; version: number },
  act: EvidenceAct,
  reason: string | null,
): Promise<EvidenceRow> {
  const before = await load(tx, actor, given, act);
  const decision = { state: outcome[act], reason, decided_by: actor.person.id, at: actor.now };
  await recountLines(tx, await sql.decide(tx, before.id, decision));
  const shown = await shownById(tx, actor, before.id);
  const told = ({ can: _, ...row }: EvidenceRow) => row;
  const subject = { id: before.id, unitId: before.unit_id, path: before.path };
  const [was] = await shownEvidence(tx, actor, [before]);
  await record(
    tx,
    actor,
    evidenceDecided({ subject, before: told(was!), after: told(shown), ...(reason && { reason }) }),
  );
  if (act === 'refuse') await tellRecorder(tx, actor, shown, before.recorded_by);
  return shown;
}

/** 404 unseen, 403 not theirs to decide, 409 decided by somebody else meanwhile (with the piece as it is now). */
async function load(
  tx: Tx,
  actor: Actor,
  given: { evidenceId: string; version: number },
  act: EvidenceAct,
): Promise<sql.EvidenceRecord> {
  const found = (await sql.findEvidence(tx, actor.reach('plans.read'), given.evidenceId)) ?? fail('not-found');
  // The line first, then the one above, then the piece: in the same order as recording, so that nobody waits for each other.
  await lockLines(tx, [found.line_id]);
  const above = await sql.linesFollowing(tx, found.id);
  if (above.length > 0) await lockLines(tx, above);
  await sql.lockEvidence(tx, found.id);
  const row = (await sql.findEvidence(tx, actor.reach('plans.read'), found.id)) ?? fail('not-found');
  if (actsOnEvidence(actor, row).includes(act) && row.version === given.version) return row;
  const fresh = { ...row, state: 'recorded', counted: false, plan_state: 'issued', follows_id: null };
  if (!actsOnEvidence(actor, fresh).includes(act)) fail('forbidden');
  return fail('work.wrong-state', {}, { current: await shownById(tx, actor, row.id) });
}
