import { eachSprm, SPRM } from './doc-sprm.ts';
import type { DocxBlock, DocxCell, DocxPara, DocxTable } from './docx-body.ts';
import { type Merge, placeCell } from './docx-table.ts';

interface Row {
  cells: DocxBlock[][];
  edges: number[];
  merges: Merge[];
  lines: number;
  header: boolean;
}

/** Edges this near (twentieths of a point) are one column line. */
const NEAR = 40;
const CELL_RECORD = 20;

/** Gathers the cells of a .doc table, whose rows say where their cells begin and end. */
export class DocTableBuilder {
  private rows: Row[] = [];
  private cells: DocxBlock[][] = [];
  private content: DocxBlock[] = [];

  add(para: DocxPara, endsCell: boolean): void {
    this.content.push(para);
    if (!endsCell) return;
    this.cells.push(this.content);
    this.content = [];
  }

  endRow(properties: DataView): void {
    if (this.content.length > 0) this.cells.push(this.content);
    this.rows.push({ cells: this.cells, ...readRow(properties) });
    this.cells = [];
    this.content = [];
  }

  /** The table gathered so far, if any. */
  take(): DocxBlock[] {
    const loose = [...this.cells.flat(), ...this.content];
    const tables = this.rows.length > 0 ? [buildTable(this.rows)] : [];
    this.rows = [];
    this.cells = [];
    this.content = [];
    return [...tables, ...loose];
  }
}

function readRow(properties: DataView): Omit<Row, 'cells'> {
  const row: Omit<Row, 'cells'> = { edges: [], merges: [], lines: 0, header: false };
  eachSprm(properties, (code, at, size) => {
    if (code === SPRM.rowCells) readCells(properties, at, size, row);
    else if (code === SPRM.rowHeader) row.header = properties.getUint8(at) === 1;
    else if (code === SPRM.cellMergedDown && size >= 2) {
      const value = properties.getUint8(at + 1);
      row.merges[properties.getUint8(at)] = value === 3 ? 'start' : value === 1 ? 'continue' : 'none';
    } else if (code === SPRM.tableLines) row.lines += drawn(properties, at, size, 8, 5);
    else if (code === SPRM.tableLinesOld) row.lines += drawn(properties, at, size, 4, 1);
  });
  return row;
}

/** Number of border records of a list that draw a line. */
function drawn(properties: DataView, at: number, size: number, step: number, type: number): number {
  let count = 0;
  for (let i = 0; i + step <= size; i += step) {
    const kind = properties.getUint8(at + i + type);
    if (kind !== 0 && kind !== 0xff) count++;
  }
  return count;
}

function readCells(properties: DataView, at: number, size: number, row: Omit<Row, 'cells'>): void {
  const count = properties.getUint8(at);
  const records = at + 1 + (count + 1) * 2;
  for (let i = 0; i <= count && at + 3 + i * 2 <= at + size; i++)
    row.edges.push(properties.getInt16(at + 1 + i * 2, true));
  for (let i = 0; i < count; i++) {
    const record = records + i * CELL_RECORD;
    if (record + CELL_RECORD > at + size) break;
    const flags = properties.getUint16(record, true);
    row.merges[i] =
      (flags & 2) !== 0 ? 'across' : (flags & 0x40) !== 0 ? 'start' : (flags & 0x20) !== 0 ? 'continue' : 'none';
    if (drawn(properties, record + 4, 16, 4, 1) >= 2) row.lines += 2;
  }
}

function buildTable(rows: Row[]): DocxTable {
  const columns = clusterEdges(rows.flatMap((row) => row.edges));
  const cells: DocxCell[] = [];
  const open = new Map<number, DocxCell>();
  rows.forEach((row, r) => {
    row.cells.forEach((content, i) => {
      const known = row.edges.length === row.cells.length + 1;
      const col = known ? columnOf(columns, row.edges[i]!) : i;
      const end = known ? columnOf(columns, row.edges[i + 1]!) : i + 1;
      placeCell(
        { row: r, col, rowSpan: 1, colSpan: Math.max(1, end - col), content },
        row.merges[i] ?? 'none',
        cells,
        open,
      );
    });
  });
  const header = rows.findIndex((row) => !row.header);
  return {
    kind: 'table',
    rows: rows.length,
    cols: Math.max(columns.length - 1, ...cells.map((cell) => cell.col + cell.colSpan)),
    cells,
    bordered: rows.reduce((sum, row) => sum + row.lines, 0) >= rows.length * 2,
    headerRows: Math.max(0, header),
  };
}

function clusterEdges(edges: number[]): number[] {
  const out: number[] = [];
  for (const edge of [...edges].sort((a, b) => a - b))
    if (out.length === 0 || edge - out.at(-1)! > NEAR) out.push(edge);
  return out;
}

function columnOf(columns: number[], edge: number): number {
  let best = 0;
  for (let i = 1; i < columns.length; i++) if (Math.abs(columns[i]! - edge) < Math.abs(columns[best]! - edge)) best = i;
  return best;
}
