import * as z from 'zod/mini';
import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { type Part, partDetails, totalOf } from '#lib/plan-parts.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import { fieldsForPlan } from '../documents/documents.ts';
import { unitFor, upperBodyOn } from '../org/org.ts';
import { type CarriedLine, carriedLines } from './carry-over.ts';
import { insertLines, insertTargets, type NewLine, type NewTarget } from './lines.sql.ts';
import type * as c from './plans.contract.ts';
import { type Plan, type PlanWhole, period, planCreated } from './plans.contract.ts';
import * as sql from './plans.sql.ts';
import { getPlan, startPlan } from './plans.ts';
import { recipientsFor } from './recipients.ts';
import { recordedPlan, subjectOf } from './shown-plan.ts';
import { planReach } from './standing.ts';
import { budgetFor, citationOf, closingFor, type Maker, openingFor } from './wording.ts';

/** Words of the source that a line keeps; a longer paragraph is found by its field. */
const longestTrace = 20_000;

type Source = Awaited<ReturnType<typeof fieldsForPlan>>;

function periodOf(source: Source, now: Date): Plan['period'] {
  const read = z.safeParse(period, source.fields.find((f) => f.key === 'period')?.detail);
  if (read.success) return read.data;
  const year = Number(dayOf(now).slice(0, 4));
  return { kind: 'calendarYear', from: year, to: year };
}

/** What a plan of the unit would take over, with our proposal of what to choose. */
export async function proposeFromDocument(
  db: Db,
  actor: Actor,
  given: InputOf<typeof c.proposeFromDocument>,
): Promise<OutputOf<typeof c.proposeFromDocument>> {
  const source = await fieldsForPlan(db, actor, given.documentId);
  const unit = await unitFor(db, actor, given.unitId, 'plans.draft');
  const span = periodOf(source, actor.now);
  const lines = carriedLines(source.fields, { unit, period: span });
  return {
    title: source.document.title ?? '',
    kind: span.kind === 'schoolYear' ? 'school-year' : span.kind === 'range' ? 'thematic' : 'year',
    period: span,
    items: lines.map(({ field, part, text, detail, actor: who, chosen, why }) => ({
      field,
      part,
      // The title of a cited document stands in its citation already; that of an area is its name.
      text:
        part === 'area' && typeof detail.title === 'string' ? [detail.title, text].filter(Boolean).join(': ') : text,
      actor: who,
      chosen,
      why,
    })),
  };
}

/** "Lập kế hoạch của đơn vị từ văn bản này": the document is the first basis; each chosen field becomes a line with its trace. */
export async function createFromDocument(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.createPlanFromDocument>,
): Promise<PlanWhole> {
  const source = await fieldsForPlan(tx, actor, given.documentId);
  const unit = await unitFor(tx, actor, given.unitId, 'plans.draft');
  const upperBody = await upperBodyOn(tx, unit.id, dayOf(actor.now));
  const maker = { kind: unit.kind, name: unit.name, upperBody };
  const cited = { ...source.document, issuer_name: source.document.issuer_unit_name ?? source.document.issuer_name };
  const citation = citationOf(cited);
  const { id: planId, made } = await startPlan(tx, actor, unit, given, {
    opening: openingFor(maker, given.title),
    closing: closingFor(maker, given.title),
    budgetSource: budgetFor(maker, given.period),
    sourceDocumentId: given.documentId,
  });
  if (!made) return getPlan(tx, actor, { planId });
  const chosen = new Set(given.fields);
  const lines = carriedLines(source.fields, { unit, period: given.period }).filter((l) => chosen.has(l.field));
  const rows = lineRows(planId, given.documentId, actor.person.id, lines, source);
  const own = { plan_id: planId, parent_id: null, updated_by: actor.person.id };
  await insertLines(tx, [
    firstBasis(own, given.documentId, cited, citation),
    ...rows.lines,
    ...usualRecipients(own, maker),
  ]);
  await insertTargets(tx, rows.targets);
  const row = (await sql.findPlan(tx, planReach(actor), planId)) ?? fail('not-found');
  const whole = await getPlan(tx, actor, { planId });
  const after = { ...recordedPlan(row), lines: whole.lines };
  await recordInside(tx, actor, planCreated({ subject: subjectOf(row), before: null, after }));
  return whole;
}

export type OwnLine = Pick<NewLine, 'plan_id' | 'parent_id' | 'updated_by'>;

/** The document that the plan is made from stands first among the bases. */
function firstBasis(own: OwnLine, documentId: string, d: Source['document'], citation: string): NewLine {
  const detail = {
    type: d.doc_type,
    ref: d.number && d.symbol ? `${d.number}/${d.symbol}` : null,
    issuer: d.issuer_name,
    date: d.issued_on,
    title: d.title,
  };
  return {
    ...own,
    id: newId(),
    part: 'basis',
    position: 0,
    text: `Căn cứ ${citation}`,
    detail: JSON.stringify(fittingDetail('basis', detail)),
    origin: 'inherited',
    trace: JSON.stringify({ documentId, field: 'title', text: (d.title ?? '').slice(0, longestTrace).toWellFormed() }),
  };
}

/** The recipients that plans of this kind of unit have. */
export const usualRecipients = (own: OwnLine, maker: Maker): NewLine[] =>
  recipientsFor(maker).map((r, i) => ({
    ...own,
    id: newId(),
    part: 'recipient',
    position: i + 1,
    text: r.name,
    detail: JSON.stringify({ mode: r.mode }),
    origin: 'own',
    trace: null,
  }));

/** As much of what was read as the part has a place for; a piece that does not fit stays in the words of the line. */
export function fittingDetail(part: Part, detail: Record<string, unknown>): Record<string, unknown> {
  const type = partDetails[part] as z.ZodMiniType<Record<string, unknown>>;
  const fitting = Object.entries(detail).filter(([key, value]) => z.safeParse(type, { [key]: value }).success);
  return z.parse(type, Object.fromEntries(fitting));
}

function lineRows(
  planId: string,
  documentId: string,
  personId: string,
  lines: readonly CarriedLine[],
  source: Source,
): { lines: NewLine[]; targets: NewTarget[] } {
  const words = new Map(source.fields.map((f) => [f.key, f.value]));
  const ids = new Map(lines.map((l) => [l.field, newId()]));
  const rows = lines.map((line, i): NewLine => {
    const parent = line.parentField ? (ids.get(line.parentField) ?? null) : null;
    return {
      id: ids.get(line.field)!,
      plan_id: planId,
      part: line.part,
      parent_id: parent,
      position: i + 1,
      text: line.text,
      detail: JSON.stringify(fittingDetail(line.part, line.detail)),
      origin: 'inherited',
      trace: JSON.stringify({
        documentId,
        field: line.field,
        text: (words.get(line.field) ?? line.text).slice(0, longestTrace).toWellFormed(),
      }),
      updated_by: personId,
    };
  });
  // A parent has to stand in the table before its children do.
  const ordered = [...rows.filter((r) => r.parent_id === null), ...rows.filter((r) => r.parent_id !== null)];
  const targets = lines.flatMap((line) =>
    line.targets.map(
      (t, i): NewTarget => ({
        id: t.id,
        line_id: ids.get(line.field)!,
        plan_id: planId,
        product: t.product,
        counts: t.counts,
        moment: t.moment,
        months: JSON.stringify(t.months),
        total: totalOf(t),
        position: i,
      }),
    ),
  );
  return { lines: ordered, targets };
}
