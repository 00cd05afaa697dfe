import type { RawBlock, RawPara, RawTable } from './raw.ts';

/**
 * Tables that only place text side by side: the letterhead (issuing body | national title), the signature block
 * (recipients | signer), frames of one cell. They are read column by column, as a person reads them.
 */
const LETTERHEAD = /C[ỘÔ]NG H(?:ÒA|OÀ|ÕA) X[ÃẢ] H[ỘÔ]I|Độc lập\s*[-–]\s*Tự do|ĐẢNG CỘNG SẢN VIỆT NAM/i;
const SIGNATURE =
  /^\s*Nơi (?:nhận|gửi)|^(?:KT|TM|TL|TUQ|Q)\.\s?\p{Lu}|^(?:HIỆU TRƯỞNG|GIÁM ĐỐC|CHỦ TỊCH|BỘ TRƯỞNG|TRƯỞNG (?:BAN|PHÒNG)|NGƯỜI LẬP)/mu;

/** Replaces layout tables by their paragraphs, left column first; data tables stay. */
export function unrollLayoutTables(blocks: RawBlock[]): RawBlock[] {
  return blocks.flatMap((block) => (block.kind === 'table' && isLayout(block) ? unroll(block) : [block]));
}

function isLayout(table: RawTable): boolean {
  if (table.cells.length === 0) return true;
  if (table.cols === 1) return table.rows === 1 || !table.bordered;
  const text = tableText(table);
  if (table.cols <= 4 && LETTERHEAD.test(text) && text.length < 1500) return true;
  if (table.bordered) return table.cols <= 3 && table.rows <= 2 && /^\s*Nơi nhận/mu.test(text);
  return table.rows === 1 || (table.cols <= 4 && SIGNATURE.test(text));
}

function unroll(table: RawTable): RawBlock[] {
  const frame = table.bordered && table.rows === 1 && table.cols === 1;
  const cells = [...table.cells].sort((a, b) => a.col - b.col || a.row - b.row);
  const inner = unrollLayoutTables(cells.flatMap((cell) => cell.content));
  return frame ? inner.map((block) => (block.kind === 'para' ? { ...block, framed: true } : block)) : inner;
}

/** All paragraphs below a list of blocks, row by row. */
export function parasOf(blocks: RawBlock[]): RawPara[] {
  return blocks.flatMap((block) =>
    block.kind === 'para' ? [block] : block.cells.flatMap((cell) => parasOf(cell.content)),
  );
}

export function paraText(para: RawPara): string {
  return para.runs.map((run) => run.text).join('');
}

function tableText(table: RawTable): string {
  return parasOf([table]).map(paraText).join('\n').normalize('NFC');
}
