import { wrapText } from '#lib/font-metrics.ts';
import type { DocumentBlock, PlanDocument } from '#lib/plan-document.ts';
import { capitals, cleanLines, cleanText } from './clean-text.ts';
import { holdDashes } from './line-breaks.ts';
import { isRegular, levelOf, printedNumber } from './numbering.ts';
import { footColumns, mostPortraitColumns, sizes, textHeightOf } from './page.ts';
import { prepareHeading } from './prepare-heading.ts';
import { prepareTable } from './prepare-table.ts';
import type { Prepared, PreparedBlock, PreparedFoot, PreparedText } from './prepared.ts';

/** Lays a plan out for paper; see `Prepared`. */
export function prepare(plan: PlanDocument): Prepared {
  const heading = prepareHeading(plan);
  const blocks = withEndMark([...basesOf(plan), ...bodyOf(plan), ...paragraphs(plan.closing)]);
  return {
    meta: {
      title: [heading.docType, cleanText(plan.title)].filter(Boolean).join(' ') || 'Văn bản',
      author: cleanText(plan.issuingBody),
      year: plan.year,
      date: /^\d{4}-\d{2}-\d{2}/.exec(plan.date ?? '')?.[0] ?? null,
    },
    heading,
    parts: pageRuns(typeIrregular(withTables(blocks))),
    foot: prepareFoot(plan),
  };
}

function text(kind: PreparedText['kind'], content: string, more: Partial<PreparedText> = {}): PreparedText {
  return { kind, label: null, auto: null, lead: null, text: holdDashes(content), keep: false, ...more };
}

/** A text with line feeds is several paragraphs; an empty one is none. */
function paragraphs(content: string | null): PreparedText[] {
  return cleanLines(content ?? '').map((line) => text('text', line));
}

/** Legal bases: one a line, each ends with ';', the last with '.'. */
function basesOf(plan: PlanDocument): PreparedText[] {
  const bases = plan.bases.map((base) => cleanText(base).replace(/[\s;.,]+$/, '')).filter((base) => base !== '');
  return bases.map((base, i) => text('base', `${base}${i === bases.length - 1 ? '.' : ';'}`));
}

function bodyOf(plan: PlanDocument): PreparedBlock[] {
  const sections = plan.sections.flatMap((section) => {
    const label = printedNumber(cleanText(section.numeral));
    const title = capitals(section.title);
    const head = title === '' && label === null ? [] : [numbered('heading1', label, title)];
    return [...head, ...section.blocks.flatMap(prepareBlock)];
  });
  return [...paragraphs(plan.opening), ...sections];
}

/** Blocks of a form: every number is typed, since Word would count on from one form to the next. */
export const prepareFormBlocks = (blocks: DocumentBlock[]): PreparedBlock[] =>
  withTables(blocks.flatMap(prepareBlock)).map((block) => (block.kind === 'table' ? block : { ...block, auto: null }));

function numbered(kind: PreparedText['kind'], label: string | null, content: string, lead: string | null = null) {
  const keep = kind !== 'text';
  return text(kind, content, { label, auto: label === null ? null : levelOf(label), lead, keep });
}

function prepareBlock(block: DocumentBlock): PreparedBlock[] {
  if (block.kind === 'table') return prepareTable(block.table);
  if (block.kind === 'paragraph') return paragraphs(block.text);
  if (block.kind === 'dash') return cleanLines(block.text).map((line) => dash(line));
  const label = printedNumber(block.number === null ? null : cleanText(block.number));
  if (block.kind === 'lead') return leadOf(label, cleanText(block.lead), cleanLines(block.text));
  const content = cleanText(block.text);
  if (content === '' && label === null) return [];
  const deep = label !== null && (levelOf(label) ?? 1) > 1;
  return [numbered(deep ? 'heading3' : 'heading2', label, content)];
}

function dash(line: string): PreparedText {
  return text('dash', line.replace(/^[-–—•]\s*/, ''), { label: '-' });
}

