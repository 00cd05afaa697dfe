import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { recordInside } from '#modules/audit/audit.ts';
import { getUnitRow, unitFor } from '#modules/org/org.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import type { Purpose } from './classes.contract.ts';
import * as c from './consents.contract.ts';
import * as sql from './wordings.sql.ts';

export const shownWording = (row: sql.WordingRecord): c.ConsentWording => ({
  id: row.id,
  unitId: row.unit_id,
  number: row.number,
  purpose: row.purpose as Purpose,
  words: row.words,
  childWords: row.child_words,
  afterEnd: row.after_end as c.ConsentWording['afterEnd'],
  validFrom: row.valid_from,
  used: row.used,
});

/** The words put before parents and children today: the unit's own under their highest number, else those of all. */
export async function wordingNow(db: Db, unitId: string, purpose: Purpose): Promise<c.ConsentWording> {
  const found = (await sql.listWordings(db, unitId)).find((row) => row.purpose === purpose);
  return found ? shownWording(found) : fail('not-found');
}

/** Answers may still name an earlier number: forms that were printed with it come in later. */
export async function wordingFor(db: Db, unitId: string, purpose: Purpose, id: string): Promise<c.ConsentWording> {
  const row = await sql.findWording(db, id);
  if (!row || row.purpose !== purpose || (row.unit_id !== null && row.unit_id !== unitId)) return fail('not-found');
  return shownWording(row);
}

export async function listWordings(
  db: Db,
  actor: Actor,
  { unitId }: InputOf<typeof c.listWordings>,
): Promise<OutputOf<typeof c.listWordings>> {
  const unit = await getUnitRow(db, unitId);
  if (!actor.can('consents.read', unit.path)) fail('not-found');
  const can = actor.can('consents.decide', unit.path) ? (['add'] as const) : [];
  return { items: (await sql.listWordings(db, unit.id)).map(shownWording), can: [...can] };
}

export async function addWording(tx: Tx, actor: Actor, input: InputOf<typeof c.addWording>): Promise<c.ConsentWording> {
  const unit = await unitFor(tx, actor, input.unitId, 'consents.decide');
  await sql.lockWordings(tx, unit.id);
  const before = await wordingNow(tx, unit.id, input.purpose);
  const row = {
    id: input.id,
    unit_id: unit.id,
    path: unit.path,
    number: before.number + 1,
    purpose: input.purpose,
    words: input.words,
    child_words: input.childWords,
    after_end: input.afterEnd,
    valid_from: dayOf(actor.now),
    created_by: actor.person.id,
    created_at: actor.now,
  };
  if (await sql.insertWording(tx, row)) {
    const subject = { id: row.id, unitId: unit.id, path: unit.path };
    const { number, purpose, words } = row;
    const after = { number, purpose, words, childWords: row.child_words, afterEnd: row.after_end };
    await recordInside(tx, actor, c.wordingAdded({ subject, before: null, after }));
  }
  return await wordingFor(tx, unit.id, input.purpose, input.id);
}
