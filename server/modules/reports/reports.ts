import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import type { Right } from '#lib/rights.ts';
import { slugOf } from '#lib/text.ts';
import type { Actor } from '#platform/actor.ts';
import type { FileReply } from '#platform/route.ts';
import type { Db } from '#platform/tx.ts';
import { type Sheet, writeDocx, writeLargeXlsx, writeXlsx, writtenFile } from '../documents/exports.ts';
import { getUnitRow, type Unit } from '../org/org.ts';
import * as facts from './facts.sql.ts';
import { outputListPaper, outputListSheet } from './output-list.ts';
import type * as c from './reports.contract.ts';
import { standingPaper } from './standing-report.ts';
import { standingSheets } from './standing-sheets.ts';

/** A unit and a time that the reader may report on: 404 for units out of reach, 422 when the days run backwards. */
export async function reported(
  db: Db,
  actor: Actor,
  right: Right,
  given: { unitId: string; from: string; to: string },
): Promise<{ unit: Unit; span: facts.Span }> {
  const unit = await getUnitRow(db, given.unitId);
  if (!actor.can(right, unit.path)) fail('not-found');
  if (given.to < given.from) fail('invalid', {}, { fields: { to: 'fields.day-order' } });
  return { unit, span: spanFor(unit, given, dayOf(actor.now)) };
}

/** Work is not late before its time: what is due after today counts for no time that ends later. */
export const spanFor = (unit: Unit, { from, to }: { from: string; to: string }, on: string): facts.Span => ({
  unitId: unit.id,
  path: unit.path,
  from,
  to,
  dueTo: to < on ? to : on,
});

function file(
  body: Uint8Array,
  name: string,
  { span, unit }: { span: facts.Span; unit: Unit },
  format: 'docx' | 'xlsx',
): FileReply {
  const title = slugOf(`${name} ${unit.shortName ?? unit.name}`).slice(0, 80);
  return writtenFile(body, `${title}-${span.from}-${span.to}`, format);
}

/** Rows that are written while everybody waits; a list of a province would hold the server for seconds. */
const fewRows = 1000;
const workbook = async (sheets: Sheet[]): Promise<Uint8Array> =>
  sheets.some((sheet) => sheet.rows.length > fewRows) ? await writeLargeXlsx(sheets) : writeXlsx(sheets);

export async function outputList(db: Db, actor: Actor, given: InputOf<typeof c.outputList>): Promise<FileReply> {
  const of = await reported(db, actor, 'outputs.read', given);
  const body =
    given.format === 'docx'
      ? await writeDocx(await outputListPaper(db, of.unit, of.span, dayOf(actor.now)))
      : await workbook(await outputListSheet(db, of.unit, of.span));
  return file(body, 'danh mục tin bài', of, given.format);
}

export async function standingReport(
  db: Db,
  actor: Actor,
  given: InputOf<typeof c.standingReport>,
): Promise<FileReply> {
  const of = await reported(db, actor, 'plans.read', given);
  const body =
    given.format === 'docx'
      ? await writeDocx(await standingPaper(db, of.unit, of.span, dayOf(actor.now)))
      : await workbook(await standingSheets(db, of.unit, of.span));
  return file(body, 'tình hình triển khai', of, given.format);
}

export async function reportFigures(
  db: Db,
  actor: Actor,
  given: InputOf<typeof c.reportFigures>,
): Promise<OutputOf<typeof c.reportFigures>> {
  const { span } = await reported(db, actor, 'plans.read', given);
  const plans = await facts.listPlans(db, span);
  const [kinds, activities, units, evidence] = await Promise.all([
    facts.countOutputs(db, span),
    facts.listActivities(
      db,
      plans.map((plan) => plan.id),
      span,
    ),
    facts.countUnitsWithOutputs(db, span),
    facts.countEvidence(db, span),
  ]);
  return {
    outputs: kinds.reduce((sum, kind) => sum + kind.made, 0),
    units,
    plans: plans.length,
    activities: activities.length,
    due: activities.reduce((sum, a) => sum + (a.due ?? 0), 0),
    done: activities.reduce((sum, a) => sum + a.done, 0),
    evidence,
  };
}
