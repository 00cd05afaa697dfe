import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { isId, newId } from '#lib/id.ts';
import { siteHost, webUrl } from '#lib/web-address.ts';
import type { Actor } from '#platform/actor.ts';
import { pageOf } from '#platform/page.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { lockedUnitFor } from '../org/org.ts';
import type * as c from './outlets.contract.ts';
import { type OutletKind, type OutletRow, outletAdded, outletChanged } from './outlets.contract.ts';
import * as sql from './outlets.sql.ts';

export const shownOutlet = (row: sql.ShownOutlet): OutletRow => ({
  id: row.id,
  unitId: row.unit_id,
  kind: row.kind as OutletKind,
  name: row.name,
  host: row.host,
  contactName: row.contact_name,
  contactEmail: row.contact_email,
  contactPhone: row.contact_phone,
  note: row.note,
  onPressList: row.on_press_list,
  endedOn: row.ended_on,
  placed: row.placed,
  version: row.version,
});

const subjectOf = (row: { id: string; unit_id: string; path: string }) => ({
  id: row.id,
  unitId: row.unit_id,
  path: row.path,
});

export async function listOutlets(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.listOutlets>,
): Promise<OutputOf<typeof c.listOutlets>> {
  const filter = { ...input, press: input.press === '1', ended: input.ended === '1', after: placeOf(input.after) };
  const rows = await sql.listOutlets(db, actor.reach('placements.record'), filter);
  const { items, next } = pageOf(rows, input.limit, (last) => `${last.id}_${last.name}`);
  return { items: items.map(shownOutlet), next };
}

function placeOf(after: string | undefined): sql.OutletFilter['after'] {
  if (after === undefined) return undefined;
  const [id = '', ...name] = after.split('_');
  return isId(id) ? { id, name: name.join('_') } : fail('unreadable');
}

export async function addOutlet(tx: Tx, actor: Actor, given: InputOf<typeof c.addOutlet>): Promise<OutletRow> {
  const unit = await lockedUnitFor(tx, actor, given.unitId, 'placements.record');
  const id = given.id ?? newId(actor.now.getTime());
  const made = await sql.insertOutlet(tx, {
    id,
    unit_id: unit.id,
    path: unit.path,
    kind: given.kind,
    name: given.name,
    host: hostOf(given.host),
    contact_name: given.contactName,
    contact_email: given.contactEmail,
    contact_phone: given.contactPhone,
    note: given.note,
    on_press_list: given.onPressList,
  });
  const row = (await sql.findOutlet(tx, actor.reach('placements.record'), id)) ?? fail('not-found');
  if (made) await record(tx, actor, outletAdded({ subject: subjectOf(row), before: null, after: shownOutlet(row) }));
  return shownOutlet(row);
}

/** People paste whole addresses; what is kept is the host. */
function hostOf(typed: string | null): string | null {
  if (!typed) return null;
  const url = webUrl(typed) ?? fail('invalid', {}, { fields: { host: 'fields.web-address' } });
  return siteHost(url);
}

export async function editOutlet(tx: Tx, actor: Actor, given: InputOf<typeof c.editOutlet>): Promise<OutletRow> {
  await sql.lockOutlet(tx, given.outletId);
  const before = (await sql.findOutlet(tx, actor.reach('placements.record'), given.outletId)) ?? fail('not-found');
  if (before.version !== given.version) fail('conflict', {}, { current: shownOutlet(before) });
  const ended =
    given.ended === undefined ? before.ended_on : given.ended ? (before.ended_on ?? dayOf(actor.now)) : null;
  await sql.updateOutlet(tx, before.id, {
    kind: given.kind ?? before.kind,
    name: given.name ?? before.name,
    host: given.host === undefined ? before.host : hostOf(given.host),
    contact_name: given.contactName ?? before.contact_name,
    contact_email: given.contactEmail ?? before.contact_email,
    contact_phone: given.contactPhone ?? before.contact_phone,
    note: given.note ?? before.note,
    on_press_list: given.onPressList ?? before.on_press_list,
    ended_on: ended,
  });
  const after = (await sql.findOutlet(tx, actor.reach('placements.record'), before.id)) ?? fail('not-found');
  const told = { subject: subjectOf(after), before: shownOutlet(before), after: shownOutlet(after) };
  await record(tx, actor, outletChanged(told));
  return shownOutlet(after);
}
