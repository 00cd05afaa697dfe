import { cellTableAt } from './text-cells.ts';
import { LETTERHEAD } from './text-columns.ts';
import type { TextLine } from './text-lines.ts';
import { belongs, goesOn, startsAnother } from './text-rows.ts';

/** A cell's lines; each is a paragraph of its own. */
export interface TextCell {
  lines: { text: string; from: number; to: number }[];
}

export interface TextTable {
  rows: TextCell[][];
  cols: number;
  from: number;
  to: number;
  /** Index of the line after the table. */
  next: number;
}

const RULE = /^[\s|+:=_\t-]*[-=_]{2,}[\s|+:=_\t-]*$/;
const isRule = (line: TextLine) => RULE.test(line.text);
const isPipeRow = (line: TextLine) => /^\|.*\|$/.test(line.text.trim()) && line.text.length > 2;
const pipesIn = (line: TextLine | undefined): number => (line?.text.match(/\s\|\s|\s\|$/g) ?? []).length;
const tabsIn = (line: TextLine) => line.text.split('\t').length - 1;

/** Reads a table that starts at a line: rows of pipes (Markdown) or of tabs (pasted from a word processor). */
export function tableAt(lines: readonly TextLine[], at: number): TextTable | null {
  const first = lines[at];
  if (!first) return null;
  if (isPipeRow(first) || (first.text.includes('|') && isPipeRule(lines[at + 1]))) return pipeTable(lines, at);
  if (pipesIn(first) >= 2 && pipesIn(lines[at + 1]) >= 2) return pipeTable(lines, at);
  if (tabsIn(first) >= 2) return tabTable(lines, at);
  return cellTableAt(lines, at);
}

function isPipeRule(line: TextLine | undefined): boolean {
  return line !== undefined && isRule(line) && line.text.includes('|');
}

function pipeTable(lines: readonly TextLine[], at: number): TextTable | null {
  const rows: TextCell[][] = [];
  let next = at;
  for (; next < lines.length; next++) {
    const line = lines[next]!;
    if (isRule(line) && line.text.includes('|')) continue;
    if (line.text === '' && isPipeRow(lines[next + 1] ?? line)) continue;
    if (!line.text.includes('|')) break;
    rows.push(pipeCells(line));
  }
  if (
    rows.length < 2 &&
    !LETTERHEAD.test(
      lines
        .slice(at, next)
        .map((line) => line.text)
        .join('\n'),
    )
  )
    return null;
  return finish(rows, lines, at, next);
}

function pipeCells(line: TextLine): TextCell[] {
  const inner = line.text
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cellOf(cell.replaceAll('\\|', '|'), line));
}

function cellOf(text: string, line: TextLine): TextCell {
  const pieces = text.split(/<br\s*\/?>|\n/i).map((piece) => piece.trim());
  return {
    lines: pieces.filter((piece) => piece !== '').map((piece) => ({ text: piece, from: line.from, to: line.to })),
  };
}

/**
 * Rows of tabs. A cell of several paragraphs spreads over lines without all their tabs, so a row ends when it has as
 * many cells as the first one and a new line starts; blank lines and rules of dashes between rows are page breaks.
 */
function tabTable(lines: readonly TextLine[], at: number): TextTable | null {
  const header = lines[at]!.text;
  const width = tabsIn(lines[at]!);
  const rows: TextCell[][] = [];
  let next = at;
  let grown = 0;
  for (; next < lines.length; next++) {
    const line = lines[next]!;
    if (isRule(line) || line.pageBreak) continue;
    const row = rows.at(-1);
    const place = { lines, at: next, header, no: numberOf(rows), cells: row?.length ?? 0 };
    if (line.text === '') {
      if (!goesOn(place)) break;
    } else if (opensRow(line, row, width)) {
      if (startsAnother(place)) break;
      rows.push(splitTabs(line));
      grown = 0;
    } else if (row && belongs(place, grown)) {
      append(row, line);
      grown += tabsIn(line) > 0 ? 0 : 1;
    } else break;
  }
  return rows.length < 2 ? null : finish(rows, lines, at, next);
}

function opensRow(line: TextLine, row: TextCell[] | undefined, width: number): boolean {
  const tabs = tabsIn(line);
  if (tabs >= 1 && row && /^\d{1,3}[.)]?\t/.test(line.text)) return true;
  if (tabs < 2) return false;
  return !row || row.length > width || row.length - 1 + tabs > width;
}

/** Number of the last row that has one; 0 before it. */
function numberOf(rows: readonly TextCell[][]): number {
  const numbered = rows.findLast((row) => /^\d{1,3}[.)]?$/.test(row[0]?.lines[0]?.text ?? ''));
  return numbered ? Number.parseInt(numbered[0]!.lines[0]!.text, 10) : 0;
}

function splitTabs(line: TextLine): TextCell[] {
  return line.text.split('\t').map((cell) => cellOf(cell, line));
}

function append(row: TextCell[], line: TextLine): void {
  const [head, ...rest] = splitTabs(line);
  row.at(-1)?.lines.push(...(head?.lines ?? []));
  row.push(...rest);
}

function finish(rows: TextCell[][], lines: readonly TextLine[], at: number, next: number): TextTable {
  const cols = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return { rows, cols, from: lines[at]!.from, to: lines[next - 1]!.to, next };
}
