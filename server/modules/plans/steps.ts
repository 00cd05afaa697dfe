import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { mustAmend } from './amend.ts';
import { countLines } from './lines.sql.ts';
import { loadPlan } from './load-plan.ts';
import { move, type Step } from './move.ts';
import type { Plan, PlanAct } from './plans.contract.ts';
import { getPlan } from './plans.ts';
import type * as s from './steps.contract.ts';
import { holdersOf, tellClerks, tellNext, tellPeople } from './told.ts';
import { latestVersion } from './versions.sql.ts';
import { contentOf, freeze, hashOf } from './versions.ts';

/** Lấy ý kiến: those who are named, or everybody who may give an opinion; drafting goes on meanwhile. */
export async function consult(tx: Tx, actor: Actor, given: InputOf<typeof s.consult>): Promise<Plan> {
  const before = await loadPlan(tx, actor, given.planId, 'consult', given.version);
  const may = await holdersOf(tx, actor, before.unit_id, 'plans.comment');
  // A notice that leads to a page somebody must not see helps nobody.
  if (given.personIds.some((id) => !may.includes(id)))
    fail('invalid', {}, { fields: { personIds: 'fields.cannot-comment' } });
  const { n } = await freeze(tx, actor, before.id, 'consultation');
  const plan = await move(tx, actor, before, {
    step: 'consultation',
    event: 'consulted',
    set: { state: 'consulting' },
    note: given.note,
    versionN: n,
  });
  const asked = given.personIds.length > 0 ? given.personIds : may;
  await tellPeople(tx, actor, plan, asked, { kind: 'plan.consulted', turn: n });
  return plan;
}

/** Trình: the content is frozen; every later signature is bound to exactly this version. */
export async function submitPlan(tx: Tx, actor: Actor, given: InputOf<typeof s.submitPlan>): Promise<Plan> {
  const before = await loadPlan(tx, actor, given.planId, 'submit', given.version);
  if ((await countLines(tx, before.id)) === 0) fail('plans.no-lines');
  await mustAmend(tx, actor, before);
  const { n } = await freeze(tx, actor, before.id, 'submission');
  const plan = await move(tx, actor, before, {
    step: 'submission',
    event: 'submitted',
    set: { state: 'submitted', submitted_at: actor.now, returned_reason: null, returned_at: null },
    note: given.note,
    versionN: n,
  });
  await tellNext(tx, actor, plan, n);
  return plan;
}

export async function withdrawPlan(tx: Tx, actor: Actor, given: InputOf<typeof s.withdrawPlan>): Promise<Plan> {
  const before = await loadPlan(tx, actor, given.planId, 'withdraw', given.version);
  return move(tx, actor, before, {
    step: 'withdrawal',
    event: 'withdrawn',
    set: { state: 'draft', submitted_at: null },
  });
}

const passStep =
  (act: PlanAct, step: string, event: Step['event']) =>
  async (tx: Tx, actor: Actor, given: { planId: string; version: number; note: string }): Promise<Plan> => {
    const before = await loadPlan(tx, actor, given.planId, act, given.version);
    const plan = await move(tx, actor, before, { step, event, note: given.note });
    await tellNext(tx, actor, plan, (await latestVersion(tx, plan.id))?.n ?? 0);
    return plan;
  };

export const initialPlan = passStep('initial', 'initials', 'initialled');
export const checkFormat = passStep('check-format', 'format-check', 'format-checked');

/** Back to the drafter, with the reason in words. */
export async function returnPlan(tx: Tx, actor: Actor, given: InputOf<typeof s.returnPlan>): Promise<Plan> {
  const before = await loadPlan(tx, actor, given.planId, 'return', given.version);
  if (given.reason === '') fail('plans.no-reason');
  const plan = await move(tx, actor, before, {
    step: 'return',
    event: 'returned',
    set: {
      state: 'draft',
      submitted_at: null,
      signed_at: null,
      signed_hash: null,
      signer_person_id: null,
      returned_reason: given.reason,
      returned_at: actor.now,
    },
    note: given.reason,
  });
  const told = { kind: 'plan.returned', turn: plan.version, params: { reason: given.reason } };
  await tellPeople(tx, actor, plan, [before.drafted_by, before.lead_person_id], told);
  return plan;
}

/** Ký: bound to the hash of the content that was submitted. */
export async function signPlan(tx: Tx, actor: Actor, given: InputOf<typeof s.signPlan>): Promise<Plan> {
  const before = await loadPlan(tx, actor, given.planId, 'sign', given.version);
  await mustAmend(tx, actor, before);
  const hash = hashOf(contentOf(await getPlan(tx, actor, { planId: before.id })));
  const submitted = await latestVersion(tx, before.id);
  if (!submitted || hash !== submitted.hash) return fail('plans.changed-since');
  const { mode, onBehalf, position, name } = given.signer;
  const plan = await move(tx, actor, before, {
    step: 'signature',
    event: 'signed',
    set: {
      state: 'signed',
      signed_at: actor.now,
      signed_hash: hash,
      signer_person_id: actor.person.id,
      signer_mode: mode,
      signer_on_behalf: onBehalf || null,
      signer_position: position || null,
      signer_name: name || actor.person.name,
    },
    versionN: submitted.n,
  });
  await tellClerks(tx, actor, plan, submitted.n);
  return plan;
}
