import { bodyLength } from './body-names.ts';
import { foldLetters } from './fold.ts';
import { DOC_TYPES, typeOfSymbol } from './lexicon/doctypes.ts';

/** A document named in a text, with the stretch that names it. */
export interface Reference {
  type: string;
  number: string | null;
  symbol: string | null;
  ref: string | null;
  issuer: string | null;
  date: string | null;
  title: string | null;
  /** The stretch from the type to the date (as a citation is quoted). */
  from: number;
  to: number;
  /** End of everything read, title included. */
  end: number;
}

/** One group of a symbol: 'QĐ', 'TTg', 'QH13', 'SGD&ĐT', 'MNTr'. */
const GROUP = '\\p{Lu}[\\p{Lu}\\d&]*(?:\\p{Ll}{1,2}(?!\\p{Ll})[\\p{Lu}\\d&]*)*(?!\\p{Ll})';
const NUMBERED = new RegExp(
  `(?:(?<![\\p{L}])[Ss]ố\\s*:?\\s*)?(?<![\\d/\\p{L}.-])(\\d{1,5}[a-z]?)(?:\\s*/\\s*((?:19|20)\\d{2}))?\\s*([/-])\\s*(${GROUP}(?:\\s*[-–/]\\s*${GROUP})*)`,
  'gu',
);
const SPELLED_TYPES = new RegExp(
  `(?<![a-z])(${DOC_TYPES.map(([name]) => foldLetters(name)).join('|')})(?: (?:lien tich|phap luat))?(?:\\s+so)?\\s*:?\\s*$`,
);
const DATE =
  /^\s*,?\s*(?:ban hành\s+)?(?:ngày\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})|ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})|năm\s+(\d{4})(?!\s*[-–]))/iu;
const SUBJECT =
  /^\s*,?\s*(?:(?:về(?: việc)?|V\/v|ban hành|quy định|phê duyệt|hướng dẫn|sửa đổi|thực hiện|triển khai|thông qua|tổ chức|công bố|tăng cường|đẩy mạnh|giao|của ngành)(?![\p{L}]))/iu;

const typeNames = new Map(DOC_TYPES.map(([name]) => [foldLetters(name), name]));

/** Every numbered document that a paragraph names, in order. */
export function findReferences(text: string): Reference[] {
  const found: Reference[] = [];
  for (const match of text.matchAll(NUMBERED)) {
    const reference = readNumbered(text, match, found.at(-1));
    if (reference) found.push(reference);
  }
  return shareIssuers(text, found);
}

function readNumbered(text: string, match: RegExpMatchArray, previous: Reference | undefined): Reference | null {
  const at = match.index!;
  const [whole, number, year, separator, groups] = match;
  const symbol = cleanSymbol(groups!);
  if (!isSymbol(symbol, Boolean(year))) return null;
  const typed = typeBefore(text, at);
  const chained =
    previous && at - previous.to < 40 && /^[\s,;]*(?:và|số|,|;|\s)*$/u.test(text.slice(previous.to, at))
      ? previous.type
      : null;
  const type = typed?.name ?? chained ?? typeOfSymbol(symbol) ?? letterOf(text, at, symbol);
  if (!type) return null;
  const ref = `${number}${year ? `/${year}` : ''}${separator}${symbol}`;
  const from = typed?.from ?? at;
  return readRest(text, { type, number: number!, symbol, ref, from, to: at + whole!.length });
}

/** "12-2024" and "3/B" are no symbols: one has two capitals, or names a kind of document. */
function isSymbol(symbol: string, dated: boolean): boolean {
  return dated || symbol.includes('-') || symbol.includes('/')
    ? /\p{Lu}.*\p{Lu}/u.test(symbol)
    : /^QH\d+$|^UBTVQH\d+$|^(?:NQ|QĐ|KH|CV|CT|TT|NĐ|HD|TB|KL|CTr|BC|PGD|SGD|UBND|BGD)/u.test(symbol);
}

/** "CV số 123/SGDĐT-VP": a symbol that starts with a body has no kind in it; that is how letters are numbered. */
const letterOf = (text: string, at: number, symbol: string): string | null =>
  symbol.includes('-') && /(?:số|CV)\s*:?\s*$/u.test(text.slice(0, at) + text.slice(at, at + 6).replace(/\d.*$/s, ''))
    ? 'Công văn'
    : null;

const cleanSymbol = (groups: string): string =>
  groups
    .replace(/\s*[-–]\s*/g, '-')
    .replace(/\s*\/\s*/g, '/')
    .replace(/-Cp$/, '-CP');

