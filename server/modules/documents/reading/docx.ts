import { type Reading, Unreadable } from './blocks.ts';
import { createWalk, type DocxBlock, type DocxPara, readBlocks } from './docx-body.ts';
import type { DocxNotes, InlineRun } from './docx-inline.ts';
import { createNumbering } from './docx-numbering.ts';
import { createStyles } from './docx-styles.ts';
import { decodeLegacy, encodingOfFont, type LegacyEncoding, UNICODE_VIETNAMESE } from './legacy-encoding.ts';
import type { RawBlock, RawPara, RawReading, RawRun } from './raw.ts';
import { symbolChar } from './symbol-fonts.ts';
import { child, childrenNamed, descendants, parseXml, type XmlNode } from './xml-tree.ts';
import { type Archive, openArchive } from './zip.ts';

/** Reads a Word document (.docx, .docm, .dotx) without its pictures, macros, notes and comments. */
export function readDocx(bytes: Uint8Array): RawReading {
  const archive = openArchive(bytes);
  const part = mainPart(archive);
  const xml = archive.text(part);
  if (xml === null) throw new Unreadable('documents.broken');
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const styles = createStyles(rootOf(archive, `${folder}styles.xml`), rootOf(archive, `${folder}theme/theme1.xml`));
  const numbering = createNumbering(rootOf(archive, `${folder}numbering.xml`), styles.numIdOf);
  const walk = createWalk(styles, numbering);
  const body = child(child(parseXml(xml), 'document'), 'body');
  if (!body) throw new Unreadable('documents.broken');
  const blocks = readBlocks(body, walk);
  const fonts = legacyFonts(blocks);
  return {
    format: 'docx',
    part,
    blocks: blocks.map((block) => rawBlock(block, fonts)),
    margins: marginLines(archive, folder),
    warnings: warningsOf(walk.notes, archive, fonts),
    repairs: fonts.repairs,
  };
}

/** The main part by the package's relations; its usual name where they are missing. */
function mainPart(archive: Archive): string {
  const links = childrenNamed(rootOf(archive, '_rels/.rels'), 'Relationship');
  const main = links.find((node) => /\/officeDocument$/.test(node.attrs.Type ?? ''));
  const target = main?.attrs.Target?.replace(/^\//, '');
  return target && archive.has(target) ? target : 'word/document.xml';
}

function rootOf(archive: Archive, name: string): XmlNode | undefined {
  const xml = archive.text(name);
  return xml ? parseXml(xml).children[0] : undefined;
}

/** Lines of headers, footers and watermarks. */
function marginLines(archive: Archive, folder: string): string[] {
  const parts = archive.names.filter((name) => name.startsWith(folder) && /\/(?:header|footer)\d*\.xml$/.test(name));
  return parts.flatMap((name) => {
    const root = rootOf(archive, name);
    if (!root) return [];
    const lines = descendants(root, 'p').map((p) =>
      descendants(p, 't')
        .map((t) => t.text)
        .join(''),
    );
    return [...lines, ...descendants(root, 'v:textpath').map((node) => node.attrs.string ?? '')];
  });
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

function warningsOf(notes: DocxNotes, archive: Archive, fonts: LegacyFonts): Reading['warnings'] {
  const warnings: Reading['warnings'] = [];
  const has = (pattern: RegExp) => archive.names.some((name) => pattern.test(name));
  if (has(/vbaProject\.bin$/i)) warnings.push({ code: 'documents.macros' });
  if (notes.revisions) warnings.push({ code: 'documents.tracked-changes' });
  if (notes.footnotes > 0) warnings.push({ code: 'documents.footnotes', params: { count: notes.footnotes } });
  if (notes.comments > 0) warnings.push({ code: 'documents.comments', params: { count: notes.comments } });
  if (notes.pictures > 0) warnings.push({ code: 'documents.pictures', params: { count: notes.pictures } });
  if (notes.hidden) warnings.push({ code: 'documents.hidden-text' });
  if (notes.embedded) warnings.push({ code: 'documents.embedded-part' });
  for (const encoding of fonts.found)
    warnings.push({ code: 'documents.legacy-font', params: { encoding: encoding.toUpperCase() } });
  return warnings;
}
