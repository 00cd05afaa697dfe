import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#lib/id.ts';
import { unitIdOf } from '../../../db/sample/sample.ts';
import * as cascade from '../../modules/cascade/cascade.contract.ts';
import * as editions from '../../modules/plans/editions.contract.ts';
import * as plans from '../../modules/plans/plans.contract.ts';
import * as steps from '../../modules/plans/steps.contract.ts';
import * as evidence from '../../modules/work/evidence.contract.ts';
import type { KilledServer } from './killed-server.ts';

/** Sessions of those who take part, by who they are. */
export type Who = Record<'officer' | 'chief' | 'clerk' | 'director' | 'principal', string>;

/** Somebody with a plan that goes down: what they write is noted as soon as the server has acknowledged it. */
export interface FieldWorker {
  server: KilledServer;
  who: Who;
  note: <T extends { id: string; version: number }>(row: T) => T;
  /** Of their own, so that numbers of plans are given once. */
  nth: number;
}

export interface Sent {
  planId: string;
  lineIds: [string, string];
  targetId: string;
}

/** How the plans that go down are called. */
export const sentTitle = 'Kế hoạch được giao';
const school = unitIdOf('cs2');
/** Each time the plan goes to one more of them. */
const others = ['th2', 'mn2', 'cs1', 'th1', 'mn1', 'mn3', 'th3', 'tc3', 'xa.bt', 'xa.sn', 'xa.dt'].map(unitIdOf);
const numberOf = (by: FieldWorker, edition: number) => String(900_000 + 1000 * by.nth + edition);
const text = (edition: number) => `Ngày hội đọc sách, lần ${edition}`;

/** The way of a plan of the Sở to its number. */
export async function issue(
  { server, who, note }: FieldWorker,
  draft: plans.Plan,
  number: string,
): Promise<plans.Plan> {
  let plan = draft;
  const at = () => ({ planId: plan.id, version: plan.version });
  plan = note(await server.call(who.officer, steps.submitPlan, at()));
  plan = note(await server.call(who.chief, steps.initialPlan, at()));
  plan = note(await server.call(who.clerk, steps.checkFormat, at()));
  plan = note(await server.call(who.director, steps.signPlan, { ...at(), signer: plan.signer }));
  return note(await server.call(who.clerk, steps.issuePlan, { ...at(), number, issuedOn: '2026-01-05' }));
}

/** A plan with two lines for schools, in force before the first death; the line with counts comes first. */
export async function planForField(by: FieldWorker): Promise<Sent> {
  const { server, who } = by;
  const period = { kind: 'calendarYear' as const, from: 2026, to: 2026 };
  const title = `${sentTitle} ${by.nth}`;
  const made = await server.call(who.officer, plans.createPlan, {
    unitId: unitIdOf('so'),
    kind: 'year',
    title,
    period,
  });
  const planId = by.note(made.plan).id;
  const lineIds: [string, string] = [newId(), newId()];
  const target = { id: newId(), product: 'bài', counts: 'unit-article' as const, months: { '2026-03': 500 } };
  const put = { planId, version: 0 };
  await server.call(who.officer, plans.putLine, {
    ...put,
    lineId: lineIds[0],
    part: 'activity',
    text: text(1),
    targets: [target],
  });
  await server.call(who.officer, plans.putLine, {
    ...put,
    lineId: lineIds[1],
    part: 'solution',
    text: 'Cử người phụ trách.',
  });
  await issue(by, made.plan, numberOf(by, 1));
  return { planId, lineIds, targetId: target.id };
}

/** Round after round: the plan goes to one more unit, the school answers, something is counted, and the plan is amended. */
export async function sendAnswerAmend(by: FieldWorker, plan: Sent, isOver: () => boolean): Promise<void> {
  for (let n = 0; !isOver(); n++) {
    await send(by, plan, n);
    await answer(by, plan.planId, n + 1, isOver);
    await count(by, plan, n);
    if (!isOver()) await amend(by, plan, n + 2);
  }
}

async function send({ server, who, note }: FieldWorker, { planId, lineIds }: Sent, n: number): Promise<void> {
  const unitIds = [school, ...others.slice(0, 1 + (n % others.length))];
  const lines = lineIds.map((lineId) => ({ lineId, kinds: null }));
  const choice = { lines, to: [{ mode: 'assign' as const, unitIds, kinds: [], withinId: null }] };
  note({ ...(await server.call(who.officer, cascade.sendPlan, { planId, id: newId(), choice })), version: 1 });
}

/** Opens and answers; after an amendment only once the job that asks anew has come, however often it was cut short. */
async function answer(
  { server, who, note }: FieldWorker,
  planId: string,
  edition: number,
  isOver: () => boolean,
): Promise<void> {
  const { items } = await server.call(who.principal, cascade.listAsked, { planId, unitId: school, limit: 1 });
  const addresseeId = items[0]!.id;
  await server.call(who.principal, cascade.openAsked, { addresseeId });
  const read = () => server.call(who.principal, cascade.getAsked, { addresseeId });
  let asked = await read();
  while (edition > 1 && !asked.lines.some((line) => line.state === 'changed') && !isOver()) {
    await pause(20);
    asked = await read();
  }
  if (isOver()) return;
  const rest = { act: 'adopt' as const, teamId: null, personId: null, byOn: null, reason: null };
  note(
    await server.call(who.principal, cascade.answerAsked, { addresseeId, version: asked.version, answers: [], rest }),
  );
}

async function count({ server, who, note, nth }: FieldWorker, { lineIds, targetId }: Sent, n: number): Promise<void> {
  const url = `https://khong-co.example/bai-${nth}-${n}`;
  const given = { lineId: lineIds[0], targetId, kind: 'link' as const, url, title: `Bài ${nth}.${n}` };
  note(await server.call(who.officer, evidence.recordEvidence, { id: newId(), ...given, madeOn: '2026-03-10' }));
}

/** The line with counts is worded anew; the amendment goes its way to a number of its own. */
async function amend(by: FieldWorker, { planId }: Sent, edition: number): Promise<void> {
  const { server, who, note } = by;
  const reason = `Điều chỉnh chỉ tiêu lần ${edition}`;
  const { plan, lines } = await server.call(who.officer, editions.draftAmendment, { planId, id: newId(), reason });
  const { id: lineId, version, detail, targets } = lines.find((line) => line.part === 'activity')!;
  const asked = targets.map((target) => ({ ...target, months: { '2026-03': 500 + edition } }));
  const put = { planId: plan.id, lineId, version, part: 'activity' as const, detail, targets: asked };
  note(await server.call(who.officer, plans.putLine, { ...put, text: text(edition) }));
  await issue(by, plan, numberOf(by, edition));
}
