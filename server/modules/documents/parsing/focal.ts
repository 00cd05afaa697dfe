import { splitUnits } from './units.ts';

export interface Focal {
  raw: string;
  /** Stretch of the text that names them, brackets included. */
  from: number;
  to: number;
  focalUnits: string[];
  coordinatingUnits: string[];
}

const LEADS =
  '(?:làm|là) đầu mối|chủ trì(?! và)|phụ trách|chịu trách nhiệm(?: chính)?|tham mưu|theo dõi|thực hiện|chỉ đạo';
const LED = new RegExp(
  `^(?:giao\\s+)?(.+?)\\s+(?:${LEADS})(?:\\s*(?:thực hiện|tham mưu|triển khai))?(?:\\s+(?:mảng|nội dung|phần|nhóm|lĩnh vực|việc|nhiệm vụ|mục|chủ đề)(?: \\p{L}+)? này)?\\s*(?:[,;]\\s*(?:phối hợp (?:với|cùng)\\s+)?(.+?)(?:\\s+(?:cùng\\s+)?phối hợp(?: thực hiện)?)?)?\\.?$`,
  'iu',
);
const NAMED =
  /^(?:đơn vị |cơ quan |bộ phận )?(?:chủ trì|đầu mối|phụ trách|thực hiện)(?:\s+(?:thực hiện|chính))?\s*:\s*(.+?)(?:[;.,]\s*(?:đơn vị |cơ quan )?phối hợp(?:\s+thực hiện)?\s*:\s*(.+?))?\.?$/iu;

/** "(Phòng A và Phòng B làm đầu mối, Phòng C phối hợp)" at the end of a text, or "Đơn vị chủ trì: …". */
export function findFocal(text: string): Focal | null {
  const bracket = /\(([^()]*(?:\([^()]*\)[^()]*)*)\)[\s.;:,]*$/u.exec(text);
  if (bracket) {
    const read = readFocal(bracket[1]!);
    if (read)
      return {
        ...read,
        raw: bracket[0].replace(/[\s.;:,]+$/, ''),
        from: bracket.index,
        to: bracket.index + bracket[0].replace(/[\s.;:,]+$/, '').length,
      };
  }
  return lastSentence(text);
}

/** "… Giao Phòng A chủ trì, phối hợp với Phòng B." or "… Đầu mối: Phòng A; phối hợp: Phòng B." as the last sentence. */
function lastSentence(text: string): Focal | null {
  const clean = text.replace(/[\])]\s*$/u, '');
  const from = [
    ...clean.matchAll(
      /(?:^|[.;]\s+|\n)[[(]?(?=(?:Giao|Đầu mối|Chủ trì|Đơn vị (?:chủ trì|đầu mối|phụ trách|thực hiện)|Bộ phận (?:chủ trì|phụ trách))(?![\p{L}]))/gu,
    ),
  ].at(-1);
  if (!from) return null;
  const start = from.index + from[0].length;
  const read = readFocal(clean.slice(start));
  return read && { ...read, raw: text.slice(start), from: start, to: text.length };
}

/** A paragraph of its own: "Đầu mối: Phòng A; phối hợp: Phòng B." */
export const isFocalLine = (text: string): boolean =>
  text.length < 250 && NAMED.test(text.replace(/^[[(*]+|[\])*]+$/g, '').trim());

function readFocal(words: string): Pick<Focal, 'focalUnits' | 'coordinatingUnits'> | null {
  const clean = words.trim();
  const match = NAMED.exec(clean) ?? LED.exec(clean);
  if (!match || match[1]!.length > 250) return null;
  if (!NAMED.test(clean) && !looksNamed(match[1]!)) return null;
  return { focalUnits: splitUnits(match[1]!), coordinatingUnits: match[2] ? splitUnits(match[2]) : [] };
}

/** A focal unit is a name ("Phòng …", "Thanh tra Sở"), not a clause ("có kế hoạch truyền thông riêng"). */
const looksNamed = (text: string): boolean =>
  /^(?:các |giao )?\p{Lu}/u.test(text.trim()) ||
  /^(?:các )?(?:phòng|tổ|ban|bộ phận|trung tâm|văn phòng) /u.test(text.trim());
