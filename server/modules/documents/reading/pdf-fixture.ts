import { strToU8, zlibSync } from 'fflate';

/** Builds small PDF files in code, for tests: text at given places, rules, fonts by name. Coordinates from the top left corner. */

export interface FixtureText {
  x: number;
  y: number;
  text: string;
  size?: number;
  font?: string;
}

export interface FixturePage {
  texts?: FixtureText[];
  /** Strokes [x0, y0, x1, y1]. */
  strokes?: [number, number, number, number][];
  /** Filled rectangles [x, y, width, height]. */
  fills?: [number, number, number, number][];
  width?: number;
  height?: number;
}

const TIMES = 'Times-Roman';

/** Width that the fixture gives every letter, in ems. */
export const LETTER = 0.5;

/** Codes for the letters of the whole file: one byte each, explained by a ToUnicode map. */
function encodingOf(pages: FixturePage[]): Map<string, number> {
  const codes = new Map<string, number>([[' ', 32]]);
  let next = 33;
  for (const { texts = [] } of pages) {
    for (const { text } of texts) for (const char of text) if (!codes.has(char)) codes.set(char, next++);
  }
  if (next > 255) throw new Error('too many different letters for this fixture');
  return codes;
}

export function makePdf(pages: FixturePage[], options: { trailer?: string; compress?: boolean } = {}): Uint8Array {
  const codes = encodingOf(pages);
  const fonts = [...new Set(pages.flatMap((page) => (page.texts ?? []).map((text) => text.font ?? TIMES)))];
  if (fonts.length === 0) fonts.push(TIMES);
  const objects: (string | Uint8Array)[] = [];
  const add = (body: string | Uint8Array): number => objects.push(body);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const map = add(stream(strToU8(unicodeMap(codes)), false));
  const fontIds = fonts.map((font) => add(fontObject(font, map)));
  const resources = `<< /Font << ${fonts.map((_, i) => `/F${i} ${fontIds[i]} 0 R`).join(' ')} >> >>`;
  const kids = pages.map((page) => {
    const { width = 595, height = 842 } = page;
    const content = add(stream(latin1(contentOf(page, height, codes, fonts)), options.compress ?? false));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources ${resources} /Contents ${content} 0 R >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] >>`;
  return assembleFile(objects, options.trailer ?? '');
}

function fontObject(name: string, map: number): string {
  const widths = Array.from({ length: 224 }, (_, i) => (i === 0 ? 250 : LETTER * 1000)).join(' ');
  return `<< /Type /Font /Subtype /TrueType /BaseFont /${name.replace(/ /g, '#20')} /FirstChar 32 /LastChar 255 /Widths [${widths}] /ToUnicode ${map} 0 R /FontDescriptor << /Type /FontDescriptor /FontName /${name.replace(/ /g, '#20')} /Flags 32 /Ascent 891 /Descent -216 /CapHeight 660 /ItalicAngle 0 /StemV 80 /FontBBox [-100 -216 1000 891] >> >>`;
}

function unicodeMap(codes: Map<string, number>): string {
  const rows = [...codes].map(
    ([char, code]) =>
      `<${hex(code, 2)}> <${[...Array(char.length).keys()].map((i) => hex(char.charCodeAt(i), 4)).join('')}>`,
  );
  const blocks = [];
  for (let i = 0; i < rows.length; i += 100) {
    const part = rows.slice(i, i + 100);
    blocks.push(`${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`;
}

function contentOf(page: FixturePage, height: number, codes: Map<string, number>, fonts: string[]): string {
  const texts = (page.texts ?? []).map(({ x, y, text, size = 12, font = TIMES }) => {
    const bytes = [...text].map((char) => hex(codes.get(char)!, 2)).join('');
    return `BT /F${fonts.indexOf(font)} ${size} Tf ${x} ${height - y} Td <${bytes}> Tj ET`;
  });
  const strokes = (page.strokes ?? []).map(([x0, y0, x1, y1]) => `${x0} ${height - y0} m ${x1} ${height - y1} l S`);
  const fills = (page.fills ?? []).map(([x, y, w, h]) => `${x} ${height - y - h} ${w} ${h} re f`);
  return ['0.5 w', ...strokes, ...fills, ...texts].join('\n');
}

function stream(data: Uint8Array, compress: boolean): Uint8Array {
  const body = compress ? zlibSync(data) : data;
  return join([
    strToU8(`<< /Length ${body.length}${compress ? ' /Filter /FlateDecode' : ''} >>\nstream\n`),
    body,
    strToU8('\nendstream'),
  ]);
}

function assembleFile(objects: (string | Uint8Array)[], trailer: string): Uint8Array {
  const parts: Uint8Array[] = [latin1('%PDF-1.7\n')];
  let size = parts[0]!.length;
  const offsets = objects.map((object, i) => {
    const at = size;
    const bytes = join([
      strToU8(`${i + 1} 0 obj\n`),
      typeof object === 'string' ? latin1(object) : object,
      strToU8('\nendobj\n'),
    ]);
    parts.push(bytes);
    size += bytes.length;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    latin1(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${size}\n%%EOF\n`,
    ),
  );
  return join(parts);
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

function join(parts: Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** A paragraph as a machine would set it: lines broken at `width` points, the first line set in. */
export function setParagraph(
  text: string,
  at: { x: number; y: number; width: number; indent?: number; size?: number; font?: string },
): FixtureText[] {
  const { size = 12, indent = 0 } = at;
  const lines: FixtureText[] = [];
  let line = '';
  const flush = () => {
    const x = at.x + (lines.length === 0 ? indent : 0);
    lines.push({ x, y: at.y + lines.length * size * 1.3, text: line, size, ...(at.font ? { font: at.font } : {}) });
  };
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    const room = at.width - (lines.length === 0 ? indent : 0);
    if (widthOf(longer, size) > room && line !== '') {
      flush();
      line = word;
    } else line = longer;
  }
  flush();
  return lines;
}

export function widthOf(text: string, size = 12): number {
  let width = 0;
  for (const char of text) width += (char === ' ' ? 0.25 : LETTER) * size;
  return width;
}
