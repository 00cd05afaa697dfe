/** Type of every cell, in points, and its name: the same face as the documents. */
export const sheetFont = { name: 'Times New Roman', size: 12, titleSize: 14 };

export interface CellStyle {
  bold?: boolean;
  title?: boolean;
  border?: boolean;
  /** True unless told otherwise. */
  wrap?: boolean;
  align: 'left' | 'center' | 'right';
  format?: 'general' | 'grouped' | 'date';
}

const FORMATS = { general: 0, grouped: 3, date: 164 };

/** Collects the styles that cells use and gives each a number, in order of first use. */
export class StyleSheet {
  readonly #styles: CellStyle[] = [{ align: 'left' }];
  readonly #numbers = new Map<string, number>();

  numberOf(style: CellStyle): number {
    const key = JSON.stringify([style.bold, style.title, style.border, style.align, style.format, style.wrap]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#styles.push(style);
    this.#numbers.set(key, this.#styles.length - 1);
    return this.#styles.length - 1;
  }

  xml(): string {
    const cells = this.#styles.map(styleXml).join('');
    const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      `<numFmts count="1"><numFmt numFmtId="${FORMATS.date}" formatCode="dd/mm/yyyy"/></numFmts>`,
      `<fonts count="4">${fontXml(sheetFont.size)}${fontXml(sheetFont.size, true)}`,
      `${fontXml(sheetFont.titleSize)}${fontXml(sheetFont.titleSize, true)}</fonts>`,
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
      '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
      `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      `<cellXfs count="${this.#styles.length}">${cells}</cellXfs>`,
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    ].join('');
  }
}

function fontXml(size: number, bold = false): string {
  return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="${sheetFont.name}"/><family val="1"/></font>`;
}

function styleXml({ bold, title, border, align, wrap = true, format = 'general' }: CellStyle): string {
  const font = (title ? 2 : 0) + (bold ? 1 : 0);
  return [
    `<xf numFmtId="${FORMATS[format]}" fontId="${font}" fillId="0" borderId="${border ? 1 : 0}" xfId="0"`,
    ' applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">',
    `<alignment horizontal="${align}" vertical="center"${wrap ? ' wrapText="1"' : ''}/></xf>`,
  ].join('');
}