function typeBefore(text: string, at: number): { name: string; from: number } | null {
  const start = Math.max(0, at - 45);
  const fold = foldLetters(text.slice(start, at));
  const match = SPELLED_TYPES.exec(fold);
  if (!match) return null;
  const name = typeNames.get(match[1]!)!;
  return { name, from: start + match.index };
}

type Start = Pick<Reference, 'type' | 'from' | 'to'> & {
  number: string | null;
  symbol: string | null;
  ref: string | null;
};

function readRest(text: string, start: Start): Reference {
  let end = start.to;
  const dated = readDate(text.slice(end));
  if (dated) end += dated.length;
  const to = end;
  const issuer = issuerAt(text.slice(end));
  if (issuer) end += issuer.length;
  const late = dated ? null : readDate(text.slice(end));
  if (late) end += late.length;
  const title = titleAt(text, end);
  return {
    ...start,
    date: (dated ?? late)?.iso ?? null,
    issuer: issuer?.name ?? null,
    title: title?.text ?? null,
    to,
    end: title ? title.end : end,
  };
}

export function readDate(text: string): { iso: string; length: number } | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [, d1, m1, y1, d2, m2, y2, year] = match;
  if (year) return { iso: year, length: match[0].length };
  const [day, month, y] = d1 ? [d1, m1!, y1!] : [d2!, m2!, y2!];
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  return { iso: `${y}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, length: match[0].length };
}

function issuerAt(text: string): { name: string; length: number } | null {
  const lead = /^\s*,?\s*(?:(?:của|do)\s+)/iu.exec(text) ?? /^\s*,\s*(?=Hội nghị|Quốc hội|Chính phủ)/u.exec(text);
  if (!lead) return null;
  const length = bodyLength(text.slice(lead[0].length));
  if (length < 3) return null;
  return { name: text.slice(lead[0].length, lead[0].length + length), length: lead[0].length + length };
}

const MAX_SUBJECT = 1500;

/** The subject ends at a semicolon or full stop outside quotation marks. */
function titleAt(text: string, from: number): { text: string; end: number } | null {
  const bracket = /^\s*\([^)]{1,40}\)/.exec(text.slice(from))?.[0].length ?? 0;
  const start = from + bracket;
  if (!SUBJECT.test(text.slice(start))) return null;
  let depth = 0;
  let end = start;
  for (; end < Math.min(text.length, start + MAX_SUBJECT); end++) {
    const char = text.charAt(end);
    if (char === '“' || char === '(') depth++;
    else if (char === '”' || char === ')') depth--;
    else if (depth <= 0 && (char === ';' || (char === '.' && !/\d/.test(text.charAt(end + 1))))) break;
  }
  const title = text.slice(start, end).replace(/^[\s,]+|[\s,.]+$/g, '');
  return { text: title, end };
}

/** "Nghị quyết số 88… và Nghị quyết số 51… của Quốc hội": the issuer and the subject belong to both. */
function shareIssuers(text: string, references: Reference[]): Reference[] {
  for (let i = references.length - 2; i >= 0; i--) {
    const own = references[i]!;
    const next = references[i + 1]!;
    const linked = /^[\s,]*(?:và|,)[\s]*$/u.test(text.slice(own.to, next.from));
    if (linked && !own.issuer && !own.title) Object.assign(own, { issuer: next.issuer, title: next.title });
  }
  return references;
}

const NAMEABLE = [...typeNames.keys()].filter((name) => name !== 'van ban' && name !== 'bao cao');
const UNNUMBERED = new RegExp(`^\\s*(?:cac |noi dung |tinh than )?(${NAMEABLE.join('|')})(?![a-z])`);

/** A document named without a number ("Luật Giáo dục ngày 14/6/2019", "Kế hoạch của Sở …"), at the start of a text. */
export function unnumberedReference(text: string): Reference | null {
  const fold = foldLetters(text);
  const match = UNNUMBERED.exec(fold);
  if (!match) return null;
  const type = typeNames.get(match[1]!)!;
  const from = match[0].length - match[1]!.length;
  let to = match[0].length;
  if (type === 'Luật' || type === 'Điều lệ' || type === 'Pháp lệnh') to += nameOfLaw(text.slice(to));
  return readRest(text, { type, number: null, symbol: null, ref: null, from, to });
}

function nameOfLaw(text: string): number {
  return /^[^;,.]*?(?=\s+(?:số|ngày|năm|của|được|ban hành|đã|sửa đổi)(?![\p{L}])|[;,.]|$)/u.exec(text)?.[0].length ?? 0;
}
