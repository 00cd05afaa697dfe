import type { DraftCount } from '#lib/plan-draft.ts';
import { NUMBER_WORDS, PRODUCT_WORDS } from './lexicon/products.ts';

export interface CountFound extends DraftCount {
  from: number;
  to: number;
}

const NUMBER = `(?<![\\p{L}\\d/.,])(\\d{1,3}(?:\\.\\d{3})+(?![\\d/.]\\d)|\\d{1,4}(?![\\d/.]\\d)|${Object.keys(NUMBER_WORDS).join('|')})`;
const COUNT = new RegExp(
  `${NUMBER}\\s+((?:${PRODUCT_WORDS})(?![\\p{L}])(?:(?! (?:và )?\\d{1,3} \\p{L})[^,;.:()\\n+])*(?:,\\s*(?:bài|ảnh|clip|video)(?![\\p{L}])(?:\\s+viết)?)?)`,
  'giu',
);
const PADDED = /(?<![\p{L}\d/.,])(0\d)\s+(\p{L}[^,;.:()\n+]*)/giu;
/** Words after which the name of the product is over. */
const STOPS =
  /\s+(?:về|cho|của|trên|tại|với|trong|để|do|đăng(?! (?:bản tin|báo|tạp chí)(?![\\p{L}]))|gửi|nhằm|mỗi|trở lên|theo|phản ánh|giới thiệu|tuyên truyền|được|kèm|hoặc|từ|vào|cùng|ở|là|làm|có|phục vụ|và|đến|trước|dài|phát|thực hiện|nêu|phụ trách|chuyên trách|cung cấp|tham gia|viết|\/|–|-)(?![\p{L}]).*$/isu;

/** "03 bài báo, 02 phóng sự chuyên đề" → [{3, 'bài báo'}, {2, 'phóng sự chuyên đề'}]. Numbers also in words. */
export function findCounts(text: string): CountFound[] {
  const found: CountFound[] = [];
  for (const pattern of [COUNT, PADDED]) {
    for (const match of text.matchAll(pattern)) {
      const count = numberOf(match[1]!);
      const unit = unitOf(match[2]!);
      const at = match.index;
      if (
        count === null ||
        unit === '' ||
        isDateOrName(text, at) ||
        found.some((other) => at >= other.from && at < other.to)
      )
        continue;
      found.push({ count, unit, from: at, to: at + match[0].length - match[2]!.length + unit.length });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

export function numberOf(word: string): number | null {
  const value =
    NUMBER_WORDS[word.toLowerCase()] ?? Number(/^\d{1,3}(?:\.\d{3})+$/.test(word) ? word.replaceAll('.', '') : word);
  return Number.isFinite(value) && value > 0 ? value : null;
}

function unitOf(phrase: string): string {
  const whole = /^(?:tin|bài viết|bài)(?= ?, (?:bài|ảnh))/iu.test(phrase) ? phrase : phrase;
  const short = whole
    .replace(/^(bài) (viết)(?=\s|$)/iu, '$1_$2')
    .replace(STOPS, '')
    .replace('_', ' ');
  return short
    .trim()
    .split(/\s+/)
    .slice(0, 6)
    .join(' ')
    .replace(/[,\s]+$/, '');
}

/** "năm 2026", "lớp 6", "ngày 20", "cấp 1": the number belongs to the word before it. "cung cấp 01 tin" counts. */
function isDateOrName(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at);
  if (/(?:năm|lớp|ngày|tháng|quý|tuần|khối|khoản|điều|mục|học kỳ|học kì|giai đoạn|đề án|thứ)\s*$/iu.test(before))
    return true;
  if (/(?:mỗi|từng)\s+\p{L}+\s*$/iu.test(before)) return false;
  return /(?:kỳ|số|tổ|mức|cấp)\s*$/iu.test(before) && !/^0/.test(text.slice(at));
}
