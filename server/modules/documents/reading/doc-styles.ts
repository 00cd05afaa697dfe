import { type DocFile, PART } from './doc-file.ts';
import { eachSprm, SPRM } from './doc-sprm.ts';

export interface DocLook {
  bold: boolean;
  italic: boolean;
  caps: boolean;
  hidden: boolean;
  deleted: boolean;
  font: number;
  asciiFont: number;
}

export interface DocParaLook {
  name: string | null;
  centred: boolean;
  outline: number;
  list: number;
  level: number;
  inTable: boolean;
  rowEnd: boolean;
}

interface Style {
  name: string;
  builtIn: number;
  base: number;
  para: DataView;
  chars: DataView;
}

export interface DocStyles {
  para(style: number): DocParaLook;
  chars(style: number): DocLook;
  fontName(index: number): string | undefined;
}

const NONE = 0xfff;
const EMPTY = new DataView(new ArrayBuffer(0));
const PLAIN_PARA: DocParaLook = {
  name: null,
  centred: false,
  outline: 9,
  list: 0,
  level: 0,
  inTable: false,
  rowEnd: false,
};

export function readDocStyles(file: DocFile): DocStyles {
  const sheet = file.part(PART.styles);
  const styles = readSheet(sheet);
  const fonts = readFonts(file.part(PART.fonts));
  const standardFont = sheet.byteLength >= 20 ? sheet.getUint16(2 + 12, true) : 0;
  const plain: DocLook = {
    bold: false,
    italic: false,
    caps: false,
    hidden: false,
    deleted: false,
    font: standardFont,
    asciiFont: standardFont,
  };
  const chain = (index: number): Style[] => {
    const list: Style[] = [];
    for (let at = index; at !== NONE && list.length < 20; ) {
      const style = styles[at];
      if (!style || list.includes(style)) break;
      list.unshift(style);
      at = style.base;
    }
    return list;
  };
  return {
    para: (index) => chain(index).reduce((look, style) => applyPara(look, style.para, printedName(style)), PLAIN_PARA),
    chars: (index) => chain(index).reduce((look, style) => applyChars(look, style.chars, look), plain),
    fontName: (index) => fonts[index],
  };
}

function printedName(style: Style): string {
  return style.builtIn >= 1 && style.builtIn <= 9 ? `Heading ${style.builtIn}` : style.name;
}

export function applyPara(look: DocParaLook, list: DataView, name = look.name): DocParaLook {
  const next = { ...look, name };
  eachSprm(list, (code, at) => {
    if (code === SPRM.justify || code === SPRM.justifyOld) next.centred = list.getUint8(at) === 1;
    else if (code === SPRM.outline) next.outline = list.getUint8(at);
    else if (code === SPRM.list) next.list = list.getInt16(at, true);
    else if (code === SPRM.listLevel) next.level = list.getUint8(at);
    else if (code === SPRM.inTable) next.inTable = list.getUint8(at) === 1;
    else if (code === SPRM.rowEnd) next.rowEnd = list.getUint8(at) === 1;
    else if (code === SPRM.depth) next.inTable ||= list.getUint32(at, true) > 0;
  });
  return next;
}

/** @param style what 0x80 (as the style) and 0x81 (the opposite) refer to */
export function applyChars(look: DocLook, list: DataView, style: DocLook): DocLook {
  const next = { ...look };
  const toggle = (value: number, own: boolean): boolean => (value === 0x80 ? own : value === 0x81 ? !own : value === 1);
  eachSprm(list, (code, at) => {
    if (code === SPRM.bold) next.bold = toggle(list.getUint8(at), style.bold);
    else if (code === SPRM.italic) next.italic = toggle(list.getUint8(at), style.italic);
    else if (code === SPRM.caps) next.caps = toggle(list.getUint8(at), style.caps);
    else if (code === SPRM.hidden) next.hidden = toggle(list.getUint8(at), style.hidden);
    else if (code === SPRM.deleted) next.deleted = list.getUint8(at) === 1;
    else if (code === SPRM.fontOther) next.font = list.getUint16(at, true);
    else if (code === SPRM.fontAscii) next.asciiFont = list.getUint16(at, true);
  });
  return next;
}

function readSheet(sheet: DataView): (Style | undefined)[] {
  if (sheet.byteLength < 8) return [];
  const start = 2 + sheet.getUint16(0, true);
  const count = Math.min(4096, sheet.getUint16(2, true));
  const base = sheet.getUint16(4, true);
  const styles: (Style | undefined)[] = [];
  for (let i = 0, at = start; i < count && at + 2 <= sheet.byteLength; i++) {
    const size = sheet.getUint16(at, true);
    const end = at + 2 + size;
    styles.push(size > base && end <= sheet.byteLength ? readStyle(sheet, at + 2, base, end) : undefined);
    at = end;
  }
  return styles;
}

function readStyle(sheet: DataView, at: number, base: number, end: number): Style {
  const kind = sheet.getUint16(at + 2, true) & 0xf;
  const length = sheet.getUint16(at + base, true);
  const name = textAt(sheet, at + base + 2, length);
  const parts: DataView[] = [];
  const count = sheet.getUint16(at + 4, true) & 0xf;
  let next = at + base + 2 + (length + 1) * 2;
  for (let i = 0; i < count && next + 2 <= end; i++) {
    next += (next - at) % 2;
    const size = sheet.getUint16(next, true);
    parts.push(new DataView(sheet.buffer, sheet.byteOffset + next + 2, Math.max(0, Math.min(size, end - next - 2))));
    next += 2 + size;
  }
  const para = kind === 1 && parts[0] && parts[0].byteLength > 2 ? skip(parts[0], 2) : EMPTY;
  const chars = (kind === 1 ? parts[1] : kind === 2 ? parts[0] : undefined) ?? EMPTY;
  return { name, builtIn: sheet.getUint16(at, true) & 0xfff, base: sheet.getUint16(at + 2, true) >> 4, para, chars };
}

function skip(view: DataView, bytes: number): DataView {
  return new DataView(view.buffer, view.byteOffset + bytes, view.byteLength - bytes);
}

function textAt(view: DataView, at: number, length: number): string {
  let text = '';
  for (let i = 0; i < length && at + i * 2 + 2 <= view.byteLength; i++)
    text += String.fromCharCode(view.getUint16(at + i * 2, true));
  return text;
}

/** Names of the fonts; each entry starts with its own length. */
function readFonts(table: DataView): string[] {
  const names: string[] = [];
  for (let at = 4; at + 41 < table.byteLength; at += table.getUint8(at) + 1) {
    const end = at + table.getUint8(at) + 1;
    const text = textAt(table, at + 40, Math.max(0, Math.floor((end - at - 40) / 2)));
    names.push(text.split('\0')[0] ?? '');
  }
  return names;
}
