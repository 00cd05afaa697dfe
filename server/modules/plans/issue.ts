import type { InputOf } from '#lib/contract.ts';
import { documentNumber } from '#lib/document-number.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import { takeUploaded } from '#platform/files/files.ts';
import type { Tx } from '#platform/tx.ts';
import { applyAmendment, mustAmend } from './amend.ts';
import { loadPlan } from './load-plan.ts';
import { move } from './move.ts';
import type { Plan } from './plans.contract.ts';
import * as sql from './plans.sql.ts';
import { getPlan } from './plans.ts';
import type * as s from './steps.contract.ts';
import { tellPeople } from './told.ts';
import { freeze } from './versions.ts';

const wrong = (field: string, key: string): never => fail('invalid', {}, { fields: { [field]: key } });

/** Vào số, ban hành: number and date come from the agency's register; from here on the plan is frozen. */
export async function issuePlan(tx: Tx, actor: Actor, given: InputOf<typeof s.issuePlan>): Promise<Plan> {
  const before = await loadPlan(tx, actor, given.planId, 'issue', given.version);
  await mustAmend(tx, actor, before);
  const number = await freeNumber(tx, before, given);
  if (given.issuedOn > dayOf(actor.now)) wrong('issuedOn', 'fields.day-future');
  if (given.signedFileId) await keepSigned(tx, actor, before, given.signedFileId);
  const { n } = await freeze(tx, actor, before.id, 'issue');
  const plan = await move(tx, actor, before, {
    step: 'issue',
    event: 'issued',
    set: {
      state: 'issued',
      number,
      issued_on: given.issuedOn,
      ...(given.signedFileId && { signed_file_id: given.signedFileId }),
    },
    versionN: n,
    fileId: given.signedFileId,
  });
  await applyAmendment(tx, actor, await getPlan(tx, actor, { planId: plan.id }));
  await tellPeople(tx, actor, plan, [before.drafted_by, before.lead_person_id, before.signer_person_id], {
    kind: 'plan.issued',
    turn: n,
    params: { number: `${number}/${plan.symbol}` },
  });
  return plan;
}

/**
 * The number as the register has it; typed with the plan's symbol behind it is fine too. One sequence a unit and year is
 * shared by everything it issues (Nghị định 30/2020/NĐ-CP, Điều 15), so no two plans bear one number.
 */
async function freeNumber(
  tx: Tx,
  plan: sql.WholePlanRow,
  given: { number: string; issuedOn: string },
): Promise<string> {
  const typed = given.number.endsWith(`/${plan.symbol}`)
    ? given.number.slice(0, -plan.symbol.length - 1)
    : given.number;
  const number = documentNumber(typed) ?? wrong('number', 'fields.number');
  const taken = await sql.findPlanByNumber(tx, plan.unit_id, number, Number(given.issuedOn.slice(0, 4)));
  if (taken && taken.id !== plan.id) fail('plans.number-taken', {}, { fields: { number: 'plans.number-taken' } });
  return number;
}

/** The uploaded file becomes the plan's: whoever reads the plan may open it. */
const keepSigned = (tx: Tx, actor: Actor, plan: sql.WholePlanRow, fileId: string) =>
  takeUploaded(tx, actor, fileId, { unitId: plan.unit_id, path: plan.path, readRight: 'plans.read' });

/** The signed file, the official text; one that it replaces is kept at its own stop. */
export async function attachSignedFile(tx: Tx, actor: Actor, given: InputOf<typeof s.attachSignedFile>): Promise<Plan> {
  const before = await loadPlan(tx, actor, given.planId, 'attach-signed', given.version);
  await keepSigned(tx, actor, before, given.fileId);
  return move(tx, actor, before, {
    step: 'signed-file',
    event: 'signed-file-attached',
    set: { signed_file_id: given.fileId },
    fileId: given.fileId,
  });
}
