import type { DraftDate, DraftHeader } from '#lib/plan-draft.ts';
import { inSentenceCase, spellOut } from './body-names.ts';
import { isCapitals } from './fold.ts';
import { joinPieces, type Line, type Piece, piece } from './lines.ts';

export interface Found<T> {
  value: T;
  piece: Piece;
  sure: number;
  rule: string;
  raw?: string;
}

export type HeaderFound = { [K in keyof DraftHeader]?: Found<NonNullable<DraftHeader[K]>> };

const NUMBER =
  /(?<![\p{L}])S[ốôo]\s*(?:\/KH)?\s*[:.]?\s*(\d{1,5}[a-z]?)?\s*[.…_\s-]*\/\s*(?:((?:19|20)\d\d)\s*\/\s*)?(\p{Lu}[\p{L}\d&]*(?:\s*[-–_.]\s*(?!\s)[\p{Lu}\d][\p{L}\d&]*)*)/u;
const NUMBER_PARTY = /(?<![\p{L}])S[ốôo]\s*[:.]?\s*(\d{1,5})\s*-\s*(\p{Lu}{1,3}\/\p{Lu}[\p{L}\d]*)/u;
const DATE = /ngày\s*([\d.…_ ]*?)\s*tháng\s*([\d.…_ ]*?)\s*năm\s*((?:19|20)\d\d|20[.…_ ]*)?/iu;
const DATE_SHORT = /,\s*ngày\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*((?:19|20)\d\d)/iu;

/**
 * Number, symbol, place and date, and the two bodies printed over them.
 * @param ending lines over the signature, where place and date stand in some plans
 */
export function readLetterhead(lines: readonly Line[], ending: readonly Line[] = []): HeaderFound {
  const found: HeaderFound = {};
  const bodyLines: Line[] = [];
  for (const [i, line] of lines.entries()) {
    const numbered = readNumber(line, lines[i + 1], found);
    const dated = readPlaceDate(line, lines[i - 1], found);
    if (!numbered && !dated && isBodyLine(line) && !found.symbol && !found.date) bodyLines.push(line);
  }
  for (const line of ending) readPlaceDate(line, undefined, found);
  return { ...found, ...readBodies(bodyLines) };
}

function readNumber(line: Line, next: Line | undefined, found: HeaderFound): boolean {
  if (found.symbol) return false;
  // "Số:" and "29/KH-UBND" may come on two lines.
  const split = /^so\s*:?\s*$/.test(line.fold) && next ? next : line;
  const text = split === line ? line.text : `Số: ${split.text}`;
  const match = NUMBER.exec(text) ?? partyNumber(text);
  if (!match) return /^so\s*:/.test(line.fold);
  const shift = text.length - split.text.length;
  const whole = piece(split, Math.max(0, match.index - shift), match.index + match[0].length - shift);
  const symbol = match[3]!.replace(/\s*[-–]\s*/g, '-').replace(/[.\s]+$/, '');
  const spaced = symbol !== match[3] || /\d\s+\//.test(match[0]);
  if (match[1]) found.number = { value: match[1], piece: whole, sure: 0.95, rule: 'letterhead-number' };
  found.symbol = {
    value: symbol,
    piece: whole,
    sure: symbol.includes('-') ? 0.95 : 0.75,
    rule: 'letterhead-symbol',
    ...(spaced ? { raw: match[3]! } : {}),
  };
  return true;
}

function partyNumber(text: string): RegExpExecArray | null {
  const match = NUMBER_PARTY.exec(text);
  if (match) match.splice(2, 1, '', match[2]!);
  return match;
}

function readPlaceDate(line: Line, above: Line | undefined, found: HeaderFound): boolean {
  if (found.date || line.text.length > 120) return false;
  const short = DATE_SHORT.exec(line.text);
  const match = short ?? DATE.exec(line.text);
  if (!match || (!short && line.text.length - match[0].length > 70)) return false;
  const date = dateOf(match[1], match[2], match[3]);
  found.date = {
    value: date,
    piece: piece(line, match.index + (short ? 1 : 0), match.index + match[0].length),
    sure: date.iso ? 0.95 : 0.8,
    rule: 'place-date-line',
  };
  const place = placeBefore(line.text.slice(0, match.index + (short ? 1 : 0)));
  if (place) {
    const own = piece(line, place.from, place.from + place.text.length);
    const whole = startsPlace(above) && place.from === 0 ? joinPieces([piece(above!), own], ' ') : own;
    found.place = { value: whole.text, piece: whole, sure: 0.9, rule: 'place-date-line' };
  }
  return true;
}

/** "Quảng ⏎ Hòa, ngày …": the first half of a place's name stands alone on the line above. */
const startsPlace = (above: Line | undefined): boolean =>
  above !== undefined && /^\p{Lu}\p{Ll}+$/u.test(above.text) && above.label === null;

