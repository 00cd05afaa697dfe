import type { Reading } from './blocks.ts';
import { type DocSource, readStory } from './doc-body.ts';
import { openDoc } from './doc-file.ts';
import { readDocLists } from './doc-lists.ts';
import { readDocStyles } from './doc-styles.ts';
import { readDocText, readPropertyRuns } from './doc-text.ts';
import type { DocxBlock } from './docx-body.ts';
import { decodeFonts } from './docx-fonts.ts';
import type { DocxNotes } from './docx-inline.ts';
import { createNumbering } from './docx-numbering.ts';
import { parasOf, paraText } from './layout-table.ts';
import type { RawReading } from './raw.ts';

/**
 * Reads a Word 97-2003 file with its automatic numbers, fonts and merged cells, by [MS-DOC].
 * @returns null for older versions; throws where the structure is damaged (the caller then takes another way)
 */
export function readDocBinary(bytes: Uint8Array): RawReading | null {
  const file = openDoc(bytes);
  if (!file) return null;
  const styles = readDocStyles(file);
  const notes: DocxNotes = { footnotes: 0, comments: 0, pictures: 0, revisions: false, hidden: false, embedded: false };
  const source: DocSource = {
    file,
    text: readDocText(file),
    chars: readPropertyRuns(file, 'chpx'),
    paras: readPropertyRuns(file, 'papx'),
    styles,
    numbering: createNumbering(readDocLists(file, styles.fontName), () => undefined),
    notes,
  };
  const { counts } = file;
  const headers = counts.text + counts.footnotes;
  const boxes = headers + counts.headers + counts.comments + counts.endnotes;
  const body = readStory(source, 0, counts.text);
  const framed = readStory(source, boxes, boxes + counts.boxes).map(
    (block): DocxBlock => (block.kind === 'para' ? { ...block, framed: true } : block),
  );
  const decoded = decodeFonts([...body, ...framed]);
  const margins = decodeFonts([
    ...readStory(source, headers, headers + counts.headers),
    ...readStory(source, boxes + counts.boxes, boxes + counts.boxes + counts.headerBoxes),
  ]);
  return {
    format: 'doc',
    part: 'WordDocument',
    blocks: decoded.blocks,
    margins: parasOf(margins.blocks).map(paraText),
    warnings: [...warningsOf(notes), ...decoded.warnings],
    repairs: decoded.repairs,
  };
}

function warningsOf(notes: DocxNotes): Reading['warnings'] {
  const warnings: Reading['warnings'] = [];
  if (notes.revisions) warnings.push({ code: 'documents.tracked-changes' });
  if (notes.footnotes > 0) warnings.push({ code: 'documents.footnotes', params: { count: notes.footnotes } });
  if (notes.comments > 0) warnings.push({ code: 'documents.comments', params: { count: notes.comments } });
  if (notes.pictures > 0) warnings.push({ code: 'documents.pictures', params: { count: notes.pictures } });
  if (notes.hidden) warnings.push({ code: 'documents.hidden-text' });
  return warnings;
}
