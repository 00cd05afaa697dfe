import { type Reading, Unreadable } from './blocks.ts';
import { createWalk, readBlocks } from './docx-body.ts';
import { decodeFonts } from './docx-fonts.ts';
import type { DocxNotes, PlacedPicture } from './docx-inline.ts';
import { createNumbering } from './docx-numbering.ts';
import { picturesOf } from './docx-pictures.ts';
import { createStyles } from './docx-styles.ts';
import type { RawReading } from './raw.ts';
import { child, childrenNamed, descendants, parseXml, type XmlNode } from './xml-tree.ts';
import { type Archive, openArchive } from './zip.ts';

/** Reads a Word document (.docx, .docm, .dotx) without its macros, notes and comments; its pictures where they are wanted. */
export function readDocx(bytes: Uint8Array, withPictures = false): RawReading {
  const archive = openArchive(bytes);
  const part = mainPart(archive);
  const xml = archive.text(part);
  if (xml === null) throw new Unreadable('documents.broken');
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const linked = linkedParts(archive, part);
  const styles = createStyles(linked('styles', 'styles.xml'), linked('theme', 'theme/theme1.xml'));
  const numbering = createNumbering(linked('numbering', 'numbering.xml'), styles.numIdOf);
  const placed: PlacedPicture[] = [];
  const walk = createWalk(styles, numbering, withPictures ? placed : undefined);
  const body = child(child(parseXml(xml), 'document'), 'body');
  if (!body) throw new Unreadable('documents.broken');
  const blocks = readBlocks(body, walk);
  const decoded = decodeFonts(blocks);
  return {
    format: 'docx',
    part,
    blocks: decoded.blocks,
    margins: marginLines(archive, folder),
    warnings: [...warningsOf(walk.notes, archive), ...decoded.warnings],
    repairs: decoded.repairs,
    ...(withPictures && { pictures: picturesOf(archive, part, placed) }),
  };
}

/** The main part by the package's relations; its usual name where they are missing. */
function mainPart(archive: Archive): string {
  const links = childrenNamed(rootOf(archive, '_rels/.rels'), 'Relationship');
  const main = links.find((node) => /\/officeDocument$/.test(node.attrs.Type ?? ''));
  const target = main?.attrs.Target?.replace(/^\//, '');
  return target && archive.has(target) ? target : 'word/document.xml';
}

/** Parts that the main part links to by kind ("styles2.xml" in some files), by their usual name where the link is missing. */
function linkedParts(archive: Archive, part: string): (kind: string, usual: string) => XmlNode | undefined {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const links = childrenNamed(rootOf(archive, `${folder}_rels/${part.slice(slash)}.rels`), 'Relationship');
  return (kind, usual) => {
    const target = links.find((node) => node.attrs.Type?.endsWith(`/${kind}`))?.attrs.Target;
    const name = target?.startsWith('/') ? target.slice(1) : `${folder}${target}`;
    return rootOf(archive, target !== undefined && archive.has(name) ? name : `${folder}${usual}`);
  };
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

function warningsOf(notes: DocxNotes, archive: Archive): Reading['warnings'] {
  const warnings: Reading['warnings'] = [];
  const has = (pattern: RegExp) => archive.names.some((name) => pattern.test(name));
  if (has(/vbaProject\.bin$/i)) warnings.push({ code: 'documents.macros' });
  if (notes.revisions) warnings.push({ code: 'documents.tracked-changes' });
  if (notes.footnotes > 0) warnings.push({ code: 'documents.footnotes', params: { count: notes.footnotes } });
  if (notes.comments > 0) warnings.push({ code: 'documents.comments', params: { count: notes.comments } });
  if (notes.pictures > 0) warnings.push({ code: 'documents.pictures', params: { count: notes.pictures } });
  if (notes.hidden) warnings.push({ code: 'documents.hidden-text' });
  if (notes.embedded) warnings.push({ code: 'documents.embedded-part' });
  return warnings;
}
