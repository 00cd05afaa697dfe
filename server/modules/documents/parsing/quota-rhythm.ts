import type { QuotaPeriod } from '#lib/plan-draft.ts';
import { findCounts } from './counts.ts';
import { foldLetters } from './fold.ts';
import { NUMBER_WORDS, PRODUCT_WORDS } from './lexicon/products.ts';
import { looksLikeActor } from './lexicon/units.ts';
import type { Piece } from './lines.ts';
import { addressee, deadlineIn } from './quota-terms.ts';
import type { Quota } from './quotas.ts';

const PERIODS: [QuotaPeriod, string][] = [
  ['schoolYear', 'năm học'],
  ['semester', 'học k[ỳìỷíi]|kỳ học'],
  ['week', 'tuần'],
  ['month', 'tháng'],
  ['quarter', 'quý'],
  ['year', 'năm'],
];
const PERIOD_WORDS = PERIODS.map(([, words]) => words).join('|');
const RHYTHM = new RegExp(
  `(?:(?<![\\p{L}])(?:(?:trong |vào |theo )?(?:mỗi|hàng|hằng|từng)(?: một)?\\s+(${PERIOD_WORDS})|(?:vào )?(?:đầu|giữa|cuối|kết thúc|sau)\\s+(?:mỗi|hàng|hằng|các|từng)\\s+(${PERIOD_WORDS})|định k[ỳìỷi]\\s+(?:hàng |hằng |mỗi |theo )?(${PERIOD_WORDS}))|/\\s*(?:0?1 )?(${PERIOD_WORDS}))(?![\\p{L}])`,
  'giu',
);
const NUMBER = `\\d{1,3}|${Object.keys(NUMBER_WORDS).join('|')}`;
const AT_LEAST = new RegExp(
  `(?:ít nhất|tối thiểu|không dưới|từ)\\s+(?:là\\s+)?(${NUMBER})\\s+((?:${PRODUCT_WORDS})(?![\\p{L}])[^;.]{0,60})`,
  'iu',
);
/** What a sentence asks for again and again: "mỗi tháng ít nhất 02 bài", "cuối mỗi học kỳ nộp ảnh". */
export function rhythmicQuotas(actor: string | null, sentence: Piece): { quotas: Quota[]; rhythmic: boolean } {
  const rhythms = [...sentence.text.matchAll(RHYTHM)];
  const own = rhythms.filter((rhythm, i) => !isDayOf(sentence.text, rhythm, i > 0));
  const quotas = own.flatMap((rhythm) => rhythmQuotas(actor, sentence, rhythm, rhythms[rhythms.indexOf(rhythm) + 1]));
  return { quotas, rhythmic: rhythms.length > 0 };
}

function rhythmQuotas(
  actor: string | null,
  sentence: Piece,
  rhythm: RegExpMatchArray,
  next: RegExpMatchArray | undefined,
): Quota[] {
  const per = periodOf(rhythm[1] ?? rhythm[2] ?? rhythm[3] ?? rhythm[4] ?? '');
  if (per === null || isNoQuota(sentence.text, rhythm) || isInspection(sentence.text, rhythm)) return [];
  const after = sentence.text.slice(rhythm.index! + rhythm[0].length, next?.index);
  const before = sentence.text.slice(0, rhythm.index!);
  const base = {
    actor: actorWithin(before) ?? actor,
    per,
    deadline: deadlineOf(sentence.text, rhythm),
    to: addressee(sentence.text),
  };
  const counts = countsNear(before, after, rhythm[4] !== undefined);
  const piece = { text: sentence.text, spans: sentence.spans };
  if (counts.length > 0)
    return counts.map(({ count, unit }) => ({ ...base, ...counted(count, unit), piece, sure: 0.88 }));
  // "lịch đăng tin hằng tuần" tells how often, not what is owed; the rhythm of a delivery stands first or is set off.
  const setOff =
    rhythm[2] !== undefined || rhythm[3] !== undefined || before.trim() === '' || /ngày\s+\d{1,2}\s*$/iu.test(before);
  const unnumbered = setOff ? unnumberedProduct(sentence.text) : null;
  return unnumbered ? [{ ...base, ...unnumbered, minCount: null, piece }] : [];
}

const counted = (minCount: number, product: string) => ({ kind: 'product' as const, product, minCount });

const PRODUCTS =
  /(?:ảnh|tin|bài|thông tin|video|tư liệu|sản phẩm|danh sách|file|bản tin|gương|chuyên mục)(?![\p{L}])/iu;
const HANDS_IN =
  /(?:nộp|gửi|cung cấp|viết|đăng|phát hành|tổng hợp|giới thiệu|bàn giao|lưu trữ|tổ chức|thực hiện|xuất bản|cập nhật|xây dựng)\s+([^,;.]{2,60})/iu;

/** "Định kỳ hàng tháng cung cấp thông tin", "cuối mỗi học kỳ nộp ảnh tư liệu": owed, but not counted. */
function unnumberedProduct(text: string): Pick<Quota, 'kind' | 'product' | 'sure'> | null {
  const information =
    /(?:cung cấp|gửi|báo cáo|phản ánh|cập nhật)\s+(?:[^,;.]*?)((?:thông tin|số liệu|dữ liệu)(?:(?! của )[^,;.]){0,40})/iu.exec(
      text,
    );
  if (information) return { kind: 'information', product: information[1]!.trim(), sure: 0.75 };
  const handedIn = HANDS_IN.exec(text);
  if (!handedIn || !PRODUCTS.test(text)) return null;
  const reports = /(?:báo cáo|họp)(?![\p{L}])/iu.test(handedIn[0]) && !/(?:ảnh|tin, bài|bài viết)/iu.test(text);
  return reports ? null : { kind: 'product', product: handedIn[1]!.trim(), sure: 0.7 };
}

