import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { isId } from '#lib/id.ts';
import { isPlaceInTime } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import { pageOf } from '#platform/page.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { holdersAt } from '../access/access.ts';
import { record } from '../audit/audit.ts';
import { notifyOthers } from '../notices/notices.ts';
import { lockAddressees, settle } from './addressees.sql.ts';
import { shareCounts } from './counters.sql.ts';
import { wordedLines } from './coverage-lines.ts';
import { type CoveredPlan, readAsSender, sendersPlan } from './coverage-plan.ts';
import { answerPath } from './reminder-words.ts';
import type * as c from './wishes.contract.ts';
import { wishDecided } from './wishes.contract.ts';
import * as sql from './wishes.sql.ts';

/** Đề nghị điều chỉnh: what waits for a decision first. */
export async function listWishes(
  db: Db,
  actor: Actor,
  { planId, after, limit }: InputOf<typeof c.listWishes>,
): Promise<OutputOf<typeof c.listWishes>> {
  await readAsSender(db, actor, planId);
  const [rows, lines] = await Promise.all([
    sql.listWishes(db, planId, placeOf(after), limit + 1),
    wordedLines(db, planId),
  ]);
  const text = new Map(lines.map((line) => [line.lineId, line.text]));
  const { items, next } = pageOf(rows, limit, (last) =>
    [last.decision === null ? 'open' : 'decided', last.place, last.unitId, last.lineId].join('_'),
  );
  return {
    items: items.map(({ at, ...row }) => ({
      ...row,
      id: `${row.unitId}.${row.lineId}`,
      lineText: text.get(row.lineId) ?? '',
      at: at.toISOString(),
    })),
    next,
  };
}

function placeOf(after: string | undefined): sql.WishPlace | undefined {
  if (after === undefined) return undefined;
  const [which, at = '', unitId = '', lineId = ''] = after.split('_');
  if (!isPlaceInTime(at) || !isId(unitId) || !isId(lineId)) return fail('unreadable');
  return { decided: which === 'decided', at, unitId, lineId };
}

/** The sender agrees (the unit is free of the line as it stands) or asks for the line all the same. */
export async function decideWish(
  tx: Tx,
  actor: Actor,
  { planId, unitId, lineId, version, decision, note }: InputOf<typeof c.decideWish>,
): Promise<OutputOf<typeof c.decideWish>> {
  const plan = await sendersPlan(tx, actor, planId);
  const of = { planId, unitId, lineId };
  const { addresseeId } = (await sql.findWish(tx, of)) ?? fail('not-found');
  await shareCounts(tx, planId);
  await lockAddressees(tx, [addresseeId]);
  const wish = (await sql.findWish(tx, of)) ?? fail('not-found');
  if (wish.version !== version || wish.state !== 'wants-change') fail('conflict', {}, { current: shown(of, wish) });
  const state = decision === 'accepted' ? 'not-ours' : 'unanswered';
  await sql.writeDecision(tx, of, { state, decision, note, personId: actor.person.id, at: actor.now });
  await settle(tx, planId, [addresseeId]);
  await tellUnit(tx, actor, plan, wish, { ...of, decision, note, version });
  const before = { planId, lineId, state: wish.state, reason: wish.reason };
  const after = { planId, lineId, state, decision, note };
  const subject = { id: addresseeId, unitId, path: wish.path };
  await record(tx, actor, wishDecided({ subject, before, after }));
  return { state, version: version + 1 };
}

const shown = (
  of: { unitId: string; lineId: string },
  { state, reason, decision, decisionNote, version }: sql.Wish,
) => ({
  id: `${of.unitId}.${of.lineId}`,
  state,
  reason: reason ?? '',
  decision,
  decisionNote,
  version,
});

async function tellUnit(
  tx: Tx,
  actor: Actor,
  plan: CoveredPlan,
  wish: sql.Wish,
  decided: { lineId: string; decision: 'accepted' | 'declined'; note: string | null; version: number; unitId: string },
): Promise<void> {
  const line = (await wordedLines(tx, plan.id)).find((one) => one.lineId === decided.lineId);
  const holders = await holdersAt(tx, 'asks.answer', wish.path, dayOf(actor.now));
  await notifyOthers(tx, actor, {
    personIds: [...holders, wish.answeredBy],
    kind: `plan.wish-${decided.decision}`,
    params: { from: plan.unit_name, unit: wish.unitName, line: line?.text ?? plan.title, note: decided.note ?? '' },
    link: answerPath(plan.id),
    dedupeKey: `plan.wish:${decided.unitId}:${decided.lineId}:${decided.version}`,
  });
}
