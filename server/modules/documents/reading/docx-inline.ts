import type { ParaLook, RunLook, Styles } from './docx-styles.ts';
import { readRunLook } from './docx-styles.ts';
import { symbolText } from './symbol-fonts.ts';
import { child, descendants, type XmlNode } from './xml-tree.ts';

/** One run before its font's encoding is undone (that needs a look at the whole document first). */
export interface InlineRun {
  text: string;
  bold: boolean;
  italic: boolean;
  caps: boolean;
  font: string | undefined;
  asciiFont: string | undefined;
}

/** What a walk over the document notes beside the text. */
export interface DocxNotes {
  footnotes: number;
  comments: number;
  pictures: number;
  revisions: boolean;
  hidden: boolean;
  embedded: boolean;
}

/** A picture as the text places it: the relation that leads to its bytes, and its alternative text. */
export interface PlacedPicture {
  relation: string | null;
  alt: string;
}

/** Stands in the text where the n-th picture stood, for those who want pictures; such a letter stands in no font. */
export const pictureMark = (n: number): string => String.fromCodePoint(0xf0000 + n);
export const PICTURE_MARK = /[\u{F0000}-\u{F0FFF}]/u;
/** Pictures that a text may place; further ones are counted and left. */
export const MOST_PLACED = 200;

/** State that outlives a paragraph: fields may run over several. */
export interface InlineState {
  styles: Styles;
  notes: DocxNotes;
  /** Where pictures are wanted: those found so far. */
  pictures?: PlacedPicture[] | undefined;
  /** One entry per open field: true while its code (not its result) is being read. */
  fields: boolean[];
}

export interface InlineResult {
  runs: InlineRun[];
  /** Contents of text boxes that are anchored here. */
  textBoxes: XmlNode[];
}

const TRANSPARENT = new Set([
  'hyperlink',
  'smartTag',
  'ins',
  'moveTo',
  'customXml',
  'fldSimple',
  'sdtContent',
  'dir',
  'bdo',
]);
const MARKS: Record<string, string> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
  softHyphen: '\u00AD',
};

/** Reads the runs of a paragraph in printed order; what was deleted under tracking is left out. */
export function readInline(paragraph: XmlNode, look: ParaLook, state: InlineState): InlineResult {
  const result: InlineResult = { runs: [], textBoxes: [] };
  walk(paragraph, look, state, result);
  return result;
}

function walk(node: XmlNode, look: ParaLook, state: InlineState, result: InlineResult): void {
  for (const item of node.children) {
    if (item.name === 'r') readRun(item, look, state, result);
    else if (TRANSPARENT.has(item.name)) {
      if (item.name === 'ins' || item.name === 'moveTo') state.notes.revisions = true;
      walk(item, look, state, result);
    } else if (item.name === 'sdt') walk(child(item, 'sdtContent') ?? EMPTY, look, state, result);
    else if (item.name === 'del' || item.name === 'moveFrom') state.notes.revisions = true;
    else if (item.name === 'mc:AlternateContent') walk(chooseAlternate(item), look, state, result);
    else if (item.name.startsWith('m:')) addMath(item, result);
    else if (item.name === 'commentRangeStart') state.notes.comments++;
  }
}

const EMPTY: XmlNode = { name: '', attrs: {}, children: [], text: '' };

/** One of the two versions of a drawing: reading both would print its text twice. */
export function chooseAlternate(node: XmlNode): XmlNode {
  const choice = child(node, 'mc:Choice');
  const fallback = child(node, 'mc:Fallback');
  if (choice && (descendants(choice, 't').length > 0 || !fallback)) return choice;
  return fallback ?? choice ?? EMPTY;
}

