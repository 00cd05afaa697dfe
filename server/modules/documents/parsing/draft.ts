import type { BlockSpan, DraftEvidence, DraftText, Extracted, PlanDraft } from '#lib/plan-draft.ts';
import { referenceFields } from './citations.ts';
import type { Findings } from './findings.ts';
import type { Found } from './header.ts';
import type { Piece } from './lines.ts';
import { sectionsOf } from './sections.ts';
import { evidence, Sources, textItem } from './sources.ts';
import { unclaimed } from './unclaimed.ts';

/** Writes what was found as the draft, every item with its source, and lists what nothing claimed. */
export function buildDraft(found: Findings): PlanDraft {
  const sources = new Sources(found.reading);
  const item: MakeItem = (text, sure, rule) => withRepairs(found, textItem(sources, text, sure, rule));
  const draft: PlanDraft = {
    schema: 'lantoa-draft/1',
    ...headOf(found),
    ...frameOf(found, sources, item),
    ...aimsOf(found, item),
    contentAreas: areasOf(found, item),
    activities: activitiesOf(found, sources),
    ...workOf(found, sources, item),
    abbreviations: found.abbreviations.map(({ short, full }) => ({ short, full })),
    evidence: evidenceOf(found, sources),
    unclaimed: [],
    warnings: found.reading.warnings,
  };
  draft.unclaimed = unclaimed(found, draft).map((line) =>
    item({ text: line.text, spans: [{ block: line.id, from: 0, to: line.text.length }] }, 0.3, 'unclaimed'),
  );
  return draft;
}

type MakeItem = (text: Piece, sure: number, rule: string) => DraftText;

function headOf(found: Findings): Pick<PlanDraft, 'header' | 'docType' | 'title' | 'period' | 'budget' | 'signer'> {
  const { header } = found;
  return {
    header: {
      parentBody: header.parentBody?.value ?? null,
      issuingBody: header.issuingBody?.value ?? null,
      number: header.number?.value ?? null,
      symbol: header.symbol?.value ?? null,
      place: header.place?.value ?? null,
      date: header.date?.value ?? null,
    },
    docType: found.named?.docType.text ?? null,
    title: found.named?.title?.text ?? null,
    period: found.period?.found.period ?? null,
    budget: found.budget?.budget ?? null,
    signer: found.signer?.signer ?? null,
  };
}

function frameOf(
  found: Findings,
  sources: Sources,
  item: MakeItem,
): Pick<PlanDraft, 'legalBases' | 'citedDocuments' | 'opening' | 'closing' | 'sections' | 'recipients'> {
  const { preamble } = found;
  return {
    legalBases: preamble.bases.map((basis) => ({
      ...referenceFields(basis),
      ...item(basis.piece, basis.sure, 'basis'),
    })),
    citedDocuments: found.citations.map((citation) => ({
      ...referenceFields(citation),
      ...item(citation.piece, 0.9, 'citation'),
    })),
    opening: preamble.opening && item(preamble.opening, 0.85, 'opening'),
    closing: found.closing && item(found.closing, 0.9, 'closing'),
    sections: sectionsOf(found.root),
    recipients: found.recipients.map(({ piece, name, mode, raw }) => ({
      name,
      mode,
      ...evidence(sources, piece.spans, raw === null ? 0.85 : 0.95, 'recipient', piece.text),
    })),
  };
}

function aimsOf(found: Findings, item: MakeItem): Pick<PlanDraft, 'purposes' | 'requirements' | 'solutions'> {
  const aims = (kind: 'purpose' | 'requirement') =>
    found.aims.filter((aim) => aim.kind === kind).map((aim) => item(aim.piece, aim.sure, 'aim'));
  return {
    purposes: aims('purpose'),
    requirements: aims('requirement'),
    solutions: found.solutions.map((solution) => item(solution.piece, solution.sure, 'solution')),
  };
}

function workOf(
  found: Findings,
  sources: Sources,
  item: MakeItem,
): Pick<PlanDraft, 'responsibilities' | 'quotas' | 'deliverables' | 'reporting' | 'channels'> {
  return {
    responsibilities: dutiesOf(found, sources, item),
    quotas: found.quotas.map(({ piece, sure, ...quota }) => ({ ...quota, ...item(piece, sure, 'quota') })),
    deliverables: found.deliverables.map(({ piece, ...made }) => ({ ...made, ...item(piece, 0.6, 'deliverable') })),
    reporting: found.reports.map(({ piece, ...report }) => ({ ...report, ...item(piece, 0.75, 'report') })),
    channels: found.channels.map(({ piece, sure, ...channel }) => ({
      ...channel,
      ...withRepairs(found, evidence(sources, piece.spans, sure, 'channel', piece.text)),
    })),
  };
}

