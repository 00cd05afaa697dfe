import type { PlanDraft } from '#lib/plan-draft.ts';
import { isLine, type Line, type Piece, piece } from './lines.ts';
import { type Node, walk } from './node.ts';

export interface BudgetFound {
  budget: NonNullable<PlanDraft['budget']>;
  piece: Piece;
  sure: number;
}

const AMOUNT = /(\d{1,3}(?:[.,\s]\d{3})+|\d+(?:,\d+)?)\s*(tỷ|tỉ|triệu|nghìn|ngàn)?\s*(?:đồng|VNĐ|VND|đ)(?![\p{L}])/iu;
const UNITS: Record<string, number> = { tỷ: 1e9, tỉ: 1e9, triệu: 1e6, nghìn: 1e3, ngàn: 1e3 };
const SOURCE =
  /(?:(?:được )?(?:lấy|trích|chi|bố trí|sử dụng|bảo đảm|đảm bảo|cân đối|huy động|cấp|thực hiện|chi trả|chi từ|hỗ trợ)\s*(?:từ|trong|bằng|theo)|(?:^|[\s,:;])từ(?=\s+(?:nguồn|ngân sách|kinh phí|dự toán|quỹ))|^nguồn kinh phí\s*:|(?:sử dụng|do|theo)(?=\s+(?:nguồn|ngân sách|kinh phí)))\s*:?\s*(.+?)(?:\.\s|\.$|;?$)/iu;

/** Where the money comes from: the paragraph below "Kinh phí", wherever that heading stands. */
export function readBudget(root: Node): BudgetFound | null {
  const nodes = [...walk(root)].filter((node) => node.role === 'budget');
  const lines = nodes.flatMap(linesOf);
  const found = lines.map(readLine).filter((line): line is BudgetFound => line !== null);
  const best = found.find((line) => line.sure > 0.8) ?? found[0] ?? loose(root);
  if (!best) return null;
  const amount = best.budget.amount ?? found.find((line) => line.budget.amount !== null)?.budget.amount ?? null;
  return { ...best, budget: { ...best.budget, amount } };
}

interface Source {
  line: Line;
  from: number;
}

function linesOf(node: Node): Source[] {
  const own = node.line && node.inline ? [{ line: node.line, from: node.inline.spans[0]!.from }] : [];
  return [...own, ...node.body.filter(isLine).map((line) => ({ line, from: 0 }))];
}

function readLine({ line, from }: Source): BudgetFound | null {
  const text = line.text.slice(from);
  if (text.trim() === '') return null;
  const match = SOURCE.exec(text);
  const source = match ? match[1]! : text;
  const start = from + (match ? match.index + match[0].indexOf(match[1]!) : 0);
  const trimmed = source
    .replace(/\s*:\s*\d[\d.,]*\s*(?:đồng|đ|VNĐ|triệu).*$/isu, '')
    .replace(
      /(?:\s+(?:bảo đảm|đảm bảo|chi trả))?(?:,?\s+theo (?:đúng )?(?:các )?quy định(?: hiện hành| của pháp luật)?)?[\s.;]*$/iu,
      '',
    )
    .trim();
  const year = /năm\s+(20\d\d)(?!\s*[-–])/iu.exec(trimmed.replace(/“[^”]*”/g, ''))?.[1];
  const budget = { source: trimmed, amount: amountIn(text), year: year ? Number(year) : null };
  return { budget, piece: piece(line, start, start + source.length), sure: match ? 0.9 : 0.6 };
}

export function amountIn(text: string): number | null {
  const match = AMOUNT.exec(text);
  if (!match) return null;
  const scale = match[2] ? UNITS[match[2].toLowerCase()]! : 1;
  const digits = match[2] ? match[1]!.replace(',', '.') : match[1]!.replace(/[.,\s]/g, '');
  const value = Math.round(Number(digits) * scale);
  return value >= 1000 ? value : null;
}

/** No heading names it: a sentence that starts with "Kinh phí". */
function loose(root: Node): BudgetFound | null {
  for (const node of walk(root)) {
    for (const source of linesOf(node)) {
      if (!/^(?:nguon )?kinh phi\b/.test(source.line.fold.slice(source.from))) continue;
      const found = readLine(source);
      if (found && found.sure > 0.8) return { ...found, sure: 0.65 };
    }
  }
  return null;
}
