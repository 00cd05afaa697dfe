import { type Declarations, drawsLine } from './html-css.ts';
import {
  attribute,
  declarationsOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  type Look,
  lookOf,
} from './html-look.ts';
import type { HtmlWalk } from './html-walk.ts';
import type { RawBlock, RawCell, RawTable } from './raw.ts';

type ReadFlow = (element: HtmlElement, look: Look, walk: HtmlWalk) => RawBlock[];

interface RowNode {
  row: HtmlElement;
  header: boolean;
}

const MAX_SPAN = 200;

/** Reads a table on its grid, as a browser places the cells (rowspan 0 = to the end). */
export function readHtmlTable(table: HtmlElement, look: Look, walk: HtmlWalk, readFlow: ReadFlow): RawTable {
  const rows = rowsOf(table);
  const taken = rows.map(() => new Set<number>());
  const cells: RawCell[] = [];
  let cols = 0;
  let bordered = 0;
  rows.forEach(({ row }, r) => {
    let col = 0;
    for (const cell of cellsOf(row)) {
      while (taken[r]!.has(col)) col++;
      const colSpan = span(attribute(cell, 'colspan'), MAX_SPAN);
      const rowSpan = span(attribute(cell, 'rowspan'), rows.length - r);
      for (let down = 0; down < rowSpan; down++) for (let c = col; c < col + colSpan; c++) taken[r + down]!.add(c);
      const css = declarationsOf(cell, walk.sheet);
      const content = readFlow(cell, lookOf(cell, css, look), walk);
      cells.push({ row: r, col, rowSpan, colSpan, content });
      if (hasLines(css)) bordered++;
      col += colSpan;
      cols = Math.max(cols, col);
    }
  });
  const ruled = Number.parseInt(attribute(table, 'border') ?? '0', 10) > 0 || attribute(table, 'rules') === 'all';
  const headerRows = headerCount(rows);
  return {
    kind: 'table',
    rows: rows.length,
    cols,
    cells,
    bordered: ruled || bordered * 2 >= Math.max(1, cells.length),
    headerRows,
  };
}

/** Rows of this table (not of tables inside its cells); the head comes first, the foot last. */
function rowsOf(table: HtmlElement): RowNode[] {
  const parts: Record<'thead' | 'tbody' | 'tfoot', RowNode[]> = { thead: [], tbody: [], tfoot: [] };
  for (const node of elementsOf(table)) {
    const tag = node.tagName;
    if (tag === 'tr') parts.tbody.push({ row: node, header: false });
    else if (tag === 'thead' || tag === 'tbody' || tag === 'tfoot') {
      for (const row of elementsOf(node)) if (row.tagName === 'tr') parts[tag].push({ row, header: tag === 'thead' });
    }
  }
  return [...parts.thead, ...parts.tbody, ...parts.tfoot];
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return elementsOf(row).filter((node) => node.tagName === 'td' || node.tagName === 'th');
}

function elementsOf(element: HtmlElement): HtmlElement[] {
  return element.childNodes.filter((node: HtmlNode): node is HtmlElement => isElement(node));
}

function headerCount(rows: RowNode[]): number {
  let count = 0;
  while (
    count < rows.length &&
    (rows[count]!.header || cellsOf(rows[count]!.row).every((cell) => cell.tagName === 'th'))
  )
    count++;
  return count < rows.length ? count : 0;
}

function span(value: string | undefined, most: number): number {
  const number = Number.parseInt(value ?? '1', 10);
  if (number === 0) return Math.max(1, most);
  return Number.isFinite(number) ? Math.max(1, Math.min(most, number)) : 1;
}

function hasLines(css: Declarations): boolean {
  const sides = ['top', 'left', 'bottom', 'right'].filter((side) => {
    const own = css[`border-${side}`] ?? css[`border-${side}-style`];
    return drawsLine(own ?? css.border ?? css['border-style']);
  });
  return sides.length >= 2;
}
