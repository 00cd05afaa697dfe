import type { BlockSpan, PlanDraft } from '#lib/plan-draft.ts';
import type { Findings } from './findings.ts';
import type { Line } from './lines.ts';
import { walk } from './node.ts';
import { gridSpans } from './tables.ts';

/** Paragraphs that no item, heading or known part of the form took. */
export function unclaimed(found: Findings, draft: PlanDraft): Line[] {
  // Who only quotes a sentence does not claim the whole paragraph.
  const taken = spannedBy({ ...draft, citedDocuments: [], quotas: [], channels: [] });
  for (const id of knownPlaces(found)) taken.add(id);
  return found.lines.filter(
    (line) =>
      !taken.has(line.id) &&
      /[\p{L}\p{N}]/u.test(line.text) &&
      !/^(?:cong hoa xa hoi|cong$|hoa xa hoi chu nghia|doc lap|so\s*:?\s*$)/.test(line.fold),
  );
}

/** The blocks that the items of a draft come from. */
function spannedBy(draft: unknown): Set<number> {
  const taken = new Set<number>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    else if (value && typeof value === 'object') {
      if ('spans' in value) for (const span of (value as { spans: BlockSpan[] }).spans) taken.add(span.block);
      for (const one of Object.values(value)) visit(one);
    }
  };
  visit(draft);
  return taken;
}

/** Headings, tables that were read, the form of the paper, and parts that are read for what they name. */
function* knownPlaces(found: Findings): Generator<number> {
  for (const node of walk(found.root)) {
    if (node.line && (node.title || node.inline === null)) yield node.line.id;
    if (node.role !== 'channel' && node.role !== 'budget') continue;
    if (node.line) yield node.line.id;
    for (const entry of node.body) if (entry.kind === 'line') yield entry.id;
  }
  const { areas, preamble, regions } = found;
  const spans = [...areas.intro, ...preamble.others].flatMap((part) => part.spans);
  for (const table of found.tables) if (table.kind !== 'other') spans.push(...gridSpans(table.grid));
  for (const span of spans) yield span.block;
  for (const line of [...(regions.title?.lines ?? []), ...regions.signer, ...regions.recipients]) yield line.id;
}
