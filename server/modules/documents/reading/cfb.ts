/**
 * Just enough of the compound file format (the container of .doc, .xls, .msg and of encrypted .docx) to tell what a
 * file is: the names of its streams, and the first bytes of the Word stream.
 */

export interface CompoundFile {
  streams: string[];
  /** True when the Word stream says that its text is encrypted. */
  wordEncrypted: boolean;
}

const FREE = 0xfffffffa;
const MAX_SECTORS = 4096;

/** @returns null when the bytes are no readable compound file */
export function readCompoundFile(bytes: Uint8Array): CompoundFile | null {
  if (bytes.length < 512) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return null;
  const directory = readDirectory(view, shift);
  if (directory.length === 0) return null;
  const word = directory.find((entry) => entry.name === 'WordDocument');
  return {
    streams: directory.map((entry) => entry.name),
    wordEncrypted: word ? isEncrypted(view, shift, word.start) : false,
  };
}

function readDirectory(view: DataView, shift: number): { name: string; start: number }[] {
  const entries: { name: string; start: number }[] = [];
  let sector = view.getUint32(48, true);
  for (let n = 0; n < MAX_SECTORS && sector < FREE; n++) {
    const from = (sector + 1) * 2 ** shift;
    const to = from + 2 ** shift;
    if (to > view.byteLength) break;
    for (let at = from; at < to; at += 128) {
      const name = nameAt(view, at);
      if (name !== '') entries.push({ name, start: view.getUint32(at + 116, true) });
    }
    sector = nextSector(view, shift, sector);
  }
  return entries;
}

function nameAt(view: DataView, at: number): string {
  const length = Math.min(64, view.getUint16(at + 64, true));
  let name = '';
  for (let i = 0; i + 2 < length; i += 2) name += String.fromCharCode(view.getUint16(at + i, true));
  return name;
}

/** The allocation table says which sector follows; its own sectors are listed in the header (enough for 6.8 MB and more). */
function nextSector(view: DataView, shift: number, sector: number): number {
  const perSector = 2 ** shift / 4;
  const index = Math.floor(sector / perSector);
  if (index >= 109) return FREE;
  const table = view.getUint32(76 + index * 4, true);
  if (table >= FREE) return FREE;
  const at = (table + 1) * 2 ** shift + (sector % perSector) * 4;
  return at + 4 <= view.byteLength ? view.getUint32(at, true) : FREE;
}

function isEncrypted(view: DataView, shift: number, start: number): boolean {
  const at = (start + 1) * 2 ** shift;
  return (
    at + 12 <= view.byteLength && view.getUint16(at, true) === 0xa5ec && (view.getUint16(at + 10, true) & 0x0100) !== 0
  );
}
