import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import { pageOf } from '#platform/page.ts';
import type { Db } from '#platform/tx.ts';
import { answeringRoles } from './choosing.ts';
import type * as c from './coverage.contract.ts';
import { lateDays } from './coverage.ts';
import { wordedLines } from './coverage-lines.ts';
import { type CoveredPlan, coveredNode, coveredPlan } from './coverage-plan.ts';
import * as sql from './coverage-units.sql.ts';

type Filter = Omit<InputOf<typeof c.exportCoverage>, 'planId'>;

/** The receivers that a filter means, as far as the reader may see them: for a receiver its own and those below it. */
export async function unitSet(db: Db, actor: Actor, plan: CoveredPlan, filter: Filter): Promise<sql.UnitSet> {
  const { within, states, ...rest } = filter;
  const all = plan.whole && (within === undefined || within === plan.unit_id);
  const path = all ? null : (await coveredNode(db, actor, plan, within)).path;
  return { ...rest, ...(states?.length && { states }), planId: plan.id, path, ...who(actor) };
}

const who = (actor: Actor) => ({ today: dayOf(actor.now), roles: answeringRoles });

export async function listAddressees(
  db: Db,
  actor: Actor,
  { planId, after, limit, ...filter }: InputOf<typeof c.listAddressees>,
): Promise<OutputOf<typeof c.listAddressees>> {
  if (after !== undefined && !/^(\d+\.)+$/.test(after)) fail('unreadable');
  const set = await unitSet(db, actor, await coveredPlan(db, actor, planId), filter);
  const rows = await sql.listAddressees(db, set, { after, limit: limit + 1 });
  const { items, next } = pageOf(rows, limit, (last) => last.path);
  return { items: items.map((row) => shownAddressee(row, set.today)), next };
}

const shownAddressee = (
  { path, ...row }: sql.AddresseeRow,
  today: string,
): OutputOf<typeof c.getAddressee>['unit'] => ({
  ...row,
  lateDays: lateDays(row, today),
  openedAt: row.openedAt?.toISOString() ?? null,
  answeredAt: row.answeredAt?.toISOString() ?? null,
  remindedAt: row.remindedAt?.toISOString() ?? null,
});

/** What one unit answered, line by line; seen by the sender and by the levels above the unit. */
export async function getAddressee(
  db: Db,
  actor: Actor,
  { planId, addresseeId }: InputOf<typeof c.getAddressee>,
): Promise<OutputOf<typeof c.getAddressee>> {
  const set = await unitSet(db, actor, await coveredPlan(db, actor, planId), {});
  const row = (await sql.findAddressee(db, set, addresseeId)) ?? fail('not-found');
  const [words, answers] = await Promise.all([wordedLines(db, planId), sql.listAnswers(db, addresseeId)]);
  const byLine = new Map(answers.map((one) => [one.lineId, one]));
  const lines = words.flatMap(({ lineId, text }) => {
    const answer = byLine.get(lineId);
    return answer ? [{ ...answer, text, answeredAt: answer.answeredAt?.toISOString() ?? null }] : [];
  });
  return { unit: shownAddressee(row, set.today), lines };
}
