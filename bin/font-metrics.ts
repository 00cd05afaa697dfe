/**
 * Writes lib/font-metrics.gen.ts from the Tinos fonts in node_modules: advance widths of the letters that plans are
 * made of, in the four styles, and the code points the fonts can show at all. Run after changing the font's version:
 *   node bin/run.mjs bin/font-metrics.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILES = [
  '400Regular/Tinos_400Regular',
  '700Bold/Tinos_700Bold',
  '400Regular_Italic/Tinos_400Regular_Italic',
  '700Bold_Italic/Tinos_700Bold_Italic',
];

interface Font {
  unitsPerEm: number;
  ascent: number;
  descent: number;
  lineGap: number;
  /** Glyph of a code point; 0 is "no such glyph". */
  glyphs: Map<number, number>;
  advance: (glyph: number) => number;
}

function readFont(path: string): Font {
  const bytes = readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${path}.ttf`)));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const entry = 12 + i * 16;
    tables.set(bytes.toString('latin1', entry, entry + 4), view.getUint32(entry + 8));
  }
  const at = (name: string) => tables.get(name) ?? 0;
  const long = view.getUint16(at('hhea') + 34);
  return {
    unitsPerEm: view.getUint16(at('head') + 18),
    ascent: view.getInt16(at('hhea') + 4),
    descent: view.getInt16(at('hhea') + 6),
    lineGap: view.getInt16(at('hhea') + 8),
    glyphs: readCharacters(view, at('cmap')),
    advance: (glyph) => view.getUint16(at('hmtx') + 4 * Math.min(glyph, long - 1)),
  };
}

/** The Unicode table of format 4, which covers the basic plane; plans need nothing beyond it. */
function readCharacters(view: DataView, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const table = cmap + view.getUint32(cmap + 8 + i * 8);
    if (view.getUint16(table) === 4) readSegments(view, table, glyphs);
  }
  return glyphs;
}

function readSegments(view: DataView, table: number, glyphs: Map<number, number>): void {
  const twice = view.getUint16(table + 6);
  for (let segment = 0; segment < twice; segment += 2) {
    const end = view.getUint16(table + 14 + segment);
    const start = view.getUint16(table + 16 + twice + segment);
    const delta = view.getUint16(table + 16 + 2 * twice + segment);
    const rangeAt = table + 16 + 3 * twice + segment;
    const range = view.getUint16(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const listed = range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - start));
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}

/** Latin, Vietnamese and the punctuation of official documents; other letters get the mean width. */
function wanted(): number[] {
  const ranges = [
    [0x20, 0x7e],
    [0xa0, 0x17f],
    [0x1a0, 0x1a1],
    [0x1af, 0x1b0],
    [0x300, 0x303],
    [0x309, 0x309],
    [0x323, 0x323],
    [0x1ea0, 0x1ef9],
    [0x2010, 0x2026],
    [0x2030, 0x203a],
    [0x20ab, 0x20ac],
    [0x2116, 0x2122],
    [0x2190, 0x2193],
    [0x2212, 0x2212],
    [0x2248, 0x2265],
    [0x25a0, 0x25cf],
  ];
  return ranges.flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
}

function coverage(fonts: Font[]): number[] {
  const [first, ...others] = fonts;
  const shared = [...(first?.glyphs.keys() ?? [])]
    .filter((code) => others.every((font) => font.glyphs.has(code)))
    .sort((a, b) => a - b);
  const ranges: number[] = [];
  for (const code of shared) {
    if (ranges.at(-1) === code - 1) ranges[ranges.length - 1] = code;
    else ranges.push(code, code);
  }
  return ranges;
}

/** The file's text, so that a test can compare it with what is checked in. */
export function fontMetricsFile(): string {
  const fonts = FILES.map(readFont);
  const codes = wanted().filter((code) => fonts.every((font) => font.glyphs.has(code)));
  const widths = fonts.map((font) => codes.map((code) => font.advance(font.glyphs.get(code) ?? 0)));
  const [regular] = fonts;
  return [
    '// Made by bin/font-metrics.ts from Tinos (SIL OFL 1.1); do not edit.',
    `export const unitsPerEm = ${regular?.unitsPerEm};`,
    `export const vertical = ${JSON.stringify({ ascent: regular?.ascent, descent: regular?.descent, lineGap: regular?.lineGap })};`,
    `export const codes = ${JSON.stringify(codes)};`,
    '/** Regular, bold, italic, bold italic; one number for each of `codes`. */',
    `export const advances = ${JSON.stringify(widths)};`,
    '/** Pairs [from, to] of the code points that all four styles can show. */',
    `export const covered = ${JSON.stringify(coverage(fonts))};`,
    '',
  ].join('\n');
}

if (import.meta.main) writeFileSync(new URL('../lib/font-metrics.gen.ts', import.meta.url), fontMetricsFile());
