import type { InputOf, OutputOf } from '#lib/contract.ts';
import { newId } from '#lib/id.ts';
import { totalOf } from '#lib/plan-parts.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { fieldsForPlan } from '../documents/documents.ts';
import { unitFor } from '../org/org.ts';
import { type CarriedLine, carriedLines } from './carry-over.ts';
import { insertLines, insertTargets, type NewLine, type NewTarget } from './lines.sql.ts';
import { checkDetail } from './lines.ts';
import type * as c from './plans.contract.ts';
import { type Plan, type PlanWhole, planLineWritten } from './plans.contract.ts';
import * as sql from './plans.sql.ts';
import { getPlan, planReach, startPlan } from './plans.ts';
import { citationOf, closingFor, openingFor, recipientsFor } from './wording.ts';

type Source = Awaited<ReturnType<typeof fieldsForPlan>>;

function periodOf(source: Source, now: Date): Plan['period'] {
  const detail = source.fields.find((f) => f.key === 'period')?.detail as Partial<Plan['period']> | undefined;
  if (detail?.kind && detail.from && detail.to) return { kind: detail.kind, from: detail.from, to: detail.to };
  return { kind: 'calendarYear', from: now.getUTCFullYear(), to: now.getUTCFullYear() };
}

/** What a plan of the unit would take over, with our proposal of what to choose. */
export async function proposeFromDocument(
  db: Db,
  actor: Actor,
  given: InputOf<typeof c.proposeFromDocument>,
): Promise<OutputOf<typeof c.proposeFromDocument>> {
  const source = await fieldsForPlan(db, actor, given.documentId);
  const unit = await unitFor(db, actor, given.unitId, 'plans.draft');
  const period = periodOf(source, actor.now);
  const lines = carriedLines(source.fields, { unit, period });
  return {
    title: source.document.title ?? '',
    kind: period.kind === 'schoolYear' ? 'school-year' : period.kind === 'range' ? 'thematic' : 'year',
    period,
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
  const existing = given.id ? await sql.findPlan(tx, planReach(actor), given.id) : undefined;
  if (existing) return getPlan(tx, actor, { planId: existing.id });
  const chosen = new Set(given.fields);
  const lines = carriedLines(source.fields, { unit, period: given.period }).filter((l) => chosen.has(l.field));
  const citation = citationOf(source.document);
  const planId = await startPlan(tx, actor, given, {
    opening: openingFor(citation, unit.name, given.title),
    closing: closingFor(unit.name, given.title),
    budgetSource: source.fields.find((f) => f.key === 'budget')?.value ?? null,
    sourceDocumentId: given.documentId,
  });
  const rows = lineRows(planId, given.documentId, actor.person.id, lines, source);
  const own = ownLines(planId, actor.person.id, unit.kind, citation, given.documentId, source.document.title ?? '');
  await insertLines(tx, [...own.before, ...rows.lines, ...own.after]);
  await insertTargets(tx, rows.targets);
  const whole = await getPlan(tx, actor, { planId });
  await record(
    tx,
    actor,
    planLineWritten({
      subject: { id: planId, unitId: unit.id, path: unit.path },
      before: null,
      after: { planId, documentId: given.documentId, lines: whole.lines.length },
    }),
  );
  return whole;
}

/** The imported document as first basis, and the recipients every plan of this kind of unit has. */
function ownLines(
  planId: string,
  personId: string,
  unitKind: string,
  citation: string,
  documentId: string,
  documentTitle: string,
): { before: NewLine[]; after: NewLine[] } {
  const base = { plan_id: planId, parent_id: null, detail: '{}', updated_by: personId };
  const trace = JSON.stringify({ documentId, field: 'title', text: documentTitle });
  return {
    before: [
      { ...base, id: newId(), part: 'basis', position: 0, text: `Căn cứ ${citation}`, origin: 'inherited', trace },
    ],
    after: recipientsFor(unitKind).map((r, i) => ({
      ...base,
      id: newId(),
      part: 'recipient',
      position: i + 1,
      text: r.name,
      detail: JSON.stringify({ mode: r.mode }),
      origin: 'own',
      trace: null,
    })),
  };
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
      detail: JSON.stringify(checkDetail(line.part, line.detail)),
      origin: 'inherited',
      trace: JSON.stringify({ documentId, field: line.field, text: words.get(line.field) ?? line.text }),
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
        months: JSON.stringify(t.months),
        total: totalOf(t),
        position: i,
      }),
    ),
  );
  return { lines: ordered, targets };
}
