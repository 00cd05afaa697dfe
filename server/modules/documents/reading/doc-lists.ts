import { type DocFile, PART } from './doc-file.ts';
import { eachSprm, SPRM } from './doc-sprm.ts';
import type { XmlNode } from './xml-tree.ts';

/**
 * The lists of a .doc, written as the numbering part of a .docx, so that one counter serves both.
 * List n of the override table (1-based) becomes numId n.
 */
const FORMATS: Record<number, string> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  18: 'decimalEnclosedCircle',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
};
const LIST_SIZE = 28;
const OVERRIDE_SIZE = 16;

export function readDocLists(file: DocFile, fontName: (index: number) => string | undefined): XmlNode {
  const { part, table } = file;
  const lists = part(PART.lists);
  const abstracts: XmlNode[] = [];
  if (lists.byteLength >= 2) {
    const count = lists.getUint16(0, true);
    // The levels follow the list table in the stream, outside its stated length.
    let at = lists.byteOffset - table.byteOffset + 2 + count * LIST_SIZE;
    for (let i = 0; i < count; i++) {
      const entry = 2 + i * LIST_SIZE;
      const simple = (lists.getUint8(entry + 26) & 1) === 1;
      const levels: XmlNode[] = [];
      for (let level = 0; level < (simple ? 1 : 9); level++) {
        const read = readLevel(table, at, level, fontName);
        levels.push(read.node);
        at = read.end;
      }
      abstracts.push(element('abstractNum', { abstractNumId: String(lists.getInt32(entry, true)) }, levels));
    }
  }
  return element('numbering', {}, [...abstracts, ...readOverrides(part(PART.overrides), table, fontName)]);
}

function readLevel(
  table: DataView,
  at: number,
  level: number,
  fontName: (index: number) => string | undefined,
): { node: XmlNode; end: number } {
  const start = table.getInt32(at, true);
  const format = table.getUint8(at + 4);
  const flags = table.getUint8(at + 5);
  const charSize = table.getUint8(at + 24);
  const paraSize = table.getUint8(at + 25);
  const chars = new DataView(table.buffer, table.byteOffset + at + 28 + paraSize, charSize);
  const textAt = at + 28 + paraSize + charSize;
  const length = table.getUint16(textAt, true);
  let text = '';
  for (let i = 0; i < length; i++) {
    const code = table.getUint16(textAt + 2 + i * 2, true);
    text += code < 9 ? `%${code + 1}` : String.fromCharCode(code);
  }
  const children = [val('start', String(start)), val('numFmt', FORMATS[format] ?? 'decimal'), val('lvlText', text)];
  if ((flags & 4) !== 0) children.push(val('isLgl', '1'));
  if ((flags & 8) !== 0) children.push(val('lvlRestart', String(table.getUint8(at + 26))));
  const font = fontOf(chars, fontName);
  if (font) children.push(element('rPr', {}, [element('rFonts', { hAnsi: font }, [])]));
  return { node: element('lvl', { ilvl: String(level) }, children), end: textAt + 2 + length * 2 };
}

function fontOf(chars: DataView, fontName: (index: number) => string | undefined): string | undefined {
  let font: string | undefined;
  eachSprm(chars, (code, at) => {
    if (code === SPRM.fontOther || (code === SPRM.fontAscii && font === undefined))
      font = fontName(chars.getUint16(at, true));
  });
  return font;
}

function readOverrides(
  overrides: DataView,
  table: DataView,
  fontName: (index: number) => string | undefined,
): XmlNode[] {
  if (overrides.byteLength < 4) return [];
  const count = Math.min(4096, overrides.getUint32(0, true));
  let at = 4 + count * OVERRIDE_SIZE;
  const shift = overrides.byteOffset - table.byteOffset;
  return Array.from({ length: count }, (_, i) => {
    const entry = 4 + i * OVERRIDE_SIZE;
    const children = [val('abstractNumId', String(overrides.getInt32(entry, true)))];
    const levels = overrides.getUint8(entry + 12);
    at += 4;
    for (let n = 0; n < levels && shift + at + 8 <= table.byteLength; n++) {
      const read = readOverride(table, shift + at, fontName);
      children.push(read.node);
      at = read.end - shift;
    }
    return element('num', { numId: String(i + 1) }, children);
  });
}

function readOverride(
  table: DataView,
  at: number,
  fontName: (index: number) => string | undefined,
): { node: XmlNode; end: number } {
  const flags = table.getUint32(at + 4, true);
  const level = flags & 0xf;
  const children: XmlNode[] = [];
  let end = at + 8;
  if ((flags & 0x20) !== 0) {
    const read = readLevel(table, end, level, fontName);
    children.push(read.node);
    end = read.end;
  }
  if ((flags & 0x10) !== 0) children.push(val('startOverride', String(table.getInt32(at, true))));
  return { node: element('lvlOverride', { ilvl: String(level) }, children), end };
}

function element(name: string, attrs: Record<string, string>, children: XmlNode[]): XmlNode {
  return { name, attrs, children, text: '' };
}

function val(name: string, value: string): XmlNode {
  return element(name, { val: value }, []);
}