/** "1. Giáo dục mầm non: Tập trung …"; the colon is set where the lead does not bring its own stop. */
function leadOf(label: string | null, lead: string, lines: string[]): PreparedText[] {
  const [first = '', ...rest] = lines;
  if (lead === '' && first === '' && label === null) return [];
  const stopped = lead === '' || first === '' || /[:.;,?!–-]$/.test(lead) ? lead : `${lead}:`;
  return [numbered('text', label, first, stopped || null), ...rest.map((line) => text('text', line))];
}

/** "./." ends the last paragraph of the body; under a table it stands alone. The last paragraph stays with the foot. */
function withEndMark(blocks: PreparedBlock[]): PreparedBlock[] {
  const last = blocks.at(-1);
  if (last === undefined) return [];
  if (last.kind === 'table' || last.kind.startsWith('heading')) return [...blocks, text('text', './.', { keep: true })];
  const body = last as PreparedText;
  const field = body.text === '' && body.lead !== null ? 'lead' : 'text';
  const ended = `${(body[field] ?? '').replace(/[\s./;,:]+$/, '')}./.`;
  return [...blocks.slice(0, -1), { ...body, [field]: ended, keep: true }];
}

/** A line that announces a table, 'như sau:', stays with it. */
function withTables(blocks: PreparedBlock[]): PreparedBlock[] {
  return blocks.map((block, i) =>
    block.kind !== 'table' && blocks[i + 1]?.kind === 'table' && block.text.endsWith(':')
      ? { ...block, keep: true }
      : block,
  );
}

/** Automatic lists only where Word would print the very numbers of the plan; else every number is typed. */
function typeIrregular(blocks: PreparedBlock[]): PreparedBlock[] {
  const labels = blocks.flatMap((block) =>
    block.kind !== 'table' && block.kind !== 'dash' ? (block.label ?? []) : [],
  );
  if (isRegular(labels)) return blocks;
  return blocks.map((block) => (block.kind === 'table' ? block : { ...block, auto: null }));
}

/** Splits the blocks at tables too wide for portrait; what announces such a table goes with it. */
function pageRuns(blocks: PreparedBlock[]): Prepared['parts'] {
  const parts: Prepared['parts'] = [{ landscape: false, blocks: [] }];
  for (const block of blocks) {
    const wide = block.kind === 'table' && block.widths.length > mostPortraitColumns;
    const current = parts.at(-1);
    if (current?.landscape === wide) current.blocks.push(block);
    else parts.push({ landscape: wide, blocks: [...(wide && current ? announcement(current.blocks) : []), block] });
  }
  const filled = parts.filter((part) => part.blocks.length > 0);
  return filled.length > 0 ? filled : parts;
}

/** Takes from the end of `blocks` the headings, and a line ending in ':', that stand right before a table. */
function announcement(blocks: PreparedBlock[]): PreparedBlock[] {
  let from = blocks.length;
  const announces = (block: PreparedBlock | undefined) =>
    block !== undefined &&
    block.kind !== 'table' &&
    (block.kind.startsWith('heading') || (from === blocks.length && block.text.endsWith(':')));
  while (announces(blocks[from - 1])) from -= 1;
  return blocks.splice(from);
}

function prepareFoot(plan: PlanDocument): PreparedFoot {
  const names = plan.recipients.map((name) =>
    cleanText(name)
      .replace(/^[-–—•]\s*/, '')
      .replace(/[\s;.,]+$/, ''),
  );
  const recipients = names
    .filter((name) => name !== '')
    .map((name, i, all) => `- ${name}${i < all.length - 1 ? ';' : '.'}`);
  const lines = recipients.reduce(
    (sum, line) => sum + wrapText(line, 'regular', sizes.recipients, footColumns[0]).length,
    0,
  );
  return {
    recipients,
    titles: plan.signerTitle.map(capitals).filter((line) => line !== ''),
    name: cleanText(plan.signerName ?? '') || null,
    whole: lines * sizes.recipients * 1.15 < textHeightOf(false) * 0.85,
  };
}
