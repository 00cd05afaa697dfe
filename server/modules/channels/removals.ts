import type { InputOf } from '#lib/contract.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { holdersAt } from '../access/access.ts';
import { record } from '../audit/audit.ts';
import { notify } from '../notices/notices.ts';
import type * as c from './placements.contract.ts';
import { type PlacementRow, type Removal, removalAsked, removalClosed } from './placements.contract.ts';
import * as sql from './placements.sql.ts';
import { changePlacement, loadPlacement } from './placements.ts';
import { shownPlacement } from './shown-placement.ts';

export interface RemovalAsk {
  removal: Removal;
  reason: string;
  /** By when the outlet is to have done it; without: by the rule for such requests. */
  actBy?: string | undefined;
}

/** A placement at which somebody outside is to take something down, as the one who asks needs it. */
export interface AskedRemoval {
  id: string;
  unitId: string;
  path: string;
  outletName: string;
  title: string;
  cutIds: string[];
}

/** What weighs more stays: a child's withdrawal is not eased by a correction that is asked later. */
const weight: Record<Removal, number> = { withdrawal: 3, 'taken-down': 2, correction: 1 };

/**
 * Asks that a subject be taken down or put right wherever it stands or was offered outside (or at these placements): each
 * becomes a task of the unit that speaks with the outlet. Asking again keeps the earlier day and the weightier reason.
 */
export async function askRemoval(
  tx: Tx,
  author: Parameters<typeof record>[1],
  of: { subjectKind: string; subjectId: string } | { ids: readonly string[] },
  { actBy, ...why }: RemovalAsk,
): Promise<AskedRemoval[]> {
  const today = dayOf(author.now);
  const ask = { ...why, actBy: actBy ?? daysAfter(today, await sql.removalDays(tx, why.removal, today)) };
  const asked: AskedRemoval[] = [];
  for (const { id } of await sql.lockStanding(tx, of)) {
    const before = await sql.readPlacement(tx, id);
    if (!before) continue;
    asked.push(askedOf(before));
    const set = removalSet(before, ask);
    if (set) await askOne(tx, author, before, set, ask);
  }
  return asked;
}

type Ask = Required<RemovalAsk> & { actBy: string };

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const askedOf = (row: sql.ShownPlacement): AskedRemoval => ({
  id: row.id,
  unitId: row.unit_id,
  path: row.path,
  outletName: row.outlet_name,
  title: row.subject_title,
  cutIds: row.cut_ids,
});

function removalSet(before: sql.ShownPlacement, ask: Ask): sql.PlacementChange | null {
  const asked = { state: 'removal-asked', removal: ask.removal, reason: ask.reason, act_by: ask.actBy };
  if (before.removal === null) return asked;
  const act_by = before.act_by && before.act_by < ask.actBy ? before.act_by : ask.actBy;
  if (weight[ask.removal] > weight[before.removal as Removal]) return { ...asked, act_by };
  return act_by === before.act_by ? null : { act_by };
}

async function askOne(
  tx: Tx,
  author: Parameters<typeof record>[1],
  before: sql.ShownPlacement,
  set: sql.PlacementChange,
  ask: Ask,
): Promise<void> {
  const { row, told } = await changePlacement(tx, before, set);
  await record(tx, author, removalAsked({ ...told, reason: ask.reason }));
  await notify(
    tx,
    {
      personIds: await holdersAt(tx, 'placements.record', row.path, dayOf(author.now)),
      kind: `placement.${row.removal === 'correction' ? 'correction' : 'removal'}-asked`,
      params: { title: row.subject_title, outlet: row.outlet_name, due: shortDay(row.act_by ?? ask.actBy) },
      link: '/app/bai-da-dang-bao?muc=tasks',
      dedupeKey: `placement.removal-asked:${row.id}:${row.removal}:${row.act_by}`,
    },
    author.now,
  );
}

/** The unit says what became of it: done there, or not possible there, and why. */
export async function closeRemoval(tx: Tx, actor: Actor, given: InputOf<typeof c.closeRemoval>): Promise<PlacementRow> {
  const before = await loadPlacement(tx, actor, given, 'close');
  const set = { state: given.outcome, note: given.note, closed_at: actor.now };
  const { row, told } = await changePlacement(tx, before, set);
  await record(tx, actor, removalClosed({ ...told, reason: given.note }));
  return shownPlacement(actor, row);
}
