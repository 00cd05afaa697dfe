import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { schoolYearOf } from '#lib/months.ts';
import { recordInside } from '#modules/audit/audit.ts';
import { getUnitRow, unitFor } from '#modules/org/org.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import * as c from './classes.contract.ts';
import * as sql from './classes.sql.ts';
import { classesOf, classOf, loadClass } from './load-class.ts';

/** The school year asked for, else the running one; before a running one has classes, the last that has. */
export async function yearOf(db: Db, actor: Actor, unitId: string, asked: number | undefined) {
  const years = await sql.listYears(db, unitId);
  const running = schoolYearOf(dayOf(actor.now));
  const schoolYear = asked ?? (years.includes(running) ? running : (years[0] ?? running));
  return { schoolYear, years: [...new Set([running, ...years])].sort((a, b) => b - a) };
}

export async function listClasses(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.listClasses>,
): Promise<OutputOf<typeof c.listClasses>> {
  const unit = await getUnitRow(db, input.unitId);
  if (!actor.can('consents.read', unit.path)) fail('not-found');
  const of = await yearOf(db, actor, unit.id, input.schoolYear);
  const rows = await sql.listClasses(db, actor.reach('consents.read'), unit.id, of.schoolYear);
  return { ...of, items: await classesOf(db, actor, rows) };
}

export async function createClass(tx: Tx, actor: Actor, input: InputOf<typeof c.createClass>): Promise<c.SchoolClass> {
  const unit = await unitFor(tx, actor, input.unitId, 'consents.record');
  const row = {
    id: input.id,
    unit_id: unit.id,
    path: unit.path,
    school_year: input.schoolYear,
    name: input.name,
    grade: input.grade || null,
    created_at: actor.now,
  };
  if (await sql.insertClass(tx, row)) {
    const after = { name: row.name, grade: row.grade, schoolYear: row.school_year };
    const subject = { id: row.id, unitId: unit.id, path: unit.path };
    await recordInside(tx, actor, c.classCreated({ subject, before: null, after }));
  }
  const made = (await sql.findClass(tx, input.id)) ?? fail('conflict');
  return made.unit_id === unit.id ? await classOf(tx, actor, made) : fail('conflict');
}

export async function editClass(tx: Tx, actor: Actor, input: InputOf<typeof c.editClass>): Promise<c.SchoolClass> {
  const row = await loadClass(tx, actor, input.classId, { right: 'consents.record', version: input.version });
  const set = {
    ...(input.name !== undefined && { name: input.name }),
    ...(input.grade !== undefined && { grade: input.grade || null }),
  };
  await sql.updateClass(tx, row.id, set);
  const subject = { id: row.id, unitId: row.unit_id, path: row.path };
  const before = { name: row.name, grade: row.grade };
  await recordInside(tx, actor, c.classEdited({ subject, before, after: { ...before, ...set } }));
  return await classOf(tx, actor, (await sql.findClass(tx, row.id)) ?? fail('not-found'));
}
