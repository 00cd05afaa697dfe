import type { DocumentBlock, DocumentTable, PlanDocument } from '#lib/plan-document.ts';

/** A paragraph as the preview draws it; the wording and numbers are those of the .docx and the PDF. */
export interface PaperText {
  kind: 'base' | 'section' | 'heading' | 'text';
  /** '1.', '-' */
  label: string | null;
  lead: string | null;
  text: string;
}
export type PaperBlock = PaperText | { kind: 'table'; table: DocumentTable };

/** A table of more columns lies on a page of its own, turned; the Decree allows that for tables in the body. */
const MOST_UPRIGHT_COLUMNS = 6;
const BLANK_NUMBER = '\u00a0'.repeat(8);
const BLANK_DAY = '\u00a0'.repeat(6);

const lines = (text: string | null): string[] =>
  (text ?? '')
    .split(/[\n\r]+/)
    .map((line) => line.trim())
    .filter(Boolean);
const text = (kind: PaperText['kind'], content: string, label: string | null = null, lead: string | null = null) => ({
  kind,
  label,
  lead,
  text: content,
});

/** 'Số: 05/KH-SGDĐT': numbers below 10 take a zero, a missing one leaves room. */
export function numberLine({ number, symbol }: Pick<PlanDocument, 'number' | 'symbol'>): string {
  const printed = number && /^\d$/.test(number) ? `0${number}` : number || BLANK_NUMBER;
  return symbol ? `Số: ${printed}/${symbol}` : `Số: ${printed}`;
}

/** 'Sông Trà, ngày 05 tháng 02 năm 2026': days below 10 and the months 1 and 2 take a zero (Decree 30/2020, Annex I). */
export function placeAndDate({ place, date, year }: Pick<PlanDocument, 'place' | 'date' | 'year'>): string {
  const [y, month, day] = date?.split('-') ?? [];
  const words =
    y && month && day
      ? `ngày ${day} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${y}`
      : `ngày${BLANK_DAY}tháng${BLANK_DAY}năm ${year}`;
  return place ? `${place}, ${words}` : words;
}

/** Recipients as printed: each with its dash and ';', the last with '.'. */
export const recipientLines = (recipients: readonly string[]): string[] =>
  recipients.map((name, i) => `- ${name.replace(/[\s;.,]+$/, '')}${i < recipients.length - 1 ? ';' : '.'}`);

/** Everything between the heading and the signature, with './.' at its end. */
export function bodyOf(paper: PlanDocument): PaperBlock[] {
  const bases = paper.bases.map((base) => base.replace(/[\s;.,]+$/, '')).filter(Boolean);
  return withEndMark([
    ...bases.map((base, i) => text('base', `${base}${i === bases.length - 1 ? '.' : ';'}`)),
    ...lines(paper.opening).map((line) => text('text', line)),
    ...paper.sections.flatMap((section) => [
      text('section', section.title.toLocaleUpperCase('vi'), `${section.numeral}.`),
      ...section.blocks.flatMap(blockOf),
    ]),
    ...lines(paper.closing).map((line) => text('text', line)),
  ]);
}

function blockOf(block: DocumentBlock): PaperBlock[] {
  switch (block.kind) {
    case 'table':
      return [block];
    case 'paragraph':
      return lines(block.text).map((line) => text('text', line));
    case 'dash':
      return lines(block.text).map((line) => text('text', line.replace(/^[-–—•]\s*/, ''), '-'));
    case 'heading':
      return [text('heading', block.text, block.number && `${block.number}.`)];
    case 'lead': {
      const [first = '', ...rest] = lines(block.text);
      const lead = !block.lead || first === '' || /[:.;,?!–-]$/.test(block.lead) ? block.lead : `${block.lead}:`;
      const label = block.number && `${block.number}.`;
      return [text('text', first, label, lead || null), ...rest.map((line) => text('text', line))];
    }
  }
}

function withEndMark(blocks: PaperBlock[]): PaperBlock[] {
  const last = blocks.at(-1);
  if (!last) return [];
  if (last.kind !== 'text') return [...blocks, text('text', './.')];
  return [...blocks.slice(0, -1), { ...last, text: `${last.text.replace(/[\s./;,:]+$/, '')}./.` }];
}

const LIKED_STARTS = new Set(['và', 'tỉnh', 'thành', 'xã', 'phường', 'năm', 'về', 'của', 'cho', 'giai']);

/** What a break in a name or a title is worth, as a careful typist sees it: before 'và', never behind it nor before a figure. */
export function breakWorth(before: string, after: string): number {
  const [left, right] = [before.toLocaleLowerCase('vi'), after.toLocaleLowerCase('vi')];
  if (LIKED_STARTS.has(left) || /^\d/.test(right)) return -1;
  return LIKED_STARTS.has(right) ? 0.45 : 0;
}

export interface PaperSheet {
  landscape: boolean;
  blocks: PaperBlock[];
}

/** Runs of upright and turned pages; the heading that announces a wide table goes with it. */
export function sheetsOf(blocks: readonly PaperBlock[]): PaperSheet[] {
  const sheets: PaperSheet[] = [{ landscape: false, blocks: [] }];
  for (const block of blocks) {
    const wide = block.kind === 'table' && block.table.columns.length > MOST_UPRIGHT_COLUMNS;
    const current = sheets.at(-1)!;
    if (current.landscape === wide) current.blocks.push(block);
    else sheets.push({ landscape: wide, blocks: [...(wide ? announcement(current.blocks) : []), block] });
  }
  return sheets.filter((sheet, i) => sheet.blocks.length > 0 || i === 0);
}

function announcement(blocks: PaperBlock[]): PaperBlock[] {
  const from = blocks.findLastIndex((block) => block.kind !== 'section' && block.kind !== 'heading') + 1;
  return blocks.splice(from);
}
