import type { ReadPicture } from './blocks.ts';
import type { PlacedPicture } from './docx-inline.ts';
import { childrenNamed, parseXml } from './xml-tree.ts';
import type { Archive } from './zip.ts';

/** As many and as much as an article may hold; more would be an album, and the memory of the process is bounded. */
const MOST = 60;
const MOST_BYTES = 25 * 1024 * 1024;
const MOST_TOGETHER = 60 * 1024 * 1024;

/** Bytes of the pictures that a text places. What is none that a camera or a screen makes is named with its reason. */
export function picturesOf(archive: Archive, part: string, placed: readonly PlacedPicture[]): ReadPicture[] {
  const targets = targetsOf(archive, part);
  let [taken, bytes] = [0, 0];
  return placed.map(({ relation, alt }): ReadPicture => {
    const skip = (skipped: ReadPicture['skipped']): ReadPicture => ({ alt, base64: null, skipped });
    const name = relation === null ? undefined : targets.get(relation);
    if (name === undefined || !archive.has(name)) return skip('linked');
    if (taken >= MOST) return skip('too-many');
    const content = archive.bytes(name);
    if (content === null || content.length > MOST_BYTES || bytes + content.length > MOST_TOGETHER)
      return skip('too-large');
    if (!isPhoto(content)) return skip('drawing');
    taken++;
    bytes += content.length;
    return { alt, base64: Buffer.from(content).toString('base64'), skipped: null };
  });
}

/** Names of parts by the relations of the main part; what lies outside the file has none. */
function targetsOf(archive: Archive, part: string): Map<string, string> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const xml = archive.text(`${folder}_rels/${part.slice(slash)}.rels`);
  const root = xml ? parseXml(xml).children[0] : undefined;
  return new Map(
    childrenNamed(root, 'Relationship').flatMap(({ attrs }) => {
      if (!attrs.Id || !attrs.Target || attrs.TargetMode === 'External') return [];
      return [[attrs.Id, attrs.Target.startsWith('/') ? attrs.Target.slice(1) : `${folder}${attrs.Target}`] as const];
    }),
  );
}

/** JPEG, PNG, GIF, WebP, TIFF, BMP, HEIC by their first bytes; metafiles of Word are drawings, and SVG is a program. */
export function isPhoto(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return firsts.some((first) => head.startsWith(first)) || /^(?:RIFF....WEBP|....ftyp(?:hei|mif|avif))/s.test(head);
}

const firsts = ['\u00ff\u00d8\u00ff', '\u0089PNG', 'GIF8', 'II*\u0000', 'MM\u0000*', 'BM'];
