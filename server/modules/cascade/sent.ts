import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { isId } from '#lib/id.ts';
import type { Actor } from '#platform/actor.ts';
import { pageOf } from '#platform/page.ts';
import type { Db } from '#platform/tx.ts';
import type * as c from './coverage.contract.ts';
import * as sql from './sent.sql.ts';

/** What the sender has in the field: how far each plan has spread, who is late, what waits for an answer or a decision. */
export async function listSent(
  db: Db,
  actor: Actor,
  filter: InputOf<typeof c.listSent>,
): Promise<OutputOf<typeof c.listSent>> {
  const today = dayOf(actor.now);
  const found = { ...filter, after: placeOf(filter.after), today };
  const plans = await sql.listSentPlans(db, actor.reach('plans.read'), found);
  const page = pageOf(plans, filter.limit, (last) => `${last.sentAt.toISOString()}_${last.planId}`);
  const items: c.SentRow[] = [];
  for (const { path, sentAt, ...plan } of page.items) {
    const figures = await sql.sentFigures(db, { path, sentAt, ...plan }, today);
    items.push({ ...plan, sentAt: sentAt.toISOString(), ...figures });
  }
  return { items, next: page.next };
}

function placeOf(after: string | undefined): sql.SentFilter['after'] {
  if (after === undefined) return undefined;
  const [at = '', id = ''] = after.split('_');
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && isId(id) ? { at, id } : fail('unreadable');
}
