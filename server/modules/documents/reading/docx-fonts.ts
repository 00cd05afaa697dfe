import { decodeLegacy, encodingOfFont, type LegacyEncoding, UNICODE_VIETNAMESE } from '#lib/legacy-encoding.ts';
import type { Reading } from './blocks.ts';
import type { DocxBlock, DocxPara } from './docx-body.ts';
import type { InlineRun } from './docx-inline.ts';
import type { RawBlock, RawPara, RawRun } from './raw.ts';
import { symbolChar } from './symbol-fonts.ts';

export interface DecodedBlocks {
  blocks: RawBlock[];
  warnings: Reading['warnings'];
  repairs: Reading['repairs'];
}

/** Undoes what fonts do to letters: TCVN3 and VNI encodings, symbol fonts, capitals. */
export function decodeFonts(blocks: DocxBlock[]): DecodedBlocks {
  const fonts = legacyFonts(blocks);
  return {
    blocks: blocks.map((block) => rawBlock(block, fonts)),
    warnings: [...fonts.found].map((encoding) => ({
      code: 'documents.legacy-font',
      params: { encoding: encoding.toUpperCase() },
    })),
    repairs: fonts.repairs,
  };
}

interface LegacyFonts {
  /** False when runs in a legacy font hold Unicode letters: the font name is a leftover then. */
  decode: boolean;
  found: Set<LegacyEncoding>;
  repairs: Reading['repairs'];
}

/** Looks at all runs in legacy fonts once, to see whether their text really is in that encoding. */
function legacyFonts(blocks: DocxBlock[]): LegacyFonts {
  const found = new Set<LegacyEncoding>();
  let unicode = 0;
  let legacy = 0;
  for (const run of runsOf(blocks)) {
    const font = encodingOfFont(run.font);
    if (!font) continue;
    found.add(font.encoding);
    if (UNICODE_VIETNAMESE.test(run.text.normalize('NFC'))) unicode++;
    else if (/[\u00A1-\u00FF\uF0A1-\uF0FF]/.test(run.text)) legacy++;
  }
  const decode = legacy > unicode || (legacy === 0 && unicode === 0 && found.size > 0);
  return { decode, found: decode && legacy > 0 ? found : new Set(), repairs: [] };
}

function* runsOf(blocks: DocxBlock[]): Generator<InlineRun> {
  for (const block of blocks) {
    if (block.kind === 'para') yield* block.runs;
    else for (const cell of block.cells) yield* runsOf(cell.content);
  }
}

function rawBlock(block: DocxBlock, fonts: LegacyFonts): RawBlock {
  if (block.kind === 'para') return rawPara(block, fonts);
  const cells = block.cells.map((cell) => ({ ...cell, content: cell.content.map((inner) => rawBlock(inner, fonts)) }));
  return { ...block, cells };
}

function rawPara(para: DocxPara, fonts: LegacyFonts): RawPara {
  const runs = para.runs.map((run) => rawRun(run, fonts.decode));
  noteLegacy(para, runs, fonts);
  return { ...para, runs };
}

function rawRun(run: InlineRun, decode: boolean): RawRun {
  const legacy = decode ? encodingOfFont(run.font) : null;
  const ascii = encodingOfFont(run.asciiFont);
  let text = run.text;
  if (legacy) text = decodeLegacy(text, legacy.encoding, legacy.capitals || (ascii?.capitals ?? false));
  else if (/[\uF020-\uF0FF]/.test(text))
    text = text.replace(/[\uF020-\uF0FF]/g, (c) => symbolChar(run.font, c.charCodeAt(0) - 0xf000));
  if (run.caps) text = text.toUpperCase();
  return { text, bold: run.bold, italic: run.italic };
}

/** One sample a document tells the reviewer what was done to the letters. */
function noteLegacy(para: DocxPara, runs: RawRun[], fonts: LegacyFonts): void {
  if (fonts.found.size === 0 || fonts.repairs.length > 0) return;
  const raw = para.runs.map((run) => run.text).join('');
  const normal = runs.map((run) => run.text).join('');
  if (raw !== normal && raw.length > 20)
    fonts.repairs.push({ raw: raw.slice(0, 80), normal: normal.slice(0, 80), why: 'legacy-font', block: 0 });
}
