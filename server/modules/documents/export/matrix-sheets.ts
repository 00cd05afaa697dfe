import type { DocumentCell, PlanDocument } from '#lib/plan-document.ts';
import { capitals, cleanText } from './clean-text.ts';
import type { Sheet, SheetCell, SheetValue } from './sheet.ts';

/** The tables of a plan as sheets of a workbook, under the plan's name and the section they stand in. */
export function matrixSheets(plan: PlanDocument): Sheet[] {
  const title = [capitals(plan.docType), cleanText(plan.title)].filter(Boolean).join(' - ');
  const reference = referenceLine(plan);
  return plan.sections.flatMap((section) =>
    section.blocks.flatMap((block): Sheet[] => {
      if (block.kind !== 'table') return [];
      const name = [cleanText(section.numeral), cleanText(section.title)].filter(Boolean).join('. ');
      const lines = [title, reference].filter((line) => line !== '');
      return [
        { name, titles: lines, columns: block.table.columns, rows: block.table.rows.map((row) => row.map(sheetCell)) },
      ];
    }),
  );
}

/** '(Kèm theo Kế hoạch số 07/KH-SGDĐT ngày 05/02/2026 của …)', for an issued plan only. */
function referenceLine(plan: PlanDocument): string {
  const [year, month, day] = (plan.date ?? '').split('-');
  if (!plan.number || !day) return '';
  const type = cleanText(plan.docType);
  return `(${type} số ${plan.number.padStart(2, '0')}/${plan.symbol} ngày ${day.slice(0, 2)}/${month}/${year} của ${cleanText(plan.issuingBody)})`;
}

function sheetCell({ text, rowSpan, colSpan, bold }: DocumentCell): SheetCell {
  return { value: typedValue(text), rowSpan, colSpan, bold };
}

/** What is certainly a number or a day becomes one; '01', '1,5' and '0912…' stay the text they are. */
function typedValue(text: string): SheetValue {
  const plain = text.trim();
  if (/^(0|[1-9]\d{0,8})$/.test(plain)) return Number(plain);
  if (/^[1-9]\d{0,2}(\.\d{3}){1,4}$/.test(plain)) return { number: Number(plain.replaceAll('.', '')), grouped: true };
  const date = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain);
  if (!date) return text;
  const iso = `${date[3]}-${date[2]?.padStart(2, '0')}-${date[1]?.padStart(2, '0')}`;
  const time = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(iso) ? { date: iso } : text;
}