function placeBefore(text: string): { text: string; from: number } | null {
  // "Số: 12/KH-THCS Thanh Trường, ngày …" on one line: the symbol is not part of the place.
  const lead = /^.*\/\s*\S+(?:\s*[-–]\s*\p{Lu}\S*)*\s+/u.exec(text)?.[0].length ?? 0;
  const match = /^([\p{Lu}][\p{L}\d\s.'’-]{1,40}?)\s*,\s*$/u.exec(text.slice(lead));
  return match ? { text: match[1]!, from: lead } : null;
}

export function dateOf(day?: string, month?: string, year?: string): DraftDate {
  const number = (text: string | undefined, max: number): number | null => {
    const value = Number((text ?? '').replace(/\D/g, ''));
    return value > 0 && value <= max ? value : null;
  };
  const [d, m, y] = [number(day, 31), number(month, 12), number(year, 2200)];
  const full = d !== null && m !== null && y !== null && y > 1900;
  const pad = (value: number) => String(value).padStart(2, '0');
  return { iso: full ? `${y}-${pad(m)}-${pad(d)}` : null, day: d, month: m, year: y !== null && y > 1900 ? y : null };
}

const NOT_A_BODY =
  /^cong$|hoa xa hoi chu nghia|^viet nam$|cong hoa|doc lap|tu do|hanh phuc|^du thao|^(?:tuyet |toi )?mat$|^(?:hoa toc|khan|thuong khan)|^dang cong san|^phu luc|^mau |^ban sao|^v\/v|^\W*$/;
/** A body's name starts with one of these; other capitals go on the name above ("TỈNH BẮC GIANG", "NGUYỄN DU"). */
const OPENS_BODY =
  /^(?:ubnd|uy ban|so|phong|truong|bo|trung tam|tt |ban(?! nhan dan| hanh)|hoi dong|dang bo|dang uy|chi bo|cuc|vu|vien|dai hoc|hoc vien|cong doan|cdcs|doan|lien doi|van phong|bch|huyen uy|tinh uy|thanh uy|cum|hoi)(?![a-z])/;

function isBodyLine(line: Line): boolean {
  if (line.label !== null || line.text.length > 120 || NOT_A_BODY.test(line.fold)) return false;
  return (
    (/\p{Lu}{2}/u.test(line.text) && !/\p{Ll}/u.test(line.text)) ||
    isCapitals(line.text) ||
    (OPENS_BODY.test(line.fold) && !/[.;:]$/.test(line.text))
  );
}

function readBodies(lines: readonly Line[]): Pick<HeaderFound, 'parentBody' | 'issuingBody'> {
  const groups: Line[][] = [];
  for (const line of lines) {
    // One word alone is the end of a broken name ("TRƯỜNG MẦM NON THANH / TRƯỜNG").
    const opens = OPENS_BODY.test(line.fold) && line.text.trim().includes(' ');
    if (opens || groups.length === 0) groups.push([line]);
    else groups.at(-1)!.push(line);
  }
  const named = groups.filter((group) => OPENS_BODY.test(group.map((line) => line.fold).join(' ')));
  const issuing = named.at(-1);
  const parent = named.at(-2);
  return {
    ...(issuing ? { issuingBody: bodyOf(issuing, 0.92) } : {}),
    ...(parent ? { parentBody: bodyOf(parent, 0.9) } : {}),
  };
}

function bodyOf(group: readonly Line[], sure: number): Found<string> {
  const printed = group
    .map((line) => line.text.trim())
    .join(' ')
    .replace(/\s+/g, ' ');
  const value = isCapitals(printed) ? inSentenceCase(printed) : printed;
  return {
    value,
    piece: { text: printed, spans: group.flatMap((line) => piece(line).spans) },
    sure,
    rule: 'letterhead-body',
    raw: printed,
  };
}

const ISSUES = /\s+(?:ban hành|xây dựng|triển khai|tổ chức|lập|đề ra|thực hiện|báo cáo)(?![\p{L}])/u;

/** The issuing body where the letterhead is lost: who "ban hành", whose plan the closing names. */
export function inferIssuingBody(opening: Piece | null, closing: Piece | null): Found<string> | null {
  const fromClosing =
    closing &&
    /(?:kế hoạch|chương trình).*?\scủa\s+((?:Bộ|Sở|Phòng|Trường|Trung tâm|UBND|Ủy ban|Uỷ ban|Ban)\s[^,.;]{3,90}?)(?=[,.;]|\s(?:đề nghị|yêu cầu|về|năm)\s)/iu.exec(
      closing.text,
    );
  const fromOpening = opening && openingBody(opening.text);
  const found = fromOpening ?? fromClosing?.[1] ?? null;
  const base = fromOpening ? opening : closing;
  if (!found || !base) return null;
  const name = found.replace(/\s+/g, ' ').trim();
  const value = spellOut(name.charAt(0).toUpperCase() + name.slice(1));
  return { value, piece: { text: name, spans: base.spans }, sure: 0.6, rule: 'inferred-body', raw: name };
}

function openingBody(text: string): string | null {
  const verb = ISSUES.exec(text);
  if (!verb || verb.index > 120) return null;
  const before = text
    .slice(0, verb.index)
    .replace(/^.*?(?:[,;]\s*|\bNay,?\s+)(?=(?:Bộ|Sở|Phòng|Trường|trường|Trung tâm|UBND|Ủy ban)\s)/u, '');
  const start = /(?:^|\s)((?:Bộ|Sở|Phòng|Trường|trường|Trung tâm|UBND|Ủy ban|Uỷ ban|Ban)\s.*)$/u.exec(before);
  return start && !/[.;]/.test(start[1]!) ? start[1]! : null;
}
