import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import { record } from '#modules/audit/audit.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { usable } from './new-units.ts';
import * as contract from './org.contract.ts';
import * as sql from './org.sql.ts';
import { getUnitRow, lockedUnitFor } from './org.ts';
import { getUnit } from './units.ts';

const given = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value);

export async function editUnit(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof contract.editUnit>,
): Promise<contract.UnitDetail> {
  const before = await lockedUnitFor(tx, actor, input.unitId, 'units.manage');
  if (before.version !== input.version) fail('conflict', {}, { current: await getUnit(tx, actor, input) });
  const after = {
    name: given(input.name, before.name),
    short_name: given(input.shortName, before.shortName) || null,
    symbol: given(input.symbol, before.symbol) || null,
    place: given(input.place, before.place) || null,
    slug: input.slug && input.slug !== before.slug ? usable(input.slug) : before.slug,
    kind: given(input.kind, before.kind),
  };
  const codes = await sql.listCodes(tx, before.id);
  await sql.updateUnit(
    tx,
    before.id,
    after,
    codes.map((c) => c.code),
  );
  if (input.renamedOn && after.name !== before.name) await keepName(tx, before, input.renamedOn);
  const was = {
    name: before.name,
    short_name: before.shortName,
    symbol: before.symbol,
    place: before.place,
    slug: before.slug,
    kind: before.kind,
  };
  await record(
    tx,
    actor,
    contract.unitEdited({ subject: { id: before.id, unitId: before.id, path: before.path }, before: was, after }),
  );
  return await getUnit(tx, actor, input);
}

async function keepName(
  tx: Tx,
  before: { id: string; name: string; openedOn: string },
  renamedOn: string,
): Promise<void> {
  const former = await sql.listFormerNames(tx, before.id);
  const from = former[0]?.validTo ?? before.openedOn;
  if (renamedOn <= from) fail('invalid', {}, { fields: { renamedOn: 'fields.day-order' } });
  await sql.insertName(tx, {
    id: newId(),
    unit_id: before.id,
    name: before.name,
    valid_from: from,
    valid_to: renamedOn,
  });
}

export async function setSettings(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof contract.setSettings>,
): Promise<contract.UnitDetail> {
  const before = await lockedUnitFor(tx, actor, input.unitId, 'units.manage');
  if ((before.settingsVersion ?? 1) !== input.version)
    fail('conflict', {}, { current: await getUnit(tx, actor, input) });
  const signingSteps = [...new Set(input.signingSteps)];
  await sql.upsertSettings(tx, before.id, { signing_steps: signingSteps, own_register: input.ownRegister });
  await record(
    tx,
    actor,
    contract.unitSettingsChanged({
      subject: { id: before.id, unitId: before.id, path: before.path },
      before: { signingSteps: before.signingSteps ?? [], ownRegister: before.ownRegister ?? false },
      after: { signingSteps, ownRegister: input.ownRegister },
    }),
  );
  return await getUnit(tx, actor, input);
}

export async function setParent(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof contract.setParent>,
): Promise<contract.UnitDetail> {
  const unit = await lockedUnitFor(tx, actor, input.unitId, 'units.manage');
  if (input.parentId === unit.id) fail('org.cycle');
  await getUnitRow(tx, input.parentId);
  const current = (await sql.listParents(tx, unit.id)).find((p) => p.line === input.line && p.validTo === null);
  if (current && input.validFrom < current.validFrom)
    fail('invalid', {}, { fields: { validFrom: 'fields.day-order' } });
  await sql.endParent(tx, unit.id, input.line, input.validFrom);
  await sql.insertParent(tx, {
    id: newId(),
    unit_id: unit.id,
    parent_id: input.parentId,
    line: input.line,
    valid_from: input.validFrom,
  });
  await record(
    tx,
    actor,
    contract.unitParentChanged({
      subject: { id: unit.id, unitId: unit.id, path: unit.path },
      before: current ? { line: current.line, parentId: current.parentId, validFrom: current.validFrom } : null,
      after: { line: input.line, parentId: input.parentId, validFrom: input.validFrom },
    }),
  );
  return await getUnit(tx, actor, input);
}