/** "Mỗi tổ 02 bài/học kỳ; nộp kèm ít nhất 05 ảnh …": the next clause keeps the rhythm of the one before. */
export function keptRhythm(actor: string | null, clause: Piece, before: Quota | undefined): Quota[] {
  const least = AT_LEAST.exec(clause.text);
  if (!least || !before?.per) return [];
  const counts = findCounts(`${least[1]} ${least[2]}`).slice(0, 1);
  const base = {
    actor,
    kind: 'product' as const,
    per: before.per,
    deadline: deadlineIn(clause.text),
    to: addressee(clause.text),
  };
  return counts.map(({ count, unit }) => ({ ...base, product: unit, minCount: count, piece: clause, sure: 0.65 }));
}

/** "… trước ngày 25 hàng tháng", "trong tháng 7 hằng năm" after "mỗi tháng …" only say the day or month. */
const isDayOf = (text: string, rhythm: RegExpMatchArray, second: boolean): boolean =>
  second && /(?:ngày|tháng)\s+\d{1,2}\s*$/iu.test(text.slice(0, rhythm.index));

function periodOf(words: string): QuotaPeriod | null {
  return PERIODS.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, 'iu').test(words))?.[0] ?? null;
}

/** "ngân sách hàng năm", "cuối mỗi năm học … tổng kết" say how money or life runs, not what is owed. */
function isNoQuota(text: string, rhythm: RegExpMatchArray): boolean {
  const before = foldLetters(text.slice(Math.max(0, rhythm.index! - 30), rhythm.index!));
  return (
    /(?:ngan sach|kinh phi|du toan|ke hoach|bao cao|danh gia|hoat dong|thong ke|xep loai|thi dua|phat trien) $/.test(
      before,
    ) && /^(?:hàng|hằng) (?:năm|tháng|quý|tuần)/iu.test(rhythm[0])
  );
}

/** "kiểm tra góc tuyên truyền mỗi tháng 1 lần", "hằng tháng tổng hợp số lượng tin": how often somebody looks, nothing owed. */
function isInspection(text: string, rhythm: RegExpMatchArray): boolean {
  const after = text.slice(rhythm.index! + rhythm[0].length);
  if (
    /^,?\s*(?:tổng hợp|thống kê|rà soát|đánh giá|theo dõi)\s+(?:số lượng|kết quả|tình hình|việc|chất lượng|tiến độ)/iu.test(
      after,
    )
  )
    return true;
  const before = text.slice(0, rhythm.index!);
  const times =
    /^\s*(?:ít nhất |tối thiểu )?(?:\d{1,2}|một|hai|ba) lần/iu.test(after) ||
    /(?:\d{1,2}|một|hai|ba) lần\s*$/iu.test(before);
  const verb =
    /(?:^|[\s,;])(kiểm tra|giám sát|rà soát|đánh giá|theo dõi|thay đổi|cập nhật|tổ chức|đăng|thực hiện|phát|viết)(?![\p{L}])(?!.*(?:kiểm tra|giám sát|rà soát|đánh giá|theo dõi|thay đổi|cập nhật|tổ chức|đăng|thực hiện|phát|viết)(?![\p{L}]))/isu.exec(
      before,
    )?.[1];
  return times && verb !== undefined && /^(?:kiểm tra|giám sát|rà soát|đánh giá|theo dõi)$/iu.test(verb);
}

/** Counts after "mỗi tháng" up to the end of the clause; for "02 bài/tháng" the count just before. */
function countsNear(before: string, after: string, slashed: boolean): { count: number; unit: string }[] {
  if (slashed) return findCounts(before).slice(-1);
  const found = findCounts(after);
  if (found.length > 0)
    return found.filter((count, i) => i === 0 || isJoined(after.slice(found[i - 1]!.to, count.from)));
  // "… 1 buổi sinh hoạt chuyên đề mời cha mẹ trẻ dự mỗi học kỳ": the count may stand before, in the same clause.
  const clause = before.slice(-70).split(/[.;]/).at(-1)!;
  const close = findCounts(clause).at(-1);
  return close && clause.length - close.to <= 45 ? [close] : [];
}

const isJoined = (between: string): boolean => /^[^.;]{0,30}$/u.test(between) && /(?:và|,|\+|;)/u.test(between);

/** "mỗi trường mỗi tháng gửi …", "các tổ mỗi tháng …": who owes is named in the clause. */
function actorWithin(before: string): string | null {
  const text = before.trim().replace(/[,:]$/, '');
  if (text.length < 4 || text.split(' ').length > 7 || /[,;.\d]/.test(text)) return null;
  return looksLikeActor(text) &&
    !/^(?:mỗi|từng)\s/iu.test(text) &&
    !/(?:gửi|viết|nộp|cung cấp|có|thực hiện|tổ chức|phát|đăng|chủ động|phối hợp|quản trị|quản lý|vận hành|duy trì|xuất bản|biên tập|cập nhật)(?![\p{L}])/iu.test(
      text,
    )
    ? text
    : null;
}

function deadlineOf(text: string, rhythm: RegExpMatchArray): string | null {
  if (/^(?:vào )?(?:đầu|giữa|cuối|kết thúc|sau)/iu.test(rhythm[0]))
    return rhythm[0].replace(/^vào /iu, '').toLowerCase();
  return deadlineIn(text);
}
