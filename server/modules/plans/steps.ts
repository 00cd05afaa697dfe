import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import { type Right, type Role, roles } from '#lib/rights.ts';
import type { Actor } from '#platform/actor.ts';
import { takeUploaded } from '#platform/files/files.ts';
import type { Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { notify } from '../notices/notices.ts';
import { countLines } from './lines.sql.ts';
import type { Plan, PlanAct } from './plans.contract.ts';
import * as sql from './plans.sql.ts';
import { getPlan, loadPlan, planReach, shownPlan, subjectOf } from './plans.ts';
import type * as s from './steps.contract.ts';
import { planMoved } from './steps.contract.ts';
import * as stepSql from './steps.sql.ts';
import { latestHash } from './versions.sql.ts';
import { contentOf, freeze, hashOf } from './versions.ts';

type Moved = Parameters<typeof planMoved>[0];

interface Step {
  step: string;
  event: Moved;
  set?: sql.PlanChange;
  note?: string | null;
  versionN?: number | null;
}

/** One stop on the way: the row changes, the step is written, the record tells it, and whoever waits is told. */
async function move(tx: Tx, actor: Actor, before: sql.WholePlanRow, step: Step): Promise<Plan> {
  await sql.updatePlan(tx, before, step.set ?? {});
  await stepSql.insertStep(tx, {
    id: newId(actor.now.getTime()),
    plan_id: before.id,
    step: step.step,
    version_n: step.versionN ?? null,
    person_id: actor.person.id,
    note: step.note || null,
    at: actor.now.toISOString(),
  });
  const after = (await sql.findPlan(tx, planReach(actor), before.id)) ?? fail('not-found');
  const shown = shownPlan(actor, after);
  await record(
    tx,
    actor,
    planMoved(step.event)({
      subject: subjectOf(before),
      before: shownPlan(actor, before),
      after: shown,
      ...(step.note ? { reason: step.note } : {}),
    }),
  );
  return shown;
}

const rolesWith = (right: Right): Role[] =>
  (Object.keys(roles) as Role[]).filter(
    (role) => (roles[role] as readonly Right[]).includes(right) && role !== 'administrator',
  );

/** Tells those at the unit who can do the next act, except the one who just acted. */
async function tellHolders(tx: Tx, actor: Actor, plan: Plan, right: Right, kind: string): Promise<void> {
  const holders = await stepSql.holdersAt(tx, plan.unitId, rolesWith(right));
  await tellPeople(
    tx,
    actor,
    plan,
    holders.map((h) => h.person_id),
    kind,
  );
}

async function tellPeople(
  tx: Tx,
  actor: Actor,
  plan: Plan,
  personIds: readonly string[],
  kind: string,
  more: Record<string, string> = {},
): Promise<void> {
  const others = [...new Set(personIds)].filter((id) => id !== actor.person.id);
  await notify(tx, {
    personIds: others,
    kind,
    params: { title: plan.title, unit: plan.unitName, by: actor.person.name, ...more },
    link: `/app/ke-hoach/${plan.id}`,
    dedupeKey: `${kind}:${plan.id}:${plan.version}`,
  });
}

export async function consult(tx: Tx, actor: Actor, given: InputOf<typeof s.consult>): Promise<Plan> {
  const before = await loadPlan(tx, actor, given.planId, 'consult', given.version);
  const { n } = await freeze(tx, actor, before.id, 'consultation');
  const plan = await move(tx, actor, before, {
    step: 'consultation',
    event: 'consulted',
    set: { state: 'consulting' },
    note: given.note,
    versionN: n,
  });
  const asked =
    given.personIds.length > 0
      ? given.personIds
      : (await stepSql.holdersAt(tx, plan.unitId, rolesWith('plans.comment'))).map((h) => h.person_id);
  await tellPeople(tx, actor, plan, asked, 'plan.consulted');
  return plan;
}

/** Trình: the content is frozen; every later signature is bound to exactly this version. */
export async function submitPlan(tx: Tx, actor: Actor, given: InputOf<typeof s.submitPlan>): Promise<Plan> {
  const before = await loadPlan(tx, actor, given.planId, 'submit', given.version);
  if ((await countLines(tx, before.id)) === 0) fail('plans.no-lines');
  const { n } = await freeze(tx, actor, before.id, 'submission');
  const plan = await move(tx, actor, before, {
    step: 'submission',
    event: 'submitted',
    set: { state: 'submitted', submitted_at: actor.now, returned_reason: null, returned_at: null },
    note: given.note,
    versionN: n,
  });
  await tellNext(tx, actor, plan);
  return plan;
}

async function tellNext(tx: Tx, actor: Actor, plan: Plan): Promise<void> {
  const next: [string, Right, string][] = [
    ['initials', 'plans.initial', 'plan.waits-initials'],
    ['format-check', 'plans.check-format', 'plan.waits-format-check'],
  ];
  const waiting = next.filter(([step]) => plan.steps.some((s) => s.step === step && !s.done));
  for (const [, right, kind] of waiting) await tellHolders(tx, actor, plan, right, kind);
  if (waiting.length === 0) await tellHolders(tx, actor, plan, 'plans.sign', 'plan.waits-signature');
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
  (act: PlanAct, step: string, event: Moved) =>
  async (tx: Tx, actor: Actor, given: { planId: string; version: number; note: string }): Promise<Plan> => {
    const before = await loadPlan(tx, actor, given.planId, act, given.version);
    const plan = await move(tx, actor, before, { step, event, note: given.note });
    await tellNext(tx, actor, plan);
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
      returned_reason: given.reason,
      returned_at: actor.now,
    },
    note: given.reason,
  });
  await tellPeople(
    tx,
    actor,
    plan,
    [before.drafted_by, before.lead_person_id].filter((p) => p !== null),
    'plan.returned',
    { reason: given.reason },
  );
  return plan;
}