function readRun(run: XmlNode, look: ParaLook, state: InlineState, result: InlineResult): void {
  const style = styleOfRun(child(run, 'rPr'), look, state.styles);
  let text = '';
  for (const item of run.children) {
    if (item.name === 'fldChar') stepField(item.attrs.fldCharType, state.fields);
    else if (item.name === 't') text += state.fields.includes(true) ? '' : item.text;
    else if (item.name === 'sym') text += symbolText(item.attrs.font, item.attrs.char);
    else if (item.name in MARKS) text += MARKS[item.name];
    else text += readObject(item, state, result);
  }
  if (text === '') return;
  if (style.hidden) {
    state.notes.hidden ||= text.trim() !== '';
    return;
  }
  result.runs.push({ ...style, text });
}

/** @returns the mark of a picture where pictures are wanted, else nothing */
function readObject(item: XmlNode, state: InlineState, result: InlineResult): string {
  if (item.name === 'footnoteReference' || item.name === 'endnoteReference') state.notes.footnotes++;
  else if (item.name === 'mc:AlternateContent')
    return chooseAlternate(item)
      .children.map((inner) => readObject(inner, state, result))
      .join('');
  else if (item.name === 'drawing' || item.name === 'pict' || item.name === 'object') {
    const boxes = outermostBoxes(item);
    result.textBoxes.push(...boxes);
    if (boxes.length === 0) return readPicture(item, state);
  } else if (item.name === 'ruby') {
    const base = child(item, 'rubyBase');
    for (const run of base?.children ?? []) readRun(run, { name: null }, state, result);
  }
  return '';
}

function readPicture(item: XmlNode, state: InlineState): string {
  const blip = descendants(item, 'a:blip')[0] ?? descendants(item, 'v:imagedata')[0];
  if (!blip) return '';
  state.notes.pictures++;
  if (!state.pictures || state.pictures.length >= MOST_PLACED) return '';
  const about = descendants(item, 'wp:docPr')[0]?.attrs ?? descendants(item, 'v:shape')[0]?.attrs ?? {};
  state.pictures.push({ relation: blip.attrs.embed ?? blip.attrs.id ?? null, alt: about.descr ?? about.alt ?? '' });
  return pictureMark(state.pictures.length - 1);
}

function outermostBoxes(node: XmlNode, found: XmlNode[] = []): XmlNode[] {
  for (const item of node.children) {
    if (item.name === 'txbxContent') found.push(item);
    else outermostBoxes(item.name === 'mc:AlternateContent' ? chooseAlternate(item) : item, found);
  }
  return found;
}

function stepField(type: string | undefined, fields: boolean[]): void {
  if (type === 'begin') fields.push(true);
  else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = false;
  else if (type === 'end') fields.pop();
}

function addMath(node: XmlNode, result: InlineResult): void {
  const text = descendants(node, 'm:t')
    .map((item) => item.text)
    .join('');
  if (text !== '')
    result.runs.push({ text, bold: false, italic: false, caps: false, font: undefined, asciiFont: undefined });
}

/** Direct formatting wins; a toggle set by both the paragraph style and the run style cancels out (as Word does). */
function styleOfRun(
  rPr: XmlNode | undefined,
  look: ParaLook,
  styles: Styles,
): Omit<InlineRun, 'text'> & { hidden: boolean } {
  const direct = readRunLook(rPr, styles.themeFont);
  const named: RunLook = rPr ? styles.run(child(rPr, 'rStyle')?.attrs.val) : {};
  const flag = (key: 'bold' | 'italic' | 'caps' | 'hidden'): boolean => {
    const own = direct[key];
    if (own !== undefined) return own;
    const both = named[key] !== undefined && look[key] !== undefined;
    if (both) return named[key] !== look[key];
    return named[key] ?? look[key] ?? styles.defaults[key] ?? false;
  };
  return {
    bold: flag('bold'),
    italic: flag('italic'),
    caps: flag('caps'),
    hidden: flag('hidden'),
    font: direct.font ?? named.font ?? look.font ?? styles.defaults.font,
    asciiFont: direct.asciiFont ?? named.asciiFont ?? look.asciiFont ?? styles.defaults.asciiFont,
  };
}
