import {
  chooseAlternate,
  type DocxNotes,
  type InlineRun,
  type InlineState,
  type PlacedPicture,
  readInline,
} from './docx-inline.ts';
import type { Numbering } from './docx-numbering.ts';
import { type ParaLook, readParaLook, type Styles } from './docx-styles.ts';
import { readTable } from './docx-table.ts';
import { child, childrenNamed, toggle, type XmlNode } from './xml-tree.ts';

/** A paragraph whose runs still carry their fonts. */
export interface DocxPara {
  kind: 'para';
  runs: InlineRun[];
  label: string | null;
  level: number | null;
  centred: boolean;
  style: string | null;
  framed: boolean;
}

export interface DocxCell {
  row: number;
  col: number;
  rowSpan: number;
  colSpan: number;
  content: DocxBlock[];
}

export interface DocxTable {
  kind: 'table';
  rows: number;
  cols: number;
  cells: DocxCell[];
  bordered: boolean;
  headerRows: number;
}

export type DocxBlock = DocxPara | DocxTable;

export interface BodyWalk {
  styles: Styles;
  numbering: Numbering;
  notes: DocxNotes;
  inline: InlineState;
  /** Runs of paragraphs whose end mark was deleted under tracking: they belong to the next paragraph. */
  pending: InlineRun[];
}

const WRAPPERS = new Set(['ins', 'moveTo', 'customXml', 'smartTag', 'sdtContent', 'subDoc']);

/** @param pictures where they are wanted: takes those that are found */
export function createWalk(styles: Styles, numbering: Numbering, pictures?: PlacedPicture[]): BodyWalk {
  const notes: DocxNotes = { footnotes: 0, comments: 0, pictures: 0, revisions: false, hidden: false, embedded: false };
  return { styles, numbering, notes, inline: { styles, notes, pictures, fields: [] }, pending: [] };
}

/** Blocks of a body, a cell or a text box, in reading order. */
export function readBlocks(container: XmlNode, walk: BodyWalk): DocxBlock[] {
  const blocks: DocxBlock[] = [];
  for (const item of container.children) {
    if (item.name === 'p') blocks.push(...readParagraph(item, walk));
    else if (item.name === 'tbl') blocks.push(readTable(item, walk, readBlocks));
    else if (item.name === 'sdt') blocks.push(...readBlocks(child(item, 'sdtContent') ?? item, walk));
    else if (WRAPPERS.has(item.name)) blocks.push(...readBlocks(item, walk));
    else if (item.name === 'mc:AlternateContent') blocks.push(...readBlocks(chooseAlternate(item), walk));
    else if (item.name === 'altChunk') walk.notes.embedded = true;
  }
  return blocks;
}

function readParagraph(node: XmlNode, walk: BodyWalk): DocxBlock[] {
  const pPr = child(node, 'pPr');
  const styleId = child(pPr, 'pStyle')?.attrs.val;
  const look = { ...walk.styles.paragraph(styleId) };
  const direct = readParaLook(pPr);
  const { runs, textBoxes } = readInline(node, look, walk.inline);
  const boxed = textBoxes.flatMap((box) => readBlocks(box, walk)).map(framed);
  if (isMarkDeleted(pPr)) {
    walk.notes.revisions = true;
    walk.pending.push(...runs);
    return boxed;
  }
  const number = numberOf(look, direct, walk.numbering);
  const outline = direct.outline ?? look.outline;
  const para: DocxPara = {
    kind: 'para',
    runs: walk.pending.length > 0 ? [...walk.pending.splice(0), ...runs] : runs,
    label: number && number.label !== '' ? number.label : null,
    level: number ? number.level : null,
    centred: direct.centred ?? look.centred ?? false,
    style: outline !== undefined && outline < 9 ? `Heading ${outline + 1}` : look.name,
    framed: child(pPr, 'framePr') !== undefined || isBoxed(pPr),
  };
  return [para, ...boxed];
}

/** The number of a paragraph: its own, or the one its style brings; numId 0 takes it away. */
function numberOf(
  look: ParaLook,
  direct: Partial<ParaLook>,
  numbering: Numbering,
): { label: string; level: number } | null {
  const numId = direct.numId ?? look.numId;
  if (numId === undefined || numId === '0') return null;
  const linked =
    direct.numId === undefined && look.numberingStyle ? numbering.levelOfStyle(numId, look.numberingStyle) : undefined;
  return numbering.next(numId, direct.level ?? linked ?? look.level ?? 0);
}

function framed(block: DocxBlock): DocxBlock {
  return block.kind === 'para' ? { ...block, framed: true } : block;
}

function isMarkDeleted(pPr: XmlNode | undefined): boolean {
  const rPr = child(pPr, 'rPr');
  return child(rPr, 'del') !== undefined || child(rPr, 'moveFrom') !== undefined;
}

/** Lines on all four sides: a stamp or a note, not running text. */
function isBoxed(pPr: XmlNode | undefined): boolean {
  const border = child(pPr, 'pBdr');
  if (!border) return false;
  return ['top', 'left', 'bottom', 'right'].every(
    (side) =>
      childrenNamed(border, side).length > 0 &&
      toggle(border, side) !== false &&
      !/^(?:nil|none)$/.test(child(border, side)?.attrs.val ?? ''),
  );
}
