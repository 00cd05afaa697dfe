import type { Block, Reading, Table } from './blocks.ts';
import { isColumnWord } from './text-cells.ts';

/** Paragraphs of one cell of a text file from which on lines from below the table may have come into it. */
const GROWN = 4;
const FLAT_HEADER = 4;

/**
 * Tables of a text that a person should look at: a cell that grew over several lines, or the words of a header one
 * below the other, whose rows could not be rebuilt. @returns the warnings to add, none or one
 */
export function doubtsAboutTables(blocks: readonly Block[]): Reading['warnings'] {
  const doubtful = blocks.some((block) => block.kind === 'table' && hasGrownCell(block)) || hasFlatHeader(blocks);
  return doubtful ? [{ code: 'documents.doubtful-table' }] : [];
}

const hasGrownCell = (table: Table): boolean => table.cells.some((cell) => cell.paras.length >= GROWN);

function hasFlatHeader(blocks: readonly Block[]): boolean {
  let run = 0;
  for (const block of blocks) {
    run = block.kind === 'para' && block.label === null && isColumnWord(block.text) ? run + 1 : 0;
    if (run >= FLAT_HEADER) return true;
  }
  return false;
}
