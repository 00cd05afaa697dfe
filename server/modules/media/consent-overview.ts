import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { addDays } from '#lib/working-days.ts';
import { getUnitRow } from '#modules/org/org.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import { consentChannels } from './classes.contract.ts';
import * as classes from './classes.sql.ts';
import { yearOf } from './classes.ts';
import type * as c from './consents.contract.ts';
import * as sql from './consents.sql.ts';
import { classesOf, noneReady } from './load-class.ts';

/** How many days before it ends a consent is spoken of. */
const soon = 30;

export async function consentOverview(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.consentOverview>,
): Promise<OutputOf<typeof c.consentOverview>> {
  const unit = await getUnitRow(db, input.unitId);
  if (!actor.can('consents.read', unit.path)) fail('not-found');
  const today = dayOf(actor.now);
  const { schoolYear } = await yearOf(db, actor, unit.id, input.schoolYear);
  const rows = await classes.listClasses(db, actor.reach('consents.read'), unit.id, schoolYear);
  const shown = await classesOf(db, actor, rows);
  const ids = rows.map((row) => row.id);
  const ending = await sql.countEndingSoon(db, ids, { day: today, by: addDays(today, soon) });
  const asked = await sql.countWithdrawals(db, unit.id, today);
  const ready = noneReady();
  for (const one of shown) for (const channel of consentChannels) ready[channel] += one.ready[channel] ?? 0;
  return {
    schoolYear,
    classes: shown,
    pupils: shown.reduce((n, one) => n + one.pupils, 0),
    ready,
    endingSoon: ending.pupils,
    endsOn: ending.endsOn,
    openWithdrawals: asked.open,
    lateWithdrawals: asked.late,
    openSteps: asked.steps,
  };
}
