/** What of EXIF we look at. Its texts are `YYYY:MM:DD HH:MM:SS` and `+07:00`. */
export interface Exif {
  taken: string | null;
  offset: string | null;
  place: boolean;
}

const EXIF_POINTER = 0x8769;
const GPS_POINTER = 0x8825;
const TAKEN = 0x9003;
const OFFSET = 0x9011;
const LATITUDE = 0x0002;
/** More entries than any camera writes in one directory: a hostile one ends here. */
const MOST_ENTRIES = 500;
const nothing: Exif = { taken: null, offset: null, place: false };

/** Reads date and place out of EXIF bytes as the decoder gives them (with or without `Exif\0\0` in front). */
export function readExif(bytes: Uint8Array): Exif {
  try {
    return read(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    // Offsets that lead outside: what a camera says is never worth an error.
    if (error instanceof RangeError) return nothing;
    throw error;
  }
}

type Directory = Map<number, { at: number; count: number }>;

function read(all: DataView): Exif {
  const start = all.getUint32(0) === 0x45786966 ? 6 : 0;
  const view = new DataView(all.buffer, all.byteOffset + start, all.byteLength - start);
  const little = view.getUint16(0) === 0x4949;
  if (view.getUint16(2, little) !== 42) return nothing;
  const directory = (at: number) => entriesAt(view, at, little);
  const first = directory(view.getUint32(4, little));
  const below = (tag: number): Directory => {
    const entry = first.get(tag);
    return entry ? directory(view.getUint32(entry.at, little)) : new Map();
  };
  const exif = below(EXIF_POINTER);
  const text = (tag: number) => textOf(view, exif.get(tag), little);
  return { taken: text(TAKEN), offset: text(OFFSET), place: below(GPS_POINTER).has(LATITUDE) };
}

function entriesAt(view: DataView, at: number, little: boolean): Directory {
  const count = Math.min(view.getUint16(at, little), MOST_ENTRIES);
  const found: Directory = new Map();
  for (let n = 0; n < count; n++) {
    const entry = at + 2 + n * 12;
    found.set(view.getUint16(entry, little), { at: entry + 8, count: view.getUint32(entry + 4, little) });
  }
  return found;
}

/** A short text: up to four bytes stand in the entry itself. */
function textOf(view: DataView, entry: { at: number; count: number } | undefined, little: boolean): string | null {
  if (!entry || entry.count > 64) return null;
  const at = entry.count <= 4 ? entry.at : view.getUint32(entry.at, little);
  const codes = Array.from({ length: entry.count }, (_, n) => view.getUint8(at + n));
  return (
    String.fromCharCode(...codes)
      .replace(/\0.*$/s, '')
      .trim() || null
  );
}

const EARLIEST = Date.parse('2000-01-01T00:00:00+07:00');
/** Clocks of telephones are a little fast at times. Milliseconds. */
const FAST = 10 * 60_000;

/**
 * When a picture was taken, RFC 3339; without an offset the camera is in Vietnam. Null where the clock cannot have been
 * right: before 2000, in the future, or no date at all.
 */
export function takenAt(exif: Pick<Exif, 'taken' | 'offset'>, now: Date): string | null {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(exif.taken ?? '');
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const offset = /^[+-]\d\d:\d\d$/.test(exif.offset ?? '') ? exif.offset : '+07:00';
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return at >= EARLIEST && at <= now.getTime() + FAST ? new Date(at).toISOString() : null;
}