/** Ký: bound to the hash of the content that was submitted. */
export async function signPlan(tx: Tx, actor: Actor, given: InputOf<typeof s.signPlan>): Promise<Plan> {
  const before = await loadPlan(tx, actor, given.planId, 'sign', given.version);
  const hash = hashOf(contentOf(await getPlan(tx, actor, { planId: before.id })));
  if (hash !== (await latestHash(tx, before.id))) fail('plans.changed-since');
  const plan = await move(tx, actor, before, {
    step: 'signature',
    event: 'signed',
    set: {
      state: 'signed',
      signed_at: actor.now,
      signed_hash: hash,
      signer_person_id: actor.person.id,
      signer_mode: given.signer.mode,
      signer_on_behalf: given.signer.onBehalf,
      signer_position: given.signer.position,
      signer_name: given.signer.name ?? actor.person.name,
    },
  });
  await tellHolders(tx, actor, plan, 'plans.issue', 'plan.waits-number');
  return plan;
}

/** Vào số, ban hành: number and date come from the agency's register; from here on the plan is frozen. */
export async function issuePlan(tx: Tx, actor: Actor, given: InputOf<typeof s.issuePlan>): Promise<Plan> {
  const before = await loadPlan(tx, actor, given.planId, 'issue', given.version);
  const taken = await sql.findPlanByNumber(tx, before.unit_id, given.number, Number(given.issuedOn.slice(0, 4)));
  if (taken && taken.id !== before.id) fail('plans.number-taken', {}, { fields: { number: 'plans.number-taken' } });
  if (given.signedFileId) await keepSigned(tx, actor, before, given.signedFileId);
  const { n } = await freeze(tx, actor, before.id, 'issue');
  const plan = await move(tx, actor, before, {
    step: 'issue',
    event: 'issued',
    set: {
      state: 'issued',
      number: given.number,
      issued_on: given.issuedOn,
      ...(given.signedFileId && { signed_file_id: given.signedFileId }),
    },
    versionN: n,
  });
  await tellPeople(
    tx,
    actor,
    plan,
    [before.drafted_by, before.lead_person_id, before.signer_person_id].filter((p) => p !== null),
    'plan.issued',
    { number: `${given.number}/${plan.symbol}` },
  );
  return plan;
}

/** The uploaded file becomes the plan's: whoever reads the plan may open it. */
const keepSigned = (tx: Tx, actor: Actor, plan: sql.WholePlanRow, fileId: string) =>
  takeUploaded(tx, actor, fileId, { unitId: plan.unit_id, path: plan.path, readRight: 'plans.read' });

export async function attachSignedFile(tx: Tx, actor: Actor, given: InputOf<typeof s.attachSignedFile>): Promise<Plan> {
  const before = await loadPlan(tx, actor, given.planId, 'attach-signed', given.version);
  await keepSigned(tx, actor, before, given.fileId);
  return move(tx, actor, before, {
    step: 'issue',
    event: 'signed-file-attached',
    set: { signed_file_id: given.fileId },
  });
}

export async function closePlan(tx: Tx, actor: Actor, given: InputOf<typeof s.closePlan>): Promise<Plan> {
  const before = await loadPlan(tx, actor, given.planId, 'close', given.version);
  return move(tx, actor, before, { step: 'closure', event: 'closed', set: { state: 'closed' }, note: given.note });
}