function evidenceOf(found: Findings, sources: Sources): DraftEvidence {
  const out: DraftEvidence = {};
  const put = (key: string, text: Piece | null | undefined, sure: number, rule: string, raw?: string) => {
    if (text) out[key] = withRepairs(found, evidence(sources, text.spans, sure, rule, raw));
  };
  for (const [key, value] of Object.entries(found.header) as [string, Found<unknown> | undefined][]) {
    if (value) put(`header.${key}`, value.piece, value.sure, value.rule, value.raw ?? value.piece.text);
  }
  const { named } = found;
  put('docType', named?.docType, named?.sure ?? 0, 'document-name', named?.docType.text);
  put('title', named?.title, named?.sure ?? 0, 'abstract', named?.title?.text);
  put('period', found.period?.piece, found.period?.sure ?? 0, 'period');
  put('budget', found.budget?.piece, found.budget?.sure ?? 0, 'budget', found.budget?.piece.text);
  put('signer.position', found.signer?.posts, 0.9, 'signer', found.signer?.posts?.text);
  put('signer.name', found.signer?.name, 0.9, 'signer', found.signer?.name?.text);
  return out;
}

function areasOf(found: Findings, item: MakeItem): PlanDraft['contentAreas'] {
  return found.areas.areas.map((area) => ({
    number: area.number,
    title: area.title
      ? area.title.text.replace(/\s*\([^()]*(?:đầu mối|chủ trì|phụ trách|phối hợp)[^()]*\)$/iu, '')
      : null,
    ...item(area.text, area.sure, 'area'),
    items: area.items.map((one) => item(one, area.sure, 'area-item')),
    focalUnits: area.focalUnits,
    coordinatingUnits: area.coordinatingUnits,
  }));
}

function activitiesOf(found: Findings, sources: Sources): PlanDraft['activities'] {
  return found.activities.map((activity) => ({
    no: activity.no,
    content: activity.content.text,
    product: activity.product.text,
    theme: activity.theme,
    counts: activity.counts,
    leadUnits: activity.leadUnits,
    time: activity.time,
    coordinatingUnits: activity.coordinatingUnits,
    budget: activity.budget,
    ...evidence(
      sources,
      uniqueSpans([...activity.content.spans, ...activity.product.spans, ...activity.spans]),
      activity.sure,
      'matrix-row',
    ),
  }));
}

function uniqueSpans(spans: BlockSpan[]): BlockSpan[] {
  return spans.filter(
    (span, i) =>
      spans.findIndex((other) => other.block === span.block && other.from === span.from && other.to === span.to) === i,
  );
}

function dutiesOf(found: Findings, sources: Sources, item: MakeItem): PlanDraft['responsibilities'] {
  return found.duties.map((responsibility) => ({
    actor: responsibility.actor?.text ?? null,
    duties: responsibility.duties.map((duty) => ({
      ...item(duty.piece, responsibility.sure, 'duty'),
      tasks: tasksOf(duty.piece.text),
    })),
    ...evidence(
      sources,
      responsibility.actor?.spans ?? responsibility.duties[0]?.piece.spans ?? [],
      responsibility.sure,
      'actor',
      responsibility.actor?.text,
    ),
  }));
}

const tasksOf = (text: string): string[] =>
  text
    .split(/(?<=[^\d.]\.)\s+(?=\p{Lu})|\n/u)
    .map((task) => task.trim())
    .filter((task) => task !== '');

/** Repairs that the reader suggests for a block are shown with every item taken from it. */
function withRepairs<T extends Extracted>(found: Findings, extracted: T): T {
  const blocks = new Set(extracted.source?.spans.map((span) => span.block));
  const repairs = found.reading.repairs
    .filter((repair) => blocks.has(repair.block) && repair.raw.length < 60)
    .map(({ raw, normal, why }) => ({ raw, normal, why }));
  return repairs.length > 0 ? { ...extracted, repairs } : extracted;
}
