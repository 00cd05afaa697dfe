import { cellText } from './cell-text.ts';
import { isDateFormat } from './xlsx-dates.ts';
import { readXml } from './xml-events.ts';

export interface WorkbookSheet {
  name: string;
  hidden: boolean;
  relation: string;
}

/** Sheets in tab order and the day that serial numbers count from. */
export function readWorkbook(bytes: Uint8Array): { sheets: WorkbookSheet[]; from1904: boolean } {
  const sheets: WorkbookSheet[] = [];
  let from1904 = false;
  readXml(bytes, {
    open: (name, { name: title = '', state, id = '', date1904 }) => {
      if (name === 'sheet')
        sheets.push({ name: title, hidden: state === 'hidden' || state === 'veryHidden', relation: id });
      if (name === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
    },
  });
  return { sheets, from1904 };
}

/** Targets by relation id, as paths in the zip file. */
export function readRelations(bytes: Uint8Array): Map<string, string> {
  const targets = new Map<string, string>();
  readXml(bytes, {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}

/** For each cell style, whether it shows its number as a date. */
export function readDateStyles(bytes: Uint8Array | undefined): boolean[] {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  // Many styles share few formats.
  const known = new Map<number, boolean>();
  const isDate = (id: number) => known.get(id) ?? isDateFormat(id, codes.get(id));
  let inCells = false;
  if (bytes === undefined) return styles;
  readXml(bytes, {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = Number(numFmtId ?? 0);
        known.set(id, isDate(id));
        styles.push(isDate(id));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** The texts that cells share; reading aids (furigana) are left out. */
export function readSharedStrings(bytes: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inAid = false;
  if (bytes === undefined) return strings;
  readXml(bytes, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') inAid = true;
      if (name === 't') inText = true;
    },
    close: (name) => {
      if (name === 'si') strings.push(cellText(text));
      if (name === 'rPh') inAid = false;
      if (name === 't') inText = false;
    },
    text: (part) => {
      if (inText && !inAid) text += part;
    },
  });
  return strings;
}
