import { strToU8, zipSync } from 'fflate';
import { cleanText } from './clean-text.ts';
import type { Sheet } from './sheet.ts';
import { headRow, sheetXml } from './xlsx-sheet.ts';
import { StyleSheet } from './xlsx-styles.ts';
import { escapeXml } from './xml.ts';
import { stopClock } from './zip-clock.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook of tables ready to print: A4 landscape, fitted to the page's width, head repeated and frozen, rows high
 * enough for their wrapped text. Text is written as text, never as a formula. The same input gives the same bytes.
 * Sheets without columns are left out; a workbook without sheets gets one that is empty.
 */
export function writeXlsx(sheets: Sheet[]): Uint8Array {
  const filled = sheets.filter((sheet) => sheet.columns.length > 0);
  const all = filled.length > 0 ? filled : [{ name: 'Bảng', columns: [{ title: '', width: 1 }], rows: [] }];
  const styles = new StyleSheet();
  const parts = all.map((sheet, i): [string, string] => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet, styles)]);
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(all.length),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(all, sheetNames(all)),
    'xl/_rels/workbook.xml.rels': relations([
      ...all.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    ...Object.fromEntries(parts),
    'xl/styles.xml': styles.xml(),
  };
  const bytes = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]));
  return stopClock(zipSync(bytes, { level: 6 }));
}

/** At most 31 characters, none of []:*?/\, no apostrophe at the ends, each once. */
export function sheetNames(sheets: Pick<Sheet, 'name'>[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const base =
      cleanText(name)
        .replace(/[[\]:*?/\\]/g, '-')
        .replace(/^'+|'+$/g, '') || 'Bảng';
    let unique = base.slice(0, 31);
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${base.slice(0, 31 - ` (${n})`.length)} (${n})`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function workbook(sheets: Sheet[], names: string[]): string {
  const list = names.map((name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const titles = sheets.map((sheet, i) => {
    const quoted = `'${(names[i] ?? '').replaceAll("'", "''")}'`;
    const row = headRow(sheet);
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${escapeXml(quoted)}!$${row}:$${row}</definedName>`;
  });
  return [
    `${HEAD}<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews>`,
    `<sheets>${list.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`,
  ].join('');
}

function relations(targets: [string, string][]): string {
  const each = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const part = (path: string, type: string) => `<Override PartName="/${path}" ContentType="${CONTENT}.${type}+xml"/>`;
  const worksheets = Array.from({ length: sheets }, (_, i) => part(`xl/worksheets/sheet${i + 1}.xml`, 'worksheet'));
  return [
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `${part('xl/workbook.xml', 'sheet.main')}${worksheets.join('')}${part('xl/styles.xml', 'styles')}</Types>`,
  ].join('');
}
